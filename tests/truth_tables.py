"""Truth tables for the relations of a shipped form: one figure below, at and above its edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from tallydesk.assets import form_bytes
from tallydesk.counting.figures import Figures
from tallydesk.election.expression import GIVENS, Compare
from tallydesk.election.form import Form
from tallydesk.election.form_file import read_form
from tallydesk.rules.check import check
from tallydesk.rules.derived import derive

VOTES = "votes of "
"""A figure's name with this before it is a candidate's."""

SILENT = (False, False, False)
EQUAL = (True, False, True)
AT_MOST = (False, False, True)
AT_LEAST = (True, False, False)


@dataclass(frozen=True)
class Edge:
    """`name` takes `at` - 1, `at`, `at` + 1, and the relation is found, or not, as `found` says.

    `also` changes other figures of the base first. Below zero there is nothing to try.
    """

    code: str
    name: str
    at: int
    found: tuple[bool, bool, bool]
    also: Mapping[str, int] = field(default_factory=dict)

    def tries(self) -> list[tuple[int, bool]]:
        numbers = (self.at - 1, self.at, self.at + 1)
        return [each for each in zip(numbers, self.found, strict=True) if each[0] >= 0]


@cache
def shipped(name: str) -> Form:
    return read_form(form_bytes(name), name)


def figures(form: Form, written: Mapping[str, int]) -> Figures:
    """Figures from one flat table: lines, `votes of a`, and the names of given numbers."""
    votes = {
        name.removeprefix(VOTES): count for name, count in written.items() if name.startswith(VOTES)
    }
    given = {name: count for name, count in written.items() if name in GIVENS}
    lines = {
        name: count
        for name, count in written.items()
        if name not in given and not name.startswith(VOTES)
    }
    return derive(form, Figures(lines, votes, given, dict.fromkeys(votes, "")))


def found(form: Form, written: Mapping[str, int]) -> set[str]:
    return {finding.code for finding in check(form, figures(form, written)).findings}


def wrong(form: Form, base: Mapping[str, int], edge: Edge) -> list[int]:
    """The numbers at which the relation does not say what the table says."""
    return [
        number
        for number, expected in edge.tries()
        if (edge.code in found(form, {**base, **edge.also, edge.name: number})) is not expected
    ]


def never_both_ways(form: Form, edges: tuple[Edge, ...]) -> set[str]:
    """Relations that the tables do not show found as well as silent."""
    seen = {(edge.code, expected) for edge in edges for _, expected in edge.tries()}
    return {
        relation.code
        for relation in form.relations
        if not {(relation.code, True), (relation.code, False)} <= seen
    }


def decided_without(form: Form, base: Mapping[str, int]) -> set[tuple[str, str]]:
    """Comparisons that are decided although a typed line of theirs is blank, with that line."""
    typed = {line.id for line in form.lines if line.derived is None}
    decided = set()
    for relation in form.relations:
        if not isinstance(relation.holds, Compare):
            continue
        for line in typed.intersection(relation.lines):
            rest = {name: count for name, count in base.items() if name != line}
            waiting = {
                each.code: each.waits_for for each in check(form, figures(form, rest)).undecided
            }
            if line not in waiting.get(relation.code, ()):
                decided.add((relation.code, line))
    return decided
