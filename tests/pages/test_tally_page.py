"""Reading ballots aloud at the keyboard (U10): every key, every stop, nothing before the disk."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tallydesk.counting.place import Place
from tallydesk.ui.guide import Guide
from tallydesk.ui.language import LANGUAGES, Language
from tallydesk.ui.pages.entry import EntryPage
from tallydesk.workflow import reading_aloud, step
from tallydesk.workflow.ports import Entry
from tests.evening import SECRETARY
from tests.pages.conftest import Open
from tests.pages.legibility import settle
from tests.pages.reader import (
    KEYS,
    board,
    head,
    only_one_page_is_left,
    page_of,
    presses,
    presses_fast,
    reads_aloud,
)

FIRST, SECOND = "count.pear.first", "count.pear.second"
APPLE, PEAR = Place("pear", "vote", "c0"), Place("pear", "vote", "c1")
INVALID = Place("pear", "line", "15")


def test_each_key_is_a_stroke_for_the_number_on_the_ballot_paper(open_at: Open) -> None:
    operator, evening = open_at(FIRST, candidates=3)
    page = reads_aloud(operator)
    assert operator.focus is page.head
    assert operator.heading == "Sort and count: reading aloud"

    presses(operator, "1123-+")

    assert board(operator) == {"1": "2", "2": "1", "3": "1", "−": "1", "+": "1"}
    assert head(operator)[:2] == ("Ballots read: 6", "+  Doubtful, set apart")
    tally = reading_aloud.tally_of(evening.session, FIRST)
    assert tally is not None
    assert tally.strokes.counts[APPLE] == 2


def test_backspace_undoes_the_last_stroke(open_at: Open) -> None:
    operator, _ = open_at(FIRST, candidates=3)
    reads_aloud(operator)
    presses(operator, "12<")
    assert board(operator)["2"] == "0"
    assert head(operator)[:2] == ("Ballots read: 1", "1  Apple")
    presses(operator, "<<")
    assert head(operator)[:2] == ("Ballots read: 0", "")


def test_a_key_that_is_held_down_is_one_ballot(open_at: Open) -> None:
    operator, _ = open_at(FIRST, candidates=3)
    page = reads_aloud(operator)
    presses(operator, "1")
    none = Qt.KeyboardModifier.NoModifier
    for _ in range(5):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, none, "1", autorep=True)
        QApplication.sendEvent(page.head, held)
    settle()
    assert board(operator)["1"] == "1"


def test_ten_candidates_have_a_digit_each(open_at: Open) -> None:
    operator, _ = open_at(FIRST, candidates=10)
    reads_aloud(operator)
    presses(operator, "190")
    assert [board(operator)[key] for key in "190"] == ["1", "1", "1"]


def test_from_eleven_candidates_on_a_key_is_two_digits(open_at: Open) -> None:
    operator, _ = open_at(FIRST, candidates=12)
    reads_aloud(operator)
    presses(operator, "1")
    assert head(operator)[1] == "1…"
    presses(operator, "2010<07" + "88")
    shown = board(operator)
    assert (shown["12"], shown["01"], shown["07"]) == ("1", "1", "1")
    assert head(operator)[0] == "Ballots read: 3"


def test_hundreds_of_candidates_have_three_digits_and_come_into_view(open_at: Open) -> None:
    operator, _ = open_at(FIRST, candidates=120)
    page = reads_aloud(operator)
    settle()
    presses(operator, "120")
    settle()
    assert board(operator)["120"] == "1"
    cell = page.board.around(119)
    top = page.board.mapTo(operator.window.body.viewport(), cell.topLeft()).y()
    assert 0 <= top <= operator.window.body.viewport().height() - cell.height()


def test_every_five_ballots_nobody_reads_on_before_three_have_compared(open_at: Open) -> None:
    operator, _ = open_at(FIRST, candidates=3, compare_every=5)
    reads_aloud(operator)
    presses(operator, "1212122")
    assert head(operator)[0] == "Ballots read: 5"
    assert head(operator)[2] == (
        "Stop at 5: caller and both tally keepers compare. Go on when all three agree."
    )
    presses(operator, " 1")
    assert head(operator)[0] == "Ballots read: 5"
    presses(operator, "\n33")
    assert board(operator) == {"1": "3", "2": "2", "3": "2", "−": "0", "+": "0"}
    assert head(operator)[2].endswith("Compare at 10.")


def test_where_the_tallies_differ_the_lot_is_read_once_more(open_at: Open) -> None:
    operator, _ = open_at(FIRST, candidates=3, compare_every=5)
    page = reads_aloud(operator)
    presses(operator, "11111\n22222")
    assert page.rarely.text() == "They differ: read the last 5 once more"
    page.rarely.click()
    assert board(operator)["2"] == "0"
    assert operator.focus is page.head
    presses(operator, "33333")
    assert head(operator)[0] == "Ballots read: 10"


def test_a_stroke_can_be_undone_at_the_stop(open_at: Open) -> None:
    operator, _ = open_at(FIRST, candidates=3, compare_every=5)
    reads_aloud(operator)
    presses(operator, "11111<2")
    assert (board(operator)["1"], board(operator)["2"]) == ("4", "1")


def test_in_a_pause_nobody_reads(open_at: Open) -> None:
    operator, _ = open_at(FIRST, candidates=3)
    page = reads_aloud(operator)
    presses(operator, "1 23<")
    assert head(operator)[0] == "Ballots read: 1"
    assert head(operator)[2] == "Pause: nobody reads. The space bar goes on."
    presses(operator, " 2\n")
    assert head(operator)[0] == "Ballots read: 2"
    presses(operator, "  ")
    page.rarely.click()
    page.rarely.click()
    assert head(operator)[0] == "Ballots read: 0"


def test_doubtful_ballots_are_decided_before_the_totals_are_taken_over(open_at: Open) -> None:
    operator, evening = open_at(FIRST, candidates=3)
    reads_aloud(operator)
    presses(operator, "11+2+-")
    operator.goes_on()
    assert head(operator)[2].startswith("The pile is done: all three compare")
    operator.goes_on()
    assert head(operator)[2].startswith("Set apart: 2. Decide on each")
    operator.goes_on()
    assert operator.problems == (
        "Doubtful ballots are still set apart: 2. Decide on each and press the key of its place.",
    )
    page_of(operator).head.setFocus()
    presses(operator, "1+-")
    assert head(operator)[0] == "Ballots read: 6"
    operator.goes_on()
    operator.goes_on()

    assert operator.figures == ("3", "1", "0", "", "2")
    assert operator.words[0] == "three (read aloud)"
    assert operator.field.startswith("Line 14,")
    assert evening.session.night.first[INVALID] == 2


def test_the_figures_are_changed_on_the_sheet_as_any_other(open_at: Open) -> None:
    operator, evening = open_at(FIRST, candidates=3)
    reads_aloud(operator)
    presses(operator, "112-\n\n")
    operator.sheet.fields[0].setFocus()
    operator.sheet.fields[0].selectAll()
    operator.types("5")
    assert operator.words[:2] == ("five", "one (read aloud)")
    operator.goes_on()
    assert operator.problems == ("Line 14, Valid votes: write a figure, or 0 if there are none.",)
    operator.enter()
    operator.writes("6")
    operator.goes_on()
    assert evening.session.night.first[APPLE] == 5
    assert evening.session.night.step == "count.pear.takeover"


def test_more_ballots_can_be_read_after_the_pile_was_said_to_be_done(open_at: Open) -> None:
    operator, _ = open_at(FIRST, candidates=3)
    page = reads_aloud(operator)
    presses(operator, "1\n 2")
    assert head(operator)[0] == "Ballots read: 2"
    presses(operator, "+\n\n")
    page.rarely.click()
    presses(operator, "3")
    assert head(operator)[0] == "Ballots read: 4"
    presses(operator, "\n<3")
    assert head(operator)[0] == "Ballots read: 4"


def test_of_a_ballot_with_several_marks_each_mark_is_read(open_at: Open) -> None:
    operator, _ = open_at(FIRST, candidates=3, seats=2)
    reads_aloud(operator)
    presses(operator, "12")
    assert head(operator)[0] == "Votes read: 2"


def test_continue_ends_a_pause_too(open_at: Open) -> None:
    operator, _ = open_at(FIRST, candidates=3)
    reads_aloud(operator)
    presses(operator, " ")
    operator.goes_on()
    presses(operator, "1")
    assert head(operator)[0] == "Ballots read: 1"


def test_after_the_comparison_nothing_is_left_to_undo(open_at: Open) -> None:
    operator, _ = open_at(FIRST, candidates=3, compare_every=2)
    reads_aloud(operator)
    presses(operator, "11\n<")
    assert head(operator)[:2] == ("Ballots read: 2", "")


def test_an_empty_pile_gives_no_figures(open_at: Open) -> None:
    operator, evening = open_at(FIRST, candidates=3)
    reads_aloud(operator)
    operator.goes_on()
    assert operator.problems[0].startswith("No ballot was read yet.")
    assert APPLE not in evening.session.night.first


def test_back_leads_to_the_sheet_and_the_link_on_from_there(open_at: Open) -> None:
    operator, _ = open_at(FIRST, candidates=3)
    reads_aloud(operator)
    presses(operator, "12")
    operator.goes_back()
    page = operator.window.page
    assert isinstance(page, EntryPage)
    assert page.aloud.text() == "Read on aloud: 2 so far"
    reads_aloud(operator)
    presses(operator, "3")
    assert head(operator)[0] == "Ballots read: 3"


def test_a_second_reading_shows_nothing_of_the_first(open_at: Open, qtbot: QtBot) -> None:
    """U7: neither on the sheet nor on the board, and not for a screen reader."""
    operator, evening = open_at(FIRST, candidates=3)
    reads_aloud(operator)
    presses(operator, "1" * 37 + "\n\n")
    operator.types("37")
    operator.goes_on()
    evening.sits_down(SECRETARY, "count.pear.takeover")
    step.go(evening.session, SECOND)
    guide = operator.window.findChild(Guide)
    assert guide is not None
    guide.follow()
    reads_aloud(operator)

    assert board(operator) == {"1": "0", "2": "0", "3": "0", "−": "0", "+": "0"}
    presses(operator, "2")
    operator.goes_back()
    only_one_page_is_left(operator, qtbot)
    shown = operator.everything()
    assert "37" not in shown
    assert "thirty" not in shown
    assert operator.figures == ("", "", "", "", "")


def test_a_reading_that_was_given_up_tells_nothing_after_the_sheet_is_closed(
    open_at: Open, qtbot: QtBot
) -> None:
    """U7: the link to it would tell how many were read."""
    operator, evening = open_at(FIRST, candidates=3)
    reads_aloud(operator)
    presses(operator, "1" * 37)
    operator.goes_back()
    operator.writes("5", "5", "5", "15", "0")
    assert evening.session.night.step == "count.pear.takeover"
    operator.goes_back()
    assert set(operator.figures) == {""}
    only_one_page_is_left(operator, qtbot)
    assert "37" not in operator.everything()
    assert not any("37" in each.text() for each in operator.window.findChildren(QPushButton))


def test_keys_that_come_while_the_disk_works_are_written_together(open_at: Open) -> None:
    operator, evening = open_at(FIRST, candidates=3)
    reads_aloud(operator)
    before = len(evening.journal.rows)
    appended: list[int] = []
    write = evening.journal.append

    def append(entries: Sequence[Entry]) -> None:
        appended.append(len(entries))
        write(entries)

    # Listens between the page and its journal: how many entries are written at a time.
    evening.journal.append = append  # type: ignore[method-assign]
    presses_fast(operator, "1212<3")
    assert appended == [6]
    assert len(evening.journal.rows) == before + 6
    assert board(operator) == {"1": "2", "2": "1", "3": "1", "−": "0", "+": "0"}


def test_no_stroke_is_on_the_wall_before_it_is_on_the_disk(open_at: Open) -> None:
    """U21: what was seen was kept."""
    operator, evening = open_at(FIRST, candidates=3)
    reads_aloud(operator)
    write = evening.journal.append
    seen: list[str] = []

    def append(entries: Sequence[Entry]) -> None:
        seen.append(board(operator)["1"])
        write(entries)

    # Listens between the page and its journal: how many entries are written at a time.
    evening.journal.append = append  # type: ignore[method-assign]
    presses(operator, "111")
    assert seen == ["0", "1", "2"]


def test_a_disk_that_refuses_is_told_and_the_stroke_does_not_count(open_at: Open) -> None:
    operator, evening = open_at(FIRST, candidates=3)
    reads_aloud(operator)
    presses(operator, "1")
    evening.journal.refuses = True
    presses(operator, "2")
    assert "No space left on device" in operator.problems[0]
    assert board(operator)["2"] == "0"
    evening.journal.refuses = False
    presses(operator, "2")
    assert operator.problems == ()
    assert board(operator)["2"] == "1"


def test_a_disk_that_refuses_keeps_the_page_for_reading_open(open_at: Open) -> None:
    operator, evening = open_at(FIRST, candidates=3)
    evening.journal.refuses = True
    page = operator.window.page
    assert isinstance(page, EntryPage)
    page.aloud.click()
    assert operator.window.page is page
    evening.journal.refuses = False
    reads_aloud(operator)
    evening.journal.refuses = True
    operator.window.foot.back_button.click()
    assert page_of(operator).board.isVisible()


def test_another_language_loses_neither_strokes_nor_half_a_key(
    open_at: Open, language: Language
) -> None:
    operator, _ = open_at(FIRST, candidates=12)
    page = reads_aloud(operator)
    presses(operator, "011")
    for code in LANGUAGES:
        language.speak(code)
        settle()
        assert board(operator)["01"] == "1"
        assert head(operator)[1] == "1…"
        assert page.head.hasFocus()


def test_sheets_without_candidates_have_no_link(open_at: Open) -> None:
    operator, _ = open_at("before.pear.first")
    page = operator.window.page
    assert isinstance(page, EntryPage)
    assert page.aloud.isHidden()


def test_a_sheet_that_was_closed_is_not_read_aloud_any_more(open_at: Open) -> None:
    operator, _ = open_at("count.pear.takeover")
    operator.goes_back()
    page = operator.window.page
    assert isinstance(page, EntryPage)
    assert page.aloud.isHidden()


def test_the_whole_screen_is_there_for_a_projector_and_back(open_at: Open) -> None:
    """U35: F11."""
    operator, _ = open_at(FIRST, candidates=3)
    reads_aloud(operator)
    assert not operator.window.isFullScreen()
    QTest.keyClick(operator.window, Qt.Key.Key_F11)
    assert operator.window.isFullScreen()
    QTest.keyClick(operator.window, Qt.Key.Key_F11)
    assert not operator.window.isFullScreen()


@pytest.mark.parametrize("key", ["1", "-", "+", "<", " "])
def test_no_key_for_a_ballot_works_with_control(open_at: Open, key: str) -> None:
    operator, _ = open_at(FIRST, candidates=3)
    reads_aloud(operator)
    presses(operator, "2")
    operator.press(KEYS[key], Qt.KeyboardModifier.ControlModifier)
    settle()
    assert head(operator)[0] == "Ballots read: 1"
    assert "Pause" not in head(operator)[2]
