"""The members sign what was closed, each with their own PIN."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256

from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.assets import words
from tallydesk.election.definition import Member
from tallydesk.protocol.model import Stance
from tallydesk.signing.codes import long_digest
from tallydesk.ui.attempts import attempt
from tallydesk.ui.draft_code import DraftCode
from tallydesk.ui.members_in_turn import MembersInTurn
from tallydesk.ui.page import Workplace
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.member_and_pin import MemberAndPin
from tallydesk.ui.widgets.row_list import Row, RowMark
from tallydesk.workflow import sealing
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import KeyShelf
from tallydesk.workflow.session import Session

BESIDE_A_CODE = 320
"""Width of members and PIN, in pixels at 100 % text, below which they stand one below the other.

Less than elsewhere: the code needs its room, and whatever lies below it is out of sight."""


@dataclass(frozen=True, slots=True)
class SignState:
    """Everything the page shows. `left` are the members who still sign; `member` one of them."""

    members: tuple[Member, ...]
    stances: tuple[Stance, ...]
    left: tuple[int, ...]
    member: Member | None
    digest: str
    pin: str = field(default="", repr=False)
    refused: Refusal | None = None
    finished: bool = False


class SignPresenter:
    """One signature after the other. A PIN that does not fit is typed anew."""

    def __init__(self, session: Session, shelf: KeyShelf, contest: str) -> None:
        self._session, self._shelf, self._contest = session, shelf, contest
        night, members = session.night, session.package.deciding
        frozen = night.frozen.get(contest)
        digest = long_digest(sha256(frozen.payload).digest()) if frozen else ""
        stances = tuple(
            night.stances.get((contest, each.number), Stance.ABSENT) for each in members
        )
        self.state = self._next(SignState(members, stances, (), None, digest))

    def chose(self, index: int) -> SignState:
        """Another member signs first."""
        member = self.state.members[index]
        if member.number in self.state.left and member != self.state.member:
            self.state = replace(self.state, member=member, pin="", refused=None)
        return self.state

    def typed(self, pin: str) -> SignState:
        """The text that stands in the box now."""
        self.state = replace(self.state, pin=pin)
        return self.state

    def go_on(self) -> SignState:
        """Sign for the member whose turn it is, or move on when everybody has signed."""
        state, member = self.state, self.state.member
        if member is None:
            refused = attempt(lambda: sealing.close(self._session, self._contest))
            self.state = replace(state, refused=refused, finished=refused is None)
            return self.state
        refused = attempt(
            lambda: sealing.sign(
                self._session, self._shelf, self._contest, member.number, state.pin
            ),
            member.name,
        )
        if refused:
            self.state = replace(state, refused=refused, pin="")
        else:
            self.state = self._next(state)
        return self.state

    def _next(self, state: SignState) -> SignState:
        left = sealing.signers_left(self._session, self._contest)
        member = self._session.package.member(left[0]) if left else None
        return replace(state, left=left, member=member, pin="", refused=None)


class SignPage(MembersInTurn):
    """The members, the PIN with the digest of what is signed, and at the right its draft code."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = SignPresenter(workplace.session, workplace.shelf, at.contest)
        self._language = workplace.language
        self.asks = MemberAndPin(self, narrow=BESIDE_A_CODE)
        self._how, self._digest = QLabel(self.asks), QLabel(self.asks)
        self._digest.setProperty("role", "strong")
        for label in (self._how, self._digest):
            label.setWordWrap(True)
            self.asks.right.addWidget(label)
        self.draft = DraftCode(workplace, at.contest, self.asks)
        self.asks.beside(self.draft)
        self.asks.chosen.connect(self._on_member)
        self.asks.pin.typed.connect(self._on_pin)
        self.asks.entered.connect(self.go_on)
        self.draft.refused.connect(self._on_draft_refused)
        self.fill(self.asks)
        self.end()
        self.speak()

    def display(self, state: SignState) -> None:
        """Paint a state."""
        names = words(self._language.code)
        rows = []
        for member, stance in zip(state.members, state.stances, strict=True):
            if not stance.uses_key:
                rows.append(Row(member.name, names[f"stance.{stance.name.lower()}"], "off"))
            elif member.number in state.left:
                mark: RowMark = "here" if member == state.member else ""
                rows.append(Row(member.name, self.tr("signs with the PIN"), mark))
            else:
                rows.append(Row(member.name, self.tr("has signed"), "done"))
        self.asks.members.show_rows(rows)
        self.asks.say(
            whose=self.tr("{name} signs").format(name=state.member.name)
            if state.member
            else self.tr("Everybody who signs with a key has signed.")
        )
        self.asks.ask(*([self.asks.pin] if state.member else []))
        self.asks.pin.put(state.pin)
        self._digest.setText(state.digest)
        text = said(state.refused, self._language.code) if state.refused else ""
        self.summary.show_problems(self.asks.complain(text))
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Sign the protocol"),
            self.tr("Hands first, then keys: each member signs on paper, then types their PIN."),
        )
        self.asks.members.setAccessibleName(self.tr("Members"))
        self.asks.pin.name(self.tr("Your own PIN"))
        self._how.setText(
            self.tr(
                "Before any PIN, another device must read the same figures from the code, and "
                "this digest:"
            )
        )
        self.display(self._presenter.state)

    @property
    def turn(self) -> SignState:
        return self._presenter.state

    def take_turn(self) -> None:
        self.display(self._presenter.go_on())

    def left_words(self) -> str:
        state = self._presenter.state
        signed = self.tr("Signed: {count} of {of}")
        of = sum(stance.uses_key for stance in state.stances)
        return signed.format(count=of - len(state.left), of=of)

    def act_words(self) -> str:
        return self.tr("Sign the protocol") if self._presenter.state.member else ""

    def _on_member(self, index: int) -> None:
        self.display(self._presenter.chose(index))

    def _on_draft_refused(self, refusal: Refusal) -> None:
        text = said(refusal, self._language.code)
        self.summary.show_problems([ProblemLine(text, self.draft.save_button)])
        self.summary.take_focus()

    def _on_pin(self, text: str) -> None:
        self._presenter.typed(text)
