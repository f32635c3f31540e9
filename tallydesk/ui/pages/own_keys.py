"""Attendance with the members' own keys, and with those who have none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.election.definition import Member
from tallydesk.ui.attempts import attempt
from tallydesk.ui.members_in_turn import MembersInTurn
from tallydesk.ui.page import Workplace
from tallydesk.ui.people_words import office_said
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.member_and_pin import MemberAndPin
from tallydesk.ui.widgets.row_list import Row, RowList, RowMark
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow import attendance, own_keys
from tallydesk.workflow.official_happening import KeyLack
from tallydesk.workflow.own_keys import Standing
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import KeyShelf
from tallydesk.workflow.session import Session

Box = Literal["pin", "new", "again", "substitute"]
"""A PIN, another one in its place, typed twice; or who sits in an absent member's place."""
MARKS: Mapping[Standing, RowMark] = {
    "waits": "",
    "open": "done",
    "without": "done",
    "absent": "off",
    "replaced": "done",
}
ABOUT_NEW = ("pin-too-short", "pin-same", "pin-differs")
"""Refusals of a new PIN."""
LACKS: tuple[KeyLack, ...] = ("no-stick", "lost-pin", "not-enrolled")


@dataclass(frozen=True, slots=True)
class OwnKeysState:
    """Everything the page shows. `chosen` is an index from 0, -1 when nobody waits any more.

    `renews` where the authority chose the first PINs: then a new one can be typed, twice.
    """

    members: tuple[Member, ...]
    standings: tuple[Standing, ...]
    chosen: int
    typed: tuple[tuple[Box, str], ...] = field(default=(), repr=False)
    renews: bool = False
    refused: Refusal | None = None
    finished: bool = False

    @property
    def member(self) -> Member | None:
        """Whose turn it is."""
        return self.members[self.chosen] if self.chosen >= 0 else None

    def text(self, box: Box) -> str:
        """What stands in a box."""
        return dict(self.typed).get(box, "")

    @property
    def asks_substitute(self) -> bool:
        """Whether the chosen member is absent: then only a substitute can be named."""
        return self.chosen >= 0 and self.standings[self.chosen] in ("absent", "replaced")


class OwnKeysPresenter:
    """One member after the other, in the order of the roster or as chosen."""

    def __init__(self, session: Session, shelf: KeyShelf) -> None:
        self._session, self._shelf = session, shelf
        self.state = self._next()

    def chose(self, index: int) -> OwnKeysState:
        """Another member comes first."""
        self.state = replace(self._next(), chosen=index)
        return self.state

    def typed(self, box: Box, text: str) -> OwnKeysState:
        """The text that stands in a box now."""
        kept = dict(self.state.typed) | {box: text}
        self.state = replace(self.state, typed=tuple(kept.items()))
        return self.state

    def lacks(self, index: int) -> OwnKeysState:
        """The member whose turn it is has no key, for the reason with this index."""
        member = self.state.member
        if member is None or self.state.asks_substitute:
            return self.state
        refused = attempt(lambda: own_keys.missing(self._session, member.number, LACKS[index]))
        self.state = replace(self.state, refused=refused) if refused else self._next()
        return self.state

    def go_on(self) -> OwnKeysState:
        """Open the key, name the substitute, or move on when nobody waits."""
        state, session, member = self.state, self._session, self.state.member
        if member is None or (state.asks_substitute and not state.text("substitute")):
            refused = attempt(lambda: attendance.close_keys(session))
            self.state = replace(state, refused=refused, finished=refused is None)
            return self.state
        if state.asks_substitute:
            name = state.text("substitute")
            refused = attempt(lambda: own_keys.substitute(session, member.number, name))
        else:
            pin, new = state.text("pin"), (state.text("new"), state.text("again"))
            refused = attempt(
                lambda: own_keys.open_own(session, self._shelf, member.number, pin, new),
                member.name,
            )
        if refused is None:
            self.state = self._next()
        else:
            kept = state.typed if refused.code in ABOUT_NEW else ()
            self.state = replace(state, refused=refused, typed=kept)
        return self.state

    def _next(self) -> OwnKeysState:
        members = self._session.package.deciding
        standings = tuple(own_keys.standing(self._session, each.number) for each in members)
        waiting = [at for at, standing in enumerate(standings) if standing == "waits"]
        renews = self._session.official.card.custody == "authority"
        return OwnKeysState(members, standings, waiting[0] if waiting else -1, renews=renews)


