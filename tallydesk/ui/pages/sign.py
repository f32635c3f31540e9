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
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.asked import Asked, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.row_list import Row, RowList, RowMark
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow import sealing
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import KeyShelf
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class SignState:
    """Everything the page shows. `left` are the members who still sign; `chosen` one of them."""

    members: tuple[Member, ...]
    stances: tuple[Stance, ...]
    left: tuple[int, ...]
    chosen: Member | None
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
        if member.number in self.state.left and member != self.state.chosen:
            self.state = replace(self.state, chosen=member, pin="", refused=None)
        return self.state

    def typed(self, pin: str) -> SignState:
        """The text that stands in the box now."""
        self.state = replace(self.state, pin=pin)
        return self.state

    def go_on(self) -> SignState:
        """Sign for the member whose turn it is, or move on when everybody has signed."""
        state, member = self.state, self.state.chosen
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
        chosen = self._session.package.member(left[0]) if left else None
        return replace(state, left=left, chosen=chosen, pin="", refused=None)


class SignPage(Page):
    """What is signed on top, the members at the left, the PIN at the right."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = SignPresenter(workplace.session, workplace.shelf, at.contest)
        self._language = workplace.language
        card = Card(self)
        self._digest_label, self._digest, self._whose = QLabel(card), QLabel(card), QLabel(card)
        self._digest_label.setProperty("role", "muted")
        self._digest_label.setWordWrap(True)
        self._digest.setProperty("role", "strong")
        self._digest.setWordWrap(True)
        self._whose.setProperty("role", "subheading")
        self._whose.setWordWrap(True)
        columns = Columns(card)
        self.members, self.pin = RowList(card), TextLine(card, secret=True)
        self._asked = Asked(self.pin)
        columns.left.addWidget(self.members)
        columns.right.addWidget(self._whose)
        columns.right.addWidget(self._asked)
        columns.right.addWidget(self._digest_label)
        columns.right.addWidget(self._digest)
        self.members.pressed.connect(self._on_member)
        self.members.entered.connect(self._on_members_entered)
        self.pin.typed.connect(self._on_pin)
        self.pin.entered.connect(self.go_on)
        self.draft = DraftCode(workplace, at.contest, card)
        self.draft.refused.connect(self._on_draft_refused)
        card.rows.addWidget(columns)
        card.rows.addWidget(self.draft)
        self.fill(card)
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
                mark: RowMark = "here" if member == state.chosen else ""
                rows.append(Row(member.name, self.tr("signs with the PIN"), mark))
            else:
                rows.append(Row(member.name, self.tr("has signed"), "done"))
        self.members.show_rows(rows)
        self._whose.setText(
            self.tr("{name} signs").format(name=state.chosen.name)
            if state.chosen
            else self.tr("Everybody who signs with a key has signed.")
        )
        self._asked.setVisible(state.chosen is not None)
        self.pin.put(state.pin)
        self._digest.setText(state.digest)
        text = said(state.refused, self._language.code) if state.refused else ""
        self._asked.complain(text)
        self.summary.show_problems([ProblemLine(text, self.pin.box)] if text else [])
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Sign the protocol"),
            self.tr("Hands first, then keys: each member signs on paper, then types their PIN."),
        )
        self.members.setAccessibleName(self.tr("Members"))
        self.pin.name(self.tr("Your own PIN"))
        self._digest_label.setText(
            self.tr("Digest of what is signed. Each member may write it down and compare it later.")
        )
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
        signed = self.tr("Signed: {count} of {of}")
        of = sum(stance.uses_key for stance in state.stances)
        return signed.format(count=of - len(state.left), of=of)

    def act_words(self) -> str:
        return self.tr("Sign the protocol") if self._presenter.state.chosen else ""

    def _on_member(self, index: int) -> None:
        self.display(self._presenter.chose(index))

    def _on_members_entered(self) -> None:
        if not self._asked.isHidden():
            walk_to(self.pin.box)

    def _on_draft_refused(self, refusal: Refusal) -> None:
        text = said(refusal, self._language.code)
        self.summary.show_problems([ProblemLine(text, self.draft.save_button)])
        self.summary.take_focus()

    def _on_pin(self, text: str) -> None:
        self._presenter.typed(text)
