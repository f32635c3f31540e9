"""Compiled relations: what a row decides, what no row decides, and sums of any length."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

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
from tallydesk.rules.compiled import Compiled, Judged, Layout, compile_form
from tallydesk.rules.finding import Finding
from tests.builders import FORM, line, plus, said

NOTHING = Figures({}, {}, {})


def relation(holds: Condition, code: str = "T") -> Relation:
    return Relation(code, "account", holds, ("1",), said(code), said(code), "invented", False)


def form_of(*conditions: Condition, derived: Mapping[str, Sum] | None = None) -> Form:
    written = tuple(line(each, "count") for each in ("1", "2"))
    sums = tuple(replace(line(each, "count"), derived=of) for each, of in (derived or {}).items())
    relations = tuple(relation(each, f"T{place}") for place, each in enumerate(conditions))
    return replace(FORM, lines=(*written, *sums), relations=relations)


def layout(
    width: int = 2,
    lines: Mapping[str, tuple[int, ...]] | None = None,
    votes: Mapping[str, tuple[int, ...]] | None = None,
    fixed: Figures = NOTHING,
) -> Layout:
    return Layout(width, {"1": (0,), "2": (1,)} if lines is None else lines, votes or {}, {}, fixed)


def compiled(condition: Condition, where: Layout | None = None) -> Compiled:
    return compile_form(form_of(condition), where or layout())


def compare(left: Atom, comparison: Comparison, right: Atom) -> Compare:
    return Compare(plus(left), comparison, plus(right))


ONE, TWO = LineTerm("1"), LineTerm("2")
ABSENT = compare(LineTerm("9"), "=", Constant(0))


@pytest.mark.parametrize(
    ("comparison", "below", "at", "above"),
    [
        ("=", False, True, False),
        ("<>", True, False, True),
        ("<", True, False, False),
        ("<=", True, True, False),
        (">", False, False, True),
        (">=", False, True, True),
    ],
)
def test_each_comparison_below_at_and_above(
    comparison: Comparison, *, below: bool, at: bool, above: bool
) -> None:
    ready = compiled(compare(ONE, comparison, TWO))
    assert [ready.clean(each, 5) for each in (4, 5, 6)] == [below, at, above]


def test_a_finding_shows_both_sides_of_a_comparison() -> None:
    ready = compiled(compare(ONE, "=", TWO))
    assert ready.judge((3, 5)).findings == (Finding("T0", "account", ("1",), 3, 5, -2),)
    assert ready.judge((5, 5)) == Judged((), ())


def test_a_finding_of_a_condition_shows_no_sides() -> None:
    ready = compiled(Not(compare(ONE, "=", TWO)))
    assert ready.judge((5, 5)).findings == (Finding("T0", "account", ("1",), None, None, None),)
    assert ready.clean(5, 6)


def test_all_any_and_if_then() -> None:
    small, even = compare(ONE, "<", Constant(3)), compare(ONE, "=", TWO)
    for condition, clean in (
        (AllOf((small, even)), [(2, 2)]),
        (AnyOf((small, even)), [(2, 2), (2, 4), (4, 4)]),
        (IfThen(small, even), [(2, 2), (4, 4), (4, 5)]),
    ):
        ready = compiled(condition)
        rows = [(2, 2), (2, 4), (4, 4), (4, 5)]
        assert [row for row in rows if ready.clean(*row)] == clean


def test_a_relation_without_its_line_is_undecided_in_every_row() -> None:
    ready = compiled(compare(LineTerm("9"), "=", ONE))
    assert ready.undecided == ("T0",)
    assert ready.clean(1, 2)
    assert ready.judge((1, 2)) == Judged((), ())


def test_a_premise_may_decide_a_relation_whose_line_is_missing() -> None:
    ready = compiled(IfThen(compare(ONE, ">", Constant(0)), ABSENT))
    assert ready.undecided == ()
    assert ready.clean(0, 0)
    assert not ready.clean(1, 0)
    assert ready.judge((1, 0)) == Judged((), ("T0",))


def test_when_no_part_can_be_decided_nothing_is() -> None:
    assert compiled(AnyOf((ABSENT, ABSENT))).undecided == ("T0",)
    assert compiled(AllOf((ABSENT, ABSENT))).undecided == ("T0",)


def test_what_can_only_fail_or_wait_is_never_clean() -> None:
    ready = compiled(AllOf((compare(ONE, "=", TWO), ABSENT)))
    assert not ready.clean(1, 1)
    assert ready.judge((1, 1)) == Judged((), ("T0",))
    assert [each.code for each in ready.judge((1, 2)).findings] == ["T0"]


def test_a_row_with_a_blank_is_evaluated_with_care() -> None:
    form = form_of(compare(ONE, "=", TWO), compare(ONE, "<", Constant(3)), ABSENT)
    judged = compile_form(form, layout()).judge((3, None))
    assert [each.code for each in judged.findings] == ["T1"]
    assert judged.undecided == ("T0",)


def test_figures_may_be_sums_of_positions_and_the_same_in_every_row() -> None:
    where = layout(2, {"1": (0, 1)}, fixed=Figures({"2": 7}, {}, {}))
    ready = compiled(compare(ONE, "=", TWO), where)
    assert ready.clean(3, 4)
    assert ready.judge((3, 3)).findings[0].difference == -1
    assert ready.figures((3, 4)).lines == {"1": 7, "2": 7}
    assert ready.figures((3, None)).lines == {"2": 7}


def test_factors_distances_and_products_with_a_given_number() -> None:
    where = layout(fixed=Figures({}, {}, {"seats": 3}))
    twice = Compare(Sum((Term(2, ONE),)), "=", plus(TWO))
    assert compiled(twice).clean(2, 4)
    apart = compare(Absolute(Sum((Term(1, ONE), Term(-1, TWO)))), "<=", Constant(1))
    assert [compiled(apart).clean(1, each) for each in (0, 1, 2, 3)] == [True, True, True, False]
    each_seat = compare(ONE, "=", Times("seats", plus(TWO)))
    assert compiled(each_seat, where).clean(6, 2)
    assert compiled(each_seat).undecided == ("T0",)
    assert compiled(compare(ONE, "=", Given("seats")), where).clean(3, 0)
    assert compiled(compare(ONE, "=", Absolute(plus(LineTerm("9"))))).undecided == ("T0",)
    assert compiled(compare(ONE, "=", plus(ONE, LineTerm("9")))).undecided == ("T0",)
    assert compiled(Compare(Sum((Term(2, LineTerm("9")),)), "=", plus(ONE))).undecided == ("T0",)


def test_votes_are_those_of_the_ballot_and_of_its_lists() -> None:
    ballot = {"a": "red", "b": "", "c": "red"}
    votes = {"a": (0,), "b": (1,), "c": (2,)}
    where = layout(3, {}, votes, Figures({}, {}, {}, ballot))
    for atom, count in (
        (VotesTerm(), 10),
        (VotesTerm("red"), 7),
        (LargestVote(), 6),
        (LargestVote("red"), 6),
        (VotesTerm("blue"), 0),
        (LargestVote("blue"), 0),
    ):
        assert compiled(compare(atom, "=", Constant(count)), where).clean(1, 3, 6), atom


def test_a_vote_without_a_column_leaves_sums_undecided() -> None:
    where = layout(1, {}, {"a": (0,)}, Figures({}, {}, {}, {"a": "", "b": "red"}))
    for atom in (VotesTerm(), LargestVote(), VotesTerm("red")):
        assert compiled(compare(atom, "=", Constant(0)), where).undecided == ("T0",)
    assert compiled(compare(VotesTerm(), "=", Constant(0)), layout()).undecided == ("T0",)


def test_derived_lines_are_computed_also_from_one_another() -> None:
    form = form_of(
        compare(LineTerm("4"), "=", Constant(8)),
        derived={"3": plus(ONE, TWO), "4": plus(LineTerm("3"), ONE)},
    )
    ready = compile_form(form, layout())
    assert ready.clean(3, 2)
    assert ready.judge((3, 3)).findings[0].left == 9
    assert ready.figures((3, 2)).lines == {"1": 3, "2": 2, "3": 5, "4": 8}


def test_a_derived_line_below_zero_is_blank() -> None:
    form = form_of(
        compare(LineTerm("3"), "<", Constant(8)),
        derived={"3": Sum((Term(1, ONE), Term(-1, TWO))), "4": plus(LineTerm("9"))},
    )
    ready = compile_form(form, layout())
    assert ready.clean(2, 2)
    assert not ready.clean(1, 2)
    assert ready.judge((1, 2)) == Judged((), ("T0",))


def test_a_derived_line_that_is_written_is_checked_as_it_stands() -> None:
    form = form_of(compare(LineTerm("3"), "=", Constant(8)), derived={"3": plus(ONE, TWO)})
    ready = compile_form(form, layout(3, {"1": (0,), "2": (1,), "3": (2,)}))
    assert ready.clean(1, 1, 8)
    assert not ready.clean(4, 4, 2)


def test_a_form_without_relations_finds_nothing() -> None:
    ready = compile_form(form_of(), layout())
    assert ready.clean(1, 2)
    assert ready.judge((1, 2)) == Judged((), ())


def test_thousands_of_candidates_are_no_trouble() -> None:
    count = 5000
    votes = {f"c{place}": (place,) for place in range(count)}
    ready = compiled(compare(VotesTerm(), "=", Constant(count)), layout(count, {}, votes))
    assert ready.clean(*[1] * count)
    assert not ready.clean(*[1] * (count - 1), 2)


def test_compiled_code_sees_nothing_but_numbers() -> None:
    ready = compiled(compare(ONE, "=", TWO))
    assert set(ready.clean.__globals__) == {"__builtins__", "abs", "max"}
    assert ready.clean.__globals__["__builtins__"] == {}
