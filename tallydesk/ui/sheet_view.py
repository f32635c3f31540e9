"""The rows of a sheet with their names, words and troubles: paints what changed and no more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tallydesk.counting.typed import LARGEST_COUNT
from tallydesk.election.definition import Package
from tallydesk.protocol.words import in_words
from tallydesk.ui.place_names import PlaceNames
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.line_columns import Box
from tallydesk.ui.widgets.line_row import LineRow
from tallydesk.ui.widgets.line_rows import LineRows
from tallydesk.ui.written_row import Part, Problems, RowState, Trouble


class SheetView(LineRows):
    """`typed` carries row number, part and text, `left` the row number.

    A state's rows are compared with the ones shown by identity: with three hundred candidates a
    keystroke touches one row.
    """

    typed = Signal(int, str, str)
    left = Signal(int)

    def __init__(self, package: Package, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = PlaceNames(package)
        self._language = language
        self._shown: tuple[RowState, ...] = ()
        self._number_of: dict[LineRow, int] = {}
        # The first figure in words brings a library along: now, rather than at the first key.
        in_words(0, language)

    def display(self, rows: tuple[RowState, ...], *, read_only: bool = False) -> None:
        """Show rows; those that are the same as before are not touched."""
        before = self._shown
        self._shown = rows
        if [(row.place, row.parts) for row in before] != [(row.place, row.parts) for row in rows]:
            self._build(read_only=read_only)
            before = ()
        for number, row in enumerate(rows):
            if not before or before[number] is not row:
                self._display_row(self.rows[number], row)
        self.grow()

    def speak(self, language: str) -> None:
        """Say names, words and troubles in another language; texts and focus stay."""
        if language == self._language:
            return
        self._language = language
        for widget, row in zip(self.rows, self._shown, strict=True):
            self._name(widget, row)
            self._display_row(widget, row)
        self.settle()

    def focus_row(self, number: int) -> QWidget | None:
        """The field in which the work on a row goes on: its first blank one."""
        if not self.rows:
            return None
        row, fields = self._shown[number], self.rows[number].fields
        blank = [part for part in row.parts if not row.text(part)]
        return fields[blank[0] if blank else row.parts[0]]

    def field_of(self, number: int) -> QWidget:
        """The first box of a row."""
        return self.rows[number].fields[self._shown[number].parts[0]]

    def spoken(self, number: int) -> str:
        """What a row is called in a sentence."""
        return self._names.spoken(self._shown[number].place, self._language)

    def problem_lines(self, problems: Problems) -> list[ProblemLine]:
        """A sentence for each problem, linked to its field; the same words stand in its row."""
        return [
            ProblemLine(
                f"{self._names.spoken(self._shown[number].place, self._language)}: "
                f"{self._trouble(self._shown[number], trouble)}.",
                self.rows[number].fields[self._shown[number].parts[0]],
            )
            for number, trouble in problems
        ]

    def _build(self, *, read_only: bool) -> None:
        widgets = [LineRow(_boxes(row), self) for row in self._shown]
        self._number_of = {widget: number for number, widget in enumerate(widgets)}
        for widget, row in zip(widgets, self._shown, strict=True):
            self._name(widget, row)
            widget.typed.connect(self._on_typed)
            widget.left.connect(self._on_left)
            for field in widget.fields.values():
                field.setReadOnly(read_only)
        self.fill(widgets)

    def _name(self, widget: LineRow, row: RowState) -> None:
        spoken = self._names.spoken(row.place, self._language)
        parts = {
            "total": spoken,
            "bundles": self.tr("{place}: full bundles").format(place=spoken),
            "rest": self.tr("{place}: papers left over").format(place=spoken),
        }
        widget.name(
            self._names.chip(row.place),
            self._names.label(row.place, self._language),
            [parts[part] for part in row.parts],
        )

    def _display_row(self, widget: LineRow, row: RowState) -> None:
        for part in row.parts:
            widget.put(part, row.text(part))
        words = "" if row.count is None else in_words(row.count, self._language)
        if row.size and row.count is not None:
            words = f"= {row.count}  {words}"
        if row.read_aloud:
            words = self.tr("{words} (read aloud)").format(words=words)
        problem = self._trouble(row, row.trouble) if row.trouble else ""
        widget.say(words, problem, frozenset(row.parts) if row.trouble else frozenset())

    def _trouble(self, row: RowState, trouble: Trouble) -> str:
        if trouble == "blank":
            return self.tr("write a figure, or 0 if there are none")
        if trouble == "not-a-number":
            return self.tr("write it with the digits 0 to 9 only")
        if trouble == "too-large":
            large = self.tr("no station has so many: write at most {most}")
            return large.format(most=LARGEST_COUNT)
        if trouble == "rest-too-large":
            rest = self.tr("what is left over must be fewer than {size}")
            return rest.format(size=row.size)
        return self.tr("does not match: look at the paper")

    def _on_typed(self, part: Part) -> None:
        row = self.sender()
        if isinstance(row, LineRow):
            self.typed.emit(self._number_of[row], part, row.fields[part].text())

    def _on_left(self, _part: Part) -> None:
        row = self.sender()
        if isinstance(row, LineRow) and row in self._number_of:
            self.left.emit(self._number_of[row])


def _boxes(row: RowState) -> list[Box]:
    if row.size:
        return [Box("bundles"), Box("rest", f"× {row.size} +")]
    return [Box("total")]
