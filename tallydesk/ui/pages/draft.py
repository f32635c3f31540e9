"""The draft, exactly as it prints, for everybody to read before anything is signed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from tallydesk.protocol.assemble import NotReadyError, Reason
from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.reason_words import reason_said
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.sections_to_change import SectionsToChange
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.paper_view import PaperFrame
from tallydesk.workflow import papers, review, step
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class DraftState:
    """The paper's octets, or the reasons why there is none yet; what may still be changed."""

    pdf: bytes = b""
    sections: tuple[Step, ...] = ()
    reasons: tuple[Reason, ...] = ()
    refused: Refusal | None = None
    finished: bool = False


class DraftPresenter:
    """Makes the draft anew each time the page opens."""

    def __init__(self, session: Session, at: Step) -> None:
        self._session, self._step = session, at
        sections = review.sections(session, at.contest)
        try:
            self.state = DraftState(papers.draft_pdf(session, at.contest), sections)
        except NotReadyError as missing:
            self.state = DraftState(sections=sections, reasons=missing.reasons)

    def change(self, step_id: str) -> DraftState:
        """Turn to the section's page; a finished stage is opened again there, with a reason."""
        refused = attempt(lambda: step.go(self._session, step_id))
        self.state = replace(self.state, refused=refused, finished=refused is None)
        return self.state

    def go_on(self) -> DraftState:
        """Everybody has read it."""
        if self.state.pdf:
            refused = attempt(lambda: step.close(self._session, self._step.id))
            self.state = replace(self.state, refused=refused, finished=refused is None)
        return self.state


class DraftPage(Page):
    """A link to change each section, and below them the paper, which lists everything."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = DraftPresenter(workplace.session, at)
        self._language = workplace.language
        self._contest = workplace.session.package.contest(at.contest)
        self.frame = PaperFrame(self)
        self.frame.setMinimumHeight(240)
        self.paper = self.frame.paper
        self.paper.entered.connect(self.go_on)
        package, sections = workplace.session.package, self._presenter.state.sections
        self.changes = SectionsToChange(package, sections, self)
        self.changes.wanted.connect(self._on_change)
        self.column.addWidget(self.changes)
        self.column.addWidget(self.frame, 1)
        self._shown = b""
        self.speak()

    def display(self, state: DraftState) -> None:
        """Paint a state."""
        self.frame.setVisible(bool(state.pdf))
        if state.pdf != self._shown:
            self._shown = state.pdf
            self.paper.show_paper(state.pdf)
        language = self._language.code
        lines = [
            ProblemLine(reason_said(reason, self._contest, language)) for reason in state.reasons
        ]
        if state.refused:
            lines.append(ProblemLine(said(state.refused, language)))
        self.summary.show_problems(lines)
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Draft"),
            self.tr("Read it aloud together. Keys: arrows move, + and - enlarge, 0 fits."),
        )
        self.paper.setAccessibleName(self.tr("Draft of the protocol"))
        self.changes.speak(self._language.code)
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def _on_change(self, step_id: str) -> None:
        state = self._presenter.change(step_id)
        self.display(state)
        if state.finished:
            self.to_change.emit()

    def first_field(self) -> QWidget | None:
        return self.paper if self._presenter.state.pdf else None
