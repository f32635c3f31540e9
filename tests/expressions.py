"""Expressions that a form can write, by the thousand, and figures to try them on."""

from __future__ import annotations

from hypothesis import strategies as st

from tallydesk.counting.figures import Figures
from tallydesk.election.expression import (
    GIVENS,
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

LINES = ("1", "1a", "15b", "C1")
BALLOT = {"pear": "orchard", "plum": "orchard", "nut": ""}
LISTS = (None, "orchard")
COMPARISONS: tuple[Comparison, ...] = ("=", "<>", "<", "<=", ">", ">=")

LEAVES: st.SearchStrategy[Atom] = st.one_of(
    st.builds(LineTerm, st.sampled_from(LINES)),
    st.builds(Constant, st.integers(0, 999_999_999) | st.integers(0, 3)),
    st.builds(Given, st.sampled_from(GIVENS)),
    st.builds(VotesTerm, st.sampled_from(LISTS)),
    st.builds(LargestVote, st.sampled_from(LISTS)),
)
FACTORS = st.integers(-9, 9).filter(bool)


def _sum_of(atoms: st.SearchStrategy[Atom]) -> st.SearchStrategy[Sum]:
    terms = st.lists(st.builds(Term, FACTORS, atoms), min_size=1, max_size=3)
    return terms.map(lambda each: Sum(tuple(each)))


ATOMS: st.SearchStrategy[Atom] = st.recursive(
    LEAVES,
    lambda inner: (
        _sum_of(inner)
        | st.builds(Absolute, _sum_of(inner))
        | st.builds(Times, st.sampled_from(GIVENS), _sum_of(inner))
    ),
    max_leaves=4,
)
SUMS = _sum_of(ATOMS)


def _parts(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[tuple[Condition, ...]]:
    return st.lists(inner, min_size=2, max_size=3).map(tuple)


CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.builds(Compare, SUMS, st.sampled_from(COMPARISONS), SUMS),
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(AllOf, _parts(inner))
        | st.builds(AnyOf, _parts(inner))
        | st.builds(IfThen, inner, inner)
    ),
    max_leaves=4,
)

COUNTS = st.integers(0, 3) | st.integers(0, 9_999_999)


def figures_with_blanks() -> st.SearchStrategy[Figures]:
    """Figures of which any may be blank; the ballot is known."""
    return st.builds(
        Figures,
        st.dictionaries(st.sampled_from(LINES), COUNTS),
        st.dictionaries(st.sampled_from(tuple(BALLOT)), COUNTS),
        st.dictionaries(st.sampled_from(GIVENS), COUNTS),
        st.just(BALLOT),
    )


def full_figures() -> st.SearchStrategy[Figures]:
    """Figures without a blank."""
    return st.builds(
        Figures,
        st.fixed_dictionaries(dict.fromkeys(LINES, COUNTS)),
        st.fixed_dictionaries(dict.fromkeys(BALLOT, COUNTS)),
        st.fixed_dictionaries(dict.fromkeys(GIVENS, COUNTS)),
        st.just(BALLOT),
    )
