"""Other ways to count than writing a total: bundles of one size, or ballots read aloud."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tallydesk.ui.attempts import attempt
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.workflow import reading_aloud
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session


class Ways(QWidget):
    """Two links above a sheet with candidates; the first belongs to the page.

    `aloud_begun` says that the ballots are read aloud from now on, which has a page of its own. A
    disk that refuses leaves everything as it was: the link can be pressed again.
    """

    aloud_begun = Signal()

    def __init__(
        self, session: Session, at: Step, size: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._step, self._size = session, at, size
        self.piles, self.aloud = KeyButton(self), KeyButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for link in (self.piles, self.aloud):
            link.setProperty("role", "link")
            row.addWidget(link)
        self._open = not session.night.sheet_done(at.sheet, at.entry)
        self.aloud.setVisible(self._open and bool(reading_aloud.places(session, at.id)))
        self.aloud.clicked.connect(self._on_aloud)

    def speak(self, *, piles: bool) -> None:
        """Say the links; `piles` while bundles are written."""
        ways = self.tr("Count in bundles of {size} instead"), self.tr("Write totals instead")
        self.piles.setText(ways[piles].format(size=self._size))
        tally = reading_aloud.tally_of(self._session, self._step.id)
        if tally is None or tally.phase == "done" or not self._open:
            # Of a sheet that is closed no total may be told: the other entry is still to come.
            self.aloud.setText(self.tr("Read the ballots aloud instead"))
        else:
            text = self.tr("Read on aloud: {count} so far")
            self.aloud.setText(text.format(count=tally.strokes.ballots))

    def _on_aloud(self) -> None:
        if attempt(lambda: reading_aloud.begin(self._session, self._step.id)) is None:
            self.aloud_begun.emit()
