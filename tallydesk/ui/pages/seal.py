"""Chair or deputy seals the papers, or they go out without a seal."""

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
        card = Card(self)
        columns = Columns(card)
        self._who, self._why = QLabel(card), QLabel(card)
        self._who.setProperty("role", "subheading")
        self._why.setProperty("role", "muted")
        for label in (self._who, self._why):
            label.setWordWrap(True)
        self.members, self.pin = RowList(card, shape="ring"), TextLine(card, secret=True)
        self._asked = Asked(self.pin)
        columns.left.addWidget(self._who)
        columns.left.addWidget(self.members)
        columns.right.addWidget(self._asked)
        columns.right.addWidget(self._why)
        self.members.pressed.connect(self._on_member)
        self.members.entered.connect(self._on_entered)
        self.pin.typed.connect(self._on_pin)
        self.pin.entered.connect(self.go_on)
        card.rows.addWidget(columns)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: SealState) -> None:
        """Paint a state."""
        code = self._language.code
        rows = [(each.name, office_said(each.office, code)) for each in state.members]
        rows.append((self.tr("No seal"), self.tr("nobody with a seal key is here")))
        self.members.show_rows(
            [Row(*row, "done" if at == state.chosen else "") for at, row in enumerate(rows)]
        )
        self._asked.setVisible(state.seals)
        self.pin.put(state.pin)
        text = said(state.refused, code) if state.refused else ""
        self._asked.complain(text)
        self.summary.show_problems([ProblemLine(text, self.pin.box)] if text else [])
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Seal of the papers"),
            self.tr("The protocol is signed. A seal shows in viewers of PDF that a copy is whole."),
        )
        self._who.setText(self.tr("Who seals"))
        self._why.setText(
            self.tr("It proves nothing that the signatures do not, and may be left out.")
        )
        self.members.setAccessibleName(self._who.text())
        self.pin.name(self.tr("Your own PIN"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return self.pin.box if self._presenter.state.seals else self.members.field()

    def act_words(self) -> str:
        return self.tr("Seal") if self._presenter.state.seals else self.tr("Go on without a seal")

    def _on_member(self, index: int) -> None:
        self.display(self._presenter.chose(index))

    def _on_entered(self) -> None:
        if self._presenter.state.seals:
            walk_to(self.pin.box)
        else:
            self.go_on()

    def _on_pin(self, text: str) -> None:
        self._presenter.typed(text)
