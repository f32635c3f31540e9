"""What an expression can reach before a single figure is known."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from tallydesk.election.expression import (
    Absolute,
    AllOf,
    AnyOf,
    Atom,
    Compare,
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

Named: TypeAlias = LineTerm | Given | VotesTerm | LargestVote

_Counts: TypeAlias = dict[Atom, int]
"""How many times each unknown stands in a sum; the key Constant(1) is the known rest."""

_ONE = Constant(1)


def named(of: Condition | Sum) -> tuple[Named, ...]:
    """Every line, vote sum and given number of an expression, in the order of writing."""
    match of:
        case Sum(terms):
            return tuple(each for term in terms for each in _named_in(term.of))
        case Compare(left, _, right):
            return (*named(left), *named(right))
        case Not(part):
            return named(part)
        case AllOf(parts) | AnyOf(parts):
            return tuple(each for part in parts for each in named(part))
        case IfThen(premise, consequence):
            return (*named(premise), *named(consequence))
    assert_never(of)


def subtracts(of: Sum) -> bool:
    """Whether a sum takes anything away, so that it might fall below zero."""
    return any(term.factor < 0 or _subtracts_in(term.of) for term in of.terms)


def always(of: Condition) -> bool | None:
    """True or False when the condition is so whatever the figures are; None when it depends.

    Figures are whole numbers from 0. Only what a comparison shows by itself is seen: `[1] = [1]`
    and `[1] >= 0`, not what two comparisons of different figures prove together.
    """
    match of:
        case Compare():
            return _always_compared(of)
        case Not(part):
            verdict = always(part)
            return None if verdict is None else not verdict
        case AllOf(parts):
            verdicts = [always(part) for part in parts]
            return False if False in verdicts else (None if None in verdicts else True)
        case AnyOf(parts):
            verdicts = [always(part) for part in parts]
            return True if True in verdicts else (None if None in verdicts else False)
        case IfThen(premise, consequence):
            return always(AnyOf((Not(premise), consequence)))
    assert_never(of)


def _named_in(atom: Atom) -> tuple[Named, ...]:
    match atom:
        case Constant():
            return ()
        case Sum():
            return named(atom)
        case Absolute(inner):
            return named(inner)
        case Times(given, inner):
            return (Given(given), *named(inner))
        case LineTerm() | Given() | VotesTerm() | LargestVote():
            return (atom,)
    assert_never(atom)


def _subtracts_in(atom: Atom) -> bool:
    return isinstance(atom, Sum | Times) and subtracts(atom if isinstance(atom, Sum) else atom.of)


def _always_compared(of: Compare) -> bool | None:
    counts: _Counts = {}
    _count(of.left, 1, counts)
    _count(of.right, -1, counts)
    rest = counts.pop(_ONE, 0)
    factors = [factor for atom, factor in counts.items() if factor]
    # A Times of a sum that may be negative has no side.
    sided = not any(isinstance(atom, Times) and subtracts(atom.of) for atom in counts)
    lowest = rest if sided and all(factor > 0 for factor in factors) else None
    highest = rest if sided and all(factor < 0 for factor in factors) else None
    match of.comparison:
        case "=":
            return _equal(lowest, highest)
        case "<>":
            equal = _equal(lowest, highest)
            return None if equal is None else not equal
        case "<" | "<=":
            return _below(lowest, highest, 0 if of.comparison == "<" else 1)
        case ">" | ">=":
            below = _below(lowest, highest, 1 if of.comparison == ">" else 0)
            return None if below is None else not below
    assert_never(of.comparison)


def _equal(lowest: int | None, highest: int | None) -> bool | None:
    """Whether a difference between these bounds is 0; None for a bound that is endless."""
    if lowest == 0 and highest == 0:
        return True
    if (lowest is not None and lowest > 0) or (highest is not None and highest < 0):
        return False
    return None


def _below(lowest: int | None, highest: int | None, bound: int) -> bool | None:
    """Whether a difference between these bounds is below `bound`."""
    if highest is not None and highest < bound:
        return True
    if lowest is not None and lowest >= bound:
        return False
    return None


def _count(of: Sum, times: int, counts: _Counts) -> None:
    for term in of.terms:
        _count_term(term, times, counts)


def _count_term(term: Term, times: int, counts: _Counts) -> None:
    factor = times * term.factor
    match term.of:
        case Sum() as inner:
            _count(inner, factor, counts)
        case Constant(number):
            counts[_ONE] = counts.get(_ONE, 0) + factor * number
        case atom:
            counts[atom] = counts.get(atom, 0) + factor
