"""A form's relations as Python code over whole numbers: for rows by the million.

What a relation means is decided in `rules.relation`; this module says the same in byte code, built
from syntax nodes and never from text, for rows in which every figure is written. A row with a
blank goes to `rules.check.check` itself.

Three values become two questions. A relation that names something no row has may still be
decided by its other parts (`if [12] > 0 then ...` where line 12 is 0), so each condition compiles
to one expression that is true when it surely holds and one that is true when it surely does not.
Where nothing is missing the second is the first turned round; where both are constantly false the
relation is undecided in every row and costs nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import CodeType, FunctionType, MappingProxyType
from typing import Literal, TypeAlias, assert_never

from tallydesk.counting.figures import Figures
from tallydesk.election.expression import (
    Absolute,
    AllOf,
    AnyOf,
    Atom,
    Compare,
    Comparison,
    Condition,
    Constant,
    Given,
    IfThen,
    LargestVote,
    LineTerm,
    Not,
    Sum,
    Term,
    Times,
    VotesTerm,
)
from tallydesk.election.form import Form, Relation
from tallydesk.rules.check import check
from tallydesk.rules.derived import derive
from tallydesk.rules.finding import Finding

Positions: TypeAlias = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the figures of a row stand, when a row is `width` whole numbers.

    `lines`, `votes` and `given` say by id which positions (from 0) add up to the figure; `fixed`
    holds figures that are the same in every row, and the ballot; without one, the candidates are
    those with votes.
    """

    width: int
    lines: Positions
    votes: Positions
    given: Positions
    fixed: Figures

    @property
    def ballot(self) -> Mapping[str, str]:
        """Candidate ids with their list, "" without one."""
        return self.fixed.ballot or dict.fromkeys((*self.votes, *self.fixed.votes), "")

    def figures(self, row: Sequence[int | None]) -> Figures:
        """The figures of a row; None is blank, and a sum with a blank part is blank."""
        return Figures(
            lines={**self.fixed.lines, **_added(self.lines, row)},
            votes={**self.fixed.votes, **_added(self.votes, row)},
            given={**self.fixed.given, **_added(self.given, row)},
            ballot=self.ballot,
        )


def _added(positions: Positions, row: Sequence[int | None]) -> dict[str, int]:
    added: dict[str, int] = {}
    for name, places in positions.items():
        if len(places) == 1:
            (place,) = places
            count = row[place]
            if count is not None:
                added[name] = count
            continue
        parts = [row[place] for place in places]
        known = [part for part in parts if part is not None]
        if len(known) == len(parts):
            added[name] = sum(known)
    return added


