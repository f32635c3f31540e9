"""What this program is, and what went wrong so far (U36)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tallydesk.app import App
from tallydesk.ui.pages.about import AboutPage
from tallydesk.ui.pages.log import SHOWN, LogPage, LogPresenter
from tallydesk.ui.pages.package import PackagePage
from tallydesk.ui.pages.start import StartPage
from tallydesk.ui.trouble import LOG, Trouble
from tests.fakes import DictOutbox
from tests.first_use import tried_before
from tests.pages.operator import Operator
from tests.pages.test_broken_journal import kind_of_page
from tests.pages.test_copies_page import FullDisk

PIN = "73915268"


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[App]:
    """The window on an empty data folder, with a stick in."""
    (tmp_path / "stick").mkdir()
    app = App(qapp, tried_before(tmp_path / "data"), "en", sticks=(tmp_path / "stick",))
    qtbot.addWidget(app.window)
    with qtbot.waitActive(app.window):
        app.window.show()
    yield app
    app.close()


def asks_about(app: App) -> AboutPage:
    QTest.keyClick(app.window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    page = app.window.page
    assert isinstance(page, AboutPage)
    return page


def went_wrong(folder: Path, *sentences: str) -> str:
    """Exceptions that nobody expected, while somebody typed a PIN; the whole log."""
    trouble = Trouble(folder)
    with pytest.MonkeyPatch.context() as quiet:
        quiet.setattr(sys, "stderr", None)
        for sentence in sentences:
            try:
                _fails_with(PIN, sentence)
            except ZeroDivisionError as error:
                trouble.happened(type(error), error, error.__traceback__)
    trouble.close()
    return (folder / LOG).read_text("utf-8")


def _fails_with(pin: str, sentence: str) -> None:
    assert pin
    raise ZeroDivisionError(sentence)


def test_versions_and_licences_are_shown_and_copied(app: App) -> None:
    page = asks_about(app)
    shown = Operator(app.window).everything()
    for name in ("tallydesk", "Build", "Qt", "Python", "SQLite", "PySide6", "Apache-2.0", "DejaVu"):
        assert name in shown
    page.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("tallydesk: ")
    assert f"Python: {sys.version.split()[0]}" in copied
    assert "Licence: Apache-2.0" in copied
    assert "Copied." in Operator(app.window).everything()


def test_the_first_page_leads_there_and_back(app: App) -> None:
    start = app.window.page
    assert isinstance(start, StartPage)
    Operator(app.window).press(Qt.Key.Key_6, text="6")
    start.go_on()
    assert kind_of_page(app) is AboutPage
    Operator(app.window).goes_on()
    assert kind_of_page(app) is StartPage


def test_from_within_a_night_it_leads_back_to_where_the_work_was(app: App) -> None:
    app.window.page.go_on()
    assert kind_of_page(app) is PackagePage
    asks_about(app)
    Operator(app.window).goes_on()
    assert kind_of_page(app) is PackagePage
    asks_about(app).log_button.click()
    Operator(app.window).goes_on()
    assert kind_of_page(app) is PackagePage


def test_nothing_went_wrong_yet(app: App) -> None:
    asks_about(app).log_button.click()
    page = app.window.page
    assert isinstance(page, LogPage)
    assert "Nothing has gone wrong on this laptop." in Operator(app.window).everything()
    assert page.save_button.isHidden()


def test_the_log_is_shown_and_saved_to_papers_and_stick(app: App, tmp_path: Path) -> None:
    whole = went_wrong(tmp_path / "data", "the first of two", "the second of two")
    asks_about(app).log_button.click()
    page = app.window.page
    assert isinstance(page, LogPage)
    assert page.lines.isReadOnly()
    assert "the second of two" in page.lines.toPlainText()
    page.save_button.click()
    page.stick_button.click()
    for folder in (tmp_path / "data" / "papers", tmp_path / "stick" / "tallydesk"):
        assert (folder / LOG).read_text("utf-8") == whole
    assert str(tmp_path / "stick" / "tallydesk" / LOG) in Operator(app.window).everything()


def test_no_secret_that_was_typed_stands_in_the_log(tmp_path: Path) -> None:
    whole = went_wrong(tmp_path, "while a PIN was typed")
    assert "while a PIN was typed" in whole
    assert PIN not in whole


def test_a_long_log_is_shown_from_its_end_and_saved_whole() -> None:
    lines = [f"line {number}" for number in range(SHOWN + 50)]
    outbox, whole = DictOutbox(), "\n".join(lines).encode()
    presenter = LogPresenter(lambda: whole, outbox, None)
    assert presenter.state.lines == tuple(lines[50:])
    presenter.saves(on_stick=False)
    assert outbox.files == {LOG: whole}


def test_a_full_disk_and_a_log_that_cannot_be_read_are_said() -> None:
    full = LogPresenter(lambda: b"trouble", FullDisk(), None)
    assert full.saves(on_stick=False).refused is not None
    assert full.state.saved == ""

    def unreadable() -> bytes:
        raise PermissionError(13, "Permission denied", LOG)

    assert LogPresenter(unreadable, DictOutbox(), None).state.refused is not None
