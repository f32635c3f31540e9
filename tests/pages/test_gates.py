"""Five-bar gates (U10): as many strokes as ballots, each fifth across, each fifty put together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tallydesk.ui.widgets.gates import GATE, STACK, lines_of, paint_gates, stacks_said

ROOM = QRect(10, 5, 360, 40)


@given(st.integers(0, 2_000))
def test_there_are_as_many_strokes_as_ballots(count: int) -> None:
    stacks = stacks_said(count)
    put_together = int(stacks.partition("×")[0]) * STACK if stacks else 0
    assert put_together + len(lines_of(count, ROOM)) == count


@given(st.integers(0, STACK - 1), st.integers(200, 1600), st.integers(20, 120))
def test_every_fifth_lies_across_and_none_leaves_its_room(count: int, wide: int, high: int) -> None:
    room = QRect(10, 5, wide, high)
    for number, line in enumerate(lines_of(count, room)):
        assert (line.dx() != 0) == (number % GATE == GATE - 1)
        for end in (line.p1(), line.p2()):
            assert room.left() <= end.x() <= room.right()
            assert room.top() <= end.y() <= room.bottom()


def test_a_stroke_more_is_ink_more(qapp: QApplication) -> None:
    def ink(count: int) -> int:
        image = QImage(380, 50, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        paint_gates(painter, count, ROOM, QColor("black"))
        painter.end()
        return sum(octet < 128 for octet in bytes(image.constBits()))

    assert qapp is QApplication.instance()
    inked = [ink(count) for count in range(20)]
    assert inked[0] == 0
    assert inked == sorted(set(inked))