@dataclass(frozen=True, slots=True)
class Judged:
    """What the compiled relations say of one row.

    `undecided` are the codes that wait in this row though they do not wait in every row.
    """

    findings: tuple[Finding, ...]
    undecided: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A form's relations, ready for rows of one layout.

    `clean(*row)` is true when there is nothing to find and nothing undecided beyond `undecided`,
    the codes of the relations that no row can decide. It wants exactly `layout.width` whole
    numbers from 0, no blanks, and is the quick way: what it is not sure of it calls not clean.
    """

    layout: Layout
    undecided: tuple[str, ...]
    clean: Callable[..., bool]
    _form: Form
    _relations: tuple[Relation, ...]
    _writable: Callable[..., bool]
    _answers: Callable[..., tuple[_Answer, ...]]

    def figures(self, row: Sequence[int | None]) -> Figures:
        """The figures of a row with the derived lines; None is blank."""
        return derive(self._form, self.layout.figures(row))

    def judge(self, row: Sequence[int | None]) -> Judged:
        """All findings of a row, in the order of the form, as `rules.check.check` gives them."""
        if None in row or not self._writable(*row):
            checked = check(self._form, self.figures(row))
            waiting = (each.code for each in checked.undecided if each.code not in self.undecided)
            return Judged(checked.findings, tuple(waiting))
        findings: list[Finding] = []
        undecided: list[str] = []
        for relation, answer in zip(self._relations, self._answers(*row), strict=True):
            if answer is True:
                continue
            if answer is None:
                undecided.append(relation.code)
            else:
                findings.append(_finding(relation, *answer))
        return Judged(tuple(findings), tuple(undecided))


_Answer: TypeAlias = Literal[True] | tuple[()] | tuple[int, int] | None
"""True: it holds; None: undecided; a tuple: it fails, with both sides if it has two."""


def _finding(relation: Relation, left: int | None = None, right: int | None = None) -> Finding:
    difference = None if left is None or right is None else left - right
    return Finding(relation.code, relation.kind, relation.lines, left, right, difference)


def compile_form(form: Form, layout: Layout) -> Compiled:
    """Compile a form's relations for rows of that layout.

    A derived line is computed from its terms, unless the layout says where it is written: what
    stands on the paper is what is checked.
    """
    form = as_written(form, layout)
    writer = _Writer(form, layout)
    relations: list[Relation] = []
    undecided: list[str] = []
    holds: list[ast.expr | None] = []
    answers: list[ast.expr] = []
    for relation in form.relations:
        verdict = writer.verdict(relation.holds)
        if verdict.yes is None and verdict.no is None:
            undecided.append(relation.code)
            continue
        relations.append(relation)
        holds.append(verdict.yes)
        answers.append(writer.answer(relation.holds, verdict))
    writable = writer.writable()
    return Compiled(
        layout=layout,
        undecided=tuple(undecided),
        clean=_function("clean", layout.width, _all([writable, *holds]) or _NEVER),
        _form=form,
        _relations=tuple(relations),
        _writable=_function("writable", layout.width, writable),
        _answers=_function("answers", layout.width, ast.Tuple(answers, ast.Load())),
    )


def as_written(form: Form, layout: Layout) -> Form:
    """The form in which a line that rows give is an ordinary line."""
    written = {*layout.lines, *layout.fixed.lines}
    lines = (replace(line, derived=None) if line.id in written else line for line in form.lines)
    return replace(form, lines=tuple(lines))


@dataclass(frozen=True, slots=True)
class _Verdict:
    """`yes`: the condition surely holds. `no`: it surely does not. None: no row can tell."""

    yes: ast.expr | None
    no: ast.expr | None


_COMPARISONS: Mapping[Comparison, tuple[type[ast.cmpop], type[ast.cmpop]]] = MappingProxyType(
    {
        "=": (ast.Eq, ast.NotEq),
        "<>": (ast.NotEq, ast.Eq),
        "<": (ast.Lt, ast.GtE),
        "<=": (ast.LtE, ast.Gt),
        ">": (ast.Gt, ast.LtE),
        ">=": (ast.GtE, ast.Lt),
    }
)
"""Each comparison with its contrary."""


class _Writer:
    """Writes conditions as syntax nodes; None stands for a number that no row has."""

    def __init__(self, form: Form, layout: Layout) -> None:
        self._layout = layout
        self._derived = {line.id: line.derived for line in form.lines if line.derived is not None}

    def writable(self) -> ast.expr:
        """Whether no derived line is below zero; paper cannot show one, so it counts as blank."""
        derived = [self._sum(of) for of in self._derived.values()]
        return _always(
            [ast.Compare(of, [ast.GtE()], [ast.Constant(0)]) for of in derived if of is not None]
        )

    def verdict(self, condition: Condition) -> _Verdict:
        match condition:
            case Compare(left, comparison, right):
                return self._compare(left, comparison, right)
            case Not(of):
                turned = self.verdict(of)
                return _Verdict(turned.no, turned.yes)
            case AllOf(parts):
                verdicts = [self.verdict(part) for part in parts]
                return _Verdict(
                    _all([verdict.yes for verdict in verdicts]),
                    _any([verdict.no for verdict in verdicts]),
                )
            case AnyOf(parts):
                verdicts = [self.verdict(part) for part in parts]
                return _Verdict(
                    _any([verdict.yes for verdict in verdicts]),
                    _all([verdict.no for verdict in verdicts]),
                )
            case IfThen(premise, consequence):
                return self.verdict(AnyOf((Not(premise), consequence)))
            case _:
                assert_never(condition)

    def answer(self, condition: Condition, verdict: _Verdict) -> ast.expr:
        """The expression of an `_Answer` for a relation that some row can decide."""
        sides: list[ast.expr] = []
        if isinstance(condition, Compare):
            sides = [
                side
                for side in (self._sum(condition.left), self._sum(condition.right))
                if side is not None
            ]
        undecided = ast.Constant(None)
        failed = _choice(verdict.no, ast.Tuple(sides, ast.Load()), undecided)
        return _choice(verdict.yes, ast.Constant(value=True), failed)

    def _compare(self, left: Sum, comparison: Comparison, right: Sum) -> _Verdict:
        here, there = self._sum(left), self._sum(right)
        if here is None or there is None:
            return _Verdict(None, None)
        said, contrary = _COMPARISONS[comparison]
        return _Verdict(
            ast.Compare(here, [said()], [there]), ast.Compare(here, [contrary()], [there])
        )

    def _sum(self, of: Sum) -> ast.expr | None:
        return _plus([self._term(term) for term in of.terms])

    def _term(self, term: Term) -> ast.expr | None:
        atom = self._atom(term.of)
        return atom if term.factor == 1 else _times(ast.Constant(term.factor), atom)

    def _atom(self, atom: Atom) -> ast.expr | None:
        found: ast.expr | None
        match atom:
            case LineTerm(line):
                found = self._line(line)
            case Constant(number):
                found = ast.Constant(number)
            case Given(name):
                found = self._given(name)
            case VotesTerm() | LargestVote():
                found = self._of_votes(atom)
            case Absolute(of):
                found = _call("abs", [self._sum(of)])
            case Times(given, of):
                found = _times(self._given(given), self._sum(of))
            case Sum():
                found = self._sum(atom)
            case _:
                assert_never(atom)
        return found

    def _given(self, name: str) -> ast.expr | None:
        return _figure(name, self._layout.given, self._layout.fixed.given)

    def _line(self, line: str) -> ast.expr | None:
        derived = self._derived.get(line)
        if derived is not None:
            return self._sum(derived)
        return _figure(line, self._layout.lines, self._layout.fixed.lines)

    def _of_votes(self, atom: VotesTerm | LargestVote) -> ast.expr | None:
        ballot = self._layout.ballot
        names = [name for name, held in ballot.items() if atom.list_id in (None, held)]
        if not names:
            # Over nobody both are zero, once it is known who stands.
            return ast.Constant(0) if ballot else None
        positions, fixed = self._layout.votes, self._layout.fixed.votes
        votes = [_figure(name, positions, fixed) for name in names]
        return _plus(votes) if isinstance(atom, VotesTerm) else _call("max", votes)


def _figure(name: str, positions: Positions, fixed: Mapping[str, int]) -> ast.expr | None:
    if name in positions:
        return _plus([ast.Name(_parameter(place), ast.Load()) for place in positions[name]])
    return ast.Constant(fixed[name]) if name in fixed else None


def _plus(parts: Sequence[ast.expr | None]) -> ast.expr | None:
    """The sum of at least one part, None when one is missing; halved again and again: flat."""
    if len(parts) == 1:
        return parts[0]
    half = len(parts) // 2
    left, right = _plus(parts[:half]), _plus(parts[half:])
    return None if left is None or right is None else ast.BinOp(left, ast.Add(), right)


def _times(one: ast.expr | None, other: ast.expr | None) -> ast.expr | None:
    return None if one is None or other is None else ast.BinOp(one, ast.Mult(), other)


def _call(name: str, parts: Sequence[ast.expr | None]) -> ast.expr | None:
    """`name` of at least one part, None when one is missing."""
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    # max of a single number wants something to iterate over, abs never does.
    together: ast.expr = ast.Tuple(known, ast.Load())
    return ast.Call(ast.Name(name, ast.Load()), known if name == "abs" else [together], [])


_NEVER = ast.Constant(value=False)


def _always(parts: list[ast.expr]) -> ast.expr:
    """True when every part is, and when there is none."""
    if not parts:
        return ast.Constant(value=True)
    return ast.BoolOp(ast.And(), parts) if len(parts) > 1 else parts[0]


def _all(parts: Sequence[ast.expr | None]) -> ast.expr | None:
    """True when every part is: never, when one never is."""
    known = [part for part in parts if part is not None]
    return _always(known) if len(known) == len(parts) else None


def _any(parts: Sequence[ast.expr | None]) -> ast.expr | None:
    """True when a part is: never, when none ever is."""
    known = [part for part in parts if part is not None]
    if not known:
        return None
    return ast.BoolOp(ast.Or(), known) if len(known) > 1 else known[0]


def _choice(when: ast.expr | None, then: ast.expr, otherwise: ast.expr) -> ast.expr:
    return otherwise if when is None else ast.IfExp(when, then, otherwise)


def _parameter(place: int) -> str:
    return f"figure_{place}"


def _function(name: str, width: int, answer: ast.expr) -> FunctionType:
    """A function of `width` positional numbers that returns `answer` and sees abs and max only."""
    parameters = [ast.arg(_parameter(place)) for place in range(width)]
    arguments = ast.arguments(
        posonlyargs=[], args=parameters, kwonlyargs=[], kw_defaults=[], defaults=[]
    )
    definition = ast.FunctionDef(
        name=name, args=arguments, body=[ast.Return(answer)], decorator_list=[]
    )
    module = ast.fix_missing_locations(ast.Module([definition], type_ignores=[]))
    constants = compile(module, f"<relations: {name}>", "exec").co_consts
    code = next(constant for constant in constants if isinstance(constant, CodeType))
    return FunctionType(code, {"__builtins__": {}, "abs": abs, "max": max}, name)
