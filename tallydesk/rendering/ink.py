"""From a page's blocks to marks on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tallydesk.rendering.blocks import (
    BODY,
    CODE_WIDTH,
    EDGE,
    FIGURE,
    FIGURE_END,
    HEADING,
    HEIGHT,
    INNER,
    LEADING,
    MARGIN,
    NAME,
    SMALL,
    TITLE,
    WORDS_AT,
    Box,
    CodeRow,
    DigestRow,
    FactRow,
    FigureRow,
    Foot,
    HandSpace,
    Heading,
    ListRow,
    Masthead,
    PrintedBlock,
    RunningHead,
    Sentence,
    SignatureRow,
)
from tallydesk.rendering.by_hand import AskRow, BlankRow, GateRow, KeyRow
from tallydesk.rendering.flow import Page
from tallydesk.rendering.fonts import face
from tallydesk.rendering.ink_by_hand import marks_by_hand
from tallydesk.rendering.mark import HAIR, RULE, THICK, THIN, Area, Image, Ink, Mark, Stroke

STATION = 13.0
DOT = 0.48
"""Codes begin on whole dots of 150 dpi, so that a raster keeps their modules square."""
RIGHT = MARGIN + INNER


def marks(page: Page) -> Iterator[Mark]:
    """Everything on the page, from top to bottom."""
    for placed in page.placed:
        block = placed.block
        if isinstance(block, BlankRow | GateRow | AskRow | KeyRow):
            yield from marks_by_hand(block, placed.top)
        else:
            yield from _block(block, placed.top)
    yield from _foot(page.foot, HEIGHT - EDGE - page.foot.height)


def _block(block: PrintedBlock, top: float) -> Iterable[Mark]:  # noqa: C901  one arm a kind
    match block:
        case FigureRow():
            return _figure_row(block, top)
        case Heading():
            return _heading(block, top)
        case Box():
            return _box(block, top)
        case SignatureRow():
            return _signatures(block, top)
        case CodeRow():
            return _codes(block, top)
        case Masthead():
            return _masthead(block, top)
        case RunningHead():
            return _running_head(block, top)
        case FactRow():
            return _facts(block, top)
        case DigestRow():
            return _digest(block, top)
        case Sentence():
            return _lines(block.lines, MARGIN, top + 10, bold=block.bold)
        case ListRow():
            return _list_row(block, top)
        case HandSpace():
            return _hand_space(block, top)


def _end(x: float, y: float, text: str, size: float = BODY, *, bold: bool = False) -> Ink:
    """Text that ends at x."""
    return Ink(x - face(bold).width(text, size), y, text, size, bold)


def _lines(
    lines: Iterable[str], x: float, y: float, size: float = BODY, *, bold: bool = False
) -> Iterator[Ink]:
    step = LEADING * size / BODY
    for number, line in enumerate(lines):
        if line:
            yield Ink(x, y + number * step, line, size, bold)


def _figure_row(row: FigureRow, top: float) -> Iterator[Mark]:
    base = top + 11
    yield Ink(MARGIN + row.indent, base, row.number, BODY, bold=True)
    yield from _lines(row.label, MARGIN + row.label_at, base)
    if row.figure:
        yield _end(MARGIN + FIGURE_END, base, row.figure, FIGURE, bold=True)
    yield from _lines(row.words, MARGIN + WORDS_AT, base, row.words_size)
    bottom = top + row.height
    yield Stroke(MARGIN, bottom, RIGHT, bottom, HAIR, RULE)


def _list_row(row: ListRow, top: float) -> Iterator[Mark]:
    yield from _lines(row.name, MARGIN, top + 12, bold=True)
    bottom = top + row.height
    yield Stroke(MARGIN, bottom, RIGHT, bottom, HAIR, RULE)


def _heading(heading: Heading, top: float) -> Iterator[Mark]:
    base = top + 15
    yield from _lines(heading.title, MARGIN, base, HEADING, bold=True)
    bottom = top + heading.height - 3
    if heading.captions:
        figures, words = heading.captions
        yield _end(MARGIN + FIGURE_END, bottom - 3.5, figures, SMALL)
        yield Ink(MARGIN + WORDS_AT, bottom - 3.5, words, SMALL)
    yield Stroke(MARGIN, bottom, RIGHT, bottom, THIN)


def _box(box: Box, top: float) -> Iterator[Mark]:
    height = box.height - 6
    yield Area(MARGIN, top + 2, INNER, height, "ground")
    # A bar at the edge, because a worn printer loses the ground.
    yield Stroke(MARGIN + 0.8, top + 2, MARGIN + 0.8, top + 2 + height, THICK)
    for number, line in enumerate(box.lines):
        if line.text:
            yield Ink(MARGIN + 9, top + 14 + number * LEADING, line.text, BODY, line.bold)


def _signatures(row: SignatureRow, top: float) -> Iterator[Mark]:
    width = (INNER - 10) / 2
    height = row.height - 8
    for number, box in enumerate(row.boxes):
        x = MARGIN + number * (width + 10)
        yield Area(x, top + 4, width, height, "frame")
        yield from _lines(box.name, x + 8, top + 16, NAME, bold=True)
        about = top + 16 + len(box.name) * LEADING * NAME / BODY
        yield from _lines(box.about, x + 8, about)
        if box.signs:
            rule = top + 4 + height - 12
            yield Stroke(x + 8, rule, x + width - 8, rule, HAIR)
            yield Ink(x + 8, rule + 8, box.signs, SMALL)


def _hand_space(space: HandSpace, top: float) -> Iterator[Mark]:
    side = space.height - 8
    yield Area(MARGIN, top + 4, side, side, "dashes")
    width = face().width(space.stamp, BODY)
    yield Ink(MARGIN + (side - width) / 2, top + side - 4, space.stamp)
    x = MARGIN + side + 14
    yield Ink(x, top + 11, space.by_hand, SMALL)
    step = (side - 12) / space.ruled
    for number in range(1, space.ruled + 1):
        y = top + 16 + number * step
        yield Stroke(x, y, RIGHT, y, HAIR)


def _codes(row: CodeRow, top: float) -> Iterator[Mark]:
    for number, code in enumerate(row.codes):
        # The picture's own white margin may lie over the page's.
        x = _on_dots(MARGIN + number * CODE_WIDTH)
        y = _on_dots(top)
        yield Image(x, y, code.side, code.picture)
        caption = y + 14
        yield from _lines(code.caption, x + code.side, caption, NAME, bold=True)
        says = caption + len(code.caption) * LEADING * NAME / BODY
        yield from _lines(code.says, x + code.side, says, SMALL)


def _on_dots(distance: float) -> float:
    return round(distance / DOT) * DOT


def _masthead(head: Masthead, top: float) -> Iterator[Mark]:
    if head.ribbon:
        yield from _ribbon(head.ribbon, top)
        top += 21
    room = INNER - 16 - face(bold=True).width(head.station, STATION)
    size = min(TITLE, room / face(bold=True).width(head.title, 1))
    yield Ink(MARGIN, top + 17, head.title, size, bold=True)
    yield _end(RIGHT, top + 17, head.station, STATION, bold=True)
    yield from _lines(head.subtitle, MARGIN, top + 32, NAME)
    if head.copy:
        yield _end(RIGHT, top + 32, head.copy, NAME, bold=True)
    rule = top + 28 + 12 * len(head.subtitle)
    yield Stroke(MARGIN, rule, RIGHT, rule, THICK)


def _running_head(head: RunningHead, top: float) -> Iterator[Mark]:
    if head.ribbon:
        yield from _ribbon(head.ribbon, top)
        top += 21
    yield Ink(MARGIN, top + 8, head.left, 8.0)
    yield _end(RIGHT, top + 8, head.right, NAME, bold=True)
    yield Stroke(MARGIN, top + 13, RIGHT, top + 13, THIN)


def _ribbon(ribbon: str, top: float) -> Iterator[Mark]:
    yield Area(MARGIN, top, INNER, 16, "frame")
    width = face(bold=True).width(ribbon, NAME)
    yield Ink(MARGIN + (INNER - width) / 2, top + 11.2, ribbon, NAME, bold=True)


def _facts(row: FactRow, top: float) -> Iterator[Mark]:
    for number, fact in enumerate(row.facts):
        x = MARGIN + number * INNER / 3
        yield Ink(x, top + 8, fact.caption, SMALL)
        yield from _lines(fact.lines, x, top + 19.5, NAME, bold=True)


def _digest(row: DigestRow, top: float) -> Iterator[Mark]:
    yield Ink(MARGIN, top + 8, row.caption, SMALL)
    yield Ink(MARGIN, top + 20.5, row.digest, NAME + 1, bold=True)
    x = MARGIN + INNER * 2 / 3
    yield Ink(x, top + 8, row.by_hand, SMALL)
    yield Stroke(x, top + 24, RIGHT, top + 24, HAIR)


def _foot(foot: Foot, top: float) -> Iterator[Mark]:
    yield Stroke(MARGIN, top + 4, RIGHT, top + 4, THIN)
    if foot.digest:
        yield Ink(MARGIN, top + 15, foot.digest, NAME, bold=True)
    yield _end(RIGHT, top + 15, foot.page_of, NAME)
    for number, line in enumerate(foot.sentence):
        yield Ink(MARGIN, top + 25 + number * 8.6, line, 6.8)
