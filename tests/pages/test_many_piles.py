"""A finding about three hundred piles: the first rows come at once, the rest after them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tallydesk.counting.place import Place
from tallydesk.ui.answering import RecountState
from tallydesk.ui.language import Language
from tallydesk.ui.recount_rows import AT_ONCE, RecountRows
from tests.evening import package


def test_all_piles_come_and_the_one_being_typed_stays(qtbot: QtBot, language: Language) -> None:
    many = package(candidates=60)
    contest = many.definition.contests[0]
    piles = tuple(RecountState(Place(contest.id, "vote", each.id)) for each in contest.candidates)
    rows = RecountRows(many)
    around = QScrollArea()
    around.setWidget(rows)
    qtbot.addWidget(around)
    with qtbot.waitActive(around):
        around.show()

    rows.display(piles, language.code)
    rows.fields[2].setFocus(Qt.FocusReason.TabFocusReason)
    typed = (*piles[:2], RecountState(piles[2].place, text="12"), *piles[3:])
    rows.display(typed, language.code)
    assert len(rows.rows) == AT_ONCE

    qtbot.waitUntil(lambda: len(rows.rows) == len(piles))
    assert rows.fields[2].hasFocus()
    assert rows.fields[2].text() == "12"
    assert rows.rows[-1].blocks()[0].text == "60"
