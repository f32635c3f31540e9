"""What each member does about the protocol, before anything is signed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.assets import words
from tallydesk.election.definition import Member
from tallydesk.protocol.assemble import NotReadyError, Reason
from tallydesk.protocol.model import Stance
from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.people_words import member_said, office_said
from tallydesk.ui.reason_words import reason_said
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.asked import Asked, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.row_list import Row, RowList
from tallydesk.workflow import sealing
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session

ORDER = (
    Stance.SIGNS,
    Stance.SIGNS_WITH_OPINION,
    Stance.REFUSES,
    Stance.SIGNS_ON_PAPER,
    Stance.ABSENT,
)
"""As they are offered: what most members do first."""


@dataclass(frozen=True, slots=True)
class StancesState:
    """Everything the page shows. `chosen` is the index of the member whose turn it is."""

    members: tuple[Member, ...]
    stances: tuple[Stance | None, ...]
    chosen: int = 0
    refused: Refusal | None = None
    reasons: tuple[Reason, ...] = ()
    finished: bool = False

    @property
    def left(self) -> int:
        """How many members have not said it yet."""
        return sum(stance is None for stance in self.stances)


class StancesPresenter:
    """One member after the other; an absent member is absent without being asked."""

    def __init__(self, session: Session, contest: str) -> None:
        self._session, self._contest = session, contest
        night, members = session.night, session.package.deciding
        asked = night.present | night.substitutes.keys()
        held = tuple(night.stances.get((contest, each.number)) for each in members)
        stances = tuple(
            stance if stance is not None or each.number in asked else Stance.ABSENT
            for stance, each in zip(held, members, strict=True)
        )
        silent = [index for index, stance in enumerate(stances) if stance is None]
        # With nobody left it is the last one, as it was when the last one had said it.
        self.state = StancesState(members, stances, silent[0] if silent else len(members) - 1)

    def turned_to(self, index: int) -> StancesState:
        """Another member."""
        self.state = replace(self.state, chosen=index, refused=None)
        return self.state

    def took(self, offered: int) -> StancesState:
        """The member whose turn it is said it."""
        state = self.state
        member, stance = state.members[state.chosen], ORDER[offered]
        refused = attempt(
            lambda: sealing.take_stance(self._session, self._contest, member.number, stance)
        )
        if refused is None:
            before, after = state.stances[: state.chosen], state.stances[state.chosen + 1 :]
            state = replace(state, stances=(*before, stance, *after), reasons=())
        self.state = replace(state, refused=refused)
        return self.state

    def entered(self) -> bool:
        """On to the next member who has not said it; False when there is none."""
        state = self.state
        rest = (*range(state.chosen + 1, len(state.members)), *range(state.chosen))
        silent = [index for index in rest if state.stances[index] is None]
        if state.stances[state.chosen] is None or not silent:
            return False
        self.turned_to(silent[0])
        return True

    def go_on(self) -> StancesState:
        """Close the protocol: from here on exactly this is signed."""
        for member, stance in zip(self.state.members, self.state.stances, strict=True):
            if stance is Stance.ABSENT:
                self._take_absent(member.number)
        try:
            refused = attempt(lambda: sealing.freeze(self._session, self._contest))
        except NotReadyError as missing:
            self.state = replace(self.state, reasons=missing.reasons, refused=None)
            return self.state
        self.state = replace(self.state, reasons=(), refused=refused, finished=refused is None)
        return self.state

    def _take_absent(self, member: int) -> None:
        attempt(lambda: sealing.take_stance(self._session, self._contest, member, Stance.ABSENT))


class StancesPage(Page):
    """The members at the left with what they said, the five stances at the right."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = StancesPresenter(workplace.session, at.contest)
        self._language = workplace.language
        self._contest = workplace.session.package.contest(at.contest)
        card = Card(self)
        columns = Columns(card)
        self._who = QLabel(card)
        self._who.setProperty("role", "subheading")
        self._who.setWordWrap(True)
        self.members, self.stances = RowList(card), RowList(card, shape="ring")
        self._asked = Asked(self.stances)
        columns.left.addWidget(self.members)
        columns.right.addWidget(self._who)
        columns.right.addWidget(self._asked)
        self.members.moved.connect(self._on_member)
        self.members.pressed.connect(self._on_member)
        self.members.entered.connect(self._on_members_entered)
        self.stances.pressed.connect(self._on_stance)
        self.stances.entered.connect(self._on_stance_entered)
        card.rows.addWidget(columns)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: StancesState) -> None:
        """Paint a state."""
        names, language = words(self._language.code), self._language.code
        said_of = {stance: names[f"stance.{stance.name.lower()}"] for stance in Stance}
        self.members.show_rows(
            [
                Row(
                    each.name,
                    said_of[stance] if stance is not None else office_said(each.office, language),
                    "here" if index == state.chosen else ("" if stance is None else "done"),
                )
                for index, (each, stance) in enumerate(
                    zip(state.members, state.stances, strict=True)
                )
            ]
        )
        self._who.setText(member_said(state.members[state.chosen], language))
        taken = state.stances[state.chosen]
        self.stances.show_rows(
            [Row(said_of[each], "", "done" if each is taken else "") for each in ORDER]
        )
        text = said(state.refused, language) if state.refused else ""
        self._asked.complain(text)
        lines = [ProblemLine(text, self.stances.field())] if text else []
        lines += [
            ProblemLine(reason_said(reason, self._contest, language), self.stances.field())
            for reason in state.reasons
        ]
        self.summary.show_problems(lines)
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("What each member does"),
            self.tr("Ask each member by name. After that the protocol is closed for signing."),
        )
        self.members.setAccessibleName(self.tr("Members"))
        self.stances.setAccessibleName(self.tr("What this member does"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return self.stances.field()

    def left_words(self) -> str:
        state = self._presenter.state
        left = self.tr("Left: {left} of {of}")
        return left.format(left=state.left, of=len(state.members))

    def act_words(self) -> str:
        return self.tr("Close the protocol")

    def _on_member(self, index: int) -> None:
        self.display(self._presenter.turned_to(index))

    def _on_members_entered(self) -> None:
        walk_to(self.stances.field(0))

    def _on_stance(self, index: int) -> None:
        self.display(self._presenter.took(index))

    def _on_stance_entered(self) -> None:
        """Enter goes to the next member; after the last one it closes the protocol."""
        if self._presenter.entered():
            self.display(self._presenter.state)
            walk_to(self.stances.field(0))
        elif not self._presenter.state.left:
            self.go_on()
