"""The piles that may be counted again after a finding: one box each, emptied once it is kept."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from tallydesk.election.definition import Package
from tallydesk.protocol.words import in_words
from tallydesk.ui.answering import RecountState
from tallydesk.ui.place_names import PlaceNames
from tallydesk.ui.widgets.figure_field import FigureField
from tallydesk.ui.widgets.line_columns import Box
from tallydesk.ui.widgets.line_row import LineRow
from tallydesk.ui.widgets.line_rows import LineRows

PART = "count"
AT_ONCE = 12
"""Rows: more than a screen has room for beside a finding."""


class RecountRows(LineRows):
    """`typed` carries row number and text, `left` the row number."""

    typed = Signal(int, str)
    left = Signal(int)

    def __init__(self, package: Package, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = PlaceNames(package)
        self._places: tuple[object, ...] = ()
        self._shown: tuple[RecountState, ...] = ()
        self._language = ""
        self._spare: list[LineRow] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._on_later)

    def prepare(self) -> Iterator[None]:
        """Make and dress, row by row, what will be shown at once."""
        while len(self._spare) < AT_ONCE:
            row = self._made_row()
            row.ensurePolished()
            self._spare.append(row)
            yield

    def display(self, recounts: tuple[RecountState, ...], language: str) -> None:
        """Show the piles in a language; a box keeps its cursor while its text stays.

        Of very many piles the first come at once and the others when those have been painted.
        """
        self._shown, self._language = recounts, language
        places = tuple(each.place for each in recounts)
        if places != self._places:
            self._places = places
            self.fill(self._rows_from(0))
            self._later.start()
        self._display_rows()

    def _rows_from(self, number: int) -> list[LineRow]:
        """A screenful of rows, or as many as are left from that one on."""
        count = min(AT_ONCE, len(self._places) - number)
        spare, self._spare = self._spare[:count], self._spare[count:]
        return [*spare, *(self._made_row() for _ in range(count - len(spare)))]

    def _made_row(self) -> LineRow:
        row = LineRow([Box(PART)], self)
        row.hide()
        row.typed.connect(self._on_typed)
        row.left.connect(self._on_left)
        return row

    def _on_later(self) -> None:
        if len(self.rows) < len(self._places):
            self.add(self._rows_from(len(self.rows)))
            self._display_rows()
            self._later.start()

    def _display_rows(self) -> None:
        language = self._language
        for row, each in zip(self.rows, self._shown, strict=False):
            spoken = self._names.spoken(each.place, language, boxed=True)
            name = self.tr("{place}: counted again").format(place=spoken)
            label = self._names.label(each.place, language, boxed=True)
            row.name(self._names.chip(each.place), label, [name])
            row.put(PART, each.text)
            problem = self.tr("write it with the digits 0 to 9 only") if each.wrong else ""
            row.say(self._note(each, language), problem, frozenset({PART} if each.wrong else ()))
        self.grow()

    def _note(self, each: RecountState, language: str) -> str:
        if each.count is not None:
            return in_words(each.count, language)
        if each.counted == "once":
            return self.tr("counted once: count it once more")
        if each.counted == "differs":
            return self.tr("the last two counts differ: count it once more")
        if each.counted == "twice":
            return self.tr("two counts agree: this figure stands")
        return self.tr("count this first") if each.first else ""

    def _on_typed(self, part: str) -> None:
        row = self.sender()
        if isinstance(row, LineRow):
            self.typed.emit(self.rows.index(row), row.fields[part].text())

    def _on_entered(self) -> None:
        """Enter keeps a count; until two agree, the same pile is counted once more."""
        field = self.sender()
        if not isinstance(field, FigureField):
            return
        number, typed = self.fields.index(field), bool(field.text())
        self.left.emit(number)
        settled = not self.isVisibleTo(self.window())
        # Where the figures agree now the rows are gone, and the focus with them.
        if not settled and (not typed or self._shown[number].counted == "twice"):
            super()._on_entered()

    def _on_left(self, _part: str) -> None:
        row = self.sender()
        if isinstance(row, LineRow) and row in self.rows:
            self.left.emit(self.rows.index(row))
