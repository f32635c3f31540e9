"""What becomes of the relations when figures are taken back to what they may have been."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from operator import eq, ge, gt, le, lt, ne
from types import MappingProxyType

from tallydesk.counting.figures import Figures
from tallydesk.election.expression import Comparison
from tallydesk.rules.balance import Ground, Spot
from tallydesk.rules.derived import derive
from tallydesk.rules.digits import BIT

_HOLDS: Mapping[Comparison, object] = MappingProxyType(
    {"=": eq, "<>": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
)

STILL_ARITHMETIC, STILL_ACCOUNT = 8 * BIT, 4 * BIT
"""A relation that stays unmended: sums never fail honestly, accounts of papers do."""

NEWLY_ARITHMETIC, NEWLY_ACCOUNT = 10 * BIT, 5 * BIT
"""A relation that held before and would not any longer."""

EXACT = 2 * BIT
"""A limit that is met exactly after the undoing, and was not before: hardly by chance."""


@dataclass(frozen=True, slots=True)
class Undone:
    """The codes of the relations that hold then, and what speaks against it."""

    mends: tuple[str, ...]
    cost: int


@dataclass(frozen=True, slots=True)
class Undoing:
    """The figures of one protocol; `failing` with the residue of each, None for a crooked one."""

    ground: Ground
    figures: Figures
    counts: Mapping[Spot, int]
    failing: Mapping[int, int | None]
    silent: frozenset[int]

    def undo(self, deltas: Mapping[Spot, int]) -> Undone | None:
        """The outcome when each figure is so much more; None when it upsets an equation.

        Also None when it mends nothing.
        """
        balances, failing = self.ground.balances, self.failing
        shifts: dict[int, int] = {}
        for spot, delta in deltas.items():
            for number, weight in self.ground.touching[spot]:
                shifts[number] = shifts.get(number, 0) + weight * delta
        mends: list[int] = []
        cost = 0
        for number, shift in shifts.items():
            balance = balances[number]
            if balance.comparison is None:
                verdict: bool | None = balance.holds(self._with(deltas))
                exact = 0
            elif shift:
                before = failing.get(number)
                if before is None:
                    before = balance.residue(self.figures)
                if before is None:
                    continue
                verdict = _holds(balance.comparison, before + shift)
                exact = (before + shift == 0) - (before == 0)
            else:
                continue
            if number in failing:
                if verdict:
                    mends.append(number)
                    cost -= EXACT if exact and balance.comparison != "=" else 0
            elif verdict is False:
                if balance.comparison == "=":
                    return None
                cost += NEWLY_ARITHMETIC if balance.arithmetic else NEWLY_ACCOUNT
            elif balance.comparison != "=":
                cost -= exact * EXACT
        if not mends:
            return None
        for number in failing.keys() - set(mends):
            cost += STILL_ARITHMETIC if balances[number].arithmetic else STILL_ACCOUNT
        return Undone(tuple(balances[number].code for number in sorted(mends)), cost)

    def wanted(self, spot: Spot) -> dict[int, None]:
        """By how much a figure would have to change for a failing relation to meet exactly."""
        return dict.fromkeys(self._wanted(spot))

    def in_equation(self, spot: Spot) -> bool:
        """Whether a failing equation says by itself what the figure should be."""
        return any(
            number in self.failing and self.ground.balances[number].comparison == "="
            for number, _ in self.ground.touching[spot]
        )

    def left_for(self, spot: Spot, deltas: Mapping[Spot, int]) -> dict[int, None]:
        """What the equations of a figure leave for it once the others have changed so."""
        found: dict[int, None] = {}
        for number, weight in self.ground.touching[spot]:
            residue = self._residue(number)
            if residue is None or not weight:
                continue
            moved = sum(
                other * delta
                for each, delta in deltas.items()
                for touched, other in self.ground.touching[each]
                if touched == number
            )
            if (residue + moved) % weight == 0 and self.ground.balances[number].comparison == "=":
                found[-(residue + moved) // weight] = None
        return found

    def moved(self, source: Spot, target: Spot) -> dict[int, None]:
        """How many papers moved from one figure to another would mend an equation."""
        weights = dict(self.ground.touching[target])
        for number, weight in self.ground.touching[source]:
            weights[number] = weights.get(number, 0) - weight
        found: dict[int, None] = {}
        for number, weight in weights.items():
            residue = self.failing.get(number)
            if residue is not None and weight and residue % weight == 0:
                found[-residue // weight] = None
        return found

    def _wanted(self, spot: Spot) -> Iterator[int]:
        for number, weight in self.ground.touching[spot]:
            residue = self.failing.get(number)
            if residue is not None and weight and residue % weight == 0:
                yield -residue // weight

    def _residue(self, number: int) -> int | None:
        residue = self.failing.get(number)
        return self.ground.balances[number].residue(self.figures) if residue is None else residue

    def _with(self, deltas: Mapping[Spot, int]) -> Figures:
        lines, votes = dict(self.figures.lines), dict(self.figures.votes)
        for spot, delta in deltas.items():
            held = lines if spot.kind == "line" else votes
            held[spot.id] += delta
        for line in self.ground.form.lines:
            if line.derived is not None:
                lines.pop(line.id, None)
        return derive(self.ground.form, replace(self.figures, lines=lines, votes=votes))


def _holds(comparison: Comparison, residue: int) -> bool:
    holds = _HOLDS[comparison]
    return bool(holds(residue, 0))  # type: ignore[operator]
