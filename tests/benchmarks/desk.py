"""A laptop with the program's window on a night, in this process, for milliseconds."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

# Before Qt looks for a screen. This one says at every new size that it hints at none.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tallydesk.device.data_folder import DataFolder
from tallydesk.device.key_shelf import FolderKeyShelf
from tallydesk.device.outbox import FolderOutbox
from tallydesk.ui import theme
from tallydesk.ui.guide import Guide
from tallydesk.ui.language import Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.page import Page, Workplace
from tallydesk.workflow.session import Session
from tests.benchmarks.harness import Seconds
from tests.benchmarks.nights import NIGHT

SIZE = (1180, 720)


def application() -> QApplication:
    """Qt's one application, dressed as the program's."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    made = QApplication([])
    theme.start(made)
    return made


class Desk:
    """A window on a session, shown at the size of a small laptop's screen."""

    def __init__(self, session: Session, root: Path, language: Language) -> None:
        folder = DataFolder(root)
        shelf, outbox = FolderKeyShelf(folder.keys), FolderOutbox(folder.papers)
        self.session = session
        self.window = MainWindow(language, lambda: NIGHT)
        self.guide = Guide(self.window, Workplace(session, shelf, outbox, language))
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()
        settle()

    @property
    def focus(self) -> QWidget:
        """Where keys go."""
        widget = self.window.focusWidget()
        assert widget is not None, "no widget takes a key"
        return widget

    def close(self) -> None:
        """Take the window away."""
        self.window.close()
        self.window.deleteLater()
        settle()


class Painted(QObject):
    """Notices when a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.happened = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.happened |= event.type() == QEvent.Type.Paint
        return False


class PageSeen(QObject):
    """Notices when a page of that kind is opened in the window and painted."""

    def __init__(self, window: MainWindow, kind: type[Page]) -> None:
        super().__init__()
        self._kind = kind
        self.painted: Painted | None = None
        pages = window.body.widget()
        assert pages is not None
        pages.installEventFilter(self)

    @property
    def happened(self) -> bool:
        """Whether it is to be seen."""
        return self.painted is not None and self.painted.happened

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QChildEvent) and event.added():
            child = event.child()
            if isinstance(child, self._kind):
                self.painted = Painted(child)
        return False


def settle() -> None:
    """Let Qt do everything that waits to be done."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for _ in range(3):
        QApplication.processEvents()


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """A key goes into the queue."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QApplication.postEvent(widget, event)


def seconds_until(
    done: Callable[[], bool],
    widget: QWidget,
    key: Qt.Key,
    text: str = "",
    *,
    released: bool = False,
) -> Seconds:
    """From a key in the queue until Qt has painted what `done` waits for, and waits itself.

    `released` lets the key go again, for what happens only then.
    """
    begun = perf_counter()
    press(widget, key, text)
    if released:
        up = QKeyEvent(QEvent.Type.KeyRelease, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.postEvent(widget, up)
    while True:
        QApplication.processEvents()
        if done():
            return perf_counter() - begun
        assert perf_counter() - begun < 10, "nothing was painted"
