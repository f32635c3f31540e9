"""A paper without figures: heads and feet that name station and package, and its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tallydesk.election.definition import Package
from tallydesk.rendering.blocks import BODY, HEADING, INNER, Heading, Sentence
from tallydesk.rendering.flow import Part
from tallydesk.rendering.fonts import clean, wrap
from tallydesk.rendering.ink import marks
from tallydesk.rendering.layout import Heads, Layout, laid_out, practice_everywhere
from tallydesk.rendering.pdf import drawn_marks
from tallydesk.rendering.said import Said


@dataclass(frozen=True, slots=True)
class BlankPaper:
    """Title and the words below it, and the parts; it begins on a page of its own."""

    title: str
    occasion: str
    parts: tuple[Part, ...]


def blank_layout(package: Package, said: Said, paper: BlankPaper) -> Layout:
    """The pages of one paper."""
    practice = package.purpose == "practice"
    heads = Heads(
        said=said,
        title=clean(paper.title),
        station=said("paper.station_short", station=clean(package.station.label)),
        commission=package.station.name.said_in(said.language),
        occasion=paper.occasion,
        ribbon=tuple(practice_everywhere()) if practice else (),
        digest=said("blank.package", digest=package.fingerprint),
        sentence=said("blank.foot"),
    )
    return laid_out(heads, (said("watermark.practice"),) if practice else (), paper.parts)


def blank_pdf(package: Package, said: Said, papers: Sequence[BlankPaper]) -> bytes:
    """Papers one after the other in one PDF, each counting its own pages."""
    layouts = [blank_layout(package, said, paper) for paper in papers]
    drawing = [tuple(marks(page)) for layout in layouts for page in layout.pages]
    return drawn_marks(layouts[0].title, said.language, drawing, layouts[0].watermark)


def sentence_of(text: str, *, bold: bool = False) -> Sentence:
    """Text over the whole width."""
    return Sentence(wrap(text, INNER, BODY, bold), bold)


def heading_of(title: str, room: float = INNER) -> Heading:
    """A section's heading."""
    return Heading(wrap(title, room, HEADING, bold=True))
