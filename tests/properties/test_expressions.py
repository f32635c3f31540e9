"""What holds of every expression, whatever it says."""

from __future__ import annotations

from operator import eq, ge, gt, le, lt, ne

from hypothesis import given, settings
from hypothesis import strategies as st

from tallydesk.counting.figures import Figures
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
    LineTerm,
    Not,
    Sum,
    Times,
    VotesTerm,
)
from tallydesk.election.expression_text import parse_condition, parse_sum, shown, written
from tallydesk.election.expression_tokens import ExpressionError
from tallydesk.election.reach import always
from tallydesk.rules.relation import condition, total, waits_for
from tallydesk.rules.shown import shown_with_figures
from tests.expressions import CONDITIONS, SUMS, figures_with_blanks, full_figures

COMPARE = {"=": eq, "<>": ne, "<": lt, "<=": le, ">": gt, ">=": ge}


def naive_sum(of: Atom, figures: Figures) -> int:
    """The same meaning, written as plainly as it can be when nothing is blank."""
    match of:
        case Sum(terms):
            return sum(term.factor * naive_sum(term.of, figures) for term in terms)
        case LineTerm(line):
            return figures.lines[line]
        case Constant(number):
            return number
        case Given(name):
            return figures.given[name]
        case Absolute(inner):
            return abs(naive_sum(inner, figures))
        case Times(name, inner):
            return figures.given[name] * naive_sum(inner, figures)
        case _:
            votes = [
                figures.votes[each]
                for each, held in figures.ballot.items()
                if of.list_id in (None, held)
            ]
            return sum(votes) if isinstance(of, VotesTerm) else max(votes)


def naive(of: Condition, figures: Figures) -> bool:
    match of:
        case Compare(left, comparison, right):
            return bool(COMPARE[comparison](naive_sum(left, figures), naive_sum(right, figures)))
        case Not(part):
            return not naive(part, figures)
        case AllOf(parts):
            return all(naive(part, figures) for part in parts)
        case AnyOf(parts):
            return any(naive(part, figures) for part in parts)
        case IfThen(premise, consequence):
            return naive(consequence, figures) if naive(premise, figures) else True


def filled(blanks: Figures, full: Figures) -> Figures:
    return Figures(
        {**full.lines, **blanks.lines},
        {**full.votes, **blanks.votes},
        {**full.given, **blanks.given},
        full.ballot,
    )


@settings(max_examples=40)
@given(CONDITIONS)
def test_what_is_written_reads_as_the_same_condition(of: Condition) -> None:
    assert parse_condition(written(of)) == of


@settings(max_examples=40)
@given(SUMS)
def test_what_is_written_reads_as_the_same_sum(of: Sum) -> None:
    assert parse_sum(written(of)) == of


@settings(max_examples=40)
@given(CONDITIONS)
def test_people_are_shown_no_brackets(of: Condition) -> None:
    assert not set(shown(of)) & set("[]*")


@settings(max_examples=40)
@given(CONDITIONS, full_figures())
def test_without_a_blank_a_condition_means_what_plain_arithmetic_says(
    of: Condition, figures: Figures
) -> None:
    assert condition(of)(figures) is naive(of, figures)
    assert waits_for(of, figures) == ()


@settings(max_examples=40)
@given(SUMS, full_figures())
def test_without_a_blank_a_sum_is_what_plain_arithmetic_says(of: Sum, figures: Figures) -> None:
    assert total(of)(figures) == naive_sum(of, figures)


@settings(max_examples=40)
@given(CONDITIONS, figures_with_blanks(), full_figures())
def test_filling_a_blank_never_changes_what_was_decided(
    of: Condition, blanks: Figures, full: Figures
) -> None:
    before = condition(of)(blanks)
    after = condition(of)(filled(blanks, full))
    assert before in (None, after)


@settings(max_examples=40)
@given(CONDITIONS, figures_with_blanks(), full_figures())
def test_an_undecided_condition_names_blanks_and_is_decided_without_them(
    of: Condition, blanks: Figures, full: Figures
) -> None:
    waiting = waits_for(of, blanks)
    assert bool(waiting) is (condition(of)(blanks) is None)
    known = {**blanks.lines, **blanks.votes, **blanks.given}
    assert not set(waiting) & set(known)
    some = Figures(
        {**{k: v for k, v in full.lines.items() if k in waiting}, **blanks.lines},
        {**{k: v for k, v in full.votes.items() if k in waiting}, **blanks.votes},
        {**{k: v for k, v in full.given.items() if k in waiting}, **blanks.given},
        blanks.ballot,
    )
    assert condition(of)(some) is not None


@settings(max_examples=40)
@given(CONDITIONS, full_figures())
def test_what_is_called_constant_is_so_for_all_figures(of: Condition, figures: Figures) -> None:
    assert always(of) in (None, naive(of, figures))


@settings(max_examples=40)
@given(CONDITIONS, full_figures())
def test_an_equation_with_figures_names_no_blank_when_there_is_none(
    of: Condition, figures: Figures
) -> None:
    assert "…" not in shown_with_figures(of, figures)


@given(st.text(alphabet="[]1a() +-*=<>votesandifhlrgb,.", max_size=40))
def test_whatever_is_typed_is_read_or_refused_at_a_place_in_it(text: str) -> None:
    column = refused_at(text)
    assert column is None or 1 <= column <= len(text) + 1


def refused_at(text: str) -> int | None:
    try:
        read = parse_condition(text)
    except ExpressionError as error:
        return error.column
    return None if parse_condition(written(read)) == read else 0
