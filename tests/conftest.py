"""What every test stands on: no window on the screen, no dialog that waits for a person."""

import os
import sys
from collections.abc import Callable, Iterator

import coverage
import pytest
from hypothesis import settings

# Before Qt looks for a screen. Whoever wants to watch a test sets another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
_measured = coverage.Coverage() if _WORKER and os.environ.get("MEASURED") else None
if _measured is not None:
    # Here and not by coverage's own start: no program that a test starts shall be slowed down.
    _measured.start()


def pytest_unconfigure() -> None:
    """Each process writes down which lines it reached."""
    if _measured is not None:
        _measured.stop()
        _measured.save()


# A slow machine is no failure, and what failed can be repeated from the printed line.
settings.register_profile("tallydesk", deadline=None, print_blob=True)
settings.load_profile("tallydesk")

MODAL = {
    "QDialog": ("exec",),
    "QMessageBox": ("exec", "about", "critical", "information", "question", "warning"),
    "QFileDialog": (
        "exec",
        "getExistingDirectory",
        "getOpenFileName",
        "getOpenFileNames",
        "getSaveFileName",
    ),
    "QInputDialog": ("exec", "getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    "QColorDialog": ("exec", "getColor"),
    "QFontDialog": ("exec", "getFont"),
    "QMenu": ("exec",),
}


LONG_WALKS = ("test_every_page", "test_pseudo_locale")
"""Tests that open every page there is."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long walks first: in the end no process waits for one that came late."""
    items.sort(key=lambda item: item.path.stem not in LONG_WALKS)


@pytest.fixture(autouse=True)
def no_modal_dialog(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test on any dialog that stops everything else, even if its error is swallowed."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None:
        yield
        return
    opened: list[str] = []

    def refuse(name: str) -> Callable[..., None]:
        def refused(*_: object, **__: object) -> None:
            opened.append(name)
            message = f"{name} opens a modal dialog"
            raise AssertionError(message)

        return refused

    for dialog, methods in MODAL.items():
        for method in methods:
            monkeypatch.setattr(
                getattr(widgets, dialog), method, refuse(f"{dialog}.{method}"), raising=False
            )
    yield
    if opened:
        pytest.fail(f"modal dialogs in the guided path: {', '.join(opened)}")
