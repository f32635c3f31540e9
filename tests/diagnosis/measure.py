"""How often the true kind is among the first three, and kind and lines come first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

from tallydesk.counting.figures import Figures
from tallydesk.election.form import Form
from tallydesk.rules.diagnosis import Slip, Suggestion, diagnose
from tests.diagnosis.planting import Planted, planted, slips

BUNDLE = 50


@dataclass
class Score:
    """What became of the slips of one kind.

    `equal`: the true one is first, or stands among suggestions of its kind that fit as well.
    """

    planted: int = 0
    breaking: int = 0
    kind_in_three: int = 0
    first: int = 0
    equal: int = 0
    instead: Counter[str] = field(default_factory=Counter)

    def add(self, slip: Planted, said: tuple[Suggestion, ...]) -> None:
        self.planted += 1
        if not slip.breaks:
            return
        self.breaking += 1
        self.kind_in_three += slip.slip in [each.slip for each in said[:3]]
        right = [(each.slip, each.spots) == (slip.slip, slip.spots) for each in said]
        self.first += right[:1] == [True]
        ahead = said[: right.index(True)] if True in right else said
        alike = all(each.slip == slip.slip and each.mends == said[0].mends for each in ahead)
        self.equal += True in right and alike
        if right[:1] != [True]:
            self.instead[said[0].slip if said else "nothing"] += 1


Scores = Mapping[Slip, Score]


def measured(
    form: Form,
    station: Callable[[Random], Figures],
    each: int,
    seed: int,
    certain: frozenset[str] = frozenset(),
) -> Scores:
    """So many slips of each kind, each into a station of its own."""
    scores = {slip: Score() for slip in slips()}
    for slip, score in scores.items():
        chance = Random(f"{seed} {slip} {form.name}")
        for _ in range(each):
            made = planted(form, station(chance), slip, chance, BUNDLE, certain)
            if made is not None:
                score.add(
                    made,
                    diagnose(form, made.figures, made.findings, bundles=(BUNDLE,), certain=certain),
                )
    return scores


def together(scores: Scores) -> Score:
    """All kinds as one, each with its own weight."""
    whole = Score()
    for score in scores.values():
        whole.planted += score.planted
        whole.breaking += score.breaking
        whole.kind_in_three += score.kind_in_three
        whole.first += score.first
        whole.equal += score.equal
    return whole
