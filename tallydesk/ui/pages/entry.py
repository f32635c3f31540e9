"""Writing figures: the one page for every sheet, in the first entry and in the second."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.refusals import Refusal, refusal_of, said
from tallydesk.ui.reopening import Reopening
from tallydesk.ui.sheet_view import Problems, SheetView
from tallydesk.ui.sheet_words import words_of_sheet
from tallydesk.ui.ways import Ways
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import SHOWN_AT_MOST, ProblemLine
from tallydesk.ui.written_row import Part, RowState
from tallydesk.workflow import entry, reading_aloud, step
from tallydesk.workflow.plan import Step
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class EntryState:
    """Everything the page shows, and nothing else: no sum, no difference, no first figure.

    `closed` sheets are for reading; `hidden` says that their figures stay covered because the
    other entry is still to come. `problems` are what the last Continue found, by row: they stay
    while somebody mends them, so that nothing moves under the hand.
    """

    rows: tuple[RowState, ...]
    problems: Problems = ()
    piles: bool = False
    closed: bool = False
    hidden: bool = False
    finished: bool = False
    refused: Refusal | None = None

    @property
    def left(self) -> int:
        """How many rows still want a figure."""
        return 0 if self.closed else sum(row.count is None for row in self.rows)


class EntryPresenter:
    """Text in, state out. A row is named by its number from 0."""

    def __init__(self, session: Session, at: Step) -> None:
        self._session, self._step = session, at
        self._places = session.plan.sheet(at.sheet).places
        self.pile_size = session.package.policy.bundle_size
        self.may_pile = self.pile_size > 1 and any(each.kind == "vote" for each in self._places)
        self.state = self._opened()

    @property
    def start(self) -> int:
        """The row where the work goes on: after the last one written, else the first blank."""
        last = self._session.night.last_place
        after = self._places.index(last) + 1 if last in self._places else 0
        numbers = [*range(after, len(self._places)), *range(after)]
        return next((n for n in numbers if self.state.rows[n].count is None), 0)

    def typed(self, number: int, part: Part, text: str) -> EntryState:
        """Somebody typed; `text` is all that stands in the box now."""
        rows = self.state.rows
        row = rows[number].typed(part, text)
        self.state = replace(
            self.state, rows=(*rows[:number], row, *rows[number + 1 :]), refused=None
        )
        return self.state

    def left(self, number: int) -> EntryState:
        """A box was left: its figure goes to the disk. What is no figure is stored as blank."""
        row = self.state.rows[number]
        if not self.state.closed:
            try:
                entry.write(self._session, self._step.id, row.place, row.count, row.pile)
            except (RefusedError, OSError) as refusal:
                return self._refused(refusal)
        return self.state

    def count_piles(self, *, piles: bool) -> EntryState:
        """Write candidates' votes as bundles and rest, or as totals; nothing typed is lost."""
        size = self.pile_size if piles else 0
        rows = tuple(
            row.written_in(size) if row.place.kind == "vote" else row for row in self.state.rows
        )
        self.state = replace(self.state, rows=rows, piles=piles)
        return self.state

    def go_on(self) -> EntryState:
        """Continue was pressed: name what is missing, or close the sheet."""
        if self.state.closed:
            step.advance(self._session)
            return self._finish()
        if self._found(tuple(row.examined() for row in self.state.rows)).problems:
            return self.state
        for number, row in enumerate(self.state.rows):
            stands = entry.stands(self._session, self._step.id, row.place, row.count, row.pile)
            if not stands and self.left(number).refused:
                return self.state
        try:
            differing = set(entry.close_sheet(self._session, self._step.id))
        except (RefusedError, OSError) as refusal:
            return self._refused(refusal)
        rows = self.state.rows
        again = tuple(row.to_look_at_again() if row.place in differing else row for row in rows)
        return self._found(again) if differing else self._finish()

    def reopen(self, reason: str) -> EntryState:
        """Open the finished stage again; its figures are written anew."""
        try:
            entry.reopen(self._session, self._step.group, reason)
        except (RefusedError, OSError) as refusal:
            return self._refused(refusal)
        return self._finish()

    def _found(self, rows: tuple[RowState, ...]) -> EntryState:
        problems = tuple((n, row.trouble) for n, row in enumerate(rows) if row.trouble)
        self.state = replace(self.state, rows=rows, problems=problems, refused=None)
        return self.state

    def _refused(self, refusal: RefusedError | OSError) -> EntryState:
        self.state = replace(self.state, refused=refusal_of(refusal))
        return self.state

    def _finish(self) -> EntryState:
        self.state = replace(self.state, finished=True)
        return self.state

    def _opened(self) -> EntryState:
        night = self._session.night
        closed = night.sheet_done(self._step.sheet, self._step.entry)
        hidden = closed and not entry.settled(self._session, self._step.group)
        figures = night.settled if closed else night.figures_of(self._step.entry)
        piles = not closed and any(each == self._step.entry for each, _ in night.piles)
        aloud = {} if closed else reading_aloud.read_figures(self._session, self._step.id)
        rows = tuple(
            RowState.holding(
                place,
                None if hidden else figures.get(place),
                self.pile_size if piles and place.kind == "vote" else 0,
                aloud.get(place),
            )
            for place in self._places
        )
        return EntryState(rows, piles=piles and self.may_pile, closed=closed, hidden=hidden)


class EntryPage(Page):
    """The sheet on a card, and the way to write piles instead of totals."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = EntryPresenter(workplace.session, at)
        self._step, self._language = at, workplace.language
        self._package = workplace.session.package
        self._plan_sheet = workplace.session.plan.sheet(at.sheet)
        self._shown: EntryState | None = None
        self.ways = Ways(workplace.session, at, self._presenter.pile_size, self)
        self.way = self.ways.piles
        self.way.setVisible(self._presenter.may_pile and not self._presenter.state.closed)
        self.way.clicked.connect(self._on_way)
        self.ways.aloud_begun.connect(self.finished)
        card = Card(self)
        self.sheet = SheetView(self._package, self._language.code, card)
        self.sheet.typed.connect(self._on_typed)
        self.sheet.left.connect(self._on_left)
        self.sheet.finished.connect(self.go_on)
        card.rows.addWidget(self.sheet)
        self.reopening = Reopening(self)
        self.reopening.setVisible(self._presenter.state.closed)
        self.reopening.asked.connect(self._on_reopening)
        self.fill(self.ways, as_small_as_it_is=True)
        self.fill(card)
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
        self.notice.say(self._notice(state))
        self.sheet.speak(language)
        self._display_problems(state)

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
