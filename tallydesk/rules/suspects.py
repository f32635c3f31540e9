"""Which figures may hold a slip at all, from nothing but the relations that fail.

A slip in one figure upsets every equation that the figure is part of. So a figure in an equation
that holds is above suspicion, and most forms leave a handful. What is worked out here is the same
for every protocol in which the same relations fail.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise, product

from tallydesk.rules.balance import Ground, Spot

_LONGEST = 8
"""Figures that are thought to be written one row lower together, or all to the end of the sheet."""

_TO_THE_END = 40
"""Rows: of a longer rest of a sheet nobody gets all wrong without seeing it."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A figure that may be wrong alone.

    `scales` are the failing ones it lies on, with its weight; `equation` when one of them says by
    itself what the figure should be.
    """

    spot: Spot
    scales: tuple[tuple[int, int], ...]
    equation: bool


@dataclass(frozen=True, slots=True)
class Suspects:
    """`singles`: one figure is wrong. `near` and `far`: two were written in each other's place.

    `runs`, by their first figure: they may stand one row lower, and what the last said is lost.
    `copies`: the second may say what the first says. `spoilt`: unused and spoilt ballots.
    `mobile`: the papers of mobile boxes, and of the boxes that may hold them once more.
    """

    singles: tuple[Suspect, ...]
    near: tuple[tuple[Spot, Spot], ...]
    far: tuple[tuple[Spot, Spot], ...]
    runs: Mapping[Spot, tuple[tuple[Spot, ...], ...]]
    copies: tuple[tuple[Spot, Spot], ...]
    spoilt: tuple[tuple[Spot, Spot], ...]
    mobile: tuple[tuple[Spot, Spot], ...]


@lru_cache(maxsize=256)
def suspects_of(
    ground: Ground, failing: frozenset[int], silent: frozenset[int], blank: frozenset[Spot]
) -> Suspects:
    """Who is left when these scales fail and those say nothing because of a blank."""
    judge = _Judge(ground, failing, silent)
    sheets = [[spot for spot in sheet if spot not in blank] for sheet in ground.sheets]
    neighbours = dict.fromkeys(_neighbours(ground, sheets, blank))
    pairs = (pair for sheet in sheets for pair in _pairs(sheet))
    alone = [spot for spot in ground.spots if spot not in blank and judge.alone(spot)]
    runs: dict[Spot, list[tuple[Spot, ...]]] = {}
    for run in _runs(sheets, neighbours):
        if judge.lower(run):
            runs.setdefault(run[0], []).append(run)
    return Suspects(
        singles=tuple(judge.suspect(spot) for spot in alone),
        near=tuple(pair for pair in neighbours if judge.swapped(*pair)),
        far=tuple(pair for pair in pairs if pair not in neighbours and judge.swapped(*pair)),
        runs={first: tuple(some) for first, some in runs.items()},
        copies=tuple(pair for pair in neighbours if pair[1] in alone),
        spoilt=tuple(
            (unused, spoilt)
            for unused in ground.with_role("unused")
            for spoilt in ground.with_role("spoilt")
            if not {unused, spoilt} & blank and judge.swapped(unused, spoilt)
        ),
        mobile=tuple(
            (mobile, box)
            for mobile in ground.with_role("mobile")
            if mobile not in blank
            for box in (mobile, *ground.with_role("stationary"))
            if box in alone
        ),
    )


def _neighbours(
    ground: Ground, sheets: Iterable[Sequence[Spot]], blank: frozenset[Spot]
) -> Iterator[tuple[Spot, Spot]]:
    """Figures one below the other, on a sheet or on the form."""
    for sheet in sheets:
        yield from pairwise(sheet)
    yield from pairwise(spot for spot in ground.spots if spot.kind == "line" and spot not in blank)


def _pairs(sheet: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """Any two of a sheet but two candidates: those can only be told apart by a second entry."""
    votes = [spot for spot in sheet if spot.kind == "vote"]
    lines = [spot for spot in sheet if spot.kind == "line"]
    yield from product(votes, lines)
    yield from combinations(lines, 2)


def _runs(
    sheets: Iterable[Sequence[Spot]], neighbours: Iterable[tuple[Spot, Spot]]
) -> Iterator[tuple[Spot, ...]]:
    runs: dict[tuple[Spot, ...], None] = dict.fromkeys(neighbours)
    for sheet in sheets:
        for first in range(len(sheet) - 1):
            last = min(first + _LONGEST, len(sheet))
            rest = [len(sheet)] if len(sheet) - first <= _TO_THE_END else []
            ends = (*range(first + 2, last + 1), *rest)
            runs |= dict.fromkeys(tuple(sheet[first:end]) for end in ends)
    yield from runs


@dataclass(frozen=True, slots=True)
class _Judge:
    """Asks of figures whether a change of them can mend something and upset no equation."""

    ground: Ground
    failing: frozenset[int]
    silent: frozenset[int]

    def suspect(self, spot: Spot) -> Suspect:
        """All that is asked of a figure later, for every protocol."""
        scales = tuple(each for each in self.ground.touching[spot] if each[0] in self.failing)
        return Suspect(spot, scales, any(self._equation(number) for number, _ in scales))

    def alone(self, spot: Spot) -> bool:
        """Whether a slip in this figure alone can be behind it."""
        return self._mends({number for number, _ in self.ground.touching[spot]})

    def swapped(self, one: Spot, other: Spot) -> bool:
        """Whether something that went from one figure to the other can be behind it."""
        return self._mends(self.ground.apart(one, other))

    def lower(self, run: tuple[Spot, ...]) -> bool:
        """The last figure of a run is whatever its equations say, so it upsets none of them."""
        ends = {number for number, _ in self.ground.touching[run[-1]]}
        moved = Counter(number for spot in run[:-1] for number, _ in self.ground.touching[spot])
        return bool((moved.keys() | ends) & self.failing) and not any(
            count == 1 and number not in ends | self.failing and self._equation(number)
            for number, count in moved.items()
        )

    def _mends(self, numbers: Iterable[int]) -> bool:
        """Whether it moves a failing relation and no equation that holds."""
        touched = set(numbers)
        return bool(touched & self.failing) and not any(
            self._equation(number) for number in touched - self.failing
        )

    def _equation(self, number: int) -> bool:
        return number not in self.silent and self.ground.balances[number].comparison == "="
