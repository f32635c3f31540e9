"""A window at a step of the evening, with somebody at the keyboard."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tallydesk.assets import resource
from tallydesk.ui import guide, theme
from tallydesk.ui.language import Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.pages import entry
from tallydesk.workflow.plan import Step
from tests.evening import Evening, package
from tests.fakes import EVENING
from tests.pages.operator import Operator

Open = Callable[..., tuple[Operator, Evening]]


@pytest.fixture(scope="session", autouse=True)
def compiled_translations() -> None:
    """What `make translations` does, for a test that is run by itself."""
    for source in resource("i18n").glob("*.ts"):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            tool = Path(sys.executable).with_name("pyside6-lrelease")
            subprocess.run([tool, "-silent", source, "-qm", compiled], check=True)


@pytest.fixture(autouse=True)
def no_window_stays(qapp: QApplication) -> Iterator[None]:
    """Else Python keeps them in circles for a while, and each change of style dresses them too."""
    yield
    for widget in qapp.topLevelWidgets():
        widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    spoken = Language("en")
    theme.start(qapp)
    yield spoken
    spoken.speak("en")
    theme.wear(qapp, theme.Theme())


class _NotYet(Page):
    """Stands where a page is not written yet."""

    def __init__(self, _workplace: Workplace, _step: Step) -> None:
        super().__init__()

    def speak(self) -> None:
        """Nothing to say."""


@pytest.fixture
def open_at(
    qapp: QApplication, language: Language, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    """Opens the window at a step: `operator, evening = open_at("before.pear.first")`."""
    windows: list[MainWindow] = []
    pages = Path(guide.__file__).parent / "pages"
    for kind, (module, _) in guide.PAGES.items():
        if not (pages / f"{module}.py").exists():
            monkeypatch.setitem(guide.PAGES, kind, ("entry", "NotYet"))
            monkeypatch.setattr(entry, "NotYet", _NotYet, raising=False)

    def at(
        step_id: str,
        *,
        member: int = 1,
        candidates: int = 7,
        first: int = 7,
        compare_every: int = 50,
        seats: int = 1,
    ) -> tuple[Operator, Evening]:
        counted = package(candidates=candidates, compare_every=compare_every, seats=seats)
        evening = Evening(language, counted, count=first)
        evening.up_to(step_id, member=member)
        window = MainWindow(language, lambda: EVENING)
        windows.append(window)
        guide.Guide(window, evening.workplace)
        window.resize(1093, 540)
        with qtbot.waitActive(window):
            window.show()
        return Operator(window), evening

    yield at
    for window in windows:
        window.close()
        window.deleteLater()
