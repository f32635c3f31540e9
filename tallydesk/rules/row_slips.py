"""Suggestions for the rows of one layout: quick where no slip can be behind what was found.

In most tables papers differ from signatures in some rows of a hundred, and a sum is one off in some
more. That no single slip explains such a row is known from the codes that were found together and a
glance at a few of its figures; `rules.diagnosis` is asked about the others.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from tallydesk.counting.figures import Figures
from tallydesk.election.form import Form
from tallydesk.rules.balance import Ground, Spot
from tallydesk.rules.compiled import Layout, as_written
from tallydesk.rules.derived import derive
from tallydesk.rules.diagnosis import Suggestion, diagnose, suspected
from tallydesk.rules.digits import SMALLEST
from tallydesk.rules.finding import Finding
from tallydesk.rules.suspects import Suspects

_SERIOUS = frozenset({"arithmetic", "account"})


class RowSlips:
    """What may be behind the findings of rows; remembers codes that were found together."""

    def __init__(self, form: Form, layout: Layout) -> None:
        self._form, self._layout = as_written(form, layout), layout
        # What is the same in every row was written in none, and is under no suspicion.
        self._certain = frozenset(layout.fixed.lines)
        self._glances: dict[tuple[str, ...], _Glance | None] = {}

    def behind(
        self, row: Sequence[int | None], findings: Sequence[Finding]
    ) -> tuple[Suggestion, ...]:
        """The slips that may be behind the findings of a row, best first; None is blank."""
        if not any(each.kind in _SERIOUS for each in findings):
            return ()
        if _full(row):
            codes = tuple([each.code for each in findings])
            if codes not in self._glances:
                self._glances[codes] = self._glance(row, findings)
            glance = self._glances[codes]
            if glance is not None and not glance.worth_it(row, findings):
                return ()
        return diagnose(self._form, self._figures(row), findings, certain=self._certain)

    def _figures(self, row: Sequence[int | None]) -> Figures:
        return derive(self._form, self._layout.figures(row))

    def _glance(self, row: Sequence[int | None], findings: Sequence[Finding]) -> _Glance | None:
        """What to look at in rows with such findings; None where every one is worth the search."""
        ground, suspects = suspected(self._form, self._figures(row), findings, self._certain)
        which = {ground.number_of[each.code]: at for at, each in _weighed(findings)}
        if suspects.spoilt or suspects.mobile or not self._plain(ground, suspects, which):
            return None
        at = self._place
        return _Glance(
            singles=tuple(
                (at(each.spot), which[number], weight)
                for each in suspects.singles
                for number, weight in each.scales
            ),
            pairs=tuple(
                (at(one), at(other), which[number], weight)
                for one, other in (*suspects.near, *suspects.far)
                for number, weight in ground.apart(one, other).items()
                if number in which
            ),
            zeros=tuple(at(first) for first in suspects.runs),
            equals=tuple((at(one), at(other)) for one, other in suspects.copies),
        )

    def _plain(self, ground: Ground, suspects: Suspects, failing: Container[int]) -> bool:
        """Whether an equation says what is off, and each figure is one column."""
        pairs = (*suspects.near, *suspects.far)
        spots = {each.spot for each in suspects.singles}.union(suspects.runs, *pairs)
        return (
            all(each.equation for each in suspects.singles)
            and all(
                ground.balances[number].comparison == "="
                for number in _moved(ground, pairs)
                if number in failing
            )
            and all(len(self._columns(spot)) == 1 for spot in spots.union(*suspects.copies))
        )

    def _place(self, spot: Spot) -> int:
        return self._columns(spot)[0]

    def _columns(self, spot: Spot) -> tuple[int, ...]:
        positions = self._layout.lines if spot.kind == "line" else self._layout.votes
        return positions.get(spot.id, ())


def _full(row: Sequence[int | None]) -> TypeGuard[Sequence[int]]:
    return None not in row


def _weighed(findings: Sequence[Finding]) -> Iterator[tuple[int, Finding]]:
    return ((at, each) for at, each in enumerate(findings) if each.kind != "ask")


def _moved(ground: Ground, pairs: Iterable[tuple[Spot, Spot]]) -> set[int]:
    """The scales that move when two figures change places."""
    return {number for pair in pairs for number in ground.apart(*pair)}


@dataclass(frozen=True, slots=True)
class _Glance:
    """Places of a row, which finding is meant, and the weight of the figure in it."""

    singles: tuple[tuple[int, int, int], ...]
    pairs: tuple[tuple[int, int, int, int], ...]
    zeros: tuple[int, ...]
    equals: tuple[tuple[int, int], ...]

    def worth_it(self, row: Sequence[int], findings: Sequence[Finding]) -> bool:
        """Whether some slip could be behind it."""
        off = [each.difference or 0 for each in findings]
        return (
            not all(row[at] for at in self.zeros)
            or any(row[one] == row[other] for one, other in self.equals)
            or any(
                not row[at] or abs(off[which]) >= SMALLEST * abs(weight)
                for at, which, weight in self.singles
            )
            or any(
                off[which] == weight * (row[one] - row[other])
                for one, other, which, weight in self.pairs
            )
        )
