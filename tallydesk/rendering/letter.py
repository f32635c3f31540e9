"""The sealed letter of a station, and the slips with first PINs: one page each, in large type.

No greys and no colours: the letter has to be read from a worn copier in a dark hall.
"""

from __future__ import annotations

import string
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TypeAlias

from tallydesk.election.definition import Office
from tallydesk.rendering.blocks import EDGE, HEIGHT, INNER, MARGIN
from tallydesk.rendering.fonts import clean, face, wrap
from tallydesk.rendering.mark import THICK, Area, Ink, Mark, Stroke
from tallydesk.rendering.pdf import drawn_marks
from tallydesk.rendering.said import Said, said_in

TITLE, SECTION, TEXT, NAME = 22.0, 15.0, 12.5, 13.0
SECRET, BLOCK, PIN = 34.0, 27.0, 26.0
"""Type sizes in points."""

_LEADING = 1.34
_RIGHT = MARGIN + INNER
_ACROSS = 4
_GAP = 8.0
_MOST_LINES = 3
"""Lines that a name or a title may take; what is longer is cut."""
_SLIPS_ON_PAGE = 8

_Drawing: TypeAlias = Generator[Mark, None, float]
"""Marks one after another, and at the end how far down the page they reach."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What stands in a letter. `secret` in four groups, "" when the first letter holds it.

    `blocks` are the eight of the package's digest, `file` is the package's name.
    """

    language: str
    station: str
    station_name: str
    election: str
    day: date
    secret: str = field(repr=False)
    blocks: tuple[str, ...]
    file: str


@dataclass(frozen=True, slots=True)
class PinSlips:
    """First PINs of a station: name, office and PIN of each member."""

    language: str
    station: str
    slips: tuple[tuple[str, Office, str], ...] = field(repr=False)


def letter_pdf(letter: Letter) -> bytes:
    """The letter on one page, byte for byte the same for the same value.

    Raises AssetMissing for a language that paper does not speak.
    """
    title = said_in(letter.language)("letter.title", station=clean(letter.station))
    return drawn_marks(
        title, letter.language, [letter_marks(letter)], letters=_letters(letter.language)
    )


def letter_marks(letter: Letter) -> tuple[Mark, ...]:
    """Everything on the letter's page. Raises AssetMissing as `letter_pdf` does."""
    said = said_in(letter.language)
    return tuple(_letter(letter, said, said("letter.title", station=clean(letter.station))))


def pin_slips_pdf(slips: PinSlips) -> bytes:
    """A slip for each member, eight on a page. Raises AssetMissing as `letter_pdf` does."""
    said = said_in(slips.language)
    title = said("pin_slip.title", station=clean(slips.station))
    pages = [
        tuple(_pins(slips, said, title, slips.slips[start : start + _SLIPS_ON_PAGE]))
        for start in range(0, len(slips.slips), _SLIPS_ON_PAGE)
    ]
    return drawn_marks(title, slips.language, pages, letters=_letters(slips.language))


@cache
def _letters(language: str) -> str:
    """Everything that letters of one language are written with: one cut of a face for all."""
    said = said_in(language).words.values()
    spelt = {sign for text in said for sign in text.casefold() if sign in face().widths}
    spelt |= {sign for each in spelt for sign in each.upper() if sign in face().widths}
    signs = string.ascii_letters + string.digits + " -·.,:;()“”’«»№/"
    return "".join(sorted(each for each in {*signs, *spelt} if each.isprintable()))


