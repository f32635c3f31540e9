"""The two faces of every page, parsed once in a process; widths and line breaks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tallydesk.assets import resource

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFontFace

REGULAR = "DejaVuSans"
BOLD = "DejaVuSans-Bold"

UNKNOWN = "\u25a1"
"""Stands for a character that the face has no glyph for: a reader sees that something is there."""


@dataclass(frozen=True)
class Face:
    """One face: `widths` maps each character it has to thousandths of the type size.

    `parsed` is what ReportLab read from the file.
    """

    name: str
    widths: Mapping[str, float]
    parsed: TTFontFace

    def width(self, text: str, size: float) -> float:
        """How wide the text is, in points."""
        return sum(map(self.widths.__getitem__, text)) * size / 1000


@cache
def face(bold: bool = False) -> Face:  # noqa: FBT001, FBT002  two weights, and no third
    """The face, parsed and registered with ReportLab on first use (about 0.05 s each)."""
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics

    from tallydesk.rendering.embedding import EmbeddedFont

    # Streams as they are: a fifth smaller and no encoding loop in Python.
    rl_config.useA85 = 0
    name = BOLD if bold else REGULAR
    font = EmbeddedFont(name, str(resource("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    widths = {chr(code): width for code, width in font.face.charWidths.items()}
    return Face(name, widths, font.face)


def clean(text: str) -> str:
    """The text as paper can carry it: NFC, without control, bidi and other invisible signs.

    Line ends stay; a character without a glyph becomes a small box.
    """
    known = face().widths
    kept = []
    for sign in unicodedata.normalize("NFC", text.replace("\r\n", "\n")):
        if sign in "\n\r\u2028\u2029":
            kept.append("\n")
        elif sign.isspace():
            kept.append("\u00a0" if sign in "\u00a0\u202f" else " ")
        elif unicodedata.category(sign)[0] != "C":
            kept.append(sign if sign in known else UNKNOWN)
    return "".join(kept)


@lru_cache(maxsize=8192)
def wrap(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:  # noqa: FBT001, FBT002
    """The text in lines no wider than `width` points; never empty, one "" for no text.

    Breaks at spaces; a word wider than the line is cut.
    """
    return tuple(
        line for part in clean(text).split("\n") for line in _lines(part, width, size, face(bold))
    )


def balanced(text: str, width: float, size: float) -> tuple[str, ...]:
    """The text in as few lines as `wrap` makes, but without a lonely word in the last one."""
    lines = wrap(text, width, size)
    for share in (90, 80) if len(lines) > 1 else ():
        narrower = wrap(text, width * share / 100, size)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _lines(text: str, width: float, size: float, one: Face) -> Iterator[str]:
    line, used = "", 0.0
    space = one.width(" ", size)
    for word in text.split(" "):
        wide = one.width(word, size)
        if line and used + space + wide <= width:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            yield line
        while wide > width and len(word) > 1:
            cut = _fitting(word, width, size, one)
            yield word[:cut]
            word = word[cut:]  # noqa: PLW2901  the rest of the word is the next word
            wide = one.width(word, size)
        line, used = word, wide
    yield line


def _fitting(word: str, width: float, size: float, one: Face) -> int:
    """How many characters of the word fit, at least one."""
    cut = len(word)
    while cut > 1 and one.width(word[:cut], size) > width:
        cut -= 1
    return cut
