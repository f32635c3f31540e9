"""How many ballots were read, what the last one was, and what to do now; takes the keys.

It has the focus while ballots are read. Keys that a layout turns into other signs are read by
their place (see `ui.tally_keys`).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tallydesk.ui import theme
from tallydesk.ui.tally_keys import sign_of
from tallydesk.ui.widgets.lettering import WRAPPED, Block, text_size, width_cut, width_of

EDGE = 10


class TallyHead(QWidget):
    """Two lines: the total with the newest stroke, and one sentence of what to do.

    `pressed` carries the sign of a key. A key that is held down counts once.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total = self._newest = self._todo = ""
        self._asks = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, total: str, newest: str, todo: str, *, asks: bool) -> None:
        """Say other words; `asks` when the reading stands still until somebody answers."""
        before = (self._total, self._newest, self._todo, self._asks)
        if before == (total, newest, todo, asks):
            return
        self._total, self._newest, self._todo, self._asks = total, newest, todo, asks
        self.setAccessibleName(f"{total}. {todo}")
        self.setAccessibleDescription(newest)
        if todo != before[2]:
            self.updateGeometry()
        self.update()

    def blocks(self) -> tuple[Block, ...]:
        """Every text with its room, for the test that nothing is cut."""
        worn = theme.in_force()
        total, newest, todo = self._rooms(self.width())
        bold, plain = worn.font(theme.FIGURE_PT, bold=True), worn.font(theme.BODY_PT)
        return (
            Block(self._total, bold, total),
            Block(width_cut(self._newest, plain, newest.width()), plain, newest),
            Block(self._todo, plain, todo),
        )

    # --- room ---------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._rooms(width)[2].bottom() + 1 + theme.in_force().px(6)

    def sizeHint(self) -> QSize:
        width = theme.in_force().px(460)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.in_force().px(240), self.heightForWidth(max(1, self.width())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()

    def _rooms(self, width: int) -> tuple[QRect, QRect, QRect]:
        worn = theme.in_force()
        edge, wide = worn.px(EDGE), width - 2 * worn.px(EDGE)
        bold = worn.font(theme.FIGURE_PT, bold=True)
        line = text_size("0", bold, wide)[1]
        # The newest stroke stands still while the total grows by a digit or two.
        left = max(wide * 45 // 100, width_of(self._total, bold) + worn.px(EDGE))
        total = QRect(edge, worn.px(4), left, line)
        newest = QRect(edge + left, worn.px(4), wide - left, line)
        tall = text_size(self._todo, worn.font(theme.BODY_PT), wide)[1]
        return total, newest, QRect(edge, total.bottom() + 1, wide, tall)

    # --- keys and paint -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sign = sign_of(event)
        if not sign:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.pressed.emit(sign)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        worn = theme.in_force()
        ground, ink = ("question_ground", "question") if self._asks else ("surface", "text")
        focused = self.hasFocus()
        painter.setBrush(worn.color(ground))
        painter.setPen(QPen(worn.color("ring" if focused else "line"), 3 if focused else 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
        painter.setPen(worn.color(ink))
        for block in self.blocks():
            painter.setFont(block.font)
            painter.drawText(block.room, Qt.AlignmentFlag.AlignVCenter | WRAPPED, block.text)
        painter.end()
