"""Marks on paper: text, rules, grounds, frames, codes.

Distances are points from the page's upper left corner; a text's `y` is its baseline.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from tallydesk.rendering.blocks import BODY
from tallydesk.rendering.codes import CodePicture

BLACK, RULE, GROUND = 0.0, 0.45, 0.95
"""Greys from 0 (black) to 1; nothing darker than a tenth lies behind text."""
HAIR, THIN, THICK = 0.4, 0.8, 1.6
"""Weights of rules in points; a hair is two dots at 300 dpi."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Text in one face and size."""

    x: float
    y: float
    text: str
    size: float = BODY
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight rule."""

    x: float
    y: float
    x_end: float
    y_end: float
    weight: float = HAIR
    grey: float = BLACK


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle: a grey ground, or a frame around white."""

    x: float
    y: float
    width: float
    height: float
    kind: Literal["ground", "frame", "dashes"]


@dataclass(frozen=True, slots=True)
class Image:
    """A code with its white margin."""

    x: float
    y: float
    side: float
    picture: CodePicture


Mark: TypeAlias = Ink | Stroke | Area | Image
