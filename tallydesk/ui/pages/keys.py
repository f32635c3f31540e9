"""Each present member's key: a PIN of eight digits or more, typed twice."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.election.definition import Member
from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.people_words import office_said
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.asked import Asked, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.row_list import Row, RowList
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow import attendance
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import KeyShelf
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class KeysState:
    """Everything the page shows; the PINs are never among what a log could print.

    `waiting` are the members present without a key, `chosen` is the one whose turn it is, None
    when everybody has a key.
    """

    members: tuple[Member, ...]
    waiting: tuple[int, ...]
    chosen: Member | None
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
        if member.number in self.state.waiting and member != self.state.chosen:
            self.state = replace(self.state, chosen=member, pin="", again="", refused=None)
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
        if state.chosen is None:
            refused = attempt(lambda: attendance.close_keys(self._session))
            self.state = replace(state, refused=refused, finished=refused is None)
            return self.state
        member = state.chosen.number
        refused = attempt(
            lambda: attendance.choose_pin(
                self._session, self._shelf, member, state.pin, state.again
            )
        )
        self.state = replace(state, refused=refused) if refused else self._next(state)
        return self.state

    def _next(self, state: KeysState) -> KeysState:
        waiting = attendance.without_key(self._session)
        chosen = self._session.package.member(waiting[0]) if waiting else None
        return replace(state, waiting=waiting, chosen=chosen, pin="", again="", refused=None)


class KeysPage(Page):
    """The members at the left, the two boxes for the one whose turn it is at the right."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        del at
        super().__init__(parent)
        self._presenter = KeysPresenter(workplace.session, workplace.shelf)
        self._language = workplace.language
        card = Card(self)
        columns = Columns(card)
        self.members = RowList(card)
        self._whose = QLabel(card)
        self._whose.setProperty("role", "subheading")
        self._whose.setWordWrap(True)
        self.pin, self.again = TextLine(card, secret=True), TextLine(card, secret=True)
        self._asked_pin, self._asked_again = Asked(self.pin), Asked(self.again)
        columns.left.addWidget(self.members)
        for widget in (self._whose, self._asked_pin, self._asked_again):
            columns.right.addWidget(widget)
        self.members.pressed.connect(self._on_member)
        self.members.entered.connect(self._on_list_entered)
        self.pin.typed.connect(self._on_pin)
        self.pin.entered.connect(self._on_pin_entered)
        self.again.typed.connect(self._on_again)
        self.again.entered.connect(self.go_on)
        card.rows.addWidget(columns)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: KeysState) -> None:
        """Paint a state."""
        self.members.show_rows([self._row_of(state, each) for each in state.members])
        self._whose.setText(
            self.tr("{name} chooses a PIN").format(name=state.chosen.name)
            if state.chosen
            else self.tr("Everybody present has a key.")
        )
        for asked, line, text in (
            (self._asked_pin, self.pin, state.pin),
            (self._asked_again, self.again, state.again),
        ):
            asked.setVisible(state.chosen is not None)
            line.put(text)
        words = said(state.refused, self._language.code) if state.refused else ""
        differs = state.refused is not None and state.refused.code == "pin-differs"
        self._asked_pin.complain("" if differs else words)
        self._asked_again.complain(words if differs else "")
        # Nobody sees which of the two was wrong: both are typed again, from the first.
        self.summary.show_problems([ProblemLine(words, self.pin.box)] if words else [])
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Keys of the members"),
            self.tr("Each member types a PIN of eight digits or more, twice, unseen by others."),
        )
        self.members.setAccessibleName(self.tr("Members present"))
        self.pin.name(self.tr("PIN, eight digits or more"))
        self.again.name(self.tr("The same PIN again"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        elif state.refused:
            self.summary.take_focus()
        elif state.chosen:
            walk_to(self.pin.box)
        else:
            self.go_on()

    def first_field(self) -> QWidget | None:
        return self.pin.box if self._presenter.state.chosen else None

    def left_words(self) -> str:
        state = self._presenter.state
        keys = self.tr("Keys made: {count} of {of}")
        made = len(state.members) - len(state.waiting)
        return keys.format(count=made, of=len(state.members))

    def act_words(self) -> str:
        return self.tr("Make the key") if self._presenter.state.chosen else ""

    def _row_of(self, state: KeysState, member: Member) -> Row:
        office = office_said(member.office, self._language.code)
        if member.number not in state.waiting:
            return Row(member.name, self.tr("{office}, has a key").format(office=office), "done")
        return Row(member.name, office, "here" if member == state.chosen else "")

    def _on_member(self, index: int) -> None:
        self.display(self._presenter.chose(index))

    def _on_list_entered(self) -> None:
        walk_to(self.first_field() or self.members.field())

    def _on_pin(self, text: str) -> None:
        self._presenter.typed(pin=text)

    def _on_pin_entered(self) -> None:
        walk_to(self.again.box)

    def _on_again(self, text: str) -> None:
        self._presenter.typed(again=text)
