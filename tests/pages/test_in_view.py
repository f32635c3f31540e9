"""Where the hand is stays in sight, and arrows on a problem lead nowhere else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tallydesk.ui import theme
from tests.pages.conftest import Open
from tests.pages.operator import Operator

CTRL = Qt.KeyboardModifier.ControlModifier
SHEET = "count.pear.first"


def is_seen(operator: Operator) -> bool:
    """Whether the whole widget with the focus lies in the part of the page that is shown."""
    focus, body = operator.focus, operator.window.body.viewport()
    assert focus is not None
    room = QRect(focus.mapTo(body, QPoint(0, 0)), focus.size())
    return body.rect().contains(room)


@pytest.mark.parametrize("field", [0, -1])
def test_larger_letters_leave_the_field_that_is_typed_in_where_it_is_seen(
    open_at: Open, qtbot: QtBot, field: int
) -> None:
    operator, _ = open_at(SHEET)
    operator.window.resize(1093, 540)
    operator.sheet.fields[field].setFocus()
    for _ in range(6):
        QTest.keyClick(operator.window, Qt.Key.Key_Plus, CTRL)
    assert theme.in_force().scale > 150
    qtbot.waitUntil(lambda: is_seen(operator), timeout=10_000)


def test_a_smaller_window_leaves_it_where_it_is_seen(open_at: Open, qtbot: QtBot) -> None:
    operator, _ = open_at(SHEET)
    operator.window.resize(1400, 1000)
    operator.sheet.fields[-1].setFocus()
    qtbot.waitUntil(lambda: is_seen(operator), timeout=10_000)
    operator.window.resize(900, 380)
    qtbot.waitUntil(lambda: is_seen(operator), timeout=10_000)


def test_arrows_walk_through_the_problems_and_no_further(open_at: Open) -> None:
    operator, _ = open_at(SHEET)
    operator.goes_on()
    assert len(operator.problems) > 1
    page, first = operator.window.page, operator.focus
    operator.press(Qt.Key.Key_Up)
    assert operator.focus is first
    for _ in range(len(operator.problems) + 2):
        operator.press(Qt.Key.Key_Down)
    last = operator.focus
    assert last is not first
    assert last is not None
    assert page.summary.isAncestorOf(last)
    operator.press(Qt.Key.Key_Up)
    assert operator.focus is not last
    operator.enter()
    assert operator.window.page is page
    assert operator.focus in operator.sheet.fields
