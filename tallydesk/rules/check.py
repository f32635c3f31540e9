"""Evaluates a form's relations over the figures: what fails, and what still waits."""

from __future__ import annotations

from tallydesk.counting.figures import Figures
from tallydesk.election.expression import Compare
from tallydesk.election.form import Form, Relation
from tallydesk.rules.finding import Checked, Finding, Undecided
from tallydesk.rules.relation import condition, total, waits_for


def check(form: Form, figures: Figures) -> Checked:
    """Every relation of the form over these figures, in the order of the form.

    A relation with a blank that could still change it is undecided and names what it waits for.
    """
    findings: list[Finding] = []
    undecided: list[Undecided] = []
    for relation in form.relations:
        verdict = condition(relation.holds)(figures)
        if verdict is None:
            undecided.append(Undecided(relation.code, waits_for(relation.holds, figures)))
        elif not verdict:
            findings.append(_finding(relation, figures))
    return Checked(tuple(findings), tuple(undecided))


def _finding(relation: Relation, figures: Figures) -> Finding:
    """Both sides stand in a finding when the relation is one comparison."""
    left = right = None
    if isinstance(relation.holds, Compare):
        left, right = total(relation.holds.left)(figures), total(relation.holds.right)(figures)
    difference = None if left is None or right is None else left - right
    return Finding(relation.code, relation.kind, relation.lines, left, right, difference)
