"""The link from a sheet with candidates to reading its ballots aloud, a page beside the steps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from tallydesk.ui.attempts import attempt
from tallydesk.ui.widgets.wrapped_button import WrappedButton
from tallydesk.workflow import reading_aloud
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session


class AloudLink(WrappedButton):
    """`begun` says that the ballots are read aloud from now on.

    A disk that refuses leaves everything as it was: the link can be pressed again.
    """

    begun = Signal()

    def __init__(self, session: Session, at: Step, parent: QWidget | None = None) -> None:
        super().__init__("", "accent", parent)
        self._session, self._step = session, at
        self._open = not session.night.sheet_done(at.sheet, at.entry)
        self.offered = self._open and bool(reading_aloud.places(session, at.id))
        self.clicked.connect(self._on_clicked)
        self._speak()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        tally = reading_aloud.tally_of(self._session, self._step.id)
        if tally is None or tally.phase == "done" or not self._open:
            # Of a sheet that is closed no total may be told: the other entry is still to come.
            self.reword(self.tr("Read the ballots aloud instead"))
        else:
            text = self.tr("Read on aloud: {count} so far")
            self.reword(text.format(count=tally.strokes.ballots))

    def _on_clicked(self) -> None:
        if attempt(lambda: reading_aloud.begin(self._session, self._step.id)) is None:
            self.begun.emit()
