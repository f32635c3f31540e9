"""A journal that does not hold: the first page names the event and offers the ways on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tallydesk.app import App
from tallydesk.device.data_folder import data_folder
from tallydesk.storage.export import lines_of, read_export
from tallydesk.storage.reading import read_entries
from tallydesk.ui.pages.read_only import ReadOnlyPage
from tallydesk.ui.pages.restore import RestorePage
from tallydesk.ui.pages.start import StartPage
from tallydesk.workflow.telling import Telling
from tests.attacks.night import Whole, attacked, whole_night
from tests.pages.operator import Operator


@pytest.fixture(scope="module")
def whole() -> Whole:
    return whole_night()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "data"
    root.mkdir()
    return root


@pytest.fixture
def broken(folder: Path, whole: Whole) -> Path:
    """A whole night in which somebody gave the hundredth event to another member."""
    statement = "UPDATE entry SET member = 9 WHERE number = 100"
    return attacked(whole, folder, lambda connection: connection.execute(statement))


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, folder: Path, broken: Path) -> App:
    assert broken.exists()
    app = App(qapp, data_folder(folder), "en")
    qtbot.addWidget(app.window)
    with qtbot.waitActive(app.window):
        app.window.show()
    app.window.page.go_on()
    return app


def kind_of_page(app: App) -> type:
    return type(app.window.page)


def choose(operator: Operator, number: int) -> None:
    page = operator.window.page
    assert isinstance(page, StartPage)
    page.choices.field().setFocus()
    operator.press(Qt.Key(Qt.Key.Key_0 + number), text=str(number))


def test_the_refusal_names_the_event_what_differs_and_the_ways_on(
    app: App, broken: Path, whole: Whole
) -> None:
    before = broken.read_bytes()
    at = Telling({}, "en", whole.session.package).wall(whole.entries[99].at)
    operator = Operator(app.window)
    (said,) = operator.problems
    assert said == (
        f"Event 100 (Step finished: stationary.findings; {at}) is not as it was written: the "
        "member was Nərgiz Nümunə. "
        "Restore the night from a copy, or open it to read only."
    )
    page = app.window.page
    assert isinstance(page, StartPage)
    assert broken.read_bytes() == before
    app.close()


def test_what_can_be_read_is_shown_and_saved_and_nothing_of_it_is_changed(
    app: App, broken: Path, whole: Whole
) -> None:
    before = broken.read_bytes()
    operator = Operator(app.window)
    choose(operator, 1)
    app.window.page.go_on()

    page = app.window.page
    assert isinstance(page, ReadOnlyPage)
    lines = page.events.toPlainText().splitlines()
    assert len(lines) == 99
    assert "Package opened" in lines[0]
    assert page.events.isReadOnly()
    assert page.notice.isVisible()
    page.go_on()
    (saved,) = (broken.parent / "papers").iterdir()
    entries = read_export(saved.read_bytes())
    assert len(entries) == len(whole.entries)
    assert entries[99].member == 9
    assert broken.read_bytes() == before
    operator.goes_back()
    assert kind_of_page(app) is StartPage
    app.close()


def test_papers_that_were_sealed_before_the_break_are_saved(
    qapp: QApplication, folder: Path, whole: Whole
) -> None:
    statement = "UPDATE entry SET body = '{}' WHERE number = ?"
    last = len(whole.entries)
    attacked(whole, folder, lambda connection: connection.execute(statement, (last,)))
    app = App(qapp, data_folder(folder), "en")
    app.window.page.go_on()
    app.window.page.go_on()
    app.window.page.go_on()
    names = {path.name for path in (folder / "papers").iterdir()}
    stem = "PRACTICE-000-01-fruit"
    assert names == {"journal.jsonl", f"{stem}-signed.pdf", f"{stem}-codes.txt"}
    app.close()


def test_a_copy_takes_its_place_and_the_broken_one_is_kept_whole(
    app: App, broken: Path, whole: Whole, tmp_path: Path
) -> None:
    before = broken.read_bytes()
    copy = tmp_path / "copy.jsonl"
    copy.write_text("".join(f"{line}\n" for line in lines_of(whole.entries[:150])), "utf-8")
    operator = Operator(app.window)
    choose(operator, 2)
    app.window.page.go_on()
    assert kind_of_page(app) is RestorePage

    operator.types(str(copy))
    operator.enter()

    assert kind_of_page(app) not in {StartPage, RestorePage}
    app.close()
    entries = read_entries(broken)
    assert entries[:150] == whole.entries[:150]
    assert [entry.kind for entry in entries[150:]] == ["Restored", "Resumed", "PauseTold"]
    (kept,) = (broken.parent / "earlier").glob("*-broken/journal.sqlite")
    assert kept.read_bytes() == before


# What the platform without a screen says of every dialog.
@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_copy_is_chosen_as_a_file_beside_the_written_path(
    app: App, broken: Path, whole: Whole, tmp_path: Path, qtbot: QtBot
) -> None:
    before = broken.read_bytes()
    copy = tmp_path / "copy.jsonl"
    copy.write_text("".join(f"{line}\n" for line in lines_of(whole.entries[:150])), "utf-8")
    operator = Operator(app.window)
    choose(operator, 2)
    app.window.page.go_on()
    page = app.window.page
    assert isinstance(page, RestorePage)
    operator.types(str(tmp_path / "near"))
    operator.press(Qt.Key.Key_Tab)
    assert operator.focus is page.path.choose_button

    operator.enter()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.directory().path()) == tmp_path
    dialog.reject()
    assert page.path.line.box.text() == str(tmp_path / "near")
    page.path.choose_button.setFocus()
    operator.enter()
    dialog = page.findChildren(QFileDialog)[-1]
    dialog.selectFile(str(copy))
    with qtbot.waitSignal(dialog.fileSelected):
        dialog.accept()

    assert page.path.line.box.text() == str(copy)
    assert broken.read_bytes() == before
    operator.enter()
    assert kind_of_page(app) not in {StartPage, RestorePage}
    app.close()


def test_a_copy_that_is_not_there_is_refused_by_its_name(app: App, broken: Path) -> None:
    before = broken.read_bytes()
    operator = Operator(app.window)
    choose(operator, 2)
    app.window.page.go_on()
    operator.enter()
    assert not operator.problems
    operator.types("/nowhere/copy.sqlite")
    operator.enter()
    (said,) = operator.problems
    assert said == "The copy /nowhere/copy.sqlite holds no night. Choose another copy."
    assert broken.read_bytes() == before
    app.close()


def test_a_broken_copy_is_refused_by_its_own_event(app: App, broken: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes(broken.read_bytes())
    operator = Operator(app.window)
    choose(operator, 2)
    app.window.page.go_on()
    operator.types(str(copy))
    operator.enter()
    (said,) = operator.problems
    assert said.startswith(f"The copy {copy} does not hold. Event 100 (")
    app.close()


def test_a_new_practice_is_still_offered_and_keeps_the_broken_night(app: App, broken: Path) -> None:
    before = broken.read_bytes()
    operator = Operator(app.window)
    choose(operator, 3)
    app.window.page.go_on()
    app.close()
    assert not isinstance(app.window.page, StartPage)
    (kept,) = (broken.parent / "earlier").glob("*/journal.sqlite")
    assert kept.read_bytes() == before
    with closing(sqlite3.connect(broken)) as connection:
        assert connection.execute("SELECT count(*) FROM entry").fetchone() == (1,)
