"""Tab walks as a page is read, and no key that follows by habit stops the night."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tallydesk.ui.language import Language
from tests.pages.night import night, stands_at
from tests.pages.operator import Operator

STEPS = (
    "package",
    "attendance",
    "keys",
    "close",
    "before.station.first",
    "before.takeover",
    "slip",
    "stationary.findings",
    "count.fruit.first",
    "remarks",
    "draft.fruit",
    "transcribe.fruit",
    "readback.fruit",
    "stances.fruit",
    "sign.fruit",
    "print.fruit",
    "handover",
)
"""One of every kind."""
MANY = 60


def tab(operator: Operator) -> None:
    operator.press(Qt.Key.Key_Tab)


def back_tab(operator: Operator) -> None:
    operator.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)


@pytest.mark.parametrize("step", STEPS)
def test_tab_goes_through_the_page_then_to_continue(language: Language, step: str) -> None:
    with night(language, step) as (operator, _):
        foot, page = operator.window.foot, operator.window.page
        for _ in range(MANY):
            if operator.focus is foot.continue_button:
                break
            assert operator.focus is not None
            assert page.isAncestorOf(operator.focus)
            tab(operator)

        tab(operator)
        after = [foot.back_button] if page.may_go_back else []
        for button in (*after, foot.stop_button):
            assert operator.focus is button
            tab(operator)
        for _ in range(len(after) + 2):
            back_tab(operator)
        assert operator.focus is foot.continue_button


def test_what_stands_higher_is_reached_first_though_it_was_made_later(language: Language) -> None:
    with night(language, "keys") as (operator, _):
        operator.writes("1234", "1234")
        tops = [operator.focus]
        for _ in range(3):
            tab(operator)
            tops.append(operator.focus)

        summary, page = operator.window.page.summary, operator.window.page
        names = [each.accessibleName() for each in tops if each is not None]
        assert tops[0] is not None
        assert summary.isAncestorOf(tops[0])
        assert names[2:] == ["PIN, eight digits or more", "The same PIN again"]
        assert page.isAncestorOf(tops[1])  # type: ignore[arg-type]


def test_a_button_that_goes_out_of_use_leaves_the_focus_to_continue(language: Language) -> None:
    with night(language, "slip") as (operator, _):
        assert isinstance(operator.focus, QPushButton)
        operator.focus.setEnabled(False)

        assert operator.focus is operator.window.foot.continue_button


def test_one_key_leads_to_the_page_before(language: Language) -> None:
    with night(language, "close") as (operator, workplace):
        alt_left(operator)
        assert stands_at(workplace) == "keys"


def test_there_is_no_page_before_the_first(language: Language) -> None:
    with night(language, "package") as (operator, workplace):
        alt_left(operator)
        assert stands_at(workplace) == "package"


def alt_left(operator: Operator) -> None:
    QTest.keyClick(operator.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def test_the_words_of_a_problem_are_read_from_the_top_of_the_page(language: Language) -> None:
    with night(language, "before.fruit.first") as (operator, _):
        operator.writes("", "", "", "", "", "", "", "", "")

        assert operator.problems
        assert operator.window.body.verticalScrollBar().value() == 0
