"""Five-bar gates as a tally keeper draws them: four strokes, and the fifth across."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

GATE = 5
STACK = 50
"""So many strokes are put together to a figure: ten gates are as many as eyes can count."""

_STACK_ROOM = 2
"""The room of the figure for full stacks, in gates."""


def lines_of(count: int, room: QRect) -> list[QLineF]:
    """The strokes of the gates that are not put together yet, from 0 to 49, in `room`."""
    pitch = room.width() / (STACK // GATE + _STACK_ROOM)
    top, high = room.top() + room.height() * 0.18, room.height() * 0.64
    lines: list[QLineF] = []
    for number in range(count % STACK):
        gate, bar = divmod(number, GATE)
        left = room.left() + pitch * (gate + _STACK_ROOM)
        if bar == GATE - 1:
            start = QPointF(left - pitch * 0.02, top + high * 0.86)
            lines.append(QLineF(start, QPointF(left + pitch * 0.68, top + high * 0.14)))
        else:
            across = left + pitch * (0.09 + 0.16 * bar)
            lines.append(QLineF(across, top, across, top + high))
    return lines


def stacks_said(count: int) -> str:
    """Such as "8 × 50"; "" before the first full stack."""
    stacks = count // STACK
    return f"{stacks}×{STACK}" if stacks else ""


def paint_gates(painter: QPainter, count: int, room: QRect, color: QColor) -> None:
    """Paint a count as stacks and gates, in the letters that the painter has."""
    painter.setPen(color)
    pitch = room.width() / (STACK // GATE + _STACK_ROOM)
    if count >= STACK:
        stacks = QRect(room.left(), room.top(), int(pitch * _STACK_ROOM), room.height())
        painter.drawText(stacks, Qt.AlignmentFlag.AlignVCenter, stacks_said(count))
    if not count % STACK:
        return
    pen = QPen(color, max(2.0, min(room.height() / 16, pitch / 12)))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLines(lines_of(count, room))
