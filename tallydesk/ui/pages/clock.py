"""Two members look at a watch and stand by the laptop's clock."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.election.definition import Member
from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.people_words import office_said
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.member_and_pin import MemberAndPin
from tallydesk.workflow import attendance, hour, step
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import KeyShelf
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class ClockState:
    """Everything the page shows; `chosen` is an index from 0, -1 while nobody is chosen.

    `trouble` says why the clock is asked about again, None at first.
    """

    seated: str
    time: str
    members: tuple[Member, ...]
    chosen: int = -1
    pin: str = field(default="", repr=False)
    trouble: Refusal | None = None
    refused: Refusal | None = None
    nobody: bool = False
    finished: bool = False


class ClockPresenter:
    """The member at the laptop, and another one with their PIN."""

    def __init__(self, session: Session, shelf: KeyShelf) -> None:
        self._session, self._shelf = session, shelf
        package, night = session.package, session.night
        found = hour.trouble(session)
        asked_again = found and found != "clock-unconfirmed"
        self.state = ClockState(
            package.member(night.member).name,
            package.hours.on_the_wall(session.clock.now()),
            tuple(
                package.member(number)
                for number in attendance.may_sit(session)
                if number != night.member
            ),
            trouble=Refusal(found) if asked_again else None,
        )

    def chose(self, index: int) -> ClockState:
        """A member was chosen."""
        self.state = replace(self.state, chosen=index, nobody=False)
        return self.state

    def typed(self, pin: str) -> ClockState:
        """The text that stands in the box now."""
        self.state = replace(self.state, pin=pin)
        return self.state

    def go_on(self) -> ClockState:
        """Both confirm; whoever looks back to a clock that stands passes through."""
        state, session = self.state, self._session
        if state.chosen < 0 and not hour.trouble(session):
            refused = attempt(lambda: step.advance(session))
            self.state = replace(state, refused=refused, finished=refused is None)
            return self.state
        if state.chosen < 0:
            self.state = replace(state, nobody=True, refused=None)
            return self.state
        member = state.members[state.chosen]
        refused = attempt(
            lambda: attendance.confirm_clock(session, self._shelf, member.number, state.pin),
            member.name,
        )
        shown = session.package.hours.on_the_wall(session.clock.now())
        self.state = replace(
            state, time=shown, refused=refused, nobody=False, pin="", finished=refused is None
        )
        return self.state


class ClockPage(Page):
    """The time, large, and the members at the left; the PIN at the right."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        del at
        super().__init__(parent)
        self._presenter = ClockPresenter(workplace.session, workplace.shelf)
        self._language = workplace.language
        self.asks = MemberAndPin(self, shape="ring")
        self._time = QLabel(self.asks)
        self._time.setProperty("role", "heading")
        self._time.setWordWrap(True)
        self.asks.left.insertWidget(0, self._time)
        self.asks.chosen.connect(self._on_member)
        self.asks.pin.typed.connect(self._on_pin)
        self.asks.entered.connect(self.go_on)
        self.fill(self.asks)
        self.end()
        self.speak()

    def display(self, state: ClockState) -> None:
        """Paint a state."""
        code = self._language.code
        self._time.setText(self.tr("The laptop shows {time}").format(time=state.time))
        self.asks.offer(
            [(each.name, office_said(each.office, code)) for each in state.members], state.chosen
        )
        self.asks.pin.put(state.pin)
        words = said(state.refused, code) if state.refused else ""
        if state.nobody:
            words = self.tr("Choose the member who confirms the clock.")
        about = self.asks.members if state.nobody and state.members else self.asks.pin
        self.summary.show_problems(self.asks.complain(words, about))
        self.notice.say(said(state.trouble, code) if state.trouble else "")
        self.news.emit()

    def speak(self) -> None:
        state = self._presenter.state
        task = self.tr(
            "{name} and another member compare it with a watch; then the other confirms."
        )
        self.title(self.tr("The laptop’s clock"), task.format(name=state.seated))
        who = self.tr("Who confirms it too")
        self.asks.say(who=who)
        self.asks.members.setAccessibleName(who)
        self.asks.pin.name(self.tr("Your own PIN"))
        self.display(state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return self.asks.members.field() if self._presenter.state.members else None

    def act_words(self) -> str:
        return self.tr("Confirm the clock")

    def _on_member(self, index: int) -> None:
        self.display(self._presenter.chose(index))

    def _on_pin(self, text: str) -> None:
        self._presenter.typed(text)
