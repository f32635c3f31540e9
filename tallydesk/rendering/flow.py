"""Breaking a document into pages: no lonely row, headings said again, long boxes cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from tallydesk.rendering.blocks import (
    EDGE,
    HEIGHT,
    LEADING,
    Block,
    Box,
    Foot,
    Heading,
    Masthead,
    RunningHead,
)

CUT_FROM = 10
"""Lines from which a box is cut at the edge of a page; a shorter one goes over whole."""
FEWEST = 2
"""Rows of a table, or lines of a text, that keep each other company at the edge of a page."""


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks under one heading. `together` keeps them on one page when a page can hold them."""

    blocks: tuple[Block, ...]
    heading: Heading | None = None
    again: Heading | None = None
    """The heading as it is said at the top of the next page."""
    together: bool = False
    after: float = 6.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with the distance of its upper edge from the page's upper edge, in points."""

    top: float
    block: Block


@dataclass(frozen=True, slots=True)
class Page:
    """One page, from 1, with everything that stands on it."""

    number: int
    placed: tuple[Placed, ...]
    foot: Foot

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What stands on the page, from top to bottom."""
        return tuple(each.block for each in self.placed)


@dataclass(slots=True)
class _Flow:
    masthead: Masthead
    running: RunningHead
    bottom: float
    pages: list[list[Placed]] = field(default_factory=list)
    top: float = 0.0

    def turn(self) -> None:
        """Begin a page."""
        head = self.running if self.pages else self.masthead
        self.pages.append([Placed(EDGE, head)])
        self.top = EDGE + head.height

    @property
    def room(self) -> float:
        """Points left above the foot."""
        return self.bottom - self.top

    @property
    def fresh(self) -> bool:
        """True when nothing but the head stands on the page."""
        return len(self.pages[-1]) == 1

    def put(self, block: Block) -> None:
        """Set a block below the last one."""
        self.pages[-1].append(Placed(self.top, block))
        self.top += block.height

    def take(self, part: Part) -> None:
        """Set a part, turning pages as needed."""
        left = list(part.blocks)
        heading, started = part.heading, False
        whole = _tall(heading) + sum(block.height for block in left)
        if part.together and whole > self.room and not self.fresh:
            self.turn()
        while left:
            room = self.room - _tall(heading)
            count = self._fitting(left, room)
            cut = None if count else self._cut(left[0], room)
            if cut is not None:
                left[:1] = cut
                count = 1
            elif not count and self.fresh:
                count = 1  # taller than a page: nothing better can be done
            elif not count:
                self.turn()
                heading = part.again if started else part.heading
                continue
            if heading is not None:
                self.put(heading)
            for block in left[:count]:
                self.put(block)
            del left[:count]
            heading, started = None, True
        self.top += part.after

    def _fitting(self, left: Sequence[Block], room: float) -> int:
        """How many blocks go here: one box, or as many rows as leave none alone on either side."""
        if isinstance(left[0], Box):
            return int(left[0].height <= room)
        rows = list(takewhile(lambda block: not isinstance(block, Box), left))
        count = 0
        for block in rows:
            room -= block.height
            if room < 0:
                break
            count += 1
        rest = len(rows) - count
        if 0 < rest < FEWEST < count:
            count -= FEWEST - rest
        lonely = count < min(FEWEST, len(rows))
        return 0 if lonely and not self.fresh else count

    def _cut(self, block: Block, room: float) -> tuple[Box, Box] | None:
        """The box in two, when two lines fit here and two remain; else None."""
        if not isinstance(block, Box) or len(block.lines) < CUT_FROM:
            return None
        padding = block.height - LEADING * len(block.lines)
        count = min(int((room - padding) // LEADING), len(block.lines) - FEWEST)
        return block.cut(count) if count >= FEWEST else None


def _tall(heading: Heading | None) -> float:
    return heading.height if heading is not None else 0.0


def paged(
    masthead: Masthead,
    running: RunningHead,
    parts: Sequence[Part],
    foot: Callable[[int, int], Foot],
) -> tuple[Page, ...]:
    """The parts on as many pages as they need; `foot(page, pages)` makes each page's foot."""
    flow = _Flow(masthead, running, HEIGHT - EDGE - foot(1, 1).height)
    flow.turn()
    for part in parts:
        flow.take(part)
    pages = len(flow.pages)
    return tuple(
        Page(number, tuple(placed), foot(number, pages))
        for number, placed in enumerate(flow.pages, 1)
    )
