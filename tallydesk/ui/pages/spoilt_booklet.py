"""A booklet spoilt while writing: why it is set aside; it is kept by its number (U37)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from tallydesk.assets import words
from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow import booklet
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class SpoiltBookletState:
    """The booklet at hand, what was written, and why it was refused."""

    series: str
    number: str
    reason: str = ""
    refused: Refusal | None = None
    finished: bool = False


class SpoiltBookletPresenter:
    """Text in, state out."""

    def __init__(self, session: Session, contest: str) -> None:
        self._session, self._contest = session, contest
        held = session.night.booklets.get(contest)
        self.state = SpoiltBookletState(held.series if held else "", held.number if held else "")

    def gives_reason(self, text: str) -> SpoiltBookletState:
        """Why it is spoilt."""
        self.state = replace(self.state, reason=text)
        return self.state

    def go_on(self) -> SpoiltBookletState:
        """Set it aside, when the reason is written; a new one begins."""
        spoken = words(self._session.package.policy.official_language)
        refused = attempt(
            lambda: booklet.spoil(self._session, self._contest, self.state.reason, spoken)
        )
        self.state = replace(self.state, refused=refused, finished=refused is None)
        return self.state


class SpoiltBookletPage(Page):
    """One line to write. Back returns to the booklet as it was."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = SpoiltBookletPresenter(workplace.session, at.contest)
        self._language = workplace.language
        card = Card(self)
        self.reason = TextLine(card)
        self.reason.typed.connect(self._on_reason)
        self.reason.entered.connect(self.go_on)
        card.rows.addWidget(self.reason)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: SpoiltBookletState) -> None:
        """Paint a state; painting it again changes nothing."""
        self.reason.put(state.reason)
        refused = state.refused
        lines = (
            [ProblemLine(said(refused, self._language.code), self.reason.box)] if refused else []
        )
        self.summary.show_problems(lines)

    def speak(self) -> None:
        state = self._presenter.state
        task = self.tr(
            "Booklet {series} {number} is kept by its number, and a new one begins. "
            "The reason prints on the protocol."
        )
        self.title(self.tr("Spoilt booklet"), task.format(series=state.series, number=state.number))
        self.reason.name(self.tr("Why is this booklet spoilt?"))
        self.display(state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return self.reason.box

    def act_words(self) -> str:
        return self.tr("Set the booklet aside")

    def _on_reason(self, text: str) -> None:
        self.display(self._presenter.gives_reason(text))
