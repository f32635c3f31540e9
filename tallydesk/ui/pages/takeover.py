"""Another member sits down for the second entry, and proves it with their own PIN."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtWidgets import QWidget

from tallydesk.election.definition import Member
from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.people_words import office_said
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.member_and_pin import MemberAndPin
from tallydesk.workflow import attendance, step
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import KeyShelf
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class TakeoverState:
    """Everything the page shows; `chosen` is an index from 0, -1 while nobody is chosen.

    `taken` names who sat down here already, "" before.
    """

    members: tuple[Member, ...]
    chosen: int = -1
    pin: str = field(default="", repr=False)
    refused: Refusal | None = None
    nobody: bool = False
    taken: str = ""
    finished: bool = False


class TakeoverPresenter:
    """Whoever is present, has a key and does not sit here already may take over."""

    def __init__(self, session: Session, shelf: KeyShelf, at: Step) -> None:
        self._session, self._shelf, self._step = session, shelf, at
        night = session.night
        self.state = TakeoverState(
            tuple(
                session.package.member(number)
                for number in attendance.may_sit(session)
                if number != night.member
            ),
            taken=session.package.member(night.member).name if step.done(session, at) else "",
        )

    def chose(self, index: int) -> TakeoverState:
        """A member was chosen."""
        self.state = replace(self.state, chosen=index, nobody=False)
        return self.state

    def typed(self, pin: str) -> TakeoverState:
        """The text that stands in the box now."""
        self.state = replace(self.state, pin=pin)
        return self.state

    def go_on(self) -> TakeoverState:
        """Continue was pressed. A PIN that did not fit is typed anew.

        Who looks back from the second entry passes through: the one who sits here may stay.
        """
        state = self.state
        if state.chosen < 0 and state.taken:
            refused = attempt(lambda: step.advance(self._session))
            self.state = replace(state, refused=refused, finished=refused is None)
            return self.state
        if state.chosen < 0:
            self.state = replace(state, nobody=True, refused=None)
            return self.state
        member = state.members[state.chosen]
        refused = attempt(
            lambda: attendance.take_over(
                self._session, self._shelf, self._step.id, member.number, state.pin
            ),
            member.name,
        )
        self.state = replace(state, refused=refused, nobody=False, pin="", finished=refused is None)
        return self.state


class TakeoverPage(Page):
    """The members at the left, the PIN at the right."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = TakeoverPresenter(workplace.session, workplace.shelf, at)
        self._language, self._step = workplace.language, at
        self.asks = MemberAndPin(self, shape="ring")
        self.asks.chosen.connect(self._on_member)
        self.asks.pin.typed.connect(self._on_pin)
        self.asks.entered.connect(self.go_on)
        self.fill(self.asks)
        self.end()
        self.speak()

    def display(self, state: TakeoverState) -> None:
        """Paint a state."""
        code = self._language.code
        self.asks.offer(
            [(each.name, office_said(each.office, code)) for each in state.members], state.chosen
        )
        self.asks.pin.put(state.pin)
        words = said(state.refused, code) if state.refused else ""
        if state.nobody:
            words = self.tr("Choose the member who sits down.")
        about_member = state.nobody or (
            state.refused is not None and state.refused.code in ("same-member", "no-key")
        )
        about = self.asks.members if about_member and state.members else self.asks.pin
        self.summary.show_problems(self.asks.complain(words, about))
        self.news.emit()

    def speak(self) -> None:
        if self._step.group:
            task = self.tr("A member who did not write the first figures writes them again.")
        else:
            task = self.tr("A member who did not write the booklet reads it back.")
        self.title(self.tr("Another member sits down"), task)
        who = self.tr("Who sits down")
        self.asks.say(who=who)
        self.asks.members.setAccessibleName(who)
        self.asks.pin.name(self.tr("Your own PIN"))
        taken = self._presenter.state.taken
        seated = self.tr("{name} sits at the laptop. Continue, or choose somebody else.")
        self.notice.say(seated.format(name=taken) if taken else "")
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        state = self._presenter.state
        return self.asks.members.field() if state.members and not state.taken else None

    def _on_member(self, index: int) -> None:
        self.display(self._presenter.chose(index))

    def _on_pin(self, text: str) -> None:
        self._presenter.typed(text)
