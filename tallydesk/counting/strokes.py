"""Ballots read aloud one by one: a stroke each, and the way back to the last comparison.

What caller and tally keepers agreed on stands. Strokes after it can be undone one by one, or all of
them at once when the keepers differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from tallydesk.counting.place import Place


@dataclass(frozen=True, slots=True)
class Stroke:
    """One ballot. `number` counts all strokes from 1, undone ones too, and never comes again.

    `place` None is a doubtful ballot, set apart unread. `decided` says that the ballot lay among
    those and goes to `place` by a decision of the commission: it is no further ballot.
    """

    number: int
    place: Place | None
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Strokes:
    """What the strokes so far add up to.

    `number` is that of the last stroke, 0 before the first. `counts` holds the ballots of each
    place that has one, `doubtful` those set apart and not decided yet. `since` are the strokes
    after the last comparison that agreed, in order, without undone ones.
    """

    number: int = 0
    counts: Mapping[Place, int] = field(default_factory=dict)
    doubtful: int = 0
    since: tuple[Stroke, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "counts", MappingProxyType(dict(self.counts)))

    def __hash__(self) -> int:
        return hash((self.number, self.doubtful, *sorted(self.counts.items())))

    @property
    def ballots(self) -> int:
        """How many ballots were read, those set apart included."""
        return sum(self.counts.values()) + self.doubtful

    @property
    def lot(self) -> int:
        """How many of them were read after the last comparison."""
        return sum(not stroke.decided for stroke in self.since)

    def with_stroke(self, place: Place | None, *, decided: bool = False) -> Strokes:
        """One stroke more.

        Raises ValueError for a decision about a ballot when none is set apart, or that sets it
        apart again.
        """
        if decided and (place is None or not self.doubtful):
            message = "no ballot is set apart that could be decided"
            raise ValueError(message)
        stroke = Stroke(self.number + 1, place, decided)
        return replace(self._moved(stroke, 1), number=stroke.number, since=(*self.since, stroke))

    def without_last(self) -> Strokes:
        """The last stroke undone. Raises IndexError where nothing is left after a comparison."""
        return replace(self._moved(self.since[-1], -1), since=self.since[:-1])

    def compared(self, *, agreed: bool) -> Strokes:
        """After a comparison: what was agreed stands; else the lot is read once more."""
        strokes = self
        while strokes.since and not agreed:
            strokes = strokes.without_last()
        return replace(strokes, since=())

    def _moved(self, stroke: Stroke, by: int) -> Strokes:
        place = stroke.place
        if place is None:
            return replace(self, doubtful=self.doubtful + by)
        counts = {**self.counts, place: self.counts.get(place, 0) + by}
        if not counts[place]:
            del counts[place]
        return replace(self, counts=counts, doubtful=self.doubtful - by * stroke.decided)
