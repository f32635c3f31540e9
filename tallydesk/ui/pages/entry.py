"""Writing figures: the one page for every sheet, in the first entry and in the second."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tallydesk.ui.aloud_link import AloudLink
from tallydesk.ui.entry_presenter import EntryPresenter, EntryState
from tallydesk.ui.entry_ways import EntryWays
from tallydesk.ui.late_entry import LateEntry
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.refusals import said
from tallydesk.ui.reopening import Reopening
from tallydesk.ui.sheet_view import SheetView
from tallydesk.ui.sheet_words import words_of_sheet
from tallydesk.ui.widgets.asked import walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import SHOWN_AT_MOST, ProblemLine
from tallydesk.ui.widgets.figure_field import taking_back_asked
from tallydesk.ui.widgets.wrapped_button import WrappedButton
from tallydesk.ui.written_row import Part
from tallydesk.workflow.plan import Step


class EntryPage(Page):
    """The sheet on a card, and the way to write piles instead of totals."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = EntryPresenter(workplace.session, at)
        self._step, self._language = at, workplace.language
        self._package = workplace.session.package
        self._plan_sheet = workplace.session.plan.sheet(at.sheet)
        self._shown: EntryState | None = None
        closed = self._presenter.state.closed
        may_pile = self._presenter.may_pile and not closed
        self.ways = EntryWays(self._presenter.pile_size if may_pile else 0, self)
        self.ways.below.setVisible(not closed)
        self.ways.way.clicked.connect(self._on_way)
        self.ways.taken_back.connect(self._on_taken_back)
        self.aloud = AloudLink(workplace.session, at, self)
        self.aloud.begun.connect(self.finished)
        card = Card(self)
        self.sheet = SheetView(self._package, self._language.code, card)
        self.sheet.typed.connect(self._on_typed)
        self.sheet.left.connect(self._on_left)
        self.sheet.finished.connect(self.go_on)
        card.rows.addWidget(self.sheet)
        self.reopening = Reopening(self)
        self.reopening.setVisible(self._presenter.state.closed)
        self.reopening.asked.connect(self._on_reopening)
        self.late = LateEntry(self)
        self.late.setVisible(not self._presenter.state.closed)
        self.late.asked.connect(self._on_late)
        self.ways.put(self.aloud)
        self.aloud.setVisible(self.aloud.offered)
        self.fill(self.ways)
        self.fill(card)
        self.fill(self.ways.below)
        self.fill(self.late)
        self.fill(self.reopening)
        self.end()
        self.display(self._presenter.state)
        self.speak()

    def display(self, state: EntryState) -> None:
        """Paint a state; painting it again changes nothing."""
        before, self._shown = self._shown, state
        self.sheet.display(state.rows, read_only=state.closed)
        if before is None or (before.problems, before.refused) != (state.problems, state.refused):
            self._display_problems(state)
        self.news.emit()

    def speak(self) -> None:
        state, language = self._presenter.state, self._language.code
        heading = words_of_sheet(self._package, self._plan_sheet, self._step.entry, language)
        self.title(*heading)
        self.ways.speak(piles=state.piles)
        self.late.speak(state.on_paper)
        self.notice.say(self._notice(state))
        self.sheet.speak(language)
        self._display_problems(state)

    def begin_change(self) -> None:
        """What is locked is opened again with a reason, which stands below the sheet."""
        if self._presenter.state.closed:
            walk_to(self.reopening.line.box)

    def go_on(self) -> None:
        self._move(self._presenter.go_on())

    def _on_reopening(self, reason: str) -> None:
        self._move(self._presenter.reopen(reason))

    def _move(self, state: EntryState) -> None:
        if state.finished:
            # Another page comes at once; nobody would see this one painted.
            self.finished.emit()
        else:
            self.display(state)
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return None if self._presenter.state.closed else self.sheet.focus_row(self._presenter.start)

    def take_links(self, links: Sequence[WrappedButton]) -> None:
        self.ways.put(*links)

    def left_words(self) -> str:
        state = self._presenter.state
        if state.closed:
            return ""
        return self.tr("Left: {left} of {of}").format(left=state.left, of=len(state.rows))

    def _display_problems(self, state: EntryState) -> None:
        shown = state.problems[:SHOWN_AT_MOST]
        lines = self.sheet.problem_lines(shown)
        if state.refused:
            lines.insert(0, ProblemLine(said(state.refused, self._language.code)))
        self.summary.show_problems(lines, more=len(state.problems) - len(shown))

    def _notice(self, state: EntryState) -> str:
        if state.hidden:
            return self.tr("This sheet is finished. Its figures stay covered for the second entry.")
        return self.tr("This sheet is finished and locked.") if state.closed else ""

    def _on_typed(self, number: int, part: Part, text: str) -> None:
        self.display(self._presenter.typed(number, part, text))

    def _on_left(self, number: int) -> None:
        self.display(self._presenter.left(number))

    def _on_way(self) -> None:
        state = self._presenter.count_piles(piles=not self._presenter.state.piles)
        self.display(state)
        self.ways.speak(piles=state.piles)
        field = self.first_field()
        if field is not None:
            field.setFocus()

    def _on_taken_back(self, again: bool) -> None:  # noqa: FBT001 - a signal's argument
        state, number = self._presenter.take_back(again=again)
        self.display(state)
        field = None if number is None else self.sheet.field_of(number)
        if field is not None:
            walk_to(field)

    def _on_late(self, text: str) -> None:
        state = self._presenter.counted_on_paper(text)
        self.display(state)
        self.late.speak(state.on_paper)
        field = self.first_field()
        if state.refused:
            self.summary.take_focus()
        elif field is not None:
            walk_to(field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z and Ctrl+Y, which the boxes leave to the page: they go across all of them."""
        asked = taking_back_asked(event)
        if asked is None:
            super().keyPressEvent(event)
        else:
            self._on_taken_back(asked == "again")
