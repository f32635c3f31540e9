"""What the page for figures shows, and what becomes of what is typed there; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tallydesk.ui.attempts import attempt
from tallydesk.ui.clock_text import moment_near, read_clock
from tallydesk.ui.refusals import Refusal, refusal_of
from tallydesk.ui.written_row import Part, Problems, RowState
from tallydesk.workflow import entry, late_entry, reading_aloud, reopening, step, taking_back
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
    on_paper: str = ""
    """When it was counted on paper, as it prints on the protocol."""
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
        self._missed = False
        """Whether a figure was left that the disk did not take."""

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
                self._write(row)
                if self._missed:
                    self._write_the_rest()
            except (RefusedError, OSError) as refusal:
                self._missed = True
                return self._refused(refusal)
        return self.state

    def _write(self, row: RowState) -> None:
        entry.write(self._session, self._step.id, row.place, row.count, row.pile)

    def _write_the_rest(self) -> None:
        """The disk takes figures again: those that it refused before are written with this one."""
        for row in self.state.rows:
            if row.count is not None:
                self._write(row)
        self._missed = False
        self.state = replace(self.state, refused=None)

    def count_piles(self, *, piles: bool) -> EntryState:
        """Write candidates' votes as bundles and rest, or as totals; nothing typed is lost."""
        size = self.pile_size if piles else 0
        rows = tuple(
            row.written_in(size) if row.place.kind == "vote" else row for row in self.state.rows
        )
        self.state = replace(self.state, rows=rows, piles=piles)
        return self.state

    def take_back(self, *, again: bool = False) -> tuple[EntryState, int | None]:
        """Take the last figure back, or write it again; with the row it stands in, None for none.

        What is typed and on no disk yet goes first: the row becomes what was written.
        """
        if self.state.closed:
            return self.state, None
        unwritten = self._unwritten()
        if unwritten is not None and not again:
            return self._put(unwritten, self._written(unwritten)), unwritten
        try:
            place = taking_back.take_back(self._session, self._step.id, again=again)
        except (RefusedError, OSError) as refusal:
            return self._refused(refusal), None
        if place is None:
            return self.state, None
        number = self._places.index(place)
        return self._put(number, self._written(number)), number

    def _unwritten(self) -> int | None:
        """The row that was typed in and not left yet."""
        figures = self._session.night.figures_of(self._step.entry)
        for number, row in enumerate(self.state.rows):
            half = row.count is None and any(row.text(part) for part in row.parts)
            if half or row.count != figures.get(row.place):
                return number
        return None

    def _written(self, number: int) -> RowState:
        """A row with the figure that is on the disk."""
        row, figures = self.state.rows[number], self._session.night.figures_of(self._step.entry)
        return RowState.holding(row.place, figures.get(row.place), row.size, row.aloud)

    def _put(self, number: int, row: RowState) -> EntryState:
        rows = self.state.rows
        rows = (*rows[:number], row, *rows[number + 1 :])
        self.state = replace(self.state, rows=rows, refused=None)
        return self.state

    def counted_on_paper(self, text: str) -> EntryState:
        """The figures of this stage were counted on paper at the time that was typed."""
        clock = read_clock(text)
        if clock is None:
            self.state = replace(self.state, refused=Refusal("late-time"))
            return self.state
        session, group = self._session, self._step.group
        near = moment_near(clock, session.package.hours, session.clock.now())
        refused = attempt(lambda: late_entry.counted_on_paper(session, group, near))
        self.state = replace(self.state, refused=refused, on_paper=late_entry.said(session, group))
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
            reopening.reopen(self._session, self._step.group, reason)
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
        return EntryState(
            rows,
            piles=piles and self.may_pile,
            closed=closed,
            hidden=hidden,
            on_paper=late_entry.said(self._session, self._step.group),
        )
