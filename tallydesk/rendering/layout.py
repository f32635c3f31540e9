"""From the signed value to plain rows on pages: what tests read and what the PDF draws."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tallydesk.assets import LANGUAGES
from tallydesk.rendering.blocks import INNER, NAME, Block, Foot, Masthead, RunningHead
from tallydesk.rendering.flow import Page, Part, paged
from tallydesk.rendering.fonts import clean, face, wrap
from tallydesk.rendering.parts import protocol_parts
from tallydesk.rendering.printed import Printed
from tallydesk.rendering.said import Said, said_in

FOOT_SIZE = 6.8


@dataclass(frozen=True, slots=True)
class Layout:
    """A document ready to draw. `watermark` stands across every page, one line each."""

    title: str
    language: str
    watermark: tuple[str, ...]
    pages: tuple[Page, ...]

    @property
    def blocks(self) -> Iterator[Block]:
        """Every block of every page, in reading order."""
        for page in self.pages:
            yield from page.blocks


def protocol_layout(printed: Printed) -> Layout:
    """The pages of a protocol: heads, rows, boxes, signatures, codes.

    Raises AssetMissing for a language that paper does not speak.
    """
    said = said_in(printed.language)
    package, contest = printed.package, printed.contest
    practice = printed.protocol.purpose == "practice"
    title = said("paper.title")
    status = printed.status
    drafted = () if status == "signed" else (said(f"watermark.{status}"),)
    practised = (said("watermark.practice"),) if practice else ()
    return laid_out(
        Heads(
            said=said,
            title=title,
            station=said("paper.station_short", station=clean(package.station.label)),
            commission=said("paper.commission"),
            occasion=f"{contest.title.said_in(said.language)} · {said.day(package.definition.day)}",
            ribbon=(*drafted, *(practice_everywhere() if practice else ())),
            digest=printed.short_digest or said("paper.draft_foot"),
            sentence=said("paper.code_proves"),
            copy=_copy(printed, said),
        ),
        (*practised, *drafted),
        tuple(protocol_parts(printed, said)),
    )


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands in the head and the foot of every page of a document."""

    said: Said
    title: str
    station: str
    commission: str
    occasion: str
    ribbon: tuple[str, ...]
    digest: str
    sentence: str
    copy: str = ""


def laid_out(heads: Heads, watermark: tuple[str, ...], parts: tuple[Part, ...]) -> Layout:
    """The parts on pages under these heads."""
    said = heads.said
    ribbon = " · ".join(heads.ribbon)
    subtitle = f"{heads.commission} · {heads.occasion}"
    sentence = wrap(heads.sentence, INNER, FOOT_SIZE)
    copy = clean(heads.copy)
    room = INNER - face(bold=True).width(copy, NAME) - 16 if copy else INNER
    masthead = Masthead(heads.title, heads.station, wrap(subtitle, room, NAME), ribbon, copy)
    first, *more = wrap(f"{heads.title} · {heads.occasion}", INNER - 120, 8.0)
    running = RunningHead(f"{first} …" if more else first, heads.station, ribbon)

    def foot(page: int, pages: int) -> Foot:
        return Foot(heads.digest, said("paper.page_of", page=page, pages=pages), sentence)

    pages = paged(masthead, running, parts, foot)
    title = f"{heads.title} · {heads.station} · {subtitle}"
    return Layout(clean(title), said.language, watermark, pages)


def _copy(printed: Printed, said: Said) -> str:
    number = printed.copy_number
    if number is None:
        return ""
    return f"{said('paper.copy')} {said('paper.copy_number', number=number)}"


def practice_everywhere() -> Iterator[str]:
    """The word for practice in every language, for the head of every page."""
    for language in LANGUAGES:
        yield said_in(language)("watermark.practice")