def _letter(letter: Letter, said: Said, title: str) -> Iterator[Mark]:
    y = EDGE + TITLE
    yield Ink(MARGIN, y, title, _size(title, TITLE), bold=True)
    occasion = f"{letter.election} · {said.day(letter.day)}"
    y = yield from _text(letter.station_name, y + 8, NAME, bold=True)
    y = yield from _text(occasion, y, TEXT)
    yield Stroke(MARGIN, y + 6, _RIGHT, y + 6, THICK)
    y = yield from _text(said("letter.keep"), y + 14, TEXT)
    y = yield from _text(said("letter.secret"), y + 12, SECTION, bold=True)
    if letter.secret:
        yield Area(MARGIN, y + 6, INNER, 56, "frame")
        yield _centred(letter.secret, MARGIN, INNER, y + 46, _size(letter.secret, SECRET, 24))
        y = yield from _text(said("letter.secret_note"), y + 66, TEXT)
    else:
        y = yield from _text(said("letter.secret_before"), y + 4, TEXT)
    y = yield from _text(said("letter.blocks"), y + 12, SECTION, bold=True)
    y = yield from _blocks(letter.blocks, y + 6)
    y = yield from _text(said("letter.blocks_note"), y + 4, TEXT)
    y = yield from _text(said("letter.steps"), y + 12, SECTION, bold=True)
    for number in range(1, 6):
        step = said(f"letter.step{number}", file=clean(letter.file))
        y = yield from _step(number, step, y + 3)
    yield from _foot(said("letter.foot"), letter.file)


def _blocks(blocks: Iterable[str], top: float) -> _Drawing:
    width, height = (INNER - _GAP * (_ACROSS - 1)) / _ACROSS, 50.0
    bottom = top
    for place, block in enumerate(blocks):
        x = MARGIN + place % _ACROSS * (width + _GAP)
        y = top + place // _ACROSS * (height + _GAP)
        yield Area(x, y, width, height, "frame")
        yield Ink(x + 5, y + 14, str(place + 1), NAME, bold=True)
        size = min(BLOCK, (width - 24) / face(bold=True).width(block, 1))
        yield _centred(block, x + 14, width - 18, y + 36, size)
        bottom = y + height
    return bottom


def _step(number: int, text: str, top: float) -> _Drawing:
    yield Ink(MARGIN, top + TEXT * _LEADING, str(number), TEXT, bold=True)
    lines = wrap(text, INNER - 22, TEXT)
    for place, line in enumerate(lines, 1):
        yield Ink(MARGIN + 22, top + place * TEXT * _LEADING, line, TEXT)
    return top + len(lines) * TEXT * _LEADING


def _foot(sentence: str, file: str) -> Iterator[Mark]:
    lines = wrap(sentence, INNER, TEXT, True)
    top = HEIGHT - EDGE - len(lines) * TEXT * _LEADING - 18
    yield Stroke(MARGIN, top, _RIGHT, top, THICK)
    yield from _text(sentence, top + 2, TEXT, bold=True)
    name = clean(file)
    yield Ink(_RIGHT - face().width(name, TEXT), HEIGHT - EDGE, name, TEXT)


def _pins(
    slips: PinSlips, said: Said, title: str, own: Iterable[tuple[str, Office, str]]
) -> Iterator[Mark]:
    y = EDGE + TITLE
    yield Ink(MARGIN, y, title, _size(title, TITLE), bold=True)
    y = yield from _text(said("pin_slip.note"), y + 8, TEXT)
    for name, office, pin in own:
        y += 10
        yield Area(MARGIN, y, INNER, 72, "dashes")
        left = f"{clean(name)} · {said(f'office.{office}')}"
        yield Ink(MARGIN + 10, y + 20, left, _size(left, NAME, 20), bold=True)
        yield Ink(MARGIN + 10, y + 52, f"{clean(slips.station)} · {said('pin_slip.pin')}", TEXT)
        shown = f"{pin[:4]} {pin[4:]}"
        yield Ink(_RIGHT - 10 - face(bold=True).width(shown, PIN), y + 56, shown, PIN, bold=True)
        y += 72


def _text(text: str, top: float, size: float, *, bold: bool = False) -> _Drawing:
    """Text over the whole width; what comes back is where it ends."""
    lines = wrap(text, INNER, size, bold)[:_MOST_LINES]
    for place, line in enumerate(lines, 1):
        yield Ink(MARGIN, top + place * size * _LEADING, line, size, bold)
    return top + len(lines) * size * _LEADING


def _centred(text: str, x: float, width: float, y: float, size: float) -> Ink:
    return Ink(x + (width - face(bold=True).width(text, size)) / 2, y, text, size, bold=True)


def _size(text: str, wanted: float, margin: float = 0.0) -> float:
    """The wanted size, or the largest at which bold text fits into one line."""
    return min(wanted, (INNER - margin) / face(bold=True).width(text, 1))
