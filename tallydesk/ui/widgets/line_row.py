"""One line of a sheet: number as a chip, label, the boxes for its figure, the words beside it.

The row paints everything but the text cursor itself. With three hundred candidates on a page
this is what keeps a keystroke cheap: no label is laid out anew and no style is polished, only
the strip that changed is painted again.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tallydesk.ui import theme
from tallydesk.ui.widgets.figure_field import FigureField
from tallydesk.ui.widgets.lettering import WRAPPED, Block, text_size
from tallydesk.ui.widgets.line_columns import HEIGHT, Box, columns_of

PROBLEM_MARK = "!"


class LineRow(QWidget):
    """A row that speaks of its fields by part: `typed` and `left` carry the part's name."""

    typed = Signal(str)
    left = Signal(str)

    def __init__(self, boxes: Sequence[Box], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = tuple(boxes)
        self.fields = {box.part: FigureField(self) for box in self.boxes}
        self._part_of = {field: part for part, field in self.fields.items()}
        self._chip = self._label = self._words = self._problem = ""
        self._wrong: frozenset[str] = frozenset()
        self._label_height = 0
        self._columns = columns_of(self.boxes, 0, theme.in_force())
        self.outgrown = False
        """Whether what is said no longer fits the height that was settled."""
        for field in self.fields.values():
            field.textEdited.connect(self._on_typed)
            field.left.connect(self._on_left)
            field.came.connect(self.update)

    def name(self, chip: str, label: str, field_names: Sequence[str]) -> None:
        """Say number and label of the line, and what a screen reader calls each field."""
        self._chip, self._label = chip, label
        for field, spoken in zip(self.fields.values(), field_names, strict=True):
            field.setAccessibleName(spoken)
        self.update()

    def put(self, part: str, text: str) -> None:
        """Show a text in a field, unless it stands there already (the cursor stays)."""
        field = self.fields[part]
        if field.text() != text:
            field.setText(text)

    def say(self, words: str, problem: str, wrong: frozenset[str]) -> None:
        """Show the figure's words, or in their place the problem with the parts it is about."""
        if (words, problem, wrong) == (self._words, self._problem, self._wrong):
            return
        self._words, self._problem, self._wrong = words, problem, wrong
        for field in self.fields.values():
            field.setAccessibleDescription(problem or words)
        self.outgrown = self._label_height > 0 and self._needed() != self.height()
        self.update()

    # --- room ---------------------------------------------------------------------------------

    def blocks(self) -> tuple[Block, ...]:
        """Every text that the row paints with its room, for the test that nothing is cut."""
        worn = theme.in_force()
        plain, high = worn.font(theme.BODY_PT), self.height()
        signs = tuple(
            Block(box.before, plain, column.sign(high))
            for box, column in zip(self.boxes, self._columns.boxes, strict=True)
            if box.before
        )
        return (
            Block(self._chip, worn.font(theme.BODY_PT, bold=True), self._columns.chip(high)),
            Block(self._label, plain, self._columns.label.room(high)),
            Block(self._said, plain, self._columns.words.room(high)),
            *signs,
        )

    def settle(self, width: int) -> int:
        """Take the height that the texts need at `width` pixels, and say it."""
        self._columns = columns_of(self.boxes, width, theme.in_force())
        font = theme.in_force().font(theme.BODY_PT)
        self._label_height = text_size(self._label, font, self._columns.label.width)[1]
        self.resize(width, self._needed())
        self.outgrown = False
        self._place_fields()
        return self.height()

    def _needed(self) -> int:
        worn = theme.in_force()
        said = text_size(self._said, worn.font(theme.BODY_PT), self._columns.words.width)[1]
        return max(worn.px(HEIGHT), self._label_height + 2, said + 2)

    def _place_fields(self) -> None:
        high = self.height()
        for box, column in zip(self.boxes, self._columns.boxes, strict=True):
            self.fields[box.part].setGeometry(column.frame(high).adjusted(3, 3, -3, -3))

    @property
    def _said(self) -> str:
        return f"{PROBLEM_MARK} {self._problem}" if self._problem else self._words

    # --- paint --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        worn = theme.in_force()
        middle = Qt.AlignmentFlag.AlignVCenter | WRAPPED
        painter.setPen(worn.color("chip"))
        if worn.palette == "contrast":
            painter.setPen(worn.color("line"))
        painter.setBrush(worn.color("chip"))
        columns, high = self._columns, self.height()
        painter.drawRoundedRect(columns.chip(high), 4, 4)
        painter.setPen(worn.color("text"))
        painter.setFont(worn.font(theme.BODY_PT, bold=True))
        painter.drawText(columns.chip(high), Qt.AlignmentFlag.AlignCenter, self._chip)
        painter.setFont(worn.font(theme.BODY_PT))
        painter.drawText(columns.label.room(high), middle, self._label)
        for box, column in zip(self.boxes, columns.boxes, strict=True):
            painter.setPen(worn.color("text"))
            painter.drawText(column.sign(high), Qt.AlignmentFlag.AlignCenter, box.before)
            self._paint_frame(painter, box)
        painter.setPen(worn.color("problem" if self._problem else "muted"))
        painter.drawText(columns.words.room(high), middle, self._said)
        painter.end()

    def _paint_frame(self, painter: QPainter, box: Box) -> None:
        """The box's border. Wrong and focused at once shows both: a red rim inside the ring."""
        worn = theme.in_force()
        field = self.fields[box.part]
        wrong = box.part in self._wrong
        around = field.geometry().adjusted(-3, -3, 3, 3)
        painter.setBrush(worn.color("problem_ground" if wrong else "surface"))
        if field.hasFocus():
            _outline(painter, around, worn.color("ring"), 3)
            if wrong:
                _outline(painter, around.adjusted(3, 3, -3, -3), worn.color("problem"), 1)
        elif wrong:
            _outline(painter, around, worn.color("problem"), 3)
        else:
            _outline(painter, around, worn.color("muted"), 2)

    # --- what people do -----------------------------------------------------------------------

    def _on_typed(self) -> None:
        self.typed.emit(self._part_of[self._sending()])

    def _on_left(self) -> None:
        self.update()
        self.left.emit(self._part_of[self._sending()])

    def _sending(self) -> FigureField:
        field = self.sender()
        if not isinstance(field, FigureField):
            raise TypeError(f"a row listens to its fields, not to {field!r}")
        return field


def _outline(painter: QPainter, around: QRect, color: QColor, width: int) -> None:
    painter.setPen(QPen(color, width))
    half = width // 2
    painter.drawRoundedRect(around.adjusted(half, half, -half - 1, -half - 1), 4, 4)
