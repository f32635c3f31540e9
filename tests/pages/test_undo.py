"""Requirement U22 at the keyboard: undo and redo across the fields of an open sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tallydesk.counting.place import Place
from tallydesk.ui.pages.entry import EntryPage
from tests.evening import SECRETARY
from tests.pages.conftest import Open
from tests.pages.operator import Operator

BEFORE, AGAIN = "before.pear.first", "before.pear.second"
THREE, FIVE = Place("pear", "line", "3"), Place("pear", "line", "5")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def undo(operator: Operator) -> None:
    operator.press(Qt.Key.Key_Z, CTRL)


def redo(operator: Operator) -> None:
    operator.press(Qt.Key.Key_Y, CTRL)


def test_ctrl_z_goes_back_figure_by_figure_to_the_field_that_changes(open_at: Open) -> None:
    operator, evening = open_at(BEFORE)
    operator.writes("1250", "1034")

    undo(operator)

    assert operator.field.startswith("Line 5,")
    assert operator.figures[:2] == ("1250", "")
    undo(operator)
    assert operator.field.startswith("Line 3,")
    assert set(operator.figures) == {""}
    assert not evening.session.night.first


def test_ctrl_y_writes_them_again(open_at: Open) -> None:
    operator, evening = open_at(BEFORE)
    operator.writes("1250", "1034")
    undo(operator)
    undo(operator)

    redo(operator)
    operator.press(Qt.Key.Key_Z, CTRL | SHIFT)

    assert operator.figures[:2] == ("1250", "1034")
    assert evening.session.night.first == {THREE: 1250, FIVE: 1034}
    redo(operator)
    assert operator.figures[:2] == ("1250", "1034")


def test_what_is_typed_and_not_kept_yet_goes_first(open_at: Open) -> None:
    operator, evening = open_at(BEFORE)
    operator.writes("1250")
    operator.types("10")
    before = len(evening.journal.rows)

    undo(operator)

    assert operator.figures[:2] == ("1250", "")
    assert len(evening.journal.rows) == before
    undo(operator)
    assert operator.figures[0] == ""


def test_a_pile_is_taken_back_as_bundles_and_rest(open_at: Open) -> None:
    operator, _ = open_at("count.pear.first", candidates=2)
    operator.changes_over()
    operator.writes("8", "12", "3", "1")

    undo(operator)
    undo(operator)
    redo(operator)

    assert operator.figures[:4] == ("8", "12", "", "")


def test_the_buttons_above_the_sheet_do_the_same_and_name_the_keys(open_at: Open) -> None:
    operator, evening = open_at(BEFORE)
    operator.writes("1250")
    page = operator.window.page
    assert isinstance(page, EntryPage)

    assert page.ways.back.text() == "Undo: Ctrl+Z"
    assert page.ways.back.isVisible()
    page.ways.back.click()
    assert not evening.session.night.first
    page.ways.again.click()
    assert evening.session.night.first == {THREE: 1250}


def test_undo_shows_no_figure_of_the_first_entry(open_at: Open) -> None:
    operator, _ = open_at(AGAIN, member=SECRETARY, first=918)
    operator.writes("919")
    for _ in range(3):
        undo(operator)

    assert set(operator.figures) == {""}
    assert "918" not in operator.everything()


def test_a_sheet_that_is_closed_takes_nothing_back(open_at: Open) -> None:
    operator, evening = open_at("before.takeover")
    operator.goes_back()
    figures = dict(evening.session.night.first)

    operator.window.page.setFocus()
    undo(operator)

    assert evening.session.night.first == figures


def test_a_disk_that_refuses_is_named_and_nothing_is_taken_back(open_at: Open) -> None:
    operator, evening = open_at(BEFORE)
    operator.writes("1250")
    evening.journal.refuses = True

    undo(operator)

    assert operator.figures[0] == "1250"
    assert "No space left on device" in operator.problems[0]


def test_after_a_restart_what_was_written_before_is_still_taken_back(open_at: Open) -> None:
    operator, _ = open_at(BEFORE)
    operator.writes("1250", "1034")

    # The page is made anew from the journal, as it is after a start.
    operator.window.page.finished.emit()
    undo(operator)

    assert operator.figures[:2] == ("1250", "")
