"""Each present member's key: a PIN of eight digits or more, typed twice."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtWidgets import QWidget

from tallydesk.election.definition import Member
from tallydesk.ui.attempts import attempt
from tallydesk.ui.members_in_turn import MembersInTurn
from tallydesk.ui.page import Workplace
from tallydesk.ui.people_words import office_said
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.member_and_pin import MemberAndPin
from tallydesk.ui.widgets.row_list import Row
from tallydesk.workflow import attendance
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import KeyShelf
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class KeysState:
    """Everything the page shows; the PINs are never among what a log could print.

    `waiting` are the members present without a key, `member` is the one whose turn it is, None
    when everybody has a key.
    """

    members: tuple[Member, ...]
    waiting: tuple[int, ...]
    member: Member | None
    pin: str = field(default="", repr=False)
    again: str = field(default="", repr=False)
    refused: Refusal | None = None
    finished: bool = False


class KeysPresenter:
    """One member after the other, in the order of the roster or as chosen."""

    def __init__(self, session: Session, shelf: KeyShelf) -> None:
        self._session, self._shelf = session, shelf
        deciding = tuple(
            each for each in session.package.deciding if each.number in session.night.present
        )
        self.state = self._next(KeysState(deciding, (), None))

    def chose(self, index: int) -> KeysState:
        """Another member comes first."""
        member = self.state.members[index]
        if member.number in self.state.waiting and member != self.state.member:
            self.state = replace(self.state, member=member, pin="", again="", refused=None)
        return self.state

    def typed(self, *, pin: str | None = None, again: str | None = None) -> KeysState:
        """The texts that stand in the boxes now."""
        state = self.state
        self.state = replace(
            state,
            pin=state.pin if pin is None else pin,
            again=state.again if again is None else again,
        )
        return self.state

    def go_on(self) -> KeysState:
        """Make the key of the member whose turn it is, or move on when everybody has one."""
        state = self.state
        if state.member is None:
            refused = attempt(lambda: attendance.close_keys(self._session))
            self.state = replace(state, refused=refused, finished=refused is None)
            return self.state
        member = state.member.number
        refused = attempt(
            lambda: attendance.choose_pin(
                self._session, self._shelf, member, state.pin, state.again
            )
        )
        self.state = replace(state, refused=refused) if refused else self._next(state)
        return self.state

    def _next(self, state: KeysState) -> KeysState:
        waiting = attendance.without_key(self._session)
        member = self._session.package.member(waiting[0]) if waiting else None
        return replace(state, waiting=waiting, member=member, pin="", again="", refused=None)


class KeysPage(MembersInTurn):
    """The members at the left, the two boxes for the one whose turn it is at the right."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        del at
        super().__init__(parent)
        self._presenter = KeysPresenter(workplace.session, workplace.shelf)
        self._language = workplace.language
        self.asks = MemberAndPin(self)
        self.again = self.asks.line(secret=True)
        self.asks.chosen.connect(self._on_member)
        self.asks.pin.typed.connect(self._on_pin)
        self.again.typed.connect(self._on_again)
        self.asks.entered.connect(self.go_on)
        self.fill(self.asks)
        self.end()
        self.speak()

    def display(self, state: KeysState) -> None:
        """Paint a state."""
        asks, pin = self.asks, self.asks.pin
        asks.members.show_rows([self._row_of(state, each) for each in state.members])
        asks.say(
            whose=self.tr("{name} chooses a PIN").format(name=state.member.name)
            if state.member
            else self.tr("Everybody present has a key.")
        )
        asks.ask(*([pin, self.again] if state.member else []))
        pin.put(state.pin)
        self.again.put(state.again)
        words = said(state.refused, self._language.code) if state.refused else ""
        differs = state.refused is not None and state.refused.code == "pin-differs"
        asks.complain(words, self.again if differs else pin)
        # Nobody sees which of the two was wrong: both are typed again, from the first.
        self.summary.show_problems([ProblemLine(words, pin.box)] if words else [])
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Keys of the members"),
            self.tr("Each member types a PIN of eight digits or more, twice, unseen by others."),
        )
        self.asks.members.setAccessibleName(self.tr("Members present"))
        self.asks.pin.name(self.tr("PIN, eight digits or more"))
        self.again.name(self.tr("The same PIN again"))
        self.display(self._presenter.state)

    @property
    def turn(self) -> KeysState:
        return self._presenter.state

    def take_turn(self) -> None:
        self.display(self._presenter.go_on())

    def left_words(self) -> str:
        state = self._presenter.state
        keys = self.tr("Keys made: {count} of {of}")
        made = len(state.members) - len(state.waiting)
        return keys.format(count=made, of=len(state.members))

    def act_words(self) -> str:
        return self.tr("Make the key") if self._presenter.state.member else ""

    def _row_of(self, state: KeysState, member: Member) -> Row:
        office = office_said(member.office, self._language.code)
        if member.number not in state.waiting:
            return Row(member.name, self.tr("{office}, has a key").format(office=office), "done")
        return Row(member.name, office, "here" if member == state.member else "")

    def _on_member(self, index: int) -> None:
        self.display(self._presenter.chose(index))

    def _on_pin(self, text: str) -> None:
        self._presenter.typed(pin=text)

    def _on_again(self, text: str) -> None:
        self._presenter.typed(again=text)
