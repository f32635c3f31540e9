"""Lines and candidates as rows: number, label, figure, the figure in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tallydesk.election.definition import Candidate, Contest
from tallydesk.election.form import Line
from tallydesk.rendering.blocks import (
    BODY,
    FIGURE,
    FIGURE_END,
    HEADING,
    INDENT,
    INNER,
    LABEL_AT,
    WORDS_AT,
    FigureRow,
    Heading,
    ListRow,
)
from tallydesk.rendering.by_hand import BlankRow
from tallydesk.rendering.flow import Part
from tallydesk.rendering.fonts import balanced, clean, face, wrap
from tallydesk.rendering.said import Said

FIGURE_ROOM = 44.0
"""Points kept for the figure and the gap before it; a long figure takes more."""
SMALLEST_WORDS = 6.7
"""Points: holds every figure below ten thousand in the three languages."""
FEW_ROWS = 12
"""A table this short stays on one page: nobody likes to turn over in the middle of it."""
WORDS_WIDTH = INNER - WORDS_AT


def table(title: str, rows: Iterable[FigureRow | ListRow | BlankRow], said: Said) -> Part:
    """Rows under a heading that names the two columns of figures, here and on the next page."""
    captions = (said("paper.in_figures"), said("paper.in_words"))
    room = FIGURE_END - 70
    kept = tuple(rows)
    return Part(
        kept,
        Heading(wrap(title, room, HEADING, bold=True), captions),
        Heading(wrap(said("paper.continued", title=title), room, HEADING, bold=True), captions),
        together=len(kept) <= FEW_ROWS,
    )


def line_row(line: Line, count: int | None, said: Said) -> FigureRow:
    """A line of the form; a blank one keeps its place empty, because blank is not zero."""
    return _row(line.id, line_wording(line, said), count, said, bool(line.part_of))


def line_wording(line: Line, said: Said) -> str:
    """The law's own words, unless they were only written down in another language."""
    wording = line.legal if said.language in line.legal.texts else line.label
    return wording.said_in(said.language)


def candidate_rows(
    contest: Contest, votes: Mapping[str, int], said: Said
) -> Iterator[FigureRow | ListRow]:
    """The candidates in ballot order, numbered from 1, each list's name above its own."""
    for number, candidate, above in listed_candidates(contest, said):
        if above is not None:
            yield above
        name = candidate.name.said_in(said.language)
        row = _row(str(number), name, votes.get(candidate.id), said)
        if candidate.withdrawn:
            row = replace(row, figure="—", words=wrap(said("paper.withdrawn"), WORDS_WIDTH, BODY))
        yield row


def listed_candidates(
    contest: Contest, said: Said
) -> Iterator[tuple[int, Candidate, ListRow | None]]:
    """The candidates in ballot order from 1; with the first of a list the row that names it."""
    names = {each.id: each.name for each in contest.lists}
    under: str | None = None
    for number, candidate in enumerate(contest.candidates, 1):
        above = None
        if candidate.list_id != under:
            under = candidate.list_id
            if under in names:
                title = said("paper.list", name=names[under].said_in(said.language))
                above = ListRow(wrap(title, INNER, BODY, bold=True))
        yield number, candidate, above


def _row(
    number: str,
    label: str,
    count: int | None,
    said: Said,
    part: bool = False,  # noqa: FBT001, FBT002
) -> FigureRow:
    shown = clean(number)
    indent = INDENT if part else 0.0
    # A long number pushes its label aside sooner than it runs into it.
    label_at = indent + max(LABEL_AT, face(bold=True).width(shown, BODY) + 8)
    figure = "" if count is None else said.figure(count)
    figure_room = max(FIGURE_ROOM, face(bold=True).width(figure, FIGURE) + 8)
    words = "" if count is None else said.spelt(count)
    size = _words_size(words)
    return FigureRow(
        number=shown,
        label=balanced(label, FIGURE_END - figure_room - label_at, BODY),
        figure=figure,
        words=wrap(words, WORDS_WIDTH, size),
        indent=indent,
        label_at=label_at,
        words_size=size,
    )


def _words_size(words: str) -> float:
    """A figure's words stay in one line as long as they can be read in it.

    So nobody reads the first half alone, and a search finds them whole.
    """
    size = min(BODY, (WORDS_WIDTH - 0.1) / max(face().width(words, 1), 1))
    return size if size >= SMALLEST_WORDS else BODY
