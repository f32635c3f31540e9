"""What holds on every page and in every state of it, in three languages, palettes and sizes.

U15: Continue is there at 1093x540, at 150 % text too. U16: letters are large enough and stand out
from their ground. U17: whatever takes the focus has a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QPlainTextEdit, QWidget

from tallydesk.ui import pages, theme
from tallydesk.ui.language import LANGUAGES, Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.page import Page
from tests.fakes import EVENING
from tests.pages.contrast import LEAST, Picture, texts_seen
from tests.pages.every_page import every_page
from tests.pages.legibility import cut_texts, settle

THEMES = tuple(theme.Theme(palette, scale) for scale in (100, 150) for palette in theme.PALETTES)
ENTRY_PT, LEAST_PT = 14, 10


@pytest.mark.timeout(600)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_page_can_be_read_and_worked(language: Language, code: str) -> None:
    window = MainWindow(language, lambda: EVENING)
    window.resize(1093, 540)
    window.show()
    QTest.qWaitForWindowActive(window)
    wrong: dict[str, list[str]] = {}

    opened: set[type] = set()
    for name in every_page(window, language):
        language.speak(code)
        opened.add(type(window.page))
        for worn in THEMES:
            window.wear(worn)
            settle()
            found = [*cut_texts(window), *faults(window)]
            if found:
                wrong[f"{name} {worn.palette} {worn.scale}"] = found
        window.wear(theme.Theme())
    window.close()

    assert wrong == {}
    assert {each.__name__ for each in all_pages() - opened} == set()


def test_what_is_wrong_with_a_page_is_seen(language: Language) -> None:
    """The twin that is not good: each fault by itself is found, and one of each is."""
    window = MainWindow(language, lambda: EVENING)
    window.resize(1093, 540)
    window.show()
    next(every_page(window, language))
    page = window.page
    assert [*faults(window)] == []

    page.heading.setStyleSheet("color: #767676")
    assert [fault.partition(":1")[0] for fault in faults(window)] == ["4.2"]
    page.heading.setStyleSheet("font-size: 9pt")
    assert [*faults(window)] == [f"9.0 pt: {page.heading.text()}"]
    page.heading.setStyleSheet("")
    small = QLineEdit("13 pt", page)
    small.setStyleSheet("font-size: 13pt; color: black")
    small.show()
    assert [*faults(window)] == ["13.0 pt: 13 pt", "no name: QLineEdit"]
    small.hide()
    window.foot.continue_button.move(0, 100)
    assert [*faults(window)] == ["Continue is not there"]
    window.close()


def all_pages() -> set[type]:
    """Every class of a page that the program has."""
    folder = Path(pages.__file__ or "").parent
    modules = [import_module(f"{pages.__name__}.{path.stem}") for path in folder.glob("[a-z]*.py")]
    return {
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Page) and each.__module__ == module.__name__
    }


def faults(window: MainWindow) -> Iterator[str]:
    """What is wrong with the open page beside texts that are cut."""
    yield from _unreadable(window)
    yield from _nameless(window)
    yield from _sideways(window)
    if not continue_is_there(window):
        yield "Continue is not there"


def _unreadable(window: MainWindow) -> Iterator[str]:
    worn, picture = theme.in_force(), Picture(window)
    for seen in texts_seen(window):
        entry = isinstance(seen.widget, QLineEdit | QPlainTextEdit)
        if seen.points < (ENTRY_PT if entry else LEAST_PT) * worn.scale / 100:
            yield f"{seen.points} pt: {seen.text}"
        stands_out = picture.contrast_of(seen)
        if stands_out < LEAST[worn.palette]:
            yield f"{stands_out:.1f}:1: {type(seen.widget).__name__} {seen.text}"


def _nameless(window: MainWindow) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            told = QAccessible.queryAccessibleInterface(widget)
            if not told.text(QAccessible.Text.Name).strip():
                yield f"no name: {type(widget).__name__}"


def _sideways(window: MainWindow) -> Iterator[str]:
    for area in window.findChildren(QAbstractScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0:
            yield f"scrolls sideways: {area.objectName() or type(area).__name__}"


def continue_is_there(window: MainWindow) -> bool:
    button = window.foot.continue_button
    corner = button.mapTo(window, QPoint(button.width(), button.height()))
    return button.isVisible() and corner.x() <= window.width() and corner.y() <= window.height()
