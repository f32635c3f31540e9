"""The window itself on an official night: from the first page to the letter, and a key made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from tallydesk.app import App
from tallydesk.device.data_folder import DataFolder
from tallydesk.signing.enrolment import read_enrolment
from tallydesk.ui.pages.enrol import EnrolPage
from tallydesk.ui.pages.package import PackagePage
from tallydesk.ui.pages.start import StartPage
from tallydesk.workflow import official
from tallydesk.workflow.opening import SealedFile
from tests.builders import CLOSES
from tests.first_use import tried_before
from tests.official import authority
from tests.pages.operator import Operator


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = tried_before(tmp_path / "data")
    made.trust.write_bytes(authority().trust)
    return made


Started = Callable[..., App]


@pytest.fixture
def start(qapp: QApplication, folder: DataFolder) -> Iterator[Started]:
    """Starts the app on the folder; what was started is given back, window and all.

    A window that is left to Python goes whenever it likes, and in any thread.
    """
    apps: list[App] = []

    def started(package: SealedFile | None = None, sticks: Sequence[Path] = ()) -> App:
        apps.append(App(qapp, folder, "en", package, sticks))
        return apps[-1]

    yield started
    for app in apps:
        app.close()
        for gone in (app.window, app):
            gone.deleteLater()
            QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete.value)


def package() -> SealedFile:
    return SealedFile("000-01", authority().container)


def test_the_authoritys_package_opens_and_goes_on_after_a_restart(
    start: Started, tmp_path: Path
) -> None:
    for given in (package(), None, package()):
        app = start(given, [tmp_path])
        assert app.window.page.heading.text() in (
            "Count the votes of this station",
            "A night is under way",
        )
        app.window.page.go_on()
        assert isinstance(app.window.page, PackagePage)
        app.close()


def test_without_its_trust_file_nothing_opens(start: Started, folder: DataFolder) -> None:
    folder.trust.unlink()
    app = start(package())
    app.window.page.go_on()
    assert isinstance(app.window.page, StartPage)
    assert app.window.page.summary.sentences[0].startswith("No trust file is installed here.")
    app.close()


def test_another_package_does_not_go_on_with_this_night(start: Started) -> None:
    first = start()
    first.window.page.go_on()
    first.close()
    app = start(package())
    app.window.page.go_on()
    assert isinstance(app.window.page, StartPage)
    assert "counts another package" in app.window.page.summary.sentences[0]
    assert official.opened(authority().container).card.card.polls_close == CLOSES


def test_a_member_makes_a_key_from_the_first_page(start: Started, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    app = start()
    app.window.show()
    operator = Operator(app.window)
    operator.press(Qt.Key.Key_2, text="2")
    app.window.page.go_on()
    page = app.window.page
    assert isinstance(page, EnrolPage)

    operator.writes(str(tmp_path / "gone"), "012-03", "Ada Oak", "24681357", "24681358")
    page.go_on()
    assert operator.problems[0].startswith("There is no folder")
    page.boxes["folder"].typed.emit(str(stick))
    page.go_on()
    assert operator.problems == ("The two PINs are not the same. Type both again.",)
    page.boxes["again"].typed.emit("24681357")
    page.seal.pressed.emit(0)
    page.go_on()

    assert page.summary.isHidden()
    (enrolment,) = stick.glob("*.enrolment")
    read = read_enrolment(enrolment.read_bytes())
    assert (read.name, read.constituency, read.number) == ("Ada Oak", "012", "03")
    assert read.seal_point is not None
    assert len(list(stick.glob("*.key"))) == 2
    assert str(enrolment) in operator.everything()
    page.go_on()
    assert isinstance(app.window.page, StartPage)
    app.close()


def test_the_one_stick_that_is_in_is_named_already(start: Started, tmp_path: Path) -> None:
    for sticks, folder, field in (
        ([tmp_path], str(tmp_path), "Constituency and station, as 012-03"),
        ([tmp_path, tmp_path / "other"], "", "Folder of your stick"),
    ):
        app = start(sticks=sticks)
        operator = Operator(app.window)
        operator.press(Qt.Key.Key_2, text="2")
        app.window.page.go_on()
        page = app.window.page
        assert isinstance(page, EnrolPage)
        assert page.boxes["folder"].box.text() == folder
        assert operator.field == field


def test_a_stopped_night_is_called_practice_only_once_it_is_read(
    start: Started, tmp_path: Path
) -> None:
    app = start(package(), [tmp_path])
    app.window.page.go_on()
    app.close()
    again = start()
    assert again.window.head.ribbon.isHidden()
    again.window.page.go_on()
    assert again.window.head.ribbon.isHidden()


def test_back_from_making_a_key_is_the_first_page(start: Started) -> None:
    app = start()
    Operator(app.window).press(Qt.Key.Key_2, text="2")
    app.window.page.go_on()
    app.window.back_asked.emit()
    assert isinstance(app.window.page, StartPage)
    app.close()
