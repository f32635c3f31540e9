"""The page that says whether the laptop is ready (U33)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tallydesk.ui.language import Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.pages.ready import ReadyPage, ReadyPresenter
from tallydesk.workflow.ready import Readiness
from tests.fakes import EVENING, DictOutbox
from tests.laptop import GOOD, checked
from tests.pages.operator import Operator
from tests.pages.test_copies_page import FullDisk


def no_printer(_language: str) -> Readiness:
    return checked(replace(GOOD, printers=()))


def test_everything_is_shown_saved_and_left(qapp: QApplication, language: Language) -> None:
    del qapp
    outbox = DictOutbox()
    window = MainWindow(language, lambda: EVENING)
    page = ReadyPage(language, no_printer, outbox)
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    window.open_page(page)
    window.resize(1093, 540)
    window.show()
    QTest.qWaitForWindowActive(window)
    operator = Operator(window)
    shown = operator.everything()
    assert "Something that the night needs is missing." in shown
    assert "This laptop knows no printer." in shown
    assert "Connect one, or plan where saved copies are printed." in shown

    page.save_button.setFocus()
    operator.enter()
    ((name, content),) = outbox.files.items()
    assert name.startswith("000-01-ready-")
    assert content.startswith(b"%PDF")
    operator.enter()
    assert left == [True]
    window.close()
    window.deleteLater()


def test_looking_again_sees_what_changed() -> None:
    found = [checked(replace(GOOD, printers=())), checked()]
    presenter = ReadyPresenter(lambda _language: found.pop(0), DictOutbox(), "en")
    assert not presenter.state.checked.ready
    assert presenter.again("en").checked.ready


def test_a_full_disk_takes_no_report() -> None:
    presenter = ReadyPresenter(no_printer, FullDisk(), "en")
    state = presenter.save("en")
    assert state.refused is not None
    assert state.saved == ""
