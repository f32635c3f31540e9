"""Two entries of the same sheet, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tallydesk.counting.place import Place


@dataclass(frozen=True, slots=True)
class Comparison:
    """`agreed` holds the figures that stand; `differing` the places that ask for a fresh look."""

    agreed: Mapping[Place, int]
    differing: tuple[Place, ...]


def compare(
    places: Iterable[Place],
    first: Mapping[Place, int],
    second: Mapping[Place, int],
    tried: Mapping[Place, int],
) -> Comparison:
    """Which figures two members agree on.

    A figure stands when the second entry says the same as the first, or, after a fresh look at
    the paper, the same as the second member wrote before (`tried`): then two looks at the paper
    agree against one. A place missing in an entry differs.
    """
    agreed: dict[Place, int] = {}
    differing: list[Place] = []
    for place in places:
        again = second.get(place)
        if again is not None and again in (first.get(place), tried.get(place)):
            agreed[place] = again
        else:
            differing.append(place)
    return Comparison(agreed, tuple(differing))
