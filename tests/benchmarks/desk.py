"""A laptop with the program's window on a night, in this process, for milliseconds."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

# Before Qt looks for a screen. This one says at every new size that it hints at none.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tallydesk.device.data_folder import DataFolder
from tallydesk.device.key_shelf import FolderKeyShelf
from tallydesk.device.outbox import FolderOutbox
from tallydesk.ui import theme
from tallydesk.ui.guide import Guide
from tallydesk.ui.language import Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.page import Workplace
from tallydesk.workflow.session import Session
from tests.benchmarks.harness import Seconds
from tests.benchmarks.nights import NIGHT

SIZE = (1180, 720)
TOO_LATE = 10_000
"""Milliseconds after which nobody waits for a paint any more."""


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

    came = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.happened = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.happened = True
            self.came.emit()
        return False


class AllPainted(QObject):
    """Notices when several widgets were painted, the last of them too."""

    came = Signal()

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self._watched = [Painted(each) for each in widgets]
        for each in self._watched:
            each.came.connect(self.came)

    @property
    def happened(self) -> bool:
        """Whether all of it is to be seen."""
        return all(each.happened for each in self._watched)


def settle() -> None:
    """Let Qt do everything that waits to be done."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for _ in range(3):
        rest(0)


def rest(milliseconds: int) -> None:
    """Touch nothing for a while, as somebody does who reads and thinks."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """A key goes into the queue."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QApplication.postEvent(widget, event)


def seconds_until(
    seen: Painted | AllPainted,
    widget: QWidget,
    key: Qt.Key,
    text: str = "",
    *,
    released: bool = False,
) -> Seconds:
    """From a key in the queue until the window in which it is to be seen is painted and flushed.

    `released` lets the key go again, for what happens only then.
    """
    loop = QEventLoop()
    ended: list[float] = []

    def look() -> None:
        if seen.happened:
            ended.append(perf_counter())
        loop.quit()

    # Queued: told within the paint of one widget, it is heard once the whole window is done.
    seen.came.connect(look, Qt.ConnectionType.QueuedConnection)
    late = QTimer()
    late.timeout.connect(loop.quit)
    late.start(TOO_LATE)
    begun = perf_counter()
    press(widget, key, text)
    if released:
        up = QKeyEvent(QEvent.Type.KeyRelease, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.postEvent(widget, up)
    while not ended:
        loop.exec()
        assert perf_counter() - begun < TOO_LATE / 1000, "nothing was painted"
    return ended[0] - begun
