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
from tallydesk.rules.suspects import Suspect, Suspects, suspects_of
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

_LOOKED_THROUGH = 24
"""Figures, the largest first, of which every slip is tried where no equation says what is meant."""

_TWO_ROWS = 2

_FAR = 4 * BIT
"""Two figures that are not neighbours seldom change places."""

_EMPTY_FIRST = 2 * BIT
"""Nothing above and a figure below is more often one that stands a row too low."""

_NO_PILE = 6 * BIT
"""The voter list lies in no bundles."""

_ANOTHER_BUNDLE = BIT
"""Each further size that bundles may have is a little less likely."""

_ONE_MORE_ROW, _HALFWAY = BIT, 2 * BIT
"""Rows that moved as far as the sheet goes, or only the next; or stopped somewhere between."""

_ROOM = 4 * BIT
"""A figure is 0 about once in sixteen times anyway; one that is lost could be any of its size."""

_NOT_EMPTY = 2 * BIT
"""Who takes spoilt ballots for unused ones mostly takes all of them."""


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
    if not any(each.kind in ("arithmetic", "account") for each in findings):
        return ()
    undoing, suspects = _case(form, figures, findings, certain)
    best: dict[tuple[Slip, tuple[Spot, ...]], Suggestion] = {}
    for each in _Search(undoing, suspects, tuple(bundles), parts or {}).all():
        held = best.get((each.slip, each.spots))
        if held is None or each.cost < held.cost:
            best[each.slip, each.spots] = each
    # Among equals the larger pile first: more bundles, more chances to miss one.
    order = sorted(best.values(), key=lambda each: -undoing.counts[each.spots[0]])
    return tuple(sorted(order, key=attrgetter("cost"))[:MOST])


def suspected(
    form: Form, figures: Figures, findings: Sequence[Finding], certain: frozenset[str]
) -> tuple[Ground, Suspects]:
    """Who may have made a slip behind such findings.

    The same for all figures with blanks in the same places and findings of the same codes.
    """
    undoing, suspects = _case(form, figures, findings, certain)
    return undoing.ground, suspects


def _case(
    form: Form, figures: Figures, findings: Sequence[Finding], certain: frozenset[str]
) -> tuple[Undoing, Suspects]:
    ground = ground_of(form, tuple((figures.ballot or dict.fromkeys(figures.votes, "")).items()))
    failing = {
        ground.number_of[each.code]: each.difference for each in findings if each.kind != "ask"
    }
    counts = _counts(ground, figures)
    blank = frozenset(ground.spots).difference(counts)
    silent = frozenset(number for spot in blank for number, _ in ground.touching[spot])
    sure = {Spot("line", line) for line in certain}
    suspects = suspects_of(ground, frozenset(failing), silent.difference(failing), blank | sure)
    return Undoing(ground, figures, counts, failing), suspects


def _counts(ground: Ground, figures: Figures) -> dict[Spot, int]:
    written = {"line": figures.lines, "vote": figures.votes}
    return {
        spot: written[spot.kind][spot.id] for spot in ground.spots if spot.id in written[spot.kind]
    }


