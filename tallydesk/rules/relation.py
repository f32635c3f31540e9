"""What a relation means: three answers, yes, no, and not decided while a figure is blank.

The three-valued logic is Kleene's: a blank hides nothing that is already certain, and what is
certain never changes when the blank is filled. Whole numbers only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from operator import eq, ge, gt, le, lt, ne
from typing import TypeAlias, assert_never

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
    VotesTerm,
)

Verdict: TypeAlias = bool | None
"""None: not decided, something it needs is blank."""

Evaluate: TypeAlias = Callable[[Figures], Verdict]
AddUp: TypeAlias = Callable[[Figures], int | None]

_COMPARE: Mapping[Comparison, Callable[[int, int], bool]] = {
    "=": eq,
    "<>": ne,
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
}


@cache
def condition(of: Condition) -> Evaluate:
    """A condition as a function of figures; made once for each condition."""
    match of:
        case Compare():
            return _comparing(of)
        case Not():
            return _denying(condition(of.of))
        case AllOf():
            return _all_of(tuple(condition(part) for part in of.parts))
        case AnyOf():
            return _any_of(tuple(condition(part) for part in of.parts))
        case IfThen():
            return _any_of((_denying(condition(of.premise)), condition(of.consequence)))
        case _:  # pragma: no cover - mypy proves that there is no other kind
            assert_never(of)


@cache
def total(of: Sum) -> AddUp:
    """A sum as a function of figures; None while a part of it is blank."""
    parts = tuple((term.factor, _atom(term.of)) for term in of.terms)

    def add_up(figures: Figures) -> int | None:
        result = 0
        for factor, atom in parts:
            count = atom(figures)
            if count is None:
                return None
            result += factor * count
        return result

    return add_up


def waits_for(of: Condition | Sum, figures: Figures) -> tuple[str, ...]:
    """The lines, candidates and given numbers that are blank, each once, as they are written."""
    return tuple(dict.fromkeys(name for atom in atoms(of) for name in _blank(atom, figures)))


def atoms(of: Condition | Atom) -> tuple[Atom, ...]:
    """Every line, vote, constant and given number of an expression, in the order of writing."""
    match of:
        case Compare():
            return (*atoms(of.left), *atoms(of.right))
        case Not() | Absolute():
            return atoms(of.of)
        case AllOf() | AnyOf():
            return tuple(atom for part in of.parts for atom in atoms(part))
        case IfThen():
            return (*atoms(of.premise), *atoms(of.consequence))
        case Sum():
            return tuple(atom for term in of.terms for atom in atoms(term.of))
        case _:
            return (of,)


def speaks_of_votes(of: Condition) -> bool:
    """Whether a condition names the votes of candidates."""
    return any(isinstance(atom, VotesTerm | LargestVote) for atom in atoms(of))


def candidates_of(list_id: str | None, figures: Figures) -> tuple[str, ...]:
    """The candidates whose votes a sum takes: all on the ballot, or those of one list."""
    ballot = figures.ballot or dict.fromkeys(figures.votes, "")
    return tuple(each for each, held in ballot.items() if list_id in (None, held))


def _comparing(of: Compare) -> Evaluate:
    left, right, compare = total(of.left), total(of.right), _COMPARE[of.comparison]

    def evaluate(figures: Figures) -> Verdict:
        one = left(figures)
        if one is None:
            return None
        other = right(figures)
        return None if other is None else compare(one, other)

    return evaluate


def _denying(part: Evaluate) -> Evaluate:
    def evaluate(figures: Figures) -> Verdict:
        verdict = part(figures)
        return None if verdict is None else not verdict

    return evaluate


def _all_of(parts: tuple[Evaluate, ...]) -> Evaluate:
    def evaluate(figures: Figures) -> Verdict:
        verdicts = [part(figures) for part in parts]
        if False in verdicts:
            return False
        return None if None in verdicts else True

    return evaluate


def _any_of(parts: tuple[Evaluate, ...]) -> Evaluate:
    def evaluate(figures: Figures) -> Verdict:
        verdicts = [part(figures) for part in parts]
        if True in verdicts:
            return True
        return None if None in verdicts else False

    return evaluate


def _atom(of: Atom) -> AddUp:
    match of:
        case LineTerm():
            line = of.line
            return lambda figures: figures.lines.get(line)
        case Constant():
            number = of.number
            return lambda _: number
        case Given():
            name = of.name
            return lambda figures: figures.given.get(name)
        case VotesTerm() | LargestVote():
            return _of_votes(of.list_id, sum if isinstance(of, VotesTerm) else _largest)
        case Absolute():
            return _away_from_zero(total(of.of))
        case Sum():
            return total(of)
        case _:  # pragma: no cover - mypy proves that there is no other kind
            assert_never(of)


def _away_from_zero(inner: AddUp) -> AddUp:
    def add_up(figures: Figures) -> int | None:
        count = inner(figures)
        return None if count is None else abs(count)

    return add_up


def _largest(counts: list[int]) -> int:
    return max(counts, default=0)


def _of_votes(list_id: str | None, of: Callable[[list[int]], int]) -> AddUp:
    """A sum over nobody is zero; over somebody it waits for the last of them."""

    def add_up(figures: Figures) -> int | None:
        names = candidates_of(list_id, figures)
        if not names and not figures.ballot:
            return None
        counts = [figures.votes[name] for name in names if name in figures.votes]
        return of(counts) if len(counts) == len(names) else None

    return add_up


def _blank(atom: Atom, figures: Figures) -> tuple[str, ...]:
    match atom:
        case LineTerm():
            return () if atom.line in figures.lines else (atom.line,)
        case Given():
            return () if atom.name in figures.given else (atom.name,)
        case VotesTerm() | LargestVote():
            names = candidates_of(atom.list_id, figures)
            if not names and not figures.ballot:
                return ("votes",)
            return tuple(name for name in names if name not in figures.votes)
        case _:
            return ()
