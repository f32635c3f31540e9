"""What holds on every page: size of the text, colours, language, the way back, and stopping."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenuBar, QSpinBox, QToolBar, QWidget, QWizard

from tallydesk.ui import theme
from tallydesk.ui.widgets.rail import Rail
from tests.pages.conftest import Open
from tests.pages.legibility import settle

FIRST = "before.pear.first"
CTRL, ALT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)


def test_ctrl_plus_minus_and_zero_change_the_size_of_the_text(open_at: Open) -> None:
    """U16."""
    operator, _ = open_at(FIRST)
    for key, scale in (
        (Qt.Key.Key_Plus, 125),
        (Qt.Key.Key_Plus, 150),
        (Qt.Key.Key_Minus, 125),
        (Qt.Key.Key_0, 100),
        (Qt.Key.Key_Minus, 100),
    ):
        QTest.keyClick(operator.window, key, CTRL)
        assert theme.in_force().scale == scale


@pytest.mark.parametrize(
    ("key", "heading"),
    [
        (Qt.Key.Key_1, "Heç bir qutu açılmazdan əvvəl"),
        (Qt.Key.Key_2, "Before any box is opened"),
        (Qt.Key.Key_3, "До вскрытия ящиков"),
    ],
)
def test_alt_and_a_number_change_the_language(open_at: Open, key: Qt.Key, heading: str) -> None:
    operator, _ = open_at(FIRST)
    operator.writes("1250")

    QTest.keyClick(operator.window, key, ALT)
    settle()

    assert operator.heading == heading
    assert operator.figures[0] == "1250"


def test_f9_goes_through_the_palettes(open_at: Open) -> None:
    """U16."""
    operator, _ = open_at(FIRST)
    worn = []
    for _ in range(3):
        QTest.keyClick(operator.window, Qt.Key.Key_F9, PLAIN)
        worn.append(theme.in_force().palette)

    assert worn == ["dark", "contrast", "light"]


def test_with_large_text_the_head_names_the_step_instead_of_the_rail(open_at: Open) -> None:
    operator, _ = open_at(FIRST)
    rail = operator.window.findChild(Rail)
    assert rail is not None
    assert rail.isVisible()

    operator.window.wear(theme.Theme("light", 150))

    assert not rail.isVisible()
    assert operator.window.head.place.text().startswith("Step 4 of ")
    assert operator.window.head.place.text().endswith(": Before opening")


def test_the_head_says_who_sits_here_and_that_it_is_practice(open_at: Open) -> None:
    operator, _ = open_at(FIRST)
    head = operator.window.head

    assert head.station.text() == "Station 000-01"
    assert head.contest.text() == "Fruit of the year"
    assert head.member.text() == "Ayten Rahimova, chair"
    assert head.ribbon.text() == "PRACTICE"


def test_back_returns_to_the_same_figures(open_at: Open) -> None:
    """U14."""
    operator, evening = open_at(FIRST)
    operator.writes("1250", "1034")

    operator.goes_back()
    assert evening.session.night.step == "close"
    operator.goes_on()

    assert operator.figures[:2] == ("1250", "1034")


def test_save_and_stop_asks_why_once_boxes_are_open(open_at: Open) -> None:
    """U23."""
    operator, evening = open_at("count.pear.first")

    operator.window.foot.stop_button.click()
    assert operator.heading == "Save and stop"
    operator.goes_on()
    assert operator.problems == ("Boxes are open. Write why you stop and who guards the ballots.",)
    operator.enter()
    operator.types("Power failure")
    operator.enter()
    operator.types("The chair and an observer")
    operator.enter()

    gap = evening.session.night.gaps[-1]
    assert (gap.reason, gap.guard) == ("Power failure", "The chair and an observer")


def test_back_from_stopping_returns_to_the_work(open_at: Open) -> None:
    operator, evening = open_at("count.pear.first")
    operator.window.foot.stop_button.click()

    operator.goes_back()

    assert operator.heading == "Sort and count"
    assert not evening.session.night.stopped


def test_the_guided_path_has_no_dialogs_menus_toolbars_or_spin_boxes(open_at: Open) -> None:
    operator, _ = open_at(FIRST)

    for kind in (QDialog, QMenuBar, QToolBar, QSpinBox, QWizard):
        assert operator.window.findChildren(kind) == []


def test_everything_that_takes_the_focus_has_a_name(open_at: Open) -> None:
    operator, _ = open_at(FIRST)

    nameless = [
        widget
        for widget in operator.window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]

    assert nameless == []
