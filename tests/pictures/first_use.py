"""The first page of somebody who was never here, and the screens of the exercise."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt

from tallydesk.ui.language import Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.pages.exercise import ExercisePage
from tallydesk.ui.pages.start import StartPage
from tests.album import album
from tests.pages.operator import Operator


def first_use(window: MainWindow, language: Language) -> Iterator[str]:
    """One after the other in the window; a name for each."""
    window.open_page(StartPage(language, stopped_night=False, tried=False))
    window.head.tell("", "", "", practice=True)
    yield "first-use"
    page = ExercisePage(language, album().plan.package)
    operator = Operator(window)
    window.open_page(page)
    yield "exercise-figures"
    operator.goes_on()
    yield "exercise-figures-problem"
    _type(page, "1248", "0")
    page.go_on()
    yield "exercise-mending"
    page.go_on()
    yield "exercise-mending-problem"
    _type(page, "1248")
    page.go_on()
    yield "exercise-bundles"
    _type(page, "3", "12")
    page.go_on()
    yield "exercise-answers"
    page.go_on()
    yield "exercise-answers-problem"
    page.answers.field().setFocus()
    operator.press(Qt.Key.Key_2, text="2")
    page.go_on()
    # Whoever takes the pictures changes language and letters: the marks come by themselves.
    yield "exercise-window"


def _type(page: ExercisePage, *figures: str) -> None:
    for field, figure in zip(page.sheet.fields, figures, strict=False):
        field.setText(figure)
        field.textEdited.emit(figure)
