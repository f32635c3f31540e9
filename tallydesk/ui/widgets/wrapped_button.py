"""A button whose text wraps: Qt's own cut a long sentence off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from tallydesk.ui import theme
from tallydesk.ui.widgets.lettering import WRAPPED, Block, text_size

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class WrappedButton(QAbstractButton):
    """Paints its text wrapped in `color`, with room for a mark at the left, and the focus ring.

    Enter presses it as Space does: people who type figures have their hand on Enter.
    """

    def __init__(
        self, text: str, color: str, parent: QWidget | None = None, *, mark_room: int = 0
    ) -> None:
        super().__init__(parent)
        self._color = color
        self._mark_room = mark_room
        self.underlined = False
        self.bold = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def reword(self, text: str) -> None:
        """Show another text, and call the button by it."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def blocks(self) -> tuple[Block, ...]:
        """The painted text with its room, for the test that nothing is cut."""
        return (Block(self.text(), self._letters(), self._text_room(self.rect())),)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self._text_room(QRect(0, 0, width, 100))
        return text_size(self.text(), self._letters(), room.width())[1] + 2 * self._margin

    def natural_width(self) -> int:
        """Pixels that it takes on one line."""
        letters = QFontMetrics(self._letters()).horizontalAdvance(self.text()) + 1
        return letters + theme.in_force().px(self._mark_room) + 2 * self._margin

    def sizeHint(self) -> QSize:
        return QSize(theme.in_force().px(280), self.heightForWidth(theme.in_force().px(280)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.in_force().px(120), self.heightForWidth(max(1, self.width())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _ARROWS:
            # Qt would walk on as Tab does, round the window: what is around decides.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        worn = theme.in_force()
        self.paint_ground(painter)
        painter.setFont(self._letters())
        painter.setPen(worn.color(self._color))
        painter.drawText(
            self._text_room(self.rect()), Qt.AlignmentFlag.AlignVCenter | WRAPPED, self.text()
        )
        if self.hasFocus():
            painter.setPen(QPen(worn.color("ring"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
        painter.end()

    def paint_ground(self, painter: QPainter) -> None:
        """What lies below the text; nothing here."""

    @property
    def _margin(self) -> int:
        return 4

    def _letters(self) -> QFont:
        font = QFont(theme.in_force().font(theme.BODY_PT, bold=self.bold))
        as_link = self._color == "accent" and theme.in_force().underlines
        font.setUnderline(self.underlined or as_link)
        return font

    def _text_room(self, around: QRect) -> QRect:
        left = theme.in_force().px(self._mark_room) + self._margin
        return around.adjusted(left, self._margin, -self._margin, -self._margin)
