"""What a relation means: three answers, yes, no, and not decided while a figure is blank.

The three-valued logic is Kleene's: a blank hides nothing that is already certain, and what is
certain never changes when the blank is filled. Whole numbers only. Conditions and sums are turned
into functions once; `rules.check` keeps those of a form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import eq, ge, gt, le, lt, ne
from types import MappingProxyType
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
    Times,
    VotesTerm,
)
from tallydesk.election.reach import Named, named

Verdict: TypeAlias = bool | None
"""None: not decided, something it needs is blank."""

Evaluate: TypeAlias = Callable[[Figures], Verdict]
AddUp: TypeAlias = Callable[[Figures], int | None]
Waits: TypeAlias = Callable[[Figures], Iterable[str]]

_COMPARE: Mapping[Comparison, Callable[[int, int], bool]] = MappingProxyType(
    {"=": eq, "<>": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
)


def condition(of: Condition) -> Evaluate:
    """A condition as a function of figures."""
    match of:
        case Compare(left, comparison, right):
            return _comparing(total(left), _COMPARE[comparison], total(right))
        case Not(part):
            return _denying(condition(part))
        case AllOf(parts):
            return _all_of(tuple(condition(part) for part in parts))
        case AnyOf(parts):
            return _any_of(tuple(condition(part) for part in parts))
        case IfThen(premise, consequence):
            return _any_of((_denying(condition(premise)), condition(consequence)))
    assert_never(of)


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
    """The lines, candidates and given numbers that keep it undecided, as they are written.

    Each once. A part that is decided already waits for nothing, whatever is blank in it. A sum
    of votes of which nobody is known to be a candidate waits for `votes`.
    """
    return tuple(dict.fromkeys(waiting(of)(figures)))


def waiting(of: Condition | Sum) -> Waits:
    """What an expression waits for as a function of figures; a name may come twice."""
    match of:
        case Sum():
            return _waiting_for(named(of))
        case Compare(left, _, right):
            return _waiting_for((*named(left), *named(right)))
        case Not(part):
            return waiting(part)
        case AllOf(parts) | AnyOf(parts):
            return _waiting_in(of, parts)
        case IfThen(premise, consequence):
            return _waiting_in(of, (premise, consequence))
    assert_never(of)


def speaks_of_votes(of: Condition) -> bool:
    """Whether a condition names the votes of candidates."""
    return any(isinstance(each, VotesTerm | LargestVote) for each in named(of))


def candidates_of(list_id: str | None, figures: Figures) -> tuple[str, ...]:
    """The candidates whose votes a sum takes: all on the ballot, or those of one list.

    Without a ballot those whose votes are written are taken to be all.
    """
    if list_id is None:
        return tuple(figures.ballot or figures.votes)
    return tuple(each for each, held in figures.ballot.items() if held == list_id)


def _comparing(left: AddUp, compare: Callable[[int, int], bool], right: AddUp) -> Evaluate:
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
        case LineTerm(line):
            return lambda figures: figures.lines.get(line)
        case Constant(number):
            return lambda _: number
        case Given(name):
            return lambda figures: figures.given.get(name)
        case VotesTerm(list_id):
            return _of_votes(list_id, sum)
        case LargestVote(list_id):
            return _of_votes(list_id, _largest)
        case Absolute(inner):
            return _away_from_zero(total(inner))
        case Times(given, inner):
            return _as_many_times(given, total(inner))
        case Sum():
            return total(of)
    assert_never(of)


def _away_from_zero(inner: AddUp) -> AddUp:
    def add_up(figures: Figures) -> int | None:
        count = inner(figures)
        return None if count is None else abs(count)

    return add_up


def _as_many_times(given: str, inner: AddUp) -> AddUp:
    def add_up(figures: Figures) -> int | None:
        times, count = figures.given.get(given), inner(figures)
        return None if times is None or count is None else times * count

    return add_up


def _largest(counts: Iterable[int]) -> int:
    return max(counts, default=0)


def _of_votes(list_id: str | None, of: Callable[[list[int]], int]) -> AddUp:
    """A sum over nobody is zero; over somebody it waits for the last of them."""

    def add_up(figures: Figures) -> int | None:
        names = candidates_of(list_id, figures)
        if not names and not figures.ballot:
            return None
        votes = figures.votes
        try:
            return of([votes[name] for name in names])
        except KeyError:
            return None

    return add_up


def _waiting_for(names: tuple[Named, ...]) -> Waits:
    def wait(figures: Figures) -> Iterable[str]:
        return (blank for each in names for blank in _blank(each, figures))

    return wait


def _waiting_in(whole: Condition, parts: tuple[Condition, ...]) -> Waits:
    decide = condition(whole)
    inside = tuple((condition(part), waiting(part)) for part in parts)

    def wait(figures: Figures) -> Iterable[str]:
        if decide(figures) is not None:
            return ()
        return (
            blank for part, waits in inside if part(figures) is None for blank in waits(figures)
        )

    return wait


def _blank(of: Named, figures: Figures) -> Iterable[str]:
    match of:
        case LineTerm(line):
            return () if line in figures.lines else (line,)
        case Given(name):
            return () if name in figures.given else (name,)
        case VotesTerm(list_id) | LargestVote(list_id):
            names = candidates_of(list_id, figures)
            if not names and not figures.ballot:
                return ("votes",)
            return (name for name in names if name not in figures.votes)
    assert_never(of)
