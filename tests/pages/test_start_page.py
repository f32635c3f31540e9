"""The first page: what it offers, and that it asks for nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tallydesk.app import App
from tallydesk.assets import form_bytes, package_bytes
from tallydesk.device.data_folder import data_folder
from tallydesk.storage.reading import read_entries
from tallydesk.ui.pages.start import StartPage
from tallydesk.workflow.opening import PackageFile
from tallydesk.workflow.session import opened_with
from tests.first_use import tried_before
from tests.pages.operator import Operator


@pytest.fixture
def app_in(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> App:
    app = App(qapp, tried_before(tmp_path), "en")
    qtbot.addWidget(app.window)
    with qtbot.waitActive(app.window):
        app.window.show()
    return app


def test_enter_on_the_first_page_opens_the_night(app_in: App) -> None:
    operator = Operator(app_in.window)
    assert operator.heading == "Count a practice night"

    operator.enter()

    assert not isinstance(app_in.window.page, StartPage)
    app_in.close()


def test_down_and_up_choose_another_way(app_in: App) -> None:
    operator = Operator(app_in.window)
    assert operator.field.startswith("Begin a new practice")

    operator.press(Qt.Key.Key_Down)
    assert operator.field.startswith("Make your own key")
    for words in ("Go on with a night", "Check whether this", "Try the keys", *["About this"] * 2):
        operator.press(Qt.Key.Key_Down)
        assert operator.field.startswith(words)
    operator.press(Qt.Key.Key_Up)
    operator.enter()

    assert not isinstance(app_in.window.page, StartPage)
    app_in.close()


def test_the_laptop_is_checked_from_the_first_page(app_in: App) -> None:
    """A readiness check with a printable report (U33)."""
    operator = Operator(app_in.window)
    operator.types("4")
    operator.enter()
    assert operator.heading == "Is this laptop ready?"
    assert "Room on the disk" in operator.everything()
    operator.goes_on()
    assert operator.heading == "Count a practice night"
    app_in.close()


def test_a_night_on_the_disk_is_offered_first(qapp: QApplication, tmp_path: Path) -> None:
    first = App(qapp, tried_before(tmp_path), "en")
    first.window.page.go_on()
    first.close()

    again = App(qapp, data_folder(tmp_path), "en")
    page = again.window.page

    assert isinstance(page, StartPage)
    assert page.heading.text() == "A night is under way"
    page.go_on()
    assert not isinstance(again.window.page, StartPage)
    again.close()


def test_a_new_practice_keeps_the_earlier_night(qapp: QApplication, tmp_path: Path) -> None:
    first = App(qapp, tried_before(tmp_path), "en")
    first.window.page.go_on()
    first.close()
    again = App(qapp, data_folder(tmp_path), "en")

    Operator(again.window).press(Qt.Key.Key_2, text="2")
    again.window.page.go_on()
    again.close()

    assert len(list(tmp_path.glob("earlier/*/journal.sqlite"))) == 1
    assert (tmp_path / "journal.sqlite").exists()


def two_contests() -> PackageFile:
    name = "practice-two-contests"
    return PackageFile(name, package_bytes(name), form_bytes)


def test_a_package_of_ones_own_is_what_a_new_night_counts(
    qapp: QApplication, tmp_path: Path
) -> None:
    folder, package = tried_before(tmp_path), two_contests()
    for _ in range(2):
        app = App(qapp, folder, "en", package)
        app.window.page.go_on()
        assert not isinstance(app.window.page, StartPage)
        app.close()
    assert opened_with(read_entries(folder.journal)) == package.data


def test_a_night_does_not_go_on_with_another_package_and_says_so(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tried_before(tmp_path)
    first = App(qapp, folder, "en")
    first.window.page.go_on()
    first.close()
    again = App(qapp, folder, "en", two_contests())
    qtbot.addWidget(again.window)
    with qtbot.waitActive(again.window):
        again.window.show()
    operator = Operator(again.window)

    operator.enter()

    (said,) = operator.problems
    assert "counts another package than “practice-two-contests”" in said
    operator.enter()
    operator.press(Qt.Key.Key_2, text="2")
    operator.enter()
    assert not isinstance(again.window.page, StartPage)
    again.close()
    assert opened_with(read_entries(folder.journal)) == two_contests().data


def test_a_log_without_its_journal_is_told_by_its_name(qapp: QApplication, tmp_path: Path) -> None:
    log = tmp_path / "journal.sqlite-wal"
    log.write_bytes(b"entries")
    app = App(qapp, tried_before(tmp_path), "en")

    app.window.page.go_on()

    (said,) = Operator(app.window).problems
    assert f"is gone, but the file {log} with its last entries is still there" in said
    assert log.read_bytes() == b"entries"
    app.close()


def test_a_second_window_on_the_same_data_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    """U26."""
    first = App(qapp, tried_before(tmp_path), "en")
    first.window.page.go_on()
    second = App(qapp, data_folder(tmp_path), "en")

    second.window.page.go_on()

    assert Operator(second.window).problems == (
        "tallydesk is already open with this data. Go on in its other window.",
    )
    first.close()
    second.close()


def test_the_first_page_needs_neither_database_nor_keys_nor_forms(tmp_path: Path) -> None:
    script = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tallydesk.app import App
from tallydesk.device.data_folder import data_folder
application = QApplication([])
App(application, data_folder(Path({str(tmp_path)!r})), "az").window.show()
application.sendPostedEvents()
heavy = ("sqlalchemy", "cryptography", "reportlab", "pydantic", "num2words", "tallydesk.workflow")
print([name for name in sys.modules if name.startswith(heavy)])
"""
    outcome = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert outcome.stdout.strip() == "[]"
