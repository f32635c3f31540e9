"""Chair or deputy seals the papers, or they go out without a seal."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.election.definition import Member
from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.people_words import office_said
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.member_and_pin import MemberAndPin
from tallydesk.workflow import sealing
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import KeyShelf
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class SealState:
    """Everything the page shows; `chosen` is an index from 0, that after the last for no seal."""

    members: tuple[Member, ...]
    chosen: int = 0
    pin: str = field(default="", repr=False)
    refused: Refusal | None = None
    finished: bool = False

    @property
    def seals(self) -> bool:
        """Whether somebody seals."""
        return self.chosen < len(self.members)


class SealPresenter:
    """Whoever of them is here; the verifier's answer never depends on who it was."""

    def __init__(self, session: Session, shelf: KeyShelf, contest: str) -> None:
        self._session, self._shelf, self._contest = session, shelf, contest
        sealers = sealing.sealers(session)
        self.state = SealState(tuple(session.package.member(each) for each in sealers))

    def chose(self, index: int) -> SealState:
        """Somebody else, or nobody."""
        self.state = replace(self.state, chosen=index, refused=None)
        return self.state

    def typed(self, pin: str) -> SealState:
        """The text that stands in the box now."""
        self.state = replace(self.state, pin=pin)
        return self.state

    def go_on(self) -> SealState:
        """Open the seal key, or go on without."""
        state, session, contest = self.state, self._session, self._contest
        if state.seals:
            member = state.members[state.chosen]
            refused = attempt(
                lambda: sealing.open_seal(session, self._shelf, contest, member.number, state.pin),
                member.name,
            )
        else:
            refused = attempt(lambda: sealing.without_seal(session, contest))
        self.state = replace(state, pin="", refused=refused, finished=refused is None)
        return self.state


class SealPage(Page):
    """Who seals at the left, the PIN at the right."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = SealPresenter(workplace.session, workplace.shelf, at.contest)
        self._language = workplace.language
        self.asks = MemberAndPin(self, shape="ring")
        self._why = QLabel(self.asks)
        self._why.setProperty("role", "muted")
        self._why.setWordWrap(True)
        self.asks.right.addWidget(self._why)
        self.asks.chosen.connect(self._on_member)
        self.asks.pin.typed.connect(self._on_pin)
        self.asks.entered.connect(self.go_on)
        self.fill(self.asks)
        self.end()
        self.speak()

    def display(self, state: SealState) -> None:
        """Paint a state."""
        code = self._language.code
        rows = [(each.name, office_said(each.office, code)) for each in state.members]
        rows.append((self.tr("No seal"), self.tr("nobody with a seal key is here")))
        self.asks.offer(rows, state.chosen)
        self.asks.ask(*([self.asks.pin] if state.seals else []))
        self.asks.pin.put(state.pin)
        text = said(state.refused, code) if state.refused else ""
        self.summary.show_problems(self.asks.complain(text))
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Seal of the papers"),
            self.tr("The protocol is signed. A seal shows in viewers of PDF that a copy is whole."),
        )
        who = self.tr("Who seals")
        self.asks.say(who=who)
        self.asks.members.setAccessibleName(who)
        self._why.setText(
            self.tr("It proves nothing that the signatures do not, and may be left out.")
        )
        self.asks.pin.name(self.tr("Your own PIN"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        asks = self.asks
        return asks.pin.box if self._presenter.state.seals else asks.members.field()

    def act_words(self) -> str:
        return self.tr("Seal") if self._presenter.state.seals else self.tr("Go on without a seal")

    def _on_member(self, index: int) -> None:
        self.display(self._presenter.chose(index))

    def _on_pin(self, text: str) -> None:
        self._presenter.typed(text)