@dataclass(frozen=True, slots=True)
class _Search:
    """All slips over the figures of one protocol."""

    undoing: Undoing
    suspects: Suspects
    bundles: tuple[int, ...]
    parts: Mapping[str, Sequence[int]]

    def all(self) -> Iterator[Suggestion]:
        """What fits, in no order; the same slip may come twice, with different costs."""
        suspects = self.suspects
        counts = self.undoing.counts
        vague = [each for each in suspects.singles if not each.equation]
        largest = sorted(vague, key=lambda each: -counts[each.spot])[:_LOOKED_THROUGH]
        for suspect in suspects.singles:
            yield from self._in_one(suspect, through=suspect in largest)
        for far, pairs in ((0, suspects.near), (_FAR, suspects.far)):
            for one, other in pairs:
                yield from self._swapped(one, other, far)
        yield from self._rows_lower()
        for unused, spoilt in suspects.spoilt:
            yield from self._spoilt_as_unused(unused, spoilt)
        for mobile, box in suspects.mobile:
            yield from self._mobile_twice(mobile, box)

    def _said(
        self, slip: Slip, spots: tuple[Spot, ...], deltas: Mapping[Spot, int], cost: int
    ) -> Iterator[Suggestion]:
        undone = self.undoing.undo(deltas)
        if undone is not None:
            yield Suggestion(slip, spots, undone.mends, cost + undone.cost)

    # --- one figure ---------------------------------------------------------------------------

    def _in_one(self, suspect: Suspect, *, through: bool) -> Iterator[Suggestion]:
        spot = suspect.spot
        written = self.undoing.counts[spot]
        parts = self.parts.get(spot.id, (written,)) if spot.kind == "line" else (written,)
        wanted = self.undoing.wanted(suspect.scales)
        if through:
            wanted |= dict.fromkeys(each - part for part in parts for each in meant_by(part))
            wanted |= dict.fromkeys(sign * size for size in self.bundles for sign in (1, -1))
        for delta in wanted:
            if delta and 0 <= written + delta <= LARGEST_COUNT:
                found = [each for part in parts for each in self._slips(spot, part, part + delta)]
                undone = self.undoing.undo({spot: delta}) if found else None
                if undone is not None:
                    for slip, cost in found:
                        yield Suggestion(slip, (spot,), undone.mends, cost + undone.cost)

    def _slips(self, spot: Spot, written: int, meant: int) -> Iterator[tuple[Slip, int]]:
        """What may have happened to a figure, or to what one box gave."""
        if meant < 0:
            return
        yield from digit_slips(meant, written)
        if not written:
            yield "blank-as-zero", bits(meant + 1) - _ROOM
        for number, size in enumerate(self.bundles):
            if abs(meant - written) == size:
                slip: Slip = "bundle-less" if meant > written else "bundle-more"
                yield slip, number * _ANOTHER_BUNDLE + self._pile_cost(spot, meant, size)

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
                cost += _EMPTY_FIRST
            yield from self._said("lines-swapped", (one, other), {one: apart, other: -apart}, cost)

    def _rows_lower(self) -> Iterator[Suggestion]:
        counts = self.undoing.counts
        for first, runs in self.suspects.runs.items():
            if counts[first] == 0:
                for run in runs:
                    yield from self._lower(run)
        for above, below in self.suspects.copies:
            if counts[above] == counts[below]:
                yield from self._copied(above, below)

    def _lower(self, run: tuple[Spot, ...]) -> Iterator[Suggestion]:
        """Nothing stands in the first row, and each row has what belongs above it."""
        counts, last = self.undoing.counts, run[-1]
        deltas = {spot: counts[below] - counts[spot] for spot, below in pairwise(run)}
        if not any(deltas.values()):
            return
        short = _ONE_MORE_ROW if len(run) == _TWO_ROWS or self._ends(last) else _HALFWAY
        for delta in dict.fromkeys((-counts[last], *self.undoing.left_for(last, deltas))):
            lost = counts[last] + delta
            if 0 <= lost <= LARGEST_COUNT:
                cost = bits(lost + 1) - _ROOM + short if lost else 0
                yield from self._said("row-lower", run, {**deltas, last: delta}, cost)

    def _copied(self, above: Spot, below: Spot) -> Iterator[Suggestion]:
        """The same figure stands in its own row and one lower."""
        written = self.undoing.counts[above]
        for delta in self.undoing.wanted(self.undoing.ground.touching[below]):
            lost = written + delta
            if written and 0 <= lost <= LARGEST_COUNT:
                cost = bits(lost + 1) - bits(written + 1) + _ONE_MORE_ROW
                yield from self._said("row-lower", (above, below), {below: delta}, cost)

    def _ends(self, spot: Spot) -> bool:
        """Whether it is the last that is written on its sheet."""
        return not any(
            spot in sheet
            and any(each in self.undoing.counts for each in sheet[sheet.index(spot) + 1 :])
            for sheet in self.undoing.ground.sheets
        )

    def _spoilt_as_unused(self, unused: Spot, spoilt: Spot) -> Iterator[Suggestion]:
        counts = self.undoing.counts
        for papers in self.undoing.moved(unused, spoilt):
            if 0 < papers <= counts[unused]:
                cost = _NOT_EMPTY if counts[spoilt] else 0
                moved = {unused: -papers, spoilt: papers}
                yield from self._said("spoilt-as-unused", (unused, spoilt), moved, cost)

    def _mobile_twice(self, mobile: Spot, box: Spot) -> Iterator[Suggestion]:
        """Counted again among the papers of the stationary boxes, or twice by itself."""
        papers = self.undoing.counts[mobile]
        if box != mobile:
            if 0 < papers <= self.undoing.counts[box]:
                yield from self._said("mobile-twice", (mobile, box), {box: -papers}, 0)
        elif papers and papers % 2 == 0:
            yield from self._said("mobile-twice", (mobile,), {mobile: -(papers >> 1)}, 0)
