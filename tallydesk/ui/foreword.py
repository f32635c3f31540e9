"""What was found, painted before the page on which it is answered.

That page takes several times as long to dress and to lay out as anybody should wait after Continue
for the findings themselves. They come first, in the place where the page will say them, and the
page itself is there one frame later.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from tallydesk.ui import theme
from tallydesk.ui.finding_words import say_matter
from tallydesk.ui.language import Language
from tallydesk.ui.page import Page
from tallydesk.ui.pages.findings import FindingsPage
from tallydesk.ui.widgets.card import ACROSS, DOWN, EDGE
from tallydesk.ui.widgets.finding_head import FindingHead
from tallydesk.workflow.findings import Matter

FRAME = 8
"""Milliseconds from one paint to the next: what was painted goes out to the screen first."""

HEADS = 5
"""As many as there is room for on a small screen; more are on the page that follows."""

_APART = 8


class Foreword(Page):
    """Made ahead, with no word of any finding; laid out by hand, for a layout asks too often."""

    def __init__(self, page: FindingsPage, language: Language) -> None:
        super().__init__()
        self._page, self._language = page, language
        self._told: Sequence[Matter] = ()
        # It covers the page that was left, which need not be painted once more.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._frames: list[tuple[QFrame, FindingHead]] = []
        self._after = QTimer(self)
        self._after.setSingleShot(True)
        self._after.setInterval(FRAME)
        self._after.timeout.connect(self.finished)
        self._sheet = QWidget(self)
        self.column.addWidget(self._sheet, 1)
        self.speak()
        for _ in range(HEADS):
            frame = QFrame(self._sheet)
            frame.setProperty("role", "card")
            self._frames.append((frame, FindingHead(frame)))

    def prepare(self) -> None:
        """Dress it and lay it out at the size that it has now."""
        self.ensurePolished()
        # The style sheet takes this back.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.column.activate()
        self._lay_out()

    def tell(self, matters: Sequence[Matter]) -> None:
        """Say what was found, as far as there is room for it."""
        self.column.activate()
        self._told = matters
        for (_, head), matter in zip(self._frames, matters, strict=False):
            say_matter(head, matter, self._language.code)
        self._lay_out()

    @property
    def coming(self) -> bool:
        return True

    def speak(self) -> None:
        self.title(*self._page.titles)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.in_force().color("background"))
        painter.end()
        if self._told:
            self._after.start()

    def _lay_out(self) -> None:
        wide, top = self._sheet.width(), 0
        for number, (frame, head) in enumerate(self._frames):
            head.resize(wide - 2 * (EDGE + ACROSS), head.height())
            head.move(EDGE + ACROSS, EDGE + DOWN)
            tall = head.height() + 2 * (EDGE + DOWN)
            # What says nothing lies below everything that is seen.
            frame.setGeometry(0, top if number < len(self._told) else self.height(), wide, tall)
            top += tall + _APART
