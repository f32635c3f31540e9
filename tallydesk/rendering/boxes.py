"""What was written down in words: explanations, variances, remarks, complaints, opinions, acts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tallydesk.counting.figures import Figures
from tallydesk.election.expression_text import shown
from tallydesk.protocol.model import TEXT_KINDS, Text, Variance
from tallydesk.rendering.blocks import BODY, HEADING, INNER, Box, BoxLine, Heading, Sentence
from tallydesk.rendering.flow import Part
from tallydesk.rendering.fonts import wrap
from tallydesk.rendering.printed import Printed
from tallydesk.rendering.said import Said
from tallydesk.rules.finding import Finding
from tallydesk.rules.shown import shown_with_figures

PADDING = 9.0
"""White between a box's edge and its text, in points."""


def differences(printed: Printed, said: Said) -> Iterator[Part]:
    """Recorded variances in bold, explained findings, and how many figures changed after a hint."""
    protocol = printed.protocol
    if protocol.variances:
        note = Sentence(_sentence(said("paper.variance_note"), bold=True), bold=True)
        variances = (_variance(each, printed, said) for each in protocol.variances)
        yield _part("paper.variances", (note, *variances), said)
    changed = Sentence(
        _sentence(
            said(
                "paper.changed_after_hint",
                number=said.figure(protocol.changed_after_hint),
                words=said.spelt(protocol.changed_after_hint),
            )
        )
    )
    explained = tuple(
        Box(
            (
                *_finding(each.finding, printed, said),
                *_lines(f"{said(f'said.{each.finding.kind}')}: {each.words}"),
                *_lines(_by(each.by, each.at, printed, said)),
            )
        )
        for each in protocol.explained
    )
    yield _part("paper.differences", (*(explained or (_none(said),)), changed), said)


def texts(printed: Printed, said: Said) -> Iterator[Part]:
    """Every kind of text under its own heading; "none" is said, not left out."""
    protocol = printed.protocol
    told = {each.finding.code for each in protocol.explained}
    told |= {each.finding.code for each in protocol.variances}
    for kind in TEXT_KINDS:
        found = [each for each in protocol.texts if each.kind == kind and each.about not in told]
        # Explanations and acts exist where something happened; the rest is asked of everybody.
        if found or kind in ("remark", "complaint", "opinion"):
            told_now = tuple(_text(each, printed, said) for each in found)
            yield _part(f"text.{kind}", told_now or (_none(said),), said)


def _part(key: str, blocks: tuple[Sentence | Box, ...], said: Said) -> Part:
    title = said(key)
    continued = said("paper.continued", title=title)
    return Part(
        blocks,
        Heading(wrap(title, INNER, HEADING, bold=True)),
        Heading(wrap(continued, INNER, HEADING, bold=True)),
    )


def _none(said: Said) -> Sentence:
    return Sentence(_sentence(said("text.none")))


def _variance(variance: Variance, printed: Printed, said: Said) -> Box:
    by = said("paper.confirmed_by", name=variance.by, other=variance.confirmed_by)
    return Box(
        (
            *_finding(variance.finding, printed, said, bold=True),
            *_lines(f"{said('said.arithmetic')}: {variance.reason}", bold=True),
            *_lines(_by(by, variance.at, printed, said), bold=True),
        )
    )


def _finding(
    finding: Finding, printed: Printed, said: Said, *, bold: bool = False
) -> Iterator[BoxLine]:
    """Code and title, then the equation in line numbers and in figures."""
    for relation in printed.contest.form.relations:
        if relation.code == finding.code:
            yield from _lines(f"{finding.code}  {relation.title.said_in(said.language)}", bold=True)
            said_so = said(
                "paper.not_holding",
                equation=shown(relation.holds, said.equation),
                figures=shown_with_figures(relation.holds, _figures(printed), said.equation),
            )
            if finding.left is not None and finding.right is not None:
                sides = said(
                    "paper.sides",
                    left=said.figure(finding.left),
                    right=said.figure(finding.right),
                    number=said.figure(abs(finding.left - finding.right)),
                )
                said_so = f"{said_so} ({sides})"
            yield from _lines(said_so, bold=bold)
            return
    yield from _lines(finding.code, bold=True)


def _figures(printed: Printed) -> Figures:
    """The protocol's figures beside what the package says: shown in an equation, never judged."""
    station, contest = printed.package.station, printed.contest
    known = {"seats": contest.seats, "candidates": len(contest.standing), "listed": station.listed}
    if contest.id in station.received:
        known["received"] = station.received[contest.id]
    return Figures(printed.protocol.lines, printed.protocol.votes, {**known, **printed.given})


def _text(text: Text, printed: Printed, said: Said) -> Box:
    about = (*_lines(text.about, bold=True),) if text.about else ()
    return Box((*about, *_lines(text.words), *_lines(_by(text.by, text.at, printed, said))))


def _by(who: str, when: datetime, printed: Printed, said: Said) -> str:
    return f"— {who}, {said.clock(when, printed.package.hours.offset_minutes)}"


def _lines(text: str, *, bold: bool = False) -> tuple[BoxLine, ...]:
    lines = wrap(text, INNER - 2 * PADDING, BODY, bold)
    return tuple(BoxLine(line, bold) for line in lines)


def _sentence(text: str, *, bold: bool = False) -> tuple[str, ...]:
    return wrap(text, INNER, BODY, bold)
