"""What observers want written down, complaints, and the members' separate opinions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tallydesk.assets import words
from tallydesk.election.definition import Member
from tallydesk.ui.attempts import attempt
from tallydesk.ui.kept_texts import KINDS, KeptText, Kind, kept_texts
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.people_words import member_said
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.asked import Asked, WritingArea, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.fact_rows import FactRows
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.ui.widgets.row_list import Row, RowList
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow import remarks
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class RemarksState:
    """Everything the page shows. `entered` is what is kept already.

    `writer` is an index among the members present for an opinion, -1 while nobody is chosen.
    """

    entered: tuple[KeptText, ...]
    kind: Kind = "remark"
    by: str = ""
    writer: int = -1
    words: str = ""
    nobody: bool = False
    refused: Refusal | None = None
    finished: bool = False

    @property
    def begun(self) -> bool:
        """Whether something stands in the boxes that is not kept yet."""
        return bool(self.words or self.by)


class RemarksPresenter:
    """One text after the other; Continue keeps the last one too."""

    def __init__(self, session: Session) -> None:
        self._session = session
        night = session.night
        self.members: tuple[Member, ...] = tuple(
            each for each in session.package.deciding if each.number in night.present
        )
        self.state = RemarksState(kept_texts(self._session))

    def chose(self, kind: int) -> RemarksState:
        """Another kind of text. What was typed stays."""
        self.state = replace(self.state, kind=KINDS[kind], refused=None, nobody=False)
        return self.state

    def typed(self, *, by: str | None = None, text: str | None = None) -> RemarksState:
        """The texts that stand in the boxes now."""
        state = self.state
        self.state = replace(
            state, by=state.by if by is None else by, words=state.words if text is None else text
        )
        return self.state

    def wrote(self, member: int) -> RemarksState:
        """The member whose opinion it is; an opinion written before is there to go on with."""
        held = self._session.night.opinions.get(self.members[member].number)
        text = self.state.words or (held.words if held else "")
        self.state = replace(self.state, writer=member, words=text, nobody=False)
        return self.state

    def keep(self) -> RemarksState:
        """Write the text down; the boxes are free for the next one."""
        state = self.state
        if state.kind == "opinion":
            if state.writer < 0:
                self.state = replace(state, nobody=True, refused=None)
                return self.state
            number = self.members[state.writer].number
            refused = attempt(lambda: remarks.write_opinion(self._session, number, state.words))
        else:
            kind = state.kind
            refused = attempt(
                lambda: remarks.write_remark(self._session, state.by, state.words, kind)
            )
        if refused:
            self.state = replace(state, refused=refused, nobody=False)
        else:
            self.state = RemarksState(kept_texts(self._session), state.kind)
        return self.state

    def go_on(self) -> RemarksState:
        """Continue: keep what was begun, then go on; with nothing at all there is "none"."""
        if self.state.begun:
            self.keep()
            if self.state.begun:
                return self.state
        refused = attempt(lambda: remarks.close(self._session))
        self.state = replace(self.state, refused=refused, finished=refused is None)
        return self.state


class RemarksPage(Page):
    """Kind at the left, writer and words at the right, what is kept below."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        del at
        super().__init__(parent)
        self._presenter = RemarksPresenter(workplace.session)
        self._language = workplace.language
        card = Card(self)
        columns = Columns(card, shares=(2, 3))
        self.kinds, self.writers = RowList(card, shape="ring"), RowList(card, shape="ring")
        self.by, self.words = TextLine(card), WritingArea(card)
        self._asked_by, self._asked_writer = Asked(self.by), Asked(self.writers)
        self._asked_words = Asked(self.words)
        self.keep_button = KeyButton(card)
        self.kept = FactRows(card)
        columns.left.addWidget(self.kinds)
        for widget in (self._asked_by, self._asked_writer, self._asked_words):
            columns.right.addWidget(widget)
        columns.right.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignLeft)
        card.rows.addWidget(columns)
        card.rows.addWidget(self.kept)
        self.kinds.pressed.connect(self._on_kind)
        self.kinds.entered.connect(self._on_kinds_entered)
        self.by.typed.connect(self._on_by)
        self.by.entered.connect(self._on_by_entered)
        self.writers.pressed.connect(self._on_writer)
        self.writers.entered.connect(self._on_by_entered)
        self.words.typed.connect(self._on_words)
        self.words.entered.connect(self._on_words_entered)
        self.keep_button.clicked.connect(self._on_keep)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: RemarksState) -> None:
        """Paint a state."""
        names, code = words(self._language.code), self._language.code
        kinds = [names[f"text.{kind}"] for kind in KINDS]
        self.kinds.show_rows(_rows(kinds, KINDS.index(state.kind)))
        members = [member_said(each, code) for each in self._presenter.members]
        self.writers.show_rows(_rows(members, state.writer))
        opinion = state.kind == "opinion"
        self._asked_by.setVisible(not opinion)
        self._asked_writer.setVisible(opinion)
        self.by.put(state.by)
        self.words.put(state.words)
        self.kept.show_facts(
            [(kinds[KINDS.index(each.kind)], each.said, "") for each in state.entered]
        )
        self._display_problem(state)
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Remarks and opinions"),
            self.tr(
                "Ask observers and members: their words go into the protocol as they say them."
            ),
        )
        self.kinds.setAccessibleName(self.tr("Kind of text"))
        self.writers.setAccessibleName(self.tr("Whose opinion it is"))
        self.by.name(self.tr("Name, organisation, accreditation number"))
        self.words.name(self.tr("In their own words"))
        self.keep_button.setText(self.tr("Enter it"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return self.kinds.field()

    def act_words(self) -> str:
        state = self._presenter.state
        return "" if state.entered or state.begun else self.tr("None, continue")

    def _display_problem(self, state: RemarksState) -> None:
        text = said(state.refused, self._language.code) if state.refused else ""
        if state.nobody:
            text = self.tr("Choose the member whose opinion it is.")
        about_by = bool(state.refused and state.refused.code == "writer-missing")
        self._asked_by.complain(text if about_by else "")
        self._asked_writer.complain(text if state.nobody else "")
        self._asked_words.complain("" if about_by or state.nobody else text)
        field: QWidget = self.by.box if about_by else self.words.box
        if state.nobody:
            field = self.writers.field()
        self.summary.show_problems([ProblemLine(text, field)] if text else [])

    def _on_kind(self, index: int) -> None:
        self.display(self._presenter.chose(index))

    def _on_kinds_entered(self) -> None:
        walk_to(self.writers.field() if self._asked_by.isHidden() else self.by.box)

    def _on_by(self, text: str) -> None:
        self.display(self._presenter.typed(by=text))

    def _on_by_entered(self) -> None:
        state = self._presenter.state
        if state.begun or state.writer >= 0:
            walk_to(self.words.box)
        else:
            # Nobody has anything to say, or nothing more.
            self.done_here.emit()

    def _on_words(self, text: str) -> None:
        if text != self._presenter.state.words:
            self.display(self._presenter.typed(text=text))

    def _on_words_entered(self) -> None:
        walk_to(self.keep_button)

    def _on_writer(self, index: int) -> None:
        self.display(self._presenter.wrote(index))

    def _on_keep(self) -> None:
        state = self._presenter.keep()
        self.display(state)
        if not state.begun and not state.refused:
            walk_to(self.kinds.field())
        else:
            self.summary.take_focus()


def _rows(said: list[str], chosen: int) -> list[Row]:
    return [Row(each, "", "done" if at == chosen else "") for at, each in enumerate(said)]
