"""What a page consists of: rows and boxes as plain values, each with its height in points.

Texts are cleaned and broken into lines already; nothing here knows ReportLab.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from tallydesk.rendering.by_hand import ByHand
from tallydesk.rendering.codes import CodePicture

WIDTH, HEIGHT = 595.2756, 841.8898
"""A4 in points."""
MARGIN = 51.024
"""18 mm in points, on the left and on the right."""
EDGE = 42.52
"""15 mm in points, above the head and below the foot."""
INNER = WIDTH - 2 * MARGIN

SMALL, BODY, NAME, FIGURE, HEADING, TITLE = 7.0, 8.5, 9.0, 11.5, 10.5, 19.0
"""Type sizes in points."""
LEADING = 10.8
"""From one line of body text to the next."""

MODULE = 1.44
"""Edge of a code's module in points: 0.508 mm, six dots at 300 dpi and three at 150."""

LABEL_AT, FIGURE_END, WORDS_AT = 28.0, 299.0, 308.0
"""Columns of a row, from the left margin; the figure ends at `FIGURE_END`."""
INDENT = 12.0
"""How far a line that is part of another stands to the right."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of the first page."""

    title: str
    station: str
    subtitle: tuple[str, ...]
    ribbon: str
    copy: str = ""
    """Which copy this is, beside the subtitle."""

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return 36 + 12 * len(self.subtitle) + (21 if self.ribbon else 0)


@dataclass(frozen=True, slots=True)
class RunningHead:
    """The head of every other page."""

    left: str
    right: str
    ribbon: str

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return 18 + (21 if self.ribbon else 0)


@dataclass(frozen=True, slots=True)
class Fact:
    """A small caption with what it says below it."""

    caption: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactRow:
    """Facts side by side in columns of the same width."""

    facts: tuple[Fact, ...]

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return 13 + 11.5 * max(len(fact.lines) for fact in self.facts) + 3


@dataclass(frozen=True, slots=True)
class DigestRow:
    """The record's 160 bits and, beside them, room for the time that a hand writes."""

    caption: str
    digest: str
    by_hand: str

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return 34


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading over a rule; `captions` name the two columns of figures."""

    title: tuple[str, ...]
    captions: tuple[str, str] | None = None

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return 11 + 13 * len(self.title)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A line or a candidate: number, label, figure, words. Blank figures leave room to write."""

    number: str
    label: tuple[str, ...]
    figure: str
    words: tuple[str, ...]
    indent: float = 0.0
    label_at: float = LABEL_AT
    words_size: float = BODY

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return 5.2 + LEADING * max(len(self.label), len(self.words))


@dataclass(frozen=True, slots=True)
class ListRow:
    """The name of a list above its candidates."""

    name: tuple[str, ...]

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return 7 + LEADING * len(self.name)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Plain text over the whole width."""

    lines: tuple[str, ...]
    bold: bool = False

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return 3 + LEADING * len(self.lines)


@dataclass(frozen=True, slots=True)
class BoxLine:
    """One line in a light box."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """Lines on a light ground. A long one goes over pages: `open_above`, `open_below`."""

    lines: tuple[BoxLine, ...]
    open_above: bool = False
    open_below: bool = False

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return 16 + LEADING * len(self.lines)

    def cut(self, count: int) -> tuple[Box, Box]:
        """The first `count` lines, and the rest."""
        return (
            replace(self, lines=self.lines[:count], open_below=True),
            replace(self, lines=self.lines[count:], open_above=True),
        )


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """A member: name, office, stance, and room for the hand when the hand signs."""

    name: tuple[str, ...]
    about: tuple[str, ...]
    """Office and stance."""
    signs: str
    """The caption below the line to sign on, "" when this member does not sign."""

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return 38 + LEADING * (len(self.name) + len(self.about))


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """Two members side by side."""

    boxes: tuple[SignatureBox, ...]

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return max(box.height for box in self.boxes) + 8


@dataclass(frozen=True, slots=True)
class HandSpace:
    """A place for the stamp, and ruled lines for what a hand writes."""

    stamp: str
    by_hand: str
    ruled: int = 4

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return 124


@dataclass(frozen=True, slots=True)
class Code:
    """A code with its caption. `text` is what it carries."""

    text: str
    picture: CodePicture
    caption: tuple[str, ...]
    says: tuple[str, ...]

    @property
    def side(self) -> float:
        """Edge of the picture with its white margin, in points."""
        return self.picture.side * MODULE


@dataclass(frozen=True, slots=True)
class CodeRow:
    """Two codes side by side."""

    codes: tuple[Code, ...]

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        # Each code brings four modules of white; two rows share a little of it.
        return max(code.side for code in self.codes) - 4


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of every page."""

    digest: str
    page_of: str
    sentence: tuple[str, ...]

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        return 18 + 9 * len(self.sentence)


PrintedBlock: TypeAlias = (
    Masthead
    | RunningHead
    | FactRow
    | DigestRow
    | Heading
    | FigureRow
    | ListRow
    | Sentence
    | Box
    | SignatureRow
    | HandSpace
    | CodeRow
)
Block: TypeAlias = PrintedBlock | ByHand

CODE_WIDTH = INNER / 2
"""Room for one code and the caption beside it."""
