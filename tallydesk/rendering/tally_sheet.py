"""The tally sheet: five-bar gates in grey for every candidate, which a pen goes over."""

from __future__ import annotations

from collections.abc import Iterator

from tallydesk.election.definition import Contest
from tallydesk.rendering.blank_form import blank_row
from tallydesk.rendering.blank_paper import heading_of, sentence_of
from tallydesk.rendering.blocks import SMALL, Block, Heading
from tallydesk.rendering.by_hand import BARS, GATES, AskRow, GateRow
from tallydesk.rendering.flow import Part
from tallydesk.rendering.fonts import wrap
from tallydesk.rendering.said import Said

ROWS, FEW, MORE = 5, 1, 3
"""Rows of gates for a candidate, for papers that are put aside, and places to go on.

How many votes there may be is not asked of the package: nobody may know its figures beforehand."""


def tally_parts(contest: Contest, bundle_size: int, said: Said) -> tuple[Part, ...]:
    """A part for each candidate who stands, for invalid and doubtful papers, and one to go on."""
    note = sentence_of(said("blank.tally_note", size=bundle_size))
    keeper = AskRow(wrap(said("blank.tally_keeper"), 400, SMALL), ruled=1)
    return (Part((note, keeper), together=True), *_gates(contest, said))


def _gates(contest: Contest, said: Said) -> Iterator[Part]:
    for number, candidate in enumerate(contest.candidates, 1):
        if not candidate.withdrawn:
            name = candidate.name.said_in(said.language)
            yield _part(heading_of(f"{number}.  {name}"), ROWS, said)
    yield _part(heading_of(said("blank.tally_invalid")), FEW, said)
    yield _part(heading_of(said("blank.tally_doubtful")), FEW, said)
    for _ in range(MORE):
        yield _part(heading_of(said("blank.tally_more")), ROWS, said)


def _part(heading: Heading, rows: int, said: Said) -> Part:
    votes = GATES * (BARS + 1)
    gates: tuple[Block, ...] = tuple(GateRow(str(votes * row)) for row in range(1, rows + 1))
    total = blank_row("", said("blank.tally_total"))
    return Part((*gates, total), heading, together=True, after=4.0)
