"""The window at a step of the practice night that the demonstration plays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tallydesk.ui.guide import Guide
from tallydesk.ui.language import Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.page import Workplace
from tallydesk.workflow import step
from tests.album import workplace_at
from tests.fakes import EVENING
from tests.pages.operator import Operator


@contextmanager
def opened(workplace: Workplace) -> Iterator[Operator]:
    """Somebody sits at the window of a night."""
    window = MainWindow(workplace.language, lambda: EVENING + timedelta(hours=4))
    window.guide = Guide(window, workplace)  # type: ignore[attr-defined]
    window.resize(1093, 540)
    window.show()
    QTest.qWaitForWindowActive(window)
    yield Operator(window)
    window.close()
    window.deleteLater()


@contextmanager
def night(language: Language, step_id: str) -> Iterator[tuple[Operator, Workplace]]:
    """The practice night with the page of a step open."""
    workplace = workplace_at(step_id, language)
    with opened(workplace) as operator:
        yield operator, workplace


def stands_at(workplace: Workplace) -> str:
    """The step where the night stands."""
    return step.here(workplace.session).id


def down(operator: Operator, times: int = 1) -> None:
    """The Down key."""
    for _ in range(times):
        operator.press(Qt.Key.Key_Down)
