"""The piles that may be counted again after a finding: one box each, emptied once it is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tallydesk.election.definition import Package
from tallydesk.protocol.words import in_words
from tallydesk.ui.answering import RecountState
from tallydesk.ui.place_names import PlaceNames
from tallydesk.ui.widgets.line_columns import Box
from tallydesk.ui.widgets.line_row import LineRow
from tallydesk.ui.widgets.line_rows import LineRows

PART = "count"


class RecountRows(LineRows):
    """`typed` carries row number and text, `left` the row number."""

    typed = Signal(int, str)
    left = Signal(int)

    def __init__(self, package: Package, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = PlaceNames(package)
        self._places: tuple[object, ...] = ()

    def display(self, recounts: tuple[RecountState, ...], language: str) -> None:
        """Show the piles in a language; a box keeps its cursor while its text stays."""
        places = tuple(each.place for each in recounts)
        if places != self._places:
            self._places = places
            rows = [LineRow([Box(PART)], self) for _ in places]
            for row in rows:
                row.typed.connect(self._on_typed)
                row.left.connect(self._on_left)
            self.fill(rows)
        for row, each in zip(self.rows, recounts, strict=True):
            spoken = self._names.spoken(each.place, language)
            name = self.tr("{place}: counted again").format(place=spoken)
            label = self._names.label(each.place, language)
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
        return self.tr("two counts agree: this figure stands") if each.counted == "twice" else ""

    def _on_typed(self, part: str) -> None:
        row = self.sender()
        if isinstance(row, LineRow):
            self.typed.emit(self.rows.index(row), row.fields[part].text())

    def _on_left(self, _part: str) -> None:
        row = self.sender()
        if isinstance(row, LineRow) and row in self.rows:
            self.left.emit(self.rows.index(row))
