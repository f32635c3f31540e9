"""A list counted page by page; the sum of its pages becomes the figure on the sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.counting.place import Place
from tallydesk.protocol.words import in_words
from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.page_rows import PageRows
from tallydesk.ui.place_names import PlaceNames
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.asked import walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.row_list import Row, RowList
from tallydesk.ui.written_row import RowState
from tallydesk.workflow import by_page
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class ByPageState:
    """Everything the page shows: the pages of one list, and no figure of any other count.

    `lists` are the figures of the sheet that are counted from a list, `at` the one at hand. The
    last of `rows` is blank and waits for the next page.
    """

    lists: tuple[Place, ...]
    at: int
    rows: tuple[RowState, ...]
    refused: Refusal | None = None
    finished: bool = False

    @property
    def place(self) -> Place:
        """The figure whose list is counted."""
        return self.lists[self.at]

    @property
    def subtotal(self) -> int:
        """What the pages of this list have so far."""
        return sum(row.count or 0 for row in self.rows)

    @property
    def pages(self) -> int:
        """How many pages are written."""
        return sum(row.count is not None for row in self.rows)


class ByPagePresenter:
    """Text in, state out. A page is named by its index from 0."""

    def __init__(self, session: Session, at: Step) -> None:
        self._session, self._step = session, at
        lists = by_page.lists_of(session, at.id)
        written = session.night.figures_of(at.entry)
        first = next((n for n, place in enumerate(lists) if place not in written), 0)
        self.state = ByPageState(lists, first, self._rows(lists[first]))

    def chose(self, number: int) -> ByPageState:
        """Another list; the pages of this one are kept."""
        lists = self.state.lists
        self.state = ByPageState(lists, number, self._rows(lists[number]))
        return self.state

    def typed(self, number: int, text: str) -> ByPageState:
        """Somebody typed; `text` is all that stands in the box now."""
        rows = self.state.rows
        rows = (*rows[:number], rows[number].typed("total", text), *rows[number + 1 :])
        if rows[-1].total and len(rows) < by_page.MOST_PAGES:
            rows = (*rows, RowState(self.state.place))
        self.state = replace(self.state, rows=rows, refused=None)
        return self.state

    def left(self, number: int) -> ByPageState:
        """A box was left: the page goes to the disk. What is no figure is stored as blank."""
        if number >= len(self.state.rows):
            # A box of the list before, which has the focus no more: its page was kept.
            return self.state
        row, place = self.state.rows[number], self.state.place
        refused = attempt(
            lambda: by_page.write_page(self._session, self._step.id, place, number + 1, row.count)
        )
        self.state = replace(self.state, refused=refused)
        return self.state

    def go_on(self) -> ByPageState:
        """Continue: the sum of the pages becomes the figure; without any page nothing does."""
        state = self.state
        last = max((n for n, row in enumerate(state.rows) if row.total), default=-1)
        rows = tuple(
            row.examined() if number <= last else row for number, row in enumerate(state.rows)
        )
        self.state = replace(state, rows=rows, refused=None)
        if any(row.trouble for row in rows):
            return self.state
        for number in range(last + 1):
            if self.left(number).refused:
                return self.state
        refused = None
        if last >= 0:
            refused = attempt(lambda: by_page.take_over(self._session, self._step.id, state.place))
        self.state = replace(self.state, refused=refused, finished=refused is None)
        return self.state

    def _rows(self, place: Place) -> tuple[RowState, ...]:
        pages = by_page.pages_of(self._session, self._step.id, place)
        written = (
            RowState.holding(place, pages.get(page), 0)
            for page in range(1, max(pages, default=0) + 1)
        )
        return (*written, RowState(place))


class ByPagePage(Page):
    """Which list at the left, when there are several; its pages at the right."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = ByPagePresenter(workplace.session, at)
        self._language = workplace.language
        self._names = PlaceNames(workplace.session.package)
        card = Card(self)
        columns = Columns(card, shares=(2, 3), narrow=760)
        self.lists = RowList(card, shape="ring")
        self.rows = PageRows(card)
        self.which, self.subtotal = QLabel(card), QLabel(card)
        self.which.setWordWrap(True)
        self.subtotal.setProperty("role", "strong")
        self.subtotal.setWordWrap(True)
        columns.left.addWidget(self.lists)
        columns.right.addWidget(self.which)
        columns.right.addWidget(self.rows)
        columns.right.addWidget(self.subtotal)
        card.rows.addWidget(columns)
        self.lists.pressed.connect(self._on_list)
        self.lists.entered.connect(self._on_lists_entered)
        self.rows.typed.connect(self._on_typed)
        self.rows.left.connect(self._on_left)
        self.rows.finished.connect(self.go_on)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: ByPageState) -> None:
        """Paint a state; painting it again changes nothing."""
        language = self._language.code
        self.lists.setVisible(len(state.lists) > 1)
        self.lists.show_rows(
            [
                Row(self._names.spoken(place, language), "", "done" if n == state.at else "")
                for n, place in enumerate(state.lists)
            ]
        )
        self.which.setText(self._names.spoken(state.place, language))
        self.rows.display(state.rows, language)
        sum_said = self.tr("Subtotal of this list: {sum} ({words})")
        self.subtotal.setText(
            sum_said.format(sum=state.subtotal, words=in_words(state.subtotal, language))
        )
        lines = [
            ProblemLine(self.rows.trouble_said(number, row), self.rows.field(number))
            for number, row in enumerate(state.rows)
            if row.trouble
        ]
        if state.refused:
            lines.insert(0, ProblemLine(said(state.refused, language)))
        self.summary.show_problems(lines)
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Count a list page by page"),
            self.tr(
                "Write what each page has. Continue puts the sum onto the sheet; "
                "nothing else is compared here."
            ),
        )
        self.lists.setAccessibleName(self.tr("Which list is counted"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        if state.finished:
            self.finished.emit()
        else:
            self.display(state)
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return self.rows.field(len(self._presenter.state.rows) - 1)

    def left_words(self) -> str:
        return self.tr("Pages: {pages}").format(pages=self._presenter.state.pages)

    def _on_list(self, number: int) -> None:
        if number != self._presenter.state.at:
            self.display(self._presenter.chose(number))

    def _on_lists_entered(self) -> None:
        field = self.first_field()
        if field is not None:
            walk_to(field)

    def _on_typed(self, number: int, text: str) -> None:
        self.display(self._presenter.typed(number, text))

    def _on_left(self, number: int) -> None:
        self.display(self._presenter.left(number))
