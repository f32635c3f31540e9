"""Which figures may hold a slip at all, from nothing but the relations that fail.

A slip in one figure upsets every equation that the figure is part of. So a figure in an equation
that holds is above suspicion, and most forms leave a handful. What is worked out here is the same
for every protocol in which the same relations fail.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

from tallydesk.rules.balance import Ground, Spot

_LONGEST = 8
"""Figures that are thought to be written one row lower together, or all to the end of the sheet."""


@dataclass(frozen=True, slots=True)
class Suspects:
    """`singles`: one figure is wrong. `near` and `far`: two were written in each other's place.

    `runs`: the figures from the first on may stand one row lower; what the last said is lost.
    """

    singles: tuple[Spot, ...]
    near: tuple[tuple[Spot, Spot], ...]
    far: tuple[tuple[Spot, Spot], ...]
    runs: tuple[tuple[Spot, ...], ...]

    @property
    def nobody(self) -> bool:
        """Whether no single slip can be behind it."""
        return not (self.singles or self.near or self.far or self.runs)


@lru_cache(maxsize=256)
def suspects_of(
    ground: Ground, failing: frozenset[int], silent: frozenset[int], blank: frozenset[Spot]
) -> Suspects:
    """Who is left when these scales fail and those say nothing because of a blank."""
    judge = _Judge(ground, failing, silent)
    sheets = [[spot for spot in sheet if spot not in blank] for sheet in ground.sheets]
    neighbours = dict.fromkeys(_neighbours(ground, sheets, blank))
    others = (
        pair
        for sheet in sheets
        for pair in combinations(sheet, 2)
        if pair not in neighbours and any(spot.kind == "line" for spot in pair)
    )
    return Suspects(
        tuple(spot for spot in ground.spots if spot not in blank and judge.alone(spot)),
        tuple(pair for pair in neighbours if judge.swapped(*pair)),
        tuple(pair for pair in others if judge.swapped(*pair)),
        tuple(run for run in _runs(sheets, neighbours) if judge.lower(run)),
    )


def _neighbours(
    ground: Ground, sheets: Iterable[Sequence[Spot]], blank: frozenset[Spot]
) -> Iterator[tuple[Spot, Spot]]:
    """Figures one below the other, on a sheet or on the form."""
    for sheet in sheets:
        yield from pairwise(sheet)
    yield from pairwise(
        spot for spot in ground.spots if spot.kind == "line" and spot not in blank
    )


def _runs(
    sheets: Iterable[Sequence[Spot]], neighbours: Iterable[tuple[Spot, Spot]]
) -> Iterator[tuple[Spot, ...]]:
    runs: dict[tuple[Spot, ...], None] = dict.fromkeys(neighbours)
    for sheet in sheets:
        for first in range(len(sheet) - 1):
            last = min(first + _LONGEST, len(sheet))
            runs |= {tuple(sheet[first:end]): None for end in (*range(first + 2, last + 1), len(sheet))}
    yield from runs


@dataclass(frozen=True, slots=True)
class _Judge:
    ground: Ground
    failing: frozenset[int]
    silent: frozenset[int]

    def alone(self, spot: Spot) -> bool:
        return self._mends({number: 1 for number, _ in self.ground.touching[spot]})

    def swapped(self, one: Spot, other: Spot) -> bool:
        weights = Counter(dict(self.ground.touching[one]))
        weights.subtract(dict(self.ground.touching[other]))
        crooked = (number for number in weights if self.ground.balances[number].comparison is None)
        return self._mends({**weights, **dict.fromkeys(crooked, 1)})

    def lower(self, run: tuple[Spot, ...]) -> bool:
        """The last figure of a run is whatever its equations say, so it upsets none of them."""
        moved = Counter(
            number for spot in run[:-1] for number, _ in self.ground.touching[spot]
        )
        ends = {number for number, _ in self.ground.touching[run[-1]]}
        upset = {number: int(count == 1 and number not in ends) for number, count in moved.items()}
        touched = {*moved, *ends} & self.failing
        return bool(touched) and all(
            not weight or number in self.failing or not self._equation(number)
            for number, weight in upset.items()
        )

    def _mends(self, shifted: dict[int, int]) -> bool:
        """Whether it moves a failing relation and no equation that holds."""
        touched = {number for number, weight in shifted.items() if weight} - self.silent
        return bool(touched & self.failing) and not any(
            self._equation(number) for number in touched - self.failing
        )

    def _equation(self, number: int) -> bool:
        return number not in self.silent and self.ground.balances[number].comparison == "="
