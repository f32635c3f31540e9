"""Letters as shapes, for what is seen across a page and must not be read between its lines.

As text, a watermark's letters would turn up in the middle of figures when the page's text is
taken out or read aloud. Source: OpenType specification, table `glyf`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from struct import Struct, unpack_from
from typing import TYPE_CHECKING, TypeAlias

from tallydesk.rendering.fonts import face

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFontFace

Point: TypeAlias = tuple[float, float]

ON_CURVE, X_SHORT, Y_SHORT, REPEAT, X_SAME, Y_SAME = 1, 2, 4, 8, 16, 32
WORDS, OFFSETS, SCALE, MORE, SCALE_XY, SCALE_2X2 = 1, 2, 8, 32, 64, 128
_HEAD = Struct(">5h")


@dataclass(frozen=True, slots=True)
class Curve:
    """A piece of a shape: a straight line to `end`, or a curve with two handles."""

    end: Point
    handles: tuple[Point, Point] | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed outline; sizes in ems, y upwards from the baseline."""

    start: Point
    curves: tuple[Curve, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A word as shapes, `width` ems wide, its left end at x = 0."""

    width: float
    shapes: tuple[Shape, ...]


@cache
def outline(text: str) -> Outline:
    """The shapes of a text in the bold face; fill them by the non-zero rule."""
    bold = face(bold=True)
    glyphs = _Glyphs(bold.parsed)
    shapes: list[Shape] = []
    at = 0.0
    for sign in text:
        for contour in glyphs.contours(glyphs.number(sign)):
            moved = [(x / glyphs.em + at, y / glyphs.em, on) for x, y, on in contour]
            shapes.append(_shape(moved))
        at += bold.width(sign, 1)
    return Outline(at, tuple(shapes))


Contour: TypeAlias = list[tuple[float, float, bool]]


class _Glyphs:
    """The table `glyf` of a parsed face."""

    def __init__(self, parsed: TTFontFace) -> None:
        self._data: bytes = parsed.get_table("glyf")  # type: ignore[no-untyped-call]
        self._places: list[int] = parsed.glyphPos
        self._numbers: dict[int, int] = parsed.charToGlyph
        self.em = parsed.unitsPerEm

    def number(self, sign: str) -> int:
        """The glyph of a character."""
        return self._numbers[ord(sign)]

    def contours(self, glyph: int) -> list[Contour]:
        """The glyph's points: x, y in font units, and whether the point lies on the outline."""
        start, end = self._places[glyph], self._places[glyph + 1]
        if start == end:
            return []
        count = _HEAD.unpack_from(self._data, start)[0]
        at = start + _HEAD.size
        return self._simple(at, count) if count >= 0 else list(self._composed(at))

    def _simple(self, at: int, count: int) -> list[Contour]:
        ends = unpack_from(f">{count}H", self._data, at)
        at += 2 * count
        at += 2 + unpack_from(">H", self._data, at)[0]
        flags: list[int] = []
        while len(flags) <= ends[-1]:
            flag = self._data[at]
            at += 1
            times = 1
            if flag & REPEAT:
                times += self._data[at]
                at += 1
            flags += [flag] * times
        across, at = self._ordinates(flags, at, X_SHORT, X_SAME)
        upwards, at = self._ordinates(flags, at, Y_SHORT, Y_SAME)
        points = [
            (float(x), float(y), bool(flag & ON_CURVE))
            for x, y, flag in zip(across, upwards, flags, strict=True)
        ]
        begins = (0, *(end + 1 for end in ends))
        return [points[a : b + 1] for a, b in zip(begins, ends, strict=False)]

    def _ordinates(self, flags: list[int], at: int, short: int, same: int) -> tuple[list[int], int]:
        place, places = 0, []
        for flag in flags:
            if flag & short:
                place += self._data[at] if flag & same else -self._data[at]
                at += 1
            elif not flag & same:
                place += unpack_from(">h", self._data, at)[0]
                at += 2
            places.append(place)
        return places, at

    def _composed(self, at: int) -> Iterator[Contour]:
        """A letter of other letters and marks, such as İ and Й."""
        flags = MORE
        while flags & MORE:
            flags, part = unpack_from(">HH", self._data, at)
            at += 4
            right, up = unpack_from(">hh" if flags & WORDS else ">bb", self._data, at)
            at += 4 if flags & WORDS else 2
            at += 2 * (
                bool(flags & SCALE) + 2 * bool(flags & SCALE_XY) + 4 * bool(flags & SCALE_2X2)
            )
            for contour in self.contours(part):
                yield [(x + right, y + up, on) for x, y, on in contour]


def _shape(contour: Contour) -> Shape:
    """TrueType's quadratic curves as cubic ones, which is what a PDF draws."""
    # Between two handles lies a point that the font leaves out.
    full: Contour = []
    for (x, y, on), (ahead_x, ahead_y, ahead_on) in zip(
        contour, contour[1:] + contour[:1], strict=True
    ):
        full.append((x, y, on))
        if not on and not ahead_on:
            full.append(((x + ahead_x) / 2, (y + ahead_y) / 2, True))
    first = next(index for index, (_, _, on) in enumerate(full) if on)
    full = full[first:] + full[: first + 1]
    start = at = full[0][:2]
    curves: list[Curve] = []
    handle: Point | None = None
    for x, y, on in full[1:]:
        if not on:
            handle = (x, y)
        elif handle is None:
            curves.append(Curve((x, y)))
            at = (x, y)
        else:
            curves.append(Curve((x, y), (_toward(at, handle), _toward((x, y), handle))))
            at, handle = (x, y), None
    return Shape(start, tuple(curves))


def _toward(point: Point, handle: Point) -> Point:
    """Two thirds of the way to the handle."""
    return (
        point[0] + (handle[0] - point[0]) * 2 / 3,
        point[1] + (handle[1] - point[1]) * 2 / 3,
    )
