"""The exercise of the first use: five screens, and whoever wants none skips it (U20)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tallydesk.app import App
from tallydesk.device.data_folder import data_folder
from tallydesk.ui import theme
from tallydesk.ui.exercise_presenter import SCREENS
from tallydesk.ui.pages.exercise import ExercisePage
from tallydesk.ui.pages.start import StartPage, StartPresenter
from tests.pages.operator import Operator

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[App]:
    """A window that was never opened before."""
    app = App(qapp, data_folder(tmp_path), "en")
    qtbot.addWidget(app.window)
    with qtbot.waitActive(app.window):
        app.window.show()
    yield app
    app.window.wear(theme.Theme())
    app.language.speak("en")
    app.close()


@pytest.fixture
def operator(app: App) -> Operator:
    """At the first screen of the exercise, which Enter on the first page opens."""
    operator = Operator(app.window)
    operator.enter()
    assert operator.heading == "Try the keys: write figures"
    return operator


def does_its_task(operator: Operator) -> None:
    """What the screen that is shown asks for."""
    task = operator.heading.removeprefix("Try the keys: ")
    if task == "mend a figure":
        operator.press(Qt.Key.Key_Up)
        operator.types("1248")
    elif task == "choose an answer":
        operator.types("2")
    else:
        figures = {"write figures": ("1248", "0"), "a pile in bundles": ("3", "12")}
        operator.writes(*figures.get(task, ())[:-1])
        operator.types("".join(figures.get(task, ())[-1:]))
    operator.goes_on()


def test_it_is_at_most_five_screens_and_says_how_many(operator: Operator) -> None:
    assert len(SCREENS) <= 5
    seen = []
    for _ in SCREENS:
        seen.append(operator.left)
        does_its_task(operator)
    assert seen == [f"Screen {number} of 5" for number in range(1, 6)]
    assert operator.heading == "Count a practice night"


def test_a_blank_and_another_figure_are_told_and_nothing_goes_on(operator: Operator) -> None:
    operator.goes_on()
    assert [said.split(": ")[1] for said in operator.problems] == [
        "write a figure, or 0 if there are none."
    ] * 2
    operator.enter()
    operator.writes("1284", "0")
    assert operator.problems == ("Line 1, Voters on the list, total: here the paper says 1248.",)
    assert operator.left == "Screen 1 of 5"


def test_what_stood_in_a_line_gives_way_to_what_is_typed(operator: Operator) -> None:
    does_its_task(operator)
    assert operator.figures == ("1284", "0")
    operator.goes_on()
    assert operator.problems == ("Line 1, Voters on the list, total: here the paper says 1248.",)
    operator.enter()
    assert operator.words[0] == "! does not match: look at the paper"
    operator.types("1248")
    assert operator.window.page.summary.isHidden()
    assert operator.words[0] == "one thousand two hundred and forty-eight"
    operator.goes_on()
    assert operator.heading == "Try the keys: a pile in bundles"


def test_another_answer_than_the_second_is_told(operator: Operator) -> None:
    for _ in range(3):
        does_its_task(operator)
    operator.types("3")
    operator.enter()
    assert operator.problems == ("Choose the second answer.",)
    operator.enter()
    operator.press(Qt.Key.Key_Up)
    operator.enter()
    assert operator.heading == "Try the keys: the window itself"


def test_the_last_screen_marks_what_was_tried(operator: Operator) -> None:
    for _ in range(4):
        does_its_task(operator)
    page = operator.window.page
    assert isinstance(page, ExercisePage)

    def marks() -> list[str]:
        return [row.mark for row in page.trials.shown]

    assert marks() == ["", "", ""]
    QTest.keyClick(operator.window, Qt.Key.Key_F9)
    assert marks() == ["", "", "done"]
    QTest.keyClick(operator.window, Qt.Key.Key_Plus, CTRL)
    assert marks() == ["", "done", "done"]
    QTest.keyClick(operator.window, Qt.Key.Key_3, ALT)
    QApplication.sendPostedEvents()
    assert marks() == ["done"] * 3


def test_back_goes_a_screen_back_and_from_the_first_one_out(operator: Operator) -> None:
    does_its_task(operator)
    operator.goes_back()
    assert operator.heading == "Try the keys: write figures"
    operator.goes_back()
    assert isinstance(operator.window.page, StartPage)


def test_whoever_skips_it_is_not_asked_again_and_may_come_back(
    app: App, operator: Operator, qapp: QApplication, tmp_path: Path
) -> None:
    page = app.window.page
    assert isinstance(page, ExercisePage)
    page.skip.click()
    assert operator.field.startswith("Begin a new practice")
    again = App(qapp, data_folder(tmp_path), "en")
    first = again.window.page.first_field()
    assert first is not None
    assert first.accessibleName().startswith("Begin a new practice")
    again.close()


def test_an_official_package_comes_before_it() -> None:
    """On the night itself nobody wants an exercise first."""
    official = StartPresenter(stopped_night=False, official=True, tried=False)
    assert official.state.way == "anew"
    assert "keys" in official.state.ways
