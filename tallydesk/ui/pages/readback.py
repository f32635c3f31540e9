"""Another member reads the booklet back, without seeing the draft."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tallydesk.ui.attempts import attempt
from tallydesk.ui.booklet_sheet import BookletSheet
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.ui.written_row import Part, Problems, RowState
from tallydesk.workflow import booklet
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class ReadBackState:
    """Everything the page shows, and nothing else: no figure of the draft."""

    rows: tuple[RowState, ...]
    problems: Problems = ()
    refused: Refusal | None = None
    finished: bool = False

    @property
    def left(self) -> int:
        """How many rows still want a figure."""
        return sum(row.count is None for row in self.rows)


class ReadBackPresenter:
    """Text in, state out. A row is named by its number from 0."""

    def __init__(self, session: Session, contest: str) -> None:
        self._session, self._contest = session, contest
        held = session.night.read_back
        self.state = ReadBackState(
            tuple(
                RowState.holding(place, held.get((contest, place)), 0)
                for place in booklet.places(session, contest)
            )
        )

    @property
    def start(self) -> int:
        """The row where the work goes on: the first blank one."""
        blank = [number for number, row in enumerate(self.state.rows) if row.count is None]
        return blank[0] if blank else 0

    def typed(self, number: int, part: Part, text: str) -> ReadBackState:
        """Somebody typed; `text` is all that stands in the box now."""
        rows = self.state.rows
        row = rows[number].typed(part, text)
        self.state = replace(
            self.state, rows=(*rows[:number], row, *rows[number + 1 :]), refused=None
        )
        return self.state

    def left(self, number: int) -> ReadBackState:
        """A box was left: its figure goes to the disk."""
        row = self.state.rows[number]
        count = row.count
        if count is not None:
            refused = attempt(lambda: booklet.read_back(self._session, row.place, count))
            self.state = replace(self.state, refused=refused)
        return self.state

    def go_on(self) -> ReadBackState:
        """Continue was pressed: name what is missing or does not match."""
        if self._found(tuple(row.examined() for row in self.state.rows)).problems:
            return self.state
        for number in range(len(self.state.rows)):
            if self.left(number).refused:
                return self.state
        wrong: list[object] = []
        refused = attempt(
            lambda: wrong.extend(booklet.close_read_back(self._session, self._contest))
        )
        if refused or not wrong:
            self.state = replace(self.state, refused=refused, finished=refused is None)
            return self.state
        return self._found(
            tuple(row.to_look_at_again() if row.place in wrong else row for row in self.state.rows)
        )

    def _found(self, rows: tuple[RowState, ...]) -> ReadBackState:
        problems = tuple((n, row.trouble) for n, row in enumerate(rows) if row.trouble)
        self.state = replace(self.state, rows=rows, problems=problems, refused=None)
        return self.state


class ReadBackPage(Page):
    """The lines of the booklet with empty boxes."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = ReadBackPresenter(workplace.session, at.contest)
        self._language = workplace.language
        self._problems_shown: tuple[Problems, Refusal | None] | None = None
        card = Card(self)
        self.sheet = BookletSheet(workplace.session.package, self._language.code, card)
        self.sheet.typed.connect(self._on_typed)
        self.sheet.left.connect(self._on_left)
        self.sheet.finished.connect(self.go_on)
        self.spoilt = KeyButton(card)
        self.spoilt.setProperty("role", "link")
        self.spoilt.clicked.connect(self._on_spoilt)
        card.rows.addWidget(self.sheet)
        card.rows.addWidget(self.spoilt, 0, Qt.AlignmentFlag.AlignLeft)
        self.fill(card)
        self.end()
        self.display(self._presenter.state)
        self.speak()

    def display(self, state: ReadBackState) -> None:
        """Paint a state; painting it again changes nothing."""
        self.sheet.display(state.rows)
        if self._problems_shown != (state.problems, state.refused):
            self._display_problems(state)
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Read the booklet back"),
            self.tr("Read each figure from the booklet and type it. The draft is put away."),
        )
        self.spoilt.setText(self.tr("The booklet is spoilt: begin a new one"))
        self.sheet.speak(self._language.code)
        self._display_problems(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return self.sheet.focus_row(self._presenter.start)

    def left_words(self) -> str:
        state = self._presenter.state
        left = self.tr("Left: {left} of {of}")
        return left.format(left=state.left, of=len(state.rows))

    def _display_problems(self, state: ReadBackState) -> None:
        self._problems_shown = (state.problems, state.refused)
        lines = self.sheet.problem_lines(state.problems)
        if state.refused:
            lines.insert(0, ProblemLine(said(state.refused, self._language.code)))
        self.summary.show_problems(lines)

    def _on_typed(self, number: int, part: Part, text: str) -> None:
        self.display(self._presenter.typed(number, part, text))

    def _on_left(self, number: int) -> None:
        self.display(self._presenter.left(number))

    def _on_spoilt(self) -> None:
        self.aside_asked.emit("spoilt")
