"""What becomes of the relations when figures are taken back to what they may have been."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import eq, ge, gt, le, lt, ne
from types import MappingProxyType

from tallydesk.counting.figures import Figures
from tallydesk.election.expression import Comparison
from tallydesk.rules.balance import Ground, Spot
from tallydesk.rules.derived import derive
from tallydesk.rules.digits import BIT

_HOLDS: Mapping[Comparison, Callable[[int, int], bool]] = MappingProxyType(
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

    def undo(self, deltas: Mapping[Spot, int]) -> Undone | None:
        """The outcome when each figure is so much more; None when it upsets an equation.

        Also None when it mends nothing.
        """
        shifts: dict[int, int] = {}
        for spot, delta in deltas.items():
            for number, weight in self.ground.touching[spot]:
                shifts[number] = shifts.get(number, 0) + weight * delta
        mends: list[int] = []
        cost = 0
        for number, shift in shifts.items():
            balance = self.ground.balances[number]
            if balance.comparison is None:
                holds, exact = balance.holds(self._with(deltas)), 0
            else:
                holds, exact = self._shifted(number, balance.comparison, shift)
            if number in self.failing:
                if holds:
                    mends.append(number)
                    cost -= exact
            elif holds is not False:
                cost -= exact
            elif balance.comparison == "=":
                return None
            else:
                cost += NEWLY_ARITHMETIC if balance.arithmetic else NEWLY_ACCOUNT
        return Undone(self._codes(mends), cost + self._unmended(mends)) if mends else None

    def _shifted(self, number: int, comparison: Comparison, shift: int) -> tuple[bool | None, int]:
        """Whether it holds then, None while that is unknown; what a limit met exactly is worth."""
        before = self._residue(number) if shift else None
        if before is None:
            return None, 0
        after = before + shift
        met = (after == 0) - (before == 0) if comparison in ("<=", ">=") else 0
        return _HOLDS[comparison](after, 0), met * EXACT

    def _codes(self, numbers: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.ground.balances[number].code for number in sorted(numbers))

    def _unmended(self, mended: Sequence[int]) -> int:
        return sum(
            STILL_ARITHMETIC if self.ground.balances[number].arithmetic else STILL_ACCOUNT
            for number in self.failing
            if number not in mended
        )

    def wanted(self, scales: Sequence[tuple[int, int]]) -> dict[int, None]:
        """By how much a figure of these weights would change for failing relations to meet."""
        found: dict[int, None] = {}
        for number, weight in scales:
            residue = self.failing.get(number)
            if residue is not None and weight and residue % weight == 0:
                found[-residue // weight] = None
        return found

    def left_for(self, spot: Spot, deltas: Mapping[Spot, int]) -> dict[int, None]:
        """What the relations of a figure leave for it once the others have changed so."""
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
            if (residue + moved) % weight == 0:
                found[-(residue + moved) // weight] = None
        return found

    def moved(self, source: Spot, target: Spot) -> dict[int, None]:
        """How many papers moved from one figure to another would mend a relation."""
        return self.wanted(tuple(self.ground.apart(target, source).items()))

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
