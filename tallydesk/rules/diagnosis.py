"""What slip may be behind figures that do not agree: kinds and places, best first.

For every slip that could have been made to the figures it is asked whether undoing it makes the
failing relations hold and upsets none that holds. What is left is ordered by how many relations
stay unmended, by how likely the slip is and by how many other things it could have been. Nothing
here is a value or a direction: people are told where to look and at what, and count again.

Questions (kind `ask`) play no part: what is unusual is no slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from tallydesk.counting.figures import Figures
from tallydesk.counting.typed import LARGEST_COUNT
from tallydesk.election.form import Form
from tallydesk.rules.balance import Ground, Spot, ground_of
from tallydesk.rules.digits import BIT, bits, digit_slips, meant_by
from tallydesk.rules.finding import Finding
from tallydesk.rules.suspects import Suspects, suspects_of
from tallydesk.rules.undoing import Undoing

Slip = Literal[
    "digits-exchanged",
    "digit-missing",
    "digit-doubled",
    "bundle-more",
    "bundle-less",
    "row-lower",
    "lines-swapped",
    "spoilt-as-unused",
    "blank-as-zero",
    "mobile-twice",
]

MOST = 6
"""Suggestions for one protocol; nobody follows a seventh."""

USUAL_BUNDLES = (50, 100)
"""Papers in a bundle where no policy says how many."""

_FAR = 4 * BIT
_NO_PILE = 6 * BIT
_ANOTHER_BUNDLE = BIT
_ONE_MORE_ROW = BIT
_HALFWAY = 2 * BIT
_ROOM = 4 * BIT
_NOT_EMPTY = 2 * BIT


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A slip and the lines or candidates it is about, in the order of the form.

    `mends` are the codes of the relations that hold once it is undone. `cost` compares it with
    the other suggestions for the same figures: 4 more is half as likely.
    """

    slip: Slip
    spots: tuple[Spot, ...]
    mends: tuple[str, ...]
    cost: int

    @property
    def lines(self) -> tuple[str, ...]:
        """The ids of its lines and candidates."""
        return tuple(spot.id for spot in self.spots)


def diagnose(
    form: Form,
    figures: Figures,
    findings: Sequence[Finding],
    *,
    bundles: Sequence[int] = USUAL_BUNDLES,
    parts: Mapping[str, Sequence[int]] | None = None,
    certain: frozenset[str] = frozenset(),
) -> tuple[Suggestion, ...]:
    """The likely slips behind the findings of these figures, best first, at most `MOST`.

    `bundles` are the sizes in which papers are bundled, from 1. `parts` are the counts that a line
    adds up, where it is written box by box. `certain` are lines that nobody wrote. A relation with
    a blank says nothing.
    """
    ground = ground_of(form, tuple((figures.ballot or dict.fromkeys(figures.votes, "")).items()))
    failing = {
        ground.number_of[each.code]: each.difference
        for each in findings
        if each.code in ground.number_of
    }
    if not any(each.kind in ("arithmetic", "account") for each in findings):
        return ()
    counts = _counts(ground, figures)
    blank = frozenset(spot for spot in ground.spots if spot not in counts)
    silent = frozenset(number for spot in blank for number, _ in ground.touching[spot])
    sure = frozenset(Spot("line", line) for line in certain)
    suspects = suspects_of(ground, frozenset(failing), silent - frozenset(failing), blank | sure)
    if suspects.nobody and not failing:
        return ()
    search = _Search(
        Undoing(ground, figures, counts, failing, silent), suspects, tuple(bundles), parts or {}
    )
    best: dict[tuple[Slip, tuple[Spot, ...]], Suggestion] = {}
    for each in search.all():
        held = best.get((each.slip, each.spots))
        if held is None or each.cost < held.cost:
            best[each.slip, each.spots] = each
    # Among equals the larger pile first: more bundles, more chances to miss one.
    order = sorted(best.values(), key=lambda each: -counts[each.spots[0]])
    return tuple(sorted(order, key=attrgetter("cost"))[:MOST])


def _counts(ground: Ground, figures: Figures) -> dict[Spot, int]:
    lines, votes = figures.lines, figures.votes
    return {
        spot: (lines if spot.kind == "line" else votes)[spot.id]
        for spot in ground.spots
        if spot.id in (lines if spot.kind == "line" else votes)
    }


