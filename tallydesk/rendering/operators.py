"""Marks as the operators of a PDF page (ISO 32000-1, sections 8 and 9).

ReportLab keeps the document, the fonts and the file; its own `drawString` would take three
quarters of the time of a protocol, so a page's content is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, cast

from tallydesk.rendering.blocks import HEIGHT, WIDTH
from tallydesk.rendering.fonts import BOLD, REGULAR
from tallydesk.rendering.mark import GROUND, Area, Image, Ink, Mark, Stroke
from tallydesk.rendering.outlines import outline

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument
    from reportlab.pdfbase.ttfonts import TTFont

WATERMARK_GREY = 0.9
WATERMARK_TILT = (0.5736, 0.8192)
"""Cosine and sine of 55 degrees: along an A4 page's diagonal."""
WATERMARK_LENGTH = 640.0
WATERMARK_LARGEST = 120.0
WATERMARK_LEADING = 150.0
HALF_CAPITAL = 0.36
"""Half the height of a capital, in ems."""
FRAME = 0.6


class Strings:
    """The characters of one document in the embedded subset of one face."""

    def __init__(self, document: PDFDocument, name: str, text: str) -> None:
        from reportlab.pdfbase.pdfmetrics import getFont

        font = cast("TTFont", getFont(name))
        signs = sorted(set(text))
        chunks = font.splitString("".join(signs), document)
        places = [(subset, code) for subset, codes in chunks for code in codes]
        self._subsets = {
            subset: font.getSubsetInternalName(subset, document) for subset, _ in places
        }
        self._subset_of = {sign: subset for sign, (subset, _) in zip(signs, places, strict=True)}
        self._escaped = str.maketrans(
            {sign: _escaped(code) for sign, (_, code) in zip(signs, places, strict=True)}
        )

    def shown(self, text: str, size: float) -> str:
        """Operators that choose the font and show the text."""
        if len(self._subsets) == 1:
            (name,) = self._subsets.values()
            return f"{name} {size:g} Tf ({text.translate(self._escaped)}) Tj"
        return " ".join(
            f"{self._subsets[subset]} {size:g} Tf ({''.join(run).translate(self._escaped)}) Tj"
            for subset, run in groupby(text, self._subset_of.__getitem__)
        )


def _escaped(code: int) -> str:
    plain = 32 <= code < 127 and chr(code) not in "()\\"  # noqa: PLR2004  printable ASCII
    return chr(code) if plain else f"\\{code:03o}"


def strings(
    document: PDFDocument, drawing: Sequence[Sequence[Mark]], more: str = ""
) -> dict[bool, Strings]:
    """The characters of all pages, and `more` in any case, by weight: True for bold."""
    inks = [mark for page in drawing for mark in page if isinstance(mark, Ink)]
    return {
        bold: Strings(document, name, more + "".join(ink.text for ink in inks if ink.bold is bold))
        for bold, name in ((False, REGULAR), (True, BOLD))
    }


def grounds(drawing: Sequence[Mark]) -> Iterator[str]:
    """The grey below everything else."""
    for mark in drawing:
        if isinstance(mark, Area) and mark.kind == "ground":
            yield f"{GROUND:g} g {_rectangle(mark)} f"
    yield "0 g"


def foreground(drawing: Sequence[Mark], letters: dict[bool, Strings]) -> Iterator[str]:
    """Everything that is read, but the codes."""
    yield "BT"
    for mark in drawing:
        if isinstance(mark, Ink):
            place = f"1 0 0 1 {mark.x:.2f} {HEIGHT - mark.y:.2f} Tm"
            yield f"{place} {letters[mark.bold].shown(mark.text, mark.size)}"
    yield "ET"
    for mark in drawing:
        match mark:
            case Stroke():
                start = f"{mark.x:.2f} {HEIGHT - mark.y:.2f} m"
                end = f"{mark.x_end:.2f} {HEIGHT - mark.y_end:.2f} l"
                yield f"{mark.grey:g} G {mark.weight:g} w {start} {end} S"
            case Area(kind="frame"):
                yield f"0 G {FRAME} w {_rectangle(mark)} S"
            case Area(kind="dashes"):
                yield f"0 G {FRAME} w [3 3] 0 d {_rectangle(mark)} S [] 0 d"
            case _:
                pass


def place(image: Image) -> str:
    """The place and size of a code's picture, which itself is one unit wide."""
    side = f"{image.side:.4f}"
    return f"{side} 0 0 {side} {image.x:.4f} {HEIGHT - image.y - image.side:.4f} cm"


def _rectangle(area: Area) -> str:
    bottom = HEIGHT - area.y - area.height
    return f"{area.x:.2f} {bottom:.2f} {area.width:.2f} {area.height:.2f} re"


@lru_cache(maxsize=16)
def watermark(lines: tuple[str, ...]) -> str:
    """Words across the page, as shapes and not as text."""
    across, up = WATERMARK_TILT
    turned = f"{across} {up} {-up} {across} {WIDTH / 2:.2f} {HEIGHT / 2:.2f} cm"
    return "\n".join((f"{WATERMARK_GREY} g {turned}", *_words(lines), "f"))


def _words(lines: tuple[str, ...]) -> Iterator[str]:
    for number, line in enumerate(lines):
        word = outline(line)
        size = min(WATERMARK_LARGEST, WATERMARK_LENGTH / word.width)
        left = -word.width * size / 2
        base = ((len(lines) - 1) / 2 - number) * WATERMARK_LEADING - size * HALF_CAPITAL

        def at(point: tuple[float, float]) -> str:
            return f"{left + point[0] * size:.2f} {base + point[1] * size:.2f}"  # noqa: B023

        for shape in word.shapes:
            yield f"{at(shape.start)} m"
            for curve in shape.curves:
                if curve.handles is None:
                    yield f"{at(curve.end)} l"
                else:
                    first, second = curve.handles
                    yield f"{at(first)} {at(second)} {at(curve.end)} c"
            yield "h"
