"""The protocol with empty boxes: every line and every candidate, for the hand alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tallydesk.election.definition import Contest, Package
from tallydesk.election.form import Line
from tallydesk.rendering.blank_paper import sentence_of
from tallydesk.rendering.blocks import (
    BODY,
    FIGURE_END,
    INDENT,
    INNER,
    LABEL_AT,
    NAME,
    Block,
    HandSpace,
    ListRow,
    Sentence,
    SignatureBox,
    SignatureRow,
)
from tallydesk.rendering.by_hand import BOXES, AskRow, BlankRow
from tallydesk.rendering.flow import Part
from tallydesk.rendering.fonts import balanced, clean, face, wrap
from tallydesk.rendering.parts import SIGNATURE_PADDING, SIGNATURE_WIDTH, fact_rows
from tallydesk.rendering.said import Said
from tallydesk.rendering.tables import line_wording, listed_candidates, table


def form_parts(package: Package, contest: Contest, said: Said) -> tuple[Part, ...]:
    """Everything between the heads and the feet of a contest's blank form."""
    return (
        Part(tuple(_about(package, said)), together=True),
        *_sections(package, contest, said),
        table(said("paper.candidates"), _candidates(contest, said), said),
        *(
            Part((AskRow(wrap(said(f"text.{kind}"), INNER, BODY), ruled=3),), together=True)
            for kind in ("explanation", "remark", "complaint", "opinion")
        ),
        signatures_by_hand(package, said),
        Part((HandSpace(said("paper.stamp"), said("paper.by_hand")),)),
    )


def blank_row(number: str, label: str, *, indent: float = 0.0, struck: str = "") -> BlankRow:
    """A row with boxes; the label breaks before them."""
    shown = clean(number)
    aside = face(bold=True).width(shown, BODY) + 8 if shown else 0.0
    label_at = indent + (max(LABEL_AT, aside) if shown else 0.0)
    room = FIGURE_END - BOXES - 10 - label_at
    return BlankRow(shown, balanced(label, room, BODY), indent, label_at, struck)


def signatures_by_hand(package: Package, said: Said) -> Part:
    """A box for every member with a decisive vote."""
    room = SIGNATURE_WIDTH - 2 * SIGNATURE_PADDING
    boxes = [
        SignatureBox(
            name=wrap(
                f"{member.number}. {member.name}, {said(f'office.{member.office}')}",
                room,
                NAME,
                bold=True,
            ),
            about=(),
            signs=said("paper.signature"),
        )
        for member in package.deciding
    ]
    rows = [SignatureRow(tuple(boxes[start : start + 2])) for start in range(0, len(boxes), 2)]
    return Part((sentence_of(said("paper.members"), bold=True), *rows), together=True)


def _about(package: Package, said: Said) -> Iterator[Block]:
    station = package.station
    yield from fact_rows(
        (
            (said("paper.constituency"), station.constituency),
            (said("paper.station"), f"{station.number} · {station.name.said_in(said.language)}"),
            (said("paper.day"), said.day(package.definition.day)),
        )
    )
    if package.purpose == "practice":
        yield sentence_of(said("paper.practice_notice"), bold=True)
    yield Sentence(wrap(said("blank.form_note"), INNER, BODY))
    yield AskRow((said("blank.completed"),), ruled=1)


def _sections(package: Package, contest: Contest, said: Said) -> Iterator[Part]:
    for section in contest.form.sections:
        lines = [line for line in contest.form.lines if line.section == section.id]
        if lines:
            rows = (row for line in lines for row in _lines(package, line, said))
            yield table(section.title.said_in(said.language), rows, said)


def _lines(package: Package, line: Line, said: Said) -> Iterator[BlankRow]:
    """The line, and below it one row for each of several boxes that it is the sum of."""
    indent = INDENT if line.part_of else 0.0
    yield blank_row(line.id, line_wording(line, said), indent=indent)
    boxes = package.station.boxes_of(line.per_box) if line.per_box else ()
    for box in boxes if len(boxes) > 1 else ():
        yield blank_row("", said("blank.box", box=clean(box.id)), indent=LABEL_AT)


def _candidates(contest: Contest, said: Said) -> Iterable[BlankRow | ListRow]:
    for number, candidate, above in listed_candidates(contest, said):
        if above is not None:
            yield above
        struck = said("paper.withdrawn") if candidate.withdrawn else ""
        yield blank_row(str(number), candidate.name.said_in(said.language), struck=struck)
