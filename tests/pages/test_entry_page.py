"""Writing figures at the keyboard: what every key does, and what it never does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tallydesk.counting.place import Place
from tallydesk.ui.pages.entry import EntryPage
from tallydesk.workflow.happening import StepOpened
from tests.evening import SECRETARY
from tests.pages.conftest import Open
from tests.pages.legibility import settle

BEFORE = "before.pear.first"
AGAIN = "before.pear.second"


def test_enter_goes_to_the_next_field_and_on_the_last_continues(open_at: Open) -> None:
    """U14."""
    operator, evening = open_at(BEFORE)

    operator.writes("1250", "1034", "18", "212")
    assert operator.field.startswith("Line 16,")
    operator.writes("4")

    assert evening.session.night.step == "before.takeover"


def test_a_figure_is_kept_before_the_next_field_has_the_focus(open_at: Open) -> None:
    """U21."""
    operator, evening = open_at(BEFORE)

    operator.writes("1250")

    assert evening.session.night.first[Place("pear", "line", "3")] == 1250


def test_continuing_with_a_blank_names_the_line_and_zero_passes(open_at: Open) -> None:
    """U1."""
    operator, _ = open_at(BEFORE)
    operator.writes("1250", "1034", "0", "")
    operator.goes_on()

    assert operator.problems == (
        "Line 8, Unused ballots, counted and cancelled: write a figure, or 0 if there are none.",
        "Line 16, Spoilt ballots, given back by voters: write a figure, or 0 if there are none.",
    )


def test_the_summary_has_the_focus_and_leads_to_the_field(open_at: Open) -> None:
    """U4."""
    operator, _ = open_at(BEFORE)
    operator.writes("1250", "1034", "18")
    operator.goes_on()

    assert operator.field == operator.problems[0]
    operator.enter()
    assert operator.field.startswith("Line 8,")
    assert operator.words[3] == "! write a figure, or 0 if there are none"


@pytest.mark.parametrize("typed", ["1.234", "1,234", "12a", "-1", "ə", "½"])
def test_what_is_no_figure_stays_as_it_was_typed(open_at: Open, typed: str) -> None:
    """U2."""
    operator, evening = open_at(BEFORE)
    operator.writes(typed, "1034", "18", "212", "4")

    assert operator.figures[0] == typed
    assert operator.words[0] == "! write it with the digits 0 to 9 only"
    assert Place("pear", "line", "3") not in evening.session.night.first
    assert evening.session.night.step == BEFORE


def test_nothing_is_said_against_a_figure_while_it_is_typed_or_left(open_at: Open) -> None:
    """U4."""
    operator, _ = open_at(BEFORE)

    operator.writes("12a", "99999999")

    assert operator.problems == ()
    assert operator.words[:2] == ("", "")


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown]
)
def test_moving_keys_never_change_a_figure(open_at: Open, key: Qt.Key) -> None:
    """U3."""
    operator, _ = open_at(BEFORE)
    operator.types("1250")

    operator.press(key)

    assert operator.figures[0] == "1250"


def test_the_wheel_never_changes_a_figure(open_at: Open) -> None:
    """U3."""
    operator, _ = open_at(BEFORE)
    operator.types("1250")
    field = operator.sheet.fields[0]
    here = QPointF(field.rect().center())

    wheel = QWheelEvent(
        here,
        field.mapToGlobal(here),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)

    assert operator.figures[0] == "1250"


def test_down_on_the_last_field_does_nothing(open_at: Open) -> None:
    """U14."""
    operator, evening = open_at(BEFORE)
    for _ in range(4):
        operator.press(Qt.Key.Key_Down)
    last = operator.field

    operator.press(Qt.Key.Key_Down)

    assert operator.field == last
    assert last.startswith("Line 16,")
    assert evening.session.night.step == BEFORE


def test_escape_leaves_neither_page_nor_figure(open_at: Open) -> None:
    """U23."""
    operator, evening = open_at(BEFORE)
    operator.types("1250")

    operator.press(Qt.Key.Key_Escape)

    assert operator.figures[0] == "1250"
    assert evening.session.night.step == BEFORE


def test_the_words_stand_beside_the_figure_while_it_is_typed(open_at: Open) -> None:
    """Every figure also in words, while typing (U13). U4."""
    operator, _ = open_at(BEFORE)

    operator.types("12")
    assert operator.words[0] == "twelve"
    operator.types("50")

    assert operator.words[0] == "one thousand two hundred and fifty"
    assert operator.sheet.fields[0].accessibleDescription() == operator.words[0]


def test_the_first_figures_appear_nowhere_in_the_second_entry(open_at: Open) -> None:
    """U7."""
    operator, evening = open_at(AGAIN, member=SECRETARY, first=918)
    first = {str(count) for count in evening.session.night.first.values()}
    operator.writes("919", "919")
    operator.goes_on()

    assert first == {"918"}
    assert operator.figures == ("919", "919", "", "", "")
    assert "918" not in operator.everything()
    assert "eighteen" not in operator.everything()


def test_going_back_from_the_second_entry_uncovers_nothing(open_at: Open) -> None:
    operator, _ = open_at("before.takeover")

    operator.goes_back()

    assert operator.heading == "Before any box is opened"
    assert set(operator.figures) == {""}
    assert operator.sheet.fields[0].isReadOnly()


def test_a_mismatch_says_only_to_look_at_the_paper(open_at: Open) -> None:
    """U7."""
    operator, evening = open_at(AGAIN, member=SECRETARY)
    operator.writes("7", "7", "8", "7", "7")

    assert operator.problems == (
        "Line 6, Ballots issued outside the station: does not match: look at the paper.",
    )
    assert operator.figures == ("7", "7", "", "7", "7")
    assert evening.session.night.step == AGAIN


def test_a_second_look_that_says_the_same_again_stands(open_at: Open) -> None:
    operator, evening = open_at(AGAIN, member=SECRETARY)
    operator.writes("7", "7", "8", "7", "7")
    operator.enter()
    operator.types("8")
    operator.goes_on()

    assert evening.session.night.settled[Place("pear", "line", "6")] == 8
    assert evening.session.night.step == "before.findings"


def test_candidates_can_be_counted_in_bundles(open_at: Open) -> None:
    """U10."""
    operator, evening = open_at("count.pear.first", candidates=3)
    operator.changes_over()

    operator.writes("8", "12")

    assert operator.words[0] == "= 412  four hundred and twelve"
    night = evening.session.night
    assert night.first[Place("pear", "vote", "c0")] == 412
    assert night.piles[1, Place("pear", "vote", "c0")] == (8, 12)


def test_a_rest_of_a_whole_bundle_is_named(open_at: Open) -> None:
    """U10."""
    operator, _ = open_at("count.pear.first", candidates=1)
    operator.changes_over()
    operator.writes("8", "50", "9", "1")

    assert operator.problems == ("Candidate 1, Apple: what is left over must be fewer than 50.",)


def test_the_language_changes_without_losing_text_or_focus(open_at: Open) -> None:
    """U19."""
    operator, _ = open_at(BEFORE)
    operator.writes("1250")
    operator.types("10")

    operator.window.head.language_chosen.emit("az")
    settle()

    assert operator.figures[:2] == ("1250", "10")
    assert operator.field == "Bənd 5, Seçki bülletenləri almış seçicilər (imzalar)"
    assert operator.heading == "Heç bir qutu açılmazdan əvvəl"
    assert operator.words[0] == "min iki yüz əlli"


def test_a_disk_that_refuses_is_named_and_the_text_stays(open_at: Open) -> None:
    operator, evening = open_at(BEFORE)
    evening.journal.refuses = True

    operator.writes("1250")

    assert operator.figures[0] == "1250"
    assert "No space left on device" in operator.problems[0]


def test_the_work_goes_on_at_the_field_after_the_last_one_written(open_at: Open) -> None:
    operator, _ = open_at(BEFORE)
    operator.writes("1250", "1034")

    operator.window.page.finished.emit()

    assert operator.field.startswith("Line 6,")
    assert operator.figures[:2] == ("1250", "1034")


def test_a_finished_stage_opens_again_only_with_a_reason(open_at: Open) -> None:
    """U12."""
    operator, evening = open_at("slip")
    evening.session.happen(StepOpened(BEFORE))
    operator.window.page.finished.emit()
    page = operator.window.page
    assert isinstance(page, EntryPage)
    assert set(operator.figures) == {"7"}

    page.reopening.button.click()
    assert operator.problems == ("Write why this stage is opened again.",)
    page.reopening.line.box.setFocus()
    operator.types("A bundle was found under the table")
    operator.enter()

    assert evening.session.night.reopened[-1].reason == "A bundle was found under the table"
    assert evening.session.night.step == BEFORE
    assert set(operator.figures) == {""}
