"""Save and stop once boxes are open: why, and who guards the ballots (requirement U23)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.refusals import Refusal, refusal_of, said
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow import step
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class StopState:
    """What was written, and why stopping was refused."""

    reason: str = ""
    guard: str = ""
    stopped: bool = False
    refused: Refusal | None = None


class StopPresenter:
    """Text in, state out."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.state = StopState()

    def gives_reason(self, text: str) -> StopState:
        """Why the work stops."""
        self.state = replace(self.state, reason=text)
        return self.state

    def names_guard(self, text: str) -> StopState:
        """Who guards the ballots meanwhile."""
        self.state = replace(self.state, guard=text)
        return self.state

    def go_on(self) -> StopState:
        """Stop, when both are written."""
        try:
            step.stop(self._session, self.state.reason, self.state.guard)
        except (RefusedError, OSError) as refusal:
            self.state = replace(self.state, refused=refusal_of(refusal))
        else:
            self.state = replace(self.state, stopped=True, refused=None)
        return self.state


class StopPage(Page):
    """Two lines to write. Back returns to the page the work was on."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = StopPresenter(workplace.session)
        self._language = workplace.language
        card = Card(self)
        self.reason, self.guard = TextLine(card), TextLine(card)
        self.reason.typed.connect(self._on_reason)
        self.guard.typed.connect(self._on_guard)
        self.reason.entered.connect(self.guard.box.setFocus)
        self.guard.entered.connect(self.go_on)
        card.rows.addWidget(self.reason)
        card.rows.addWidget(self.guard)
        self.fill(card)
        self.end()
        self.speak()
        self.display(self._presenter.state)

    def display(self, state: StopState) -> None:
        """Paint a state; painting it again changes nothing."""
        self.reason.put(state.reason)
        self.guard.put(state.guard)
        lines = []
        if state.refused:
            empty = self.guard.box if state.reason else self.reason.box
            lines.append(ProblemLine(said(state.refused, self._language.code), empty))
        self.summary.show_problems(lines)

    def speak(self) -> None:
        self.title(
            self.tr("Save and stop"),
            self.tr("The ballots are out of their boxes. Write why the count stops."),
        )
        self.reason.name(self.tr("Why does the count stop?"))
        self.guard.name(self.tr("Who guards the ballots?"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.stopped:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return self.reason.box

    def act_words(self) -> str:
        return self.tr("Save and stop")

    def _on_reason(self, text: str) -> None:
        self.display(self._presenter.gives_reason(text))

    def _on_guard(self, text: str) -> None:
        self.display(self._presenter.names_guard(text))