class OwnKeysPage(MembersInTurn):
    """The members at the left; at the right the box for the one whose turn it is."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        del at
        super().__init__(parent)
        self._presenter = OwnKeysPresenter(workplace.session, workplace.shelf)
        self._language = workplace.language
        self.asks = MemberAndPin(self)
        self.lacks = RowList(self.asks)
        self.boxes: dict[Box, TextLine] = {
            "pin": self.asks.pin,
            "new": self.asks.line(secret=True),
            "again": self.asks.line(secret=True),
            "substitute": self.asks.line(),
        }
        self._lacks_label = QLabel(self.asks)
        self._lacks_label.setProperty("role", "subheading")
        self._lacks_label.setWordWrap(True)
        self.asks.right.addWidget(self._lacks_label)
        self.asks.right.addWidget(self.lacks)
        self.asks.chosen.connect(self._on_member)
        for line in self.boxes.values():
            line.typed.connect(self._on_typed)
        self.asks.entered.connect(self.go_on)
        self.lacks.pressed.connect(self._on_lack)
        self.fill(self.asks)
        self.end()
        self.speak()

    def display(self, state: OwnKeysState) -> None:
        """Paint a state."""
        asks, naming = self.asks, state.asks_substitute
        opening = state.member is not None and not naming
        shown: list[Box] = ["substitute"] if naming else ["pin"]
        if opening and state.renews:
            shown += ["new", "again"]
        asks.members.show_rows([self._row(state, at) for at in range(len(state.members))])
        asks.say(whose=self._whose(state))
        asks.ask(*(self.boxes[box] for box in shown if state.member))
        self.lacks.setVisible(opening)
        self._lacks_label.setVisible(opening)
        for box, line in self.boxes.items():
            line.put(state.text(box))
        words = said(state.refused, self._language.code) if state.refused else ""
        new = state.refused is not None and state.refused.code in ABOUT_NEW
        self.summary.show_problems(asks.complain(words, self.boxes["new" if new else shown[0]]))
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Keys of the members"),
            self.tr("Each member puts in their stick and types their PIN, unseen by others."),
        )
        self.asks.members.setAccessibleName(self.tr("Members of the commission"))
        boxes = self.boxes
        renews = self._presenter.state.renews
        boxes["pin"].name(self.tr("PIN from your slip") if renews else self.tr("Your own PIN"))
        boxes["new"].name(self.tr("A PIN of your own instead; empty keeps that of the slip"))
        boxes["again"].name(self.tr("The same PIN again"))
        boxes["substitute"].name(self.tr("Who sits in this member’s place, when somebody does"))
        self._lacks_label.setText(self.tr("Without a key this member signs on paper"))
        self.lacks.setAccessibleName(self._lacks_label.text())
        reasons = (
            self.tr("No stick is here"),
            self.tr("The PIN is lost"),
            self.tr("Never made a key"),
        )
        self.lacks.show_rows([Row(reason, "", "") for reason in reasons])
        self.display(self._presenter.state)

    @property
    def turn(self) -> OwnKeysState:
        return self._presenter.state

    def take_turn(self) -> None:
        self.display(self._presenter.go_on())

    def nobody_left(self) -> None:
        """Not on by itself: a substitute may still be named for whoever is absent."""
        self.done_here.emit()

    def left_words(self) -> str:
        standings = self._presenter.state.standings
        keys = self.tr("Keys opened: {count} of {of}")
        return keys.format(count=standings.count("open"), of=len(standings))

    def act_words(self) -> str:
        state = self._presenter.state
        opening = state.member is not None and not state.asks_substitute
        return self.tr("Open the key") if opening else ""

    def _whose(self, state: OwnKeysState) -> str:
        if state.member is None:
            return self.tr("Everybody present has a key, or is on record without one.")
        if state.asks_substitute:
            return self.tr("{name} is absent").format(name=state.member.name)
        return self.tr("{name} opens their key").format(name=state.member.name)

    def _row(self, state: OwnKeysState, at: int) -> Row:
        member, standing = state.members[at], state.standings[at]
        about = {
            "waits": office_said(member.office, self._language.code),
            "open": self.tr("key opened"),
            "without": self.tr("signs on paper"),
            "absent": self.tr("absent"),
            "replaced": self.tr("absent, a substitute is here"),
        }[standing]
        return Row(member.name, about, "here" if at == state.chosen else MARKS[standing])

    def _on_member(self, index: int) -> None:
        self.display(self._presenter.chose(index))

    def _on_typed(self, text: str) -> None:
        box = next(box for box, line in self.boxes.items() if line is self.sender())
        self._presenter.typed(box, text)

    def _on_lack(self, index: int) -> None:
        self.display(self._presenter.lacks(index))
        # Away from the reasons: the first digit of the next PIN would be one of them.
        self.turn_over()
