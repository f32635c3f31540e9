"""Slips as people make them, planted into figures that agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from tallydesk.counting.figures import Figures
from tallydesk.election.form import Form
from tallydesk.rules.balance import Ground, Spot, ground_of
from tallydesk.rules.check import check
from tallydesk.rules.derived import derive
from tallydesk.rules.diagnosis import Slip
from tallydesk.rules.finding import Finding

NEAR = 0.7
"""So many lines that change places stand side by side; the others anywhere on the sheet."""


@dataclass(frozen=True)
class Planted:
    """Figures with one slip in them, and what is found."""

    slip: Slip
    spots: tuple[Spot, ...]
    figures: Figures
    findings: tuple[Finding, ...]
    before: frozenset[str]

    @property
    def breaks(self) -> bool:
        """Whether arithmetic or an account of papers fails that did not fail without it."""
        serious = (each for each in self.findings if each.kind in ("arithmetic", "account"))
        return any(each.code not in self.before for each in serious)


Change = tuple[tuple[Spot, ...], Mapping[Spot, int]]
Plant = Callable[["Sheet", Random], Change | None]


@dataclass(frozen=True)
class Sheet:
    """The figures that somebody writes, with the sizes that slips need."""

    ground: Ground
    counts: Mapping[Spot, int]
    bundle: int

    def above(self, least: int) -> list[Spot]:
        """The figures that are at least so large."""
        return [spot for spot, count in self.counts.items() if count >= least]

    def runs(self) -> list[tuple[Spot, ...]]:
        """What is written and stands one below the other on one sheet."""
        sheets = (
            tuple(spot for spot in sheet if spot in self.counts) for sheet in self.ground.sheets
        )
        return [sheet for sheet in sheets if len(sheet) > 1]


def planted(
    form: Form, figures: Figures, slip: Slip, chance: Random, bundle: int, certain: frozenset[str]
) -> Planted | None:
    """One slip of a kind somewhere; None where there is no place for it."""
    ground = ground_of(form, tuple(figures.ballot.items()))
    counts = {
        spot: held[spot.id]
        for spot in ground.spots
        for held in (figures.lines if spot.kind == "line" else figures.votes,)
        if spot.id in held and not (spot.kind == "line" and spot.id in certain)
    }
    change = PLANTS[slip](Sheet(ground, counts, bundle), chance)
    if change is None:
        return None
    spots, written = change
    if all(counts[spot] == count for spot, count in written.items()):
        return None
    lines, votes = dict(figures.lines), dict(figures.votes)
    for line in form.lines:
        if line.derived is not None:
            lines.pop(line.id, None)
    for spot, count in written.items():
        (lines if spot.kind == "line" else votes)[spot.id] = count
    after = derive(form, replace(figures, lines=lines, votes=votes))
    before = frozenset(each.code for each in check(form, figures).findings)
    return Planted(slip, spots, after, check(form, after).findings, before)


def _one(sheet: Sheet, chance: Random, least: int) -> tuple[Spot, str] | None:
    places = sheet.above(least)
    if not places:
        return None
    spot = chance.choice(places)
    return spot, str(sheet.counts[spot])


def _exchanged(sheet: Sheet, chance: Random) -> Change | None:
    found = _one(sheet, chance, 10)
    if found is None:
        return None
    spot, digits = found
    places = [
        place
        for place in range(len(digits) - 1)
        if digits[place] != digits[place + 1] and (place or digits[1] != "0")
    ]
    if not places:
        return None
    at = chance.choice(places)
    return (spot,), {spot: int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])}


def _missing(sheet: Sheet, chance: Random) -> Change | None:
    found = _one(sheet, chance, 10)
    if found is None:
        return None
    spot, digits = found
    at = chance.randrange(len(digits))
    left = digits[:at] + digits[at + 1 :]
    return None if left[0] == "0" else ((spot,), {spot: int(left)})


def _doubled(sheet: Sheet, chance: Random) -> Change | None:
    found = _one(sheet, chance, 1)
    if found is None:
        return None
    spot, digits = found
    at = chance.randrange(len(digits))
    written = int(digits[:at] + digits[at] + digits[at:])
    return ((spot,), {spot: written}) if written <= 9_999_999 else None


def _bundle(sheet: Sheet, chance: Random, sign: int) -> Change | None:
    """Among the piles, as often as there are bundles in them."""
    piles = [
        spot
        for spot in sheet.above(sheet.bundle)
        if spot.kind == "vote" or sheet.ground.form.line(spot.id).scope != "station"
    ]
    if not piles:
        return None
    bundles = [sheet.counts[spot] // sheet.bundle for spot in piles]
    spot = chance.choices(piles, bundles)[0]
    return (spot,), {spot: sheet.counts[spot] + sign * sheet.bundle}


def _lower(sheet: Sheet, chance: Random) -> Change | None:
    """From one row on everything stands one lower, until an empty row or the end takes it in."""
    runs = sheet.runs()
    if not runs:
        return None
    run = chance.choice(runs)
    first = chance.randrange(len(run) - 1)
    end = first + 1
    if chance.random() < 0.5:
        end = len(run) - 1
    end = next((at for at in range(first + 1, end) if sheet.counts[run[at]] == 0), end)
    moved = run[first : end + 1]
    written = {moved[0]: 0}
    written |= {below: sheet.counts[spot] for spot, below in pairwise(moved)}
    return moved, written


def _swapped(sheet: Sheet, chance: Random) -> Change | None:
    runs = sheet.runs()
    if not runs:
        return None
    run = chance.choice(runs)
    if chance.random() < NEAR:
        at = chance.randrange(len(run) - 1)
        one, other = run[at : at + 2]
    else:
        one, other = sorted(chance.sample(run, 2), key=run.index)
    if not sheet.counts[other] and run.index(other) == run.index(one) + 1:
        return None  # a figure one row lower, and that is what it is counted as
    return (one, other), {one: sheet.counts[other], other: sheet.counts[one]}


def _spoilt(sheet: Sheet, _: Random) -> Change | None:
    for unused in sheet.ground.with_role("unused"):
        for spoilt in sheet.ground.with_role("spoilt"):
            if sheet.counts.get(spoilt) and unused in sheet.counts:
                both = sheet.counts[unused] + sheet.counts[spoilt]
                return (unused, spoilt), {unused: both, spoilt: 0}
    return None


def _blank(sheet: Sheet, chance: Random) -> Change | None:
    found = _one(sheet, chance, 1)
    return None if found is None else ((found[0],), {found[0]: 0})


def _mobile(sheet: Sheet, chance: Random) -> Change | None:
    for mobile in sheet.ground.with_role("mobile"):
        papers = sheet.counts.get(mobile, 0)
        boxes = [box for box in sheet.ground.with_role("stationary") if box in sheet.counts]
        if papers and boxes:
            if chance.random() < 0.75:
                return (mobile, boxes[0]), {boxes[0]: sheet.counts[boxes[0]] + papers}
            return (mobile,), {mobile: 2 * papers}
    return None


PLANTS: Mapping[Slip, Plant] = {
    "digits-exchanged": _exchanged,
    "digit-missing": _missing,
    "digit-doubled": _doubled,
    "bundle-more": lambda sheet, chance: _bundle(sheet, chance, 1),
    "bundle-less": lambda sheet, chance: _bundle(sheet, chance, -1),
    "row-lower": _lower,
    "lines-swapped": _swapped,
    "spoilt-as-unused": _spoilt,
    "blank-as-zero": _blank,
    "mobile-twice": _mobile,
}


def slips() -> Iterator[Slip]:
    """Every kind, in the order of the issue."""
    yield from PLANTS
