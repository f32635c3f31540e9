"""The before-opening slip: the figures fixed before any seal is cut, for everyone present."""

from __future__ import annotations

from collections.abc import Iterator

from tallydesk.rendering.blocks import BODY, INNER, Sentence
from tallydesk.rendering.flow import Part
from tallydesk.rendering.fonts import clean, wrap
from tallydesk.rendering.layout import Heads, Layout, laid_out, practice_everywhere
from tallydesk.rendering.parts import codes_part, fact_rows
from tallydesk.rendering.pdf import drawn
from tallydesk.rendering.printed import PrintedSlip
from tallydesk.rendering.said import Said, said_in
from tallydesk.rendering.tables import line_row, table


def slip_pdf(printed: PrintedSlip) -> bytes:
    """The slip as a PDF, byte for byte the same for the same value.

    Raises AssetMissing for a language that paper does not speak, ValueError for a code's text
    that fits into no code.
    """
    return drawn(slip_layout(printed))


def slip_layout(printed: PrintedSlip) -> Layout:
    """The pages of a slip. Raises AssetMissing for a language that paper does not speak."""
    said = said_in(printed.language)
    package = printed.package
    practice = package.purpose == "practice"
    title = package.definition.title.said_in(said.language)
    heads = Heads(
        said=said,
        title=said("paper.slip_title"),
        station=said("paper.station_short", station=clean(package.station.label)),
        commission=said("paper.commission"),
        occasion=f"{title} · {said.day(package.definition.day)}",
        ribbon=tuple(practice_everywhere()) if practice else (),
        digest=printed.short_digest,
        sentence=said("paper.slip_foot"),
    )
    watermark = (said("watermark.practice"),) if practice else ()
    return laid_out(heads, watermark, tuple(_parts(printed, said)))


def _parts(printed: PrintedSlip, said: Said) -> Iterator[Part]:
    package = printed.package
    facts = (
        (said("paper.slip_time"), said.moment(printed.at, package.hours.offset_minutes)),
        (said("paper.constituency"), package.station.constituency),
        (
            said("paper.station"),
            f"{package.station.number} · {package.station.name.said_in(said.language)}",
        ),
    )
    notices = [said("paper.practice_notice")] if package.purpose == "practice" else []
    head = f"{said('paper.journal_head')}: {printed.journal_head}"
    sentences = (
        Sentence(wrap(text, INNER, BODY, bold), bold)
        for text, bold in (
            (head, False),
            *((each, True) for each in (*notices, said("paper.slip_note"))),
        )
    )
    yield Part((*fact_rows(facts), *sentences), together=True)
    yield from _tables(printed, said)
    if printed.codes:
        yield codes_part(printed.codes, said)


def _tables(printed: PrintedSlip, said: Said) -> Iterator[Part]:
    """Lines of the station once, under the stage's name; then each contest's own."""
    told: set[str] = set()
    for contest in printed.package.definition.contests:
        figures = printed.figures.get(contest.id, {})
        lines = [line for line in contest.form.lines if line.stage == "before"]
        station = [line for line in lines if line.scope == "station" and line.id not in told]
        told |= {line.id for line in station}
        own = [line for line in lines if line.scope == "contest"]
        for title, each in (
            (said("stage.before"), station),
            (contest.title.said_in(said.language), own),
        ):
            if each:
                yield table(
                    title, [line_row(line, figures.get(line.id), said) for line in each], said
                )
