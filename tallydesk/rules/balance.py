"""A form's relations as scales: which figures lie on which side, and how heavily.

What a slip does to a relation is then one multiplication. A relation that is no plain sum (`if`,
`and`, `largest`, `abs`, a given number times a sum) is asked as a whole each time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias, assert_never

from tallydesk.counting.figures import Figures
from tallydesk.election.expression import (
    Compare,
    Comparison,
    Condition,
    Constant,
    Given,
    LargestVote,
    LineTerm,
    Sum,
    VotesTerm,
)
from tallydesk.election.form import Form, Line, Relation
from tallydesk.election.reach import named
from tallydesk.rules.relation import AddUp, Evaluate, condition, total

Ballot: TypeAlias = tuple[tuple[str, str], ...]
"""Candidate ids with their list, in the order of the ballot."""


class Spot(NamedTuple):
    """A figure that somebody writes: a line of the form, or the votes of a candidate."""

    kind: Literal["line", "vote"]
    id: str


@dataclass(frozen=True, slots=True)
class Balance:
    """A relation as scales. `comparison` compares left minus right with 0; None for a crooked one.

    `weights` say what one more in a figure adds to left minus right.
    """

    code: str
    arithmetic: bool
    comparison: Comparison | None
    weights: Mapping[Spot, int]
    sides: tuple[AddUp, AddUp] | None
    holds: Evaluate

    def residue(self, figures: Figures) -> int | None:
        """Left minus right; None while something is blank, and for a crooked one."""
        if self.sides is None:
            return None
        left, right = (side(figures) for side in self.sides)
        return None if left is None or right is None else left - right


@dataclass(frozen=True, eq=False)
class Ground:
    """Everything about a form and a ballot that does not depend on any figure.

    `sheets` are the figures that are written on one sheet, in its order. `touching` names the
    scales (by their number) that a figure lies on.
    """

    form: Form
    spots: tuple[Spot, ...]
    sheets: tuple[tuple[Spot, ...], ...]
    balances: tuple[Balance, ...]
    touching: Mapping[Spot, tuple[tuple[int, int], ...]]
    number_of: Mapping[str, int]

    def with_role(self, role: str) -> tuple[Spot, ...]:
        """The lines to which the form gives a role."""
        return tuple(Spot("line", line.id) for line in self.form.lines if line.role == role)

    def apart(self, one: Spot, other: Spot) -> dict[int, int]:
        """The scales that move when something goes from one figure to the other, and how far.

        What one more in the first and one less in the second adds; a crooked one may always move.
        """
        weights = Counter(dict(self.touching[one]))
        weights.subtract(dict(self.touching[other]))
        return {
            number: weight
            for number, weight in weights.items()
            if weight or self.balances[number].comparison is None
        }


@lru_cache(maxsize=16)
def ground_of(form: Form, ballot: Ballot) -> Ground:
    """The scales of a form; questions (kind `ask`) are none."""
    spots = {Spot("line", line.id): None for line in form.lines if line.derived is None}
    spots |= {Spot("vote", name): None for name, _ in ballot}
    balances = tuple(
        _balance(form, dict(ballot), relation)
        for relation in form.relations
        if relation.kind != "ask"
    )
    touching: dict[Spot, list[tuple[int, int]]] = {spot: [] for spot in spots}
    for number, balance in enumerate(balances):
        for spot, weight in balance.weights.items():
            touching[spot].append((number, weight))
    return Ground(
        form=form,
        spots=tuple(spots),
        sheets=tuple(_sheets(form, ballot)),
        balances=balances,
        touching={spot: tuple(numbers) for spot, numbers in touching.items()},
        number_of={balance.code: number for number, balance in enumerate(balances)},
    )


def _sheets(form: Form, ballot: Ballot) -> Iterator[tuple[Spot, ...]]:
    """As `workflow.plan` lays them out: votes stand above the lines of the count."""
    sheets: dict[tuple[str, str], list[Spot]] = {}
    for line in form.lines:
        if line.derived is None:
            sheet = sheets.setdefault((line.stage, line.scope), [])
            if line.stage == "count" and not sheet:
                sheet += [Spot("vote", name) for name, _ in ballot]
            sheet.append(Spot("line", line.id))
    yield from map(tuple, sheets.values())
    if not any(stage == "count" for stage, _ in sheets):
        yield tuple(Spot("vote", name) for name, _ in ballot)


class _CrookedError(Exception):
    """An expression that is no plain sum of figures."""


def _balance(form: Form, ballot: Mapping[str, str], relation: Relation) -> Balance:
    arithmetic, holds = relation.kind == "arithmetic", condition(relation.holds)
    lines = {line.id: line for line in form.lines}
    if isinstance(relation.holds, Compare):
        weights: dict[Spot, int] = {}
        try:
            _weigh(relation.holds.left, 1, weights, lines, ballot)
            _weigh(relation.holds.right, -1, weights, lines, ballot)
        except _CrookedError:
            pass
        else:
            return Balance(
                relation.code,
                arithmetic,
                relation.holds.comparison,
                {spot: weight for spot, weight in weights.items() if weight},
                (total(relation.holds.left), total(relation.holds.right)),
                holds,
            )
    touched = dict.fromkeys(_named(relation.holds, lines, ballot), 0)
    return Balance(relation.code, arithmetic, None, touched, None, holds)


def _weigh(
    of: Sum,
    times: int,
    weights: dict[Spot, int],
    lines: Mapping[str, Line],
    ballot: Mapping[str, str],
) -> None:
    for term in of.terms:
        factor, spots = times * term.factor, list[Spot]()
        match term.of:
            case LineTerm(line):
                derived = lines[line].derived
                if derived is not None:
                    _weigh(derived, factor, weights, lines, ballot)
                else:
                    spots = [Spot("line", line)]
            case VotesTerm(list_id):
                spots = _votes(list_id, ballot)
            case Sum() as inner:
                _weigh(inner, factor, weights, lines, ballot)
            case Constant() | Given():
                pass
            case _:
                raise _CrookedError
        for spot in spots:
            weights[spot] = weights.get(spot, 0) + factor


def _votes(list_id: str | None, ballot: Mapping[str, str]) -> list[Spot]:
    return [Spot("vote", name) for name, held in ballot.items() if list_id in (None, held)]


def _named(
    of: Condition | Sum, lines: Mapping[str, Line], ballot: Mapping[str, str]
) -> Iterator[Spot]:
    for each in named(of):
        match each:
            case LineTerm(line):
                derived = lines[line].derived
                if derived is not None:
                    yield from _named(derived, lines, ballot)
                else:
                    yield Spot("line", line)
            case VotesTerm(list_id) | LargestVote(list_id):
                yield from _votes(list_id, ballot)
            case Given():
                continue
            case _:
                assert_never(each)
