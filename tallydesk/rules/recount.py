"""Which piles to count again: as few as touch every relation that fails, likely ones first."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

Pile = TypeVar("Pile", bound=Hashable)


def fewest(relations: Iterable[Iterable[Pile]], preferred: Sequence[Pile] = ()) -> tuple[Pile, ...]:
    """The smallest set of piles in which each relation has at least one.

    Each relation is given as its piles that are still open, in the order of the sheet; one without
    any asks for nothing. Of sets of the same size the one with the earlier piles of `preferred` is
    taken, then the one that comes first on the sheets. The outcome is in that order, too.
    """
    asked = [piles for piles in (tuple(dict.fromkeys(each)) for each in relations) if piles]
    order = dict.fromkeys((*preferred, *(pile for piles in asked for pile in piles)))
    touched: dict[Pile, frozenset[int]] = {}
    for pile in order:
        numbers = frozenset(number for number, piles in enumerate(asked) if pile in piles)
        # Two piles in the same relations serve alike, and the better one is here already.
        if numbers and numbers not in touched.values():
            touched[pile] = numbers
    left = frozenset(range(len(asked)))
    size = 0
    while True:
        found = _of_size(left, touched, size)
        if found is not None:
            return tuple(pile for pile in touched if pile in found)
        size += 1


def _of_size(
    left: frozenset[int], touched: dict[Pile, frozenset[int]], size: int
) -> frozenset[Pile] | None:
    """A set of at most that size that touches all that is left."""
    if not left:
        return frozenset()
    if _apart(left, touched) > size:
        return None
    first = min(left)
    for pile, numbers in touched.items():
        if first in numbers:
            rest = _of_size(left - numbers, touched, size - 1)
            if rest is not None:
                return rest | {pile}
    return None


def _apart(left: frozenset[int], touched: dict[Pile, frozenset[int]]) -> int:
    """How many of the relations have no pile in common, one by one: so many piles at least."""
    count = 0
    while left:
        first = min(left)
        left = left.difference(*(numbers for numbers in touched.values() if first in numbers))
        count += 1
    return count
