"""From the blocks that a hand fills to marks on paper."""

from __future__ import annotations

from collections.abc import Iterator

from tallydesk.rendering.blocks import (
    BODY,
    FIGURE_END,
    INNER,
    LEADING,
    MARGIN,
    NAME,
    SMALL,
    WORDS_AT,
)
from tallydesk.rendering.by_hand import (
    BARS,
    BOX_HEIGHT,
    BOX_WIDTH,
    BOXES,
    DIGITS,
    GATE_HEIGHT,
    GATE_WIDTH,
    GATES,
    KEY,
    LETTERING,
    RULED,
    SAYS_AT,
    AskRow,
    BlankRow,
    ByHand,
    GateRow,
    KeyRow,
)
from tallydesk.rendering.fonts import face
from tallydesk.rendering.mark import HAIR, RULE, Area, Ink, Mark, Stroke

FAINT = 0.7
"""Grey of the bars that a pen goes over: seen on a worn printer, and no stroke by itself."""
BAR_STEP = 3.9
"""From one bar of a gate to the next, in points."""
RIGHT = MARGIN + INNER


def marks_by_hand(block: ByHand, top: float) -> Iterator[Mark]:
    """The marks of a block whose upper edge lies `top` points below the page's."""
    match block:
        case BlankRow():
            return _blank_row(block, top)
        case GateRow():
            return _gate_row(block, top)
        case AskRow():
            return _ask_row(block, top)
        case KeyRow():
            return _key_row(block, top)


def _blank_row(row: BlankRow, top: float) -> Iterator[Mark]:
    base = top + 14
    if row.number:
        yield Ink(MARGIN + row.indent, base, row.number, BODY, bold=True)
    for number, line in enumerate(row.label):
        yield Ink(MARGIN + row.label_at, base + number * LEADING, line)
    x, y = MARGIN + FIGURE_END - BOXES, top + 3
    if row.struck:
        yield Ink(MARGIN + WORDS_AT, base, row.struck)
    else:
        for digit in range(DIGITS):
            yield Area(x + digit * BOX_WIDTH, y, BOX_WIDTH, BOX_HEIGHT, "frame")
        yield Stroke(MARGIN + WORDS_AT, y + BOX_HEIGHT, RIGHT, y + BOX_HEIGHT, HAIR)
    bottom = top + row.height
    yield Stroke(MARGIN, bottom, MARGIN + FIGURE_END - BOXES - 6, bottom, HAIR, RULE)


def _gate_row(row: GateRow, top: float) -> Iterator[Mark]:
    upper, lower = top + 2, top + 2 + GATE_HEIGHT
    for gate in range(GATES):
        # A little more room in the middle: two halves of fifty are seen without counting.
        x = MARGIN + gate * GATE_WIDTH + (8 if gate >= GATES // 2 else 0)
        for bar in range(BARS):
            at = x + 2 + bar * BAR_STEP
            yield Stroke(at, upper, at, lower, HAIR, FAINT)
        yield Stroke(x, lower - 2, x + 4 + (BARS - 1) * BAR_STEP, upper + 2, HAIR, FAINT)
    yield Ink(RIGHT - face().width(row.end, NAME), lower - 2, row.end, NAME)


def _ask_row(row: AskRow, top: float) -> Iterator[Mark]:
    for number, line in enumerate(row.caption):
        yield Ink(MARGIN, top + 9 + number * 9, line, SMALL)
    first = top + 9 * len(row.caption)
    for number in range(1, row.ruled + 1):
        y = first + number * RULED
        yield Stroke(MARGIN, y, RIGHT, y, HAIR)


def _key_row(row: KeyRow, top: float) -> Iterator[Mark]:
    x, y = MARGIN, top + 5
    for key in row.keys:
        width = max(24.0, face(bold=True).width(key, KEY) + 12)
        yield Area(x, y, width, 21, "frame")
        at = x + (width - face(bold=True).width(key, KEY)) / 2
        yield Ink(at, y + 14.8, key, KEY, bold=True)
        x += width + 5
    for number, line in enumerate(row.says):
        yield Ink(MARGIN + SAYS_AT, y + 14.5 + number * 14, line, LETTERING)
    bottom = top + row.height
    yield Stroke(MARGIN, bottom, RIGHT, bottom, HAIR, RULE)
