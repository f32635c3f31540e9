"""Re-runs the arithmetic of a contest sheet over the figures of a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tallydesk.counting.figures import Figures
from tallydesk.election.expression import Compare
from tallydesk.rules.relation import condition, total
from tallydesk.signing.contest_sheet import ContestSheet


@dataclass(frozen=True, slots=True)
class Failing:
    """An arithmetic relation that does not hold; both sides when it is one comparison."""

    code: str
    left: int | None
    right: int | None


@dataclass(frozen=True, slots=True)
class Rerun:
    """`undecided` are the codes that need a number no record carries."""

    failing: tuple[Failing, ...]
    undecided: tuple[str, ...]


def rerun(sheet: ContestSheet, lines: Mapping[str, int], votes: Mapping[str, int]) -> Rerun:
    """Every relation of the sheet over these figures, both keyed by id."""
    figures = Figures(
        lines,
        votes,
        {"seats": sheet.seats, "candidates": len(sheet.candidates)},
        {each.id: each.list_id or "" for each in sheet.candidates},
    )
    failing: list[Failing] = []
    undecided: list[str] = []
    for relation in sheet.relations:
        holds = condition(relation.holds)(figures)
        if holds is None:
            undecided.append(relation.code)
        elif not holds:
            left = right = None
            if isinstance(relation.holds, Compare):
                left = total(relation.holds.left)(figures)
                right = total(relation.holds.right)(figures)
            failing.append(Failing(relation.code, left, right))
    return Rerun(tuple(failing), tuple(undecided))
