"""The readiness report on paper; its last part tests the printer that it comes out of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tallydesk.rendering.blank_paper import heading_of, sentence_of
from tallydesk.rendering.blocks import (
    CODE_WIDTH,
    MODULE,
    NAME,
    SMALL,
    Block,
    Box,
    BoxLine,
    Code,
    CodeRow,
)
from tallydesk.rendering.by_hand import GateRow
from tallydesk.rendering.codes import code_picture
from tallydesk.rendering.flow import Part
from tallydesk.rendering.fonts import clean, wrap
from tallydesk.rendering.layout import Heads, laid_out
from tallydesk.rendering.pdf import drawn
from tallydesk.rendering.said import said_in

TEST_TEXT = "TALLYDESK PRINTER TEST"
"""What the test code carries: nothing of any election, and no verifier takes it for a code."""
SIGNS = {"ok": "✓", "look": "!", "missing": "✗"}
"""A sign before each mark's word: a colour would speak alone on a grey print."""
LETTERS = "ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ abcçdeəfgğhxıijkqlmnoöprsştuüvyz 0123456789"
CYRILLIC = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя"


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """A topic with its mark (`ok`, `look`, `missing`), what was found, and what to do about it."""

    topic: str
    mark: str
    found: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class ReadyPage:
    """The report. `station` and `digest` are "" where no package opens, `moment` is in words."""

    language: str
    station: str
    digest: str
    moment: str
    ready: bool
    rows: tuple[ReadyRow, ...]


def ready_pdf(page: ReadyPage) -> bytes:
    """The report as a PDF, byte for byte the same for the same value.

    Raises AssetMissing for a language that paper does not speak.
    """
    said = said_in(page.language)
    station = said("paper.station_short", station=clean(page.station)) if page.station else ""
    heads = Heads(
        said=said,
        title=said("ready.title"),
        station=station,
        commission=said("ready.checked"),
        occasion=page.moment,
        ribbon=(),
        digest=said("blank.package", digest=page.digest) if page.digest else "",
        sentence=said("ready.foot"),
    )
    outcome = sentence_of(said("ready.all" if page.ready else "ready.some"), bold=True)
    test = heading_of(said("ready.test"))
    parts = (
        Part((outcome,)),
        *(_row(row, said(f"ready.mark-{row.mark}")) for row in page.rows),
        Part(
            tuple(
                _test(
                    said("ready.test-note"), said("ready.test-code"), said("ready.test-code-says")
                )
            ),
            test,
            together=True,
        ),
    )
    return drawn(laid_out(heads, (), parts))


def _row(row: ReadyRow, mark: str) -> Part:
    """Sign, topic and mark in bold, then what was found, then what to do."""
    head = sentence_of(f"{SIGNS[row.mark]}  {row.topic}: {mark}", bold=True)
    told = [row.found, *([f"→ {row.todo}"] if row.todo else [])]
    return Part((head, *map(sentence_of, told)), together=True, after=3.0)


def _test(note: str, caption: str, says: str) -> Iterator[Block]:
    yield sentence_of(note)
    yield sentence_of(LETTERS)
    yield sentence_of(CYRILLIC, bold=True)
    yield GateRow("100")
    yield Box((BoxLine(LETTERS), BoxLine("0123456789", bold=True)))
    picture = code_picture(TEST_TEXT, "M")
    room = CODE_WIDTH - picture.side * MODULE - 6
    code = Code(TEST_TEXT, picture, wrap(caption, room, NAME, bold=True), wrap(says, room, SMALL))
    yield CodeRow((code,))
