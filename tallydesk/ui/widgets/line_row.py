"""One line of a sheet: number as a chip, label, the boxes for its figure, the words beside it.

The row paints everything but the text cursor itself. With three hundred candidates on a page
this is what keeps a keystroke cheap: no label is laid out anew and no style is polished, only
the strip that changed is painted again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from tallydesk.ui import theme
from tallydesk.ui.widgets.figure_field import FigureField
from tallydesk.ui.widgets.lettering import WRAPPED, Block, text_size, width_of

CHIP, FIELD, SMALL_FIELD, HEIGHT, GAP = 40, 120, 84, 40, 16
PROBLEM_MARK = "!"


@dataclass(frozen=True, slots=True)
class Box:
    """A field of a row: `part` names it, `before` is the sign painted left of it (as "x 50 +")."""

    part: str
    before: str = ""


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
        self._label_height = self._words_width = 0
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
        self.update()

    # --- room ---------------------------------------------------------------------------------

    def blocks(self) -> tuple[Block, ...]:
        """Every text that the row paints with its room, for the test that nothing is cut."""
        worn = theme.in_force()
        signs = tuple(
            Block(box.before, worn.font(theme.BODY_PT), self._sign(box)) for box in self.boxes
        )
        return (
            Block(self._chip, worn.font(theme.BODY_PT, bold=True), self._chip_room()),
            Block(self._label, worn.font(theme.BODY_PT), self._label_room()),
            Block(self._said, worn.font(theme.BODY_PT), self._words_room()),
            *(block for block in signs if block.text),
        )

    @property
    def outgrown(self) -> bool:
        """Whether what is said no longer fits the height that was settled."""
        return self._words_width > 0 and self._needed() != self.height()

    def settle(self, width: int) -> int:
        """Take the height that the texts need at `width` pixels, and say it."""
        label, self._words_width = self._columns(width)
        font = theme.in_force().font(theme.BODY_PT)
        self._label_height = text_size(self._label, font, label)[1]
        self.resize(width, self._needed())
        self._place_fields()
        return self.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_fields()

    def _needed(self) -> int:
        worn = theme.in_force()
        said = text_size(self._said, worn.font(theme.BODY_PT), self._words_width)[1]
        return max(worn.px(HEIGHT), self._label_height + 4, said + 4)

    def _columns(self, width: int) -> tuple[int, int]:
        """Widths of label and words: what chip and boxes leave, six parts to four."""
        px = theme.in_force().px
        rest = width - px(CHIP) - px(12) - self._boxes_width() - 2 * px(GAP)
        label = max(1, rest * 6 // 10)
        return label, max(1, rest - label)

    def _boxes_width(self) -> int:
        px = theme.in_force().px
        signs = sum(self._sign_width(box) for box in self.boxes)
        return signs + len(self.boxes) * px(self._box_width())

    def _box_width(self) -> int:
        return FIELD if len(self.boxes) == 1 else SMALL_FIELD

    def _sign_width(self, box: Box) -> int:
        worn = theme.in_force()
        font = worn.font(theme.BODY_PT)
        return width_of(box.before, font) + worn.px(GAP) if box.before else 0

    def _boxes_left(self) -> int:
        px = theme.in_force().px
        return px(CHIP) + px(12) + self._columns(self.width())[0] + px(GAP)

    def _place_fields(self) -> None:
        px = theme.in_force().px
        left = self._boxes_left()
        for box in self.boxes:
            left += self._sign_width(box)
            frame = QRect(left, 0, px(self._box_width()), px(HEIGHT))
            frame.moveTop((self.height() - frame.height()) // 2)
            self.fields[box.part].setGeometry(frame.adjusted(3, 3, -3, -3))
            left += frame.width()

    def _chip_room(self) -> QRect:
        px = theme.in_force().px
        return QRect(0, (self.height() - px(HEIGHT)) // 2, px(CHIP), px(HEIGHT))

    def _label_room(self) -> QRect:
        px = theme.in_force().px
        return QRect(px(CHIP) + px(12), 0, self._columns(self.width())[0], self.height())

    def _words_room(self) -> QRect:
        left = self._boxes_left() + self._boxes_width() + theme.in_force().px(GAP)
        return QRect(left, 0, self._columns(self.width())[1], self.height())

    def _sign(self, box: Box) -> QRect:
        frame = self.fields[box.part].geometry()
        width = self._sign_width(box)
        return QRect(frame.left() - 3 - width, frame.top(), width, frame.height())

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
        painter.drawRoundedRect(self._chip_room(), 4, 4)
        painter.setPen(worn.color("text"))
        painter.setFont(worn.font(theme.BODY_PT, bold=True))
        painter.drawText(self._chip_room(), Qt.AlignmentFlag.AlignCenter, self._chip)
        painter.setFont(worn.font(theme.BODY_PT))
        painter.drawText(self._label_room(), middle, self._label)
        for box in self.boxes:
            painter.setPen(worn.color("text"))
            painter.drawText(self._sign(box), Qt.AlignmentFlag.AlignCenter, box.before)
            self._paint_frame(painter, box)
        painter.setPen(worn.color("problem" if self._problem else "muted"))
        painter.drawText(self._words_room(), middle, self._said)
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
