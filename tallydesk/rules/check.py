"""Evaluates a form's relations over the figures: what fails, and what still waits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tallydesk.counting.figures import Figures
from tallydesk.election.expression import Compare
from tallydesk.election.form import Form, Relation
from tallydesk.rules.derived import derive, typed_behind
from tallydesk.rules.finding import Checked, Finding, Undecided
from tallydesk.rules.relation import AddUp, Evaluate, Waits, condition, total, waiting


def check(form: Form, figures: Figures) -> Checked:
    """Every relation of the form over these figures, in the order of the form.

    Derived lines that are blank are computed first. A relation with a blank that could still
    change it is undecided and names what it waits for.
    """
    figures = derive(form, figures)
    findings: list[Finding] = []
    undecided: list[Undecided] = []
    for each in _prepared(form):
        verdict = each.holds(figures)
        if verdict is None:
            blanks = tuple(dict.fromkeys(each.waits(figures)))
            undecided.append(Undecided(each.relation.code, typed_behind(form, blanks, figures)))
        elif not verdict:
            findings.append(each.finding(figures))
    return Checked(tuple(findings), tuple(undecided))


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A relation with its functions; `sides` when it is one comparison."""

    relation: Relation
    holds: Evaluate
    waits: Waits
    sides: tuple[AddUp, AddUp] | None

    def finding(self, figures: Figures) -> Finding:
        left = right = difference = None
        if self.sides is not None:
            left, right = (side(figures) for side in self.sides)
            # Both are there, or the comparison would be undecided.
            difference = None if left is None or right is None else left - right
        relation = self.relation
        return Finding(relation.code, relation.kind, relation.lines, left, right, difference)


@lru_cache(maxsize=16)
def _prepared(form: Form) -> tuple[_Prepared, ...]:
    """The relations as functions, made once for a form."""
    return tuple(
        _Prepared(
            relation,
            condition(relation.holds),
            waiting(relation.holds),
            (total(relation.holds.left), total(relation.holds.right))
            if isinstance(relation.holds, Compare)
            else None,
        )
        for relation in form.relations
    )
