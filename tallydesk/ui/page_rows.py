"""The pages of a list, a box each, and always one more for the page that comes next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tallydesk.protocol.words import in_words
from tallydesk.ui.widgets.line_columns import Box
from tallydesk.ui.widgets.line_row import LineRow
from tallydesk.ui.widgets.line_rows import LineRows
from tallydesk.ui.written_row import RowState

PART = "total"


class PageRows(LineRows):
    """`typed` carries the page's index from 0 and the text, `left` the index."""

    typed = Signal(int, str)
    left = Signal(int)

    def display(self, rows: tuple[RowState, ...], language: str) -> None:
        """Show the pages in a language; a box keeps its cursor while its text stays."""
        if len(rows) < len(self.rows):
            self.fill(())
        self.add([self._made_row() for _ in range(len(rows) - len(self.rows))])
        for number, (widget, row) in enumerate(zip(self.rows, rows, strict=True), start=1):
            name = self.tr("Page {page}").format(page=number)
            widget.name(str(number), name, [name])
            widget.put(PART, row.total)
            problem = self._trouble(row)
            words = "" if row.count is None else in_words(row.count, language)
            widget.say(words, problem, frozenset({PART} if problem else ()))
        self.grow()

    def field(self, number: int) -> QWidget:
        """The box of a page, by index from 0."""
        return self.rows[number].fields[PART]

    def trouble_said(self, number: int, row: RowState) -> str:
        """A sentence about what is wrong on a page, for the summary."""
        said = self.tr("Page {page}: {trouble}.")
        return said.format(page=number + 1, trouble=self._trouble(row))

    def _trouble(self, row: RowState) -> str:
        if row.trouble is None:
            return ""
        if row.trouble == "blank":
            return self.tr("write a figure, or 0 if there are none")
        return self.tr("write it with the digits 0 to 9 only")

    def _made_row(self) -> LineRow:
        row = LineRow([Box(PART)], self)
        row.typed.connect(self._on_typed)
        row.left.connect(self._on_left)
        return row

    def _on_typed(self, part: str) -> None:
        row = self.sender()
        if isinstance(row, LineRow):
            self.typed.emit(self.rows.index(row), row.fields[part].text())

    def _on_left(self, _part: str) -> None:
        row = self.sender()
        if isinstance(row, LineRow) and row in self.rows:
            self.left.emit(self.rows.index(row))