@dataclass(frozen=True, slots=True)
class _Search:
    """All slips over the figures of one protocol."""

    undoing: Undoing
    suspects: Suspects
    bundles: tuple[int, ...]
    parts: Mapping[str, Sequence[int]]

    def all(self) -> Iterator[Suggestion]:
        for spot in self.suspects.singles:
            yield from self._in_one(spot)
        for far, pairs in ((0, self.suspects.near), (_FAR, self.suspects.far)):
            for one, other in pairs:
                yield from self._swapped(one, other, far)
        for run in self.suspects.runs:
            yield from self._lower(run)
        yield from self._spoilt_as_unused()
        yield from self._mobile_twice()

    def _said(
        self, slip: Slip, spots: tuple[Spot, ...], deltas: Mapping[Spot, int], cost: int
    ) -> Iterator[Suggestion]:
        undone = self.undoing.undo(deltas)
        if undone is not None:
            yield Suggestion(slip, spots, undone.mends, cost + undone.cost)

    # --- one figure ---------------------------------------------------------------------------

    def _in_one(self, spot: Spot) -> Iterator[Suggestion]:
        written = self.undoing.counts[spot]
        wanted = self.undoing.wanted(spot)
        if not self.undoing.in_equation(spot):
            others = (each - part for part in self._parts(spot) for each in meant_by(part))
            bundles = (sign * size for size in self.bundles for sign in (1, -1))
            wanted = dict.fromkeys((*wanted, *others, *bundles))
        for delta in wanted:
            meant = written + delta
            if delta and 0 <= meant <= LARGEST_COUNT:
                found = list(self._slips(spot, delta))
                if found:
                    undone = self.undoing.undo({spot: delta})
                    if undone is not None:
                        for slip, cost in found:
                            yield Suggestion(slip, (spot,), undone.mends, cost + undone.cost)

    def _parts(self, spot: Spot) -> Sequence[int]:
        whole = (self.undoing.counts[spot],)
        return self.parts.get(spot.id, whole) if spot.kind == "line" else whole

    def _slips(self, spot: Spot, delta: int) -> Iterator[tuple[Slip, int]]:
        """What may have happened to a figure that should be `delta` more."""
        for part in self._parts(spot):
            meant = part + delta
            if meant < 0:
                continue
            yield from digit_slips(meant, part)
            if part == 0 and meant:
                yield "blank-as-zero", bits(meant + 1) - _ROOM
            for number, size in enumerate(self.bundles):
                cost = number * _ANOTHER_BUNDLE + self._pile_cost(spot, meant, size)
                if delta == size:
                    yield "bundle-less", cost
                elif delta == -size:
                    yield "bundle-more", cost

    def _pile_cost(self, spot: Spot, papers: int, size: int) -> int:
        """A bundle goes astray where bundles are: cheap for a large pile."""
        here = papers // size + 1
        largest = max(self.undoing.counts.values()) // size + 1
        station = spot.kind == "line" and self.undoing.ground.form.line(spot.id).scope == "station"
        return bits(largest) - bits(here) + (_NO_PILE if station else 0)

    # --- two figures and more -----------------------------------------------------------------

    def _swapped(self, one: Spot, other: Spot, cost: int) -> Iterator[Suggestion]:
        counts = self.undoing.counts
        apart = counts[other] - counts[one]
        if apart:
            if not counts[one]:
                cost += _HALFWAY
            yield from self._said("lines-swapped", (one, other), {one: apart, other: -apart}, cost)

    def _lower(self, run: tuple[Spot, ...]) -> Iterator[Suggestion]:
        """Nothing stands in the first row, or what stands in the row above it, too."""
        counts, last = self.undoing.counts, run[-1]
        if counts[run[0]]:
            return
        deltas = {spot: counts[below] - counts[spot] for spot, below in pairwise(run)}
        if not any(deltas.values()):
            return
        short = _ONE_MORE_ROW if len(run) == 2 or self._ends(last) else _HALFWAY
        for delta in dict.fromkeys((-counts[last], *self.undoing.left_for(last, deltas))):
            lost = counts[last] + delta
            if 0 <= lost <= LARGEST_COUNT:
                cost = bits(lost + 1) - _ROOM + short if lost else 0
                yield from self._said("row-lower", run, {**deltas, last: delta}, cost)

    def _ends(self, spot: Spot) -> bool:
        """Whether it is the last that is written on its sheet."""
        for sheet in self.undoing.ground.sheets:
            if spot in sheet:
                return not any(each in self.undoing.counts for each in sheet[sheet.index(spot) + 1 :])
        return False

    def _spoilt_as_unused(self) -> Iterator[Suggestion]:
        counts, ground = self.undoing.counts, self.undoing.ground
        for unused in ground.with_role("unused"):
            for spoilt in ground.with_role("spoilt"):
                if unused not in counts or spoilt not in counts:
                    continue
                for papers in self.undoing.moved(unused, spoilt):
                    if 0 < papers <= counts[unused]:
                        cost = _NOT_EMPTY if counts[spoilt] else 0
                        yield from self._said(
                            "spoilt-as-unused",
                            (unused, spoilt),
                            {unused: -papers, spoilt: papers},
                            cost,
                        )

    def _mobile_twice(self) -> Iterator[Suggestion]:
        """Counted again among the papers of the stationary boxes, or twice by itself."""
        counts, ground = self.undoing.counts, self.undoing.ground
        for mobile in ground.with_role("mobile"):
            papers = counts.get(mobile, 0)
            if not papers:
                continue
            for box in ground.with_role("stationary"):
                if counts.get(box, 0) >= papers:
                    yield from self._said("mobile-twice", (mobile, box), {box: -papers}, 0)
            if papers % 2 == 0:
                yield from self._said("mobile-twice", (mobile,), {mobile: -(papers >> 1)}, 0)
