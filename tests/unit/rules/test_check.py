"""What is found, what waits and for whom; blank is not zero."""

from dataclasses import replace

import pytest

from tallydesk.counting.figures import Figures
from tallydesk.election.expression_text import parse_condition, parse_sum
from tallydesk.election.form import Form, Relation
from tallydesk.rules.check import check
from tallydesk.rules.derived import derive
from tallydesk.rules.finding import Checked, Finding, Undecided
from tallydesk.rules.relation import condition, speaks_of_votes, total, waits_for
from tallydesk.rules.shown import shown_with_figures
from tests.builders import AGREEING, FORM, line, said

BALLOT = {"a": "stone", "b": "stone", "c": ""}


def figures(lines: dict[str, int]) -> Figures:
    return Figures(lines, {}, {}, BALLOT)


def form_of(**holds: str) -> Form:
    """A form whose relations are these, by code; 4 = 1 + 2 and 5 = 4 + 3 are derived."""
    sums = {"4": "[1] + [2]", "5": "[4] + [3]"}
    lines = (line(name, "count") for name in "12345")
    return replace(
        FORM,
        lines=tuple(
            replace(each, derived=parse_sum(sums[each.id])) if each.id in sums else each
            for each in lines
        ),
        relations=tuple(
            Relation(
                code=code,
                kind="account",
                holds=parse_condition(text),
                lines=("1",),
                title=said(code),
                todo=said("look"),
                source="invented",
                verified=False,
            )
            for code, text in holds.items()
        ),
    )


FULL = Figures(
    {"1": 7, "2": 4},
    {"a": 10, "b": 20, "c": 30},
    {"seats": 2, "listed": 1412, "received": 1450},
    BALLOT,
)


def verdicts(text: str, *tries: Figures) -> list[bool | None]:
    return [condition(parse_condition(text))(each) for each in tries]


def test_figures_that_agree_have_no_finding() -> None:
    assert check(FORM, AGREEING) == Checked((), ())


def test_a_comparison_that_fails_shows_both_sides_and_the_difference() -> None:
    found = check(FORM, AGREEING.with_line("8", 28)).findings
    assert found == (Finding("B1", "account", ("3", "5", "8"), 120, 118, 2),)


def test_findings_stand_in_the_order_of_the_form() -> None:
    wrong = Figures({**AGREEING.lines, "12": 9, "14": 80, "3": 1}, AGREEING.votes, {})
    assert [each.code for each in check(FORM, wrong).findings] == ["A1", "B1", "C1"]


def test_what_is_more_than_one_comparison_shows_no_sides() -> None:
    checked = check(form_of(T="[1] = 1 and [2] = 2"), figures({"1": 2, "2": 2}))
    assert checked.findings == (Finding("T", "account", ("1",), None, None, None),)


def test_a_blank_line_is_no_zero_and_the_relation_waits_for_it() -> None:
    checked = check(form_of(T="[1] = [2]"), figures({"1": 0}))
    assert checked == Checked((), (Undecided("T", ("2",)),))


def test_a_relation_waits_for_what_is_behind_a_derived_line() -> None:
    checked = check(form_of(T="[5] = [1]"), figures({"1": 3}))
    assert checked.undecided == (Undecided("T", ("2", "3")),)


def test_derived_lines_are_filled_before_anything_is_checked() -> None:
    form = form_of(T="[5] = 6")
    assert check(form, figures({"1": 1, "2": 2, "3": 3})) == Checked((), ())
    assert check(form, figures({"1": 1, "2": 2, "3": 4})).findings[0].left == 7


def test_a_derived_line_that_is_written_all_the_same_stands() -> None:
    form = form_of(T="[4] = 3")
    written = figures({"1": 1, "2": 2, "4": 9})
    assert derive(form, written).lines["4"] == 9
    assert check(form, written).findings[0].difference == 6


def test_nothing_to_derive_leaves_the_very_same_figures() -> None:
    assert derive(FORM, AGREEING) is AGREEING


def test_a_derived_line_below_zero_stays_blank_and_names_itself() -> None:
    form = form_of(T="[4] = 0")
    lines = tuple(
        replace(each, derived=parse_sum("[1] - [2]")) if each.id == "4" else each
        for each in form.lines
    )
    below = replace(form, lines=lines)
    written = figures({"1": 1, "2": 2})
    assert "4" not in derive(below, written).lines
    assert check(below, written).undecided == (Undecided("T", ("4",)),)


def test_derived_lines_that_rest_on_each_other_do_not_turn_for_ever() -> None:
    form = form_of(T="[4] = 0")
    lines = tuple(
        replace(each, derived=parse_sum("[5]")) if each.id == "4" else each for each in form.lines
    )
    circle = replace(form, lines=lines)
    assert check(circle, figures({"3": 1})).undecided == (Undecided("T", ("4",)),)


TRUE, FALSE, BLANK = "[1] = 1", "[1] = 2", "[2] = 1"


@pytest.mark.parametrize(
    ("one", "other", "both", "either", "then"),
    [
        (TRUE, TRUE, True, True, True),
        (TRUE, FALSE, False, True, False),
        (TRUE, BLANK, None, True, None),
        (FALSE, TRUE, False, True, True),
        (FALSE, FALSE, False, False, True),
        (FALSE, BLANK, False, None, True),
        (BLANK, TRUE, None, True, True),
        (BLANK, FALSE, False, None, None),
        (BLANK, BLANK, None, None, None),
    ],
)
def test_three_answers_are_joined_as_kleene_joins_them(
    one: str, other: str, *, both: bool | None, either: bool | None, then: bool | None
) -> None:
    known = figures({"1": 1})
    assert verdicts(f"{one} and {other}", known) == [both]
    assert verdicts(f"{one} or {other}", known) == [either]
    assert verdicts(f"if {one} then {other}", known) == [then]


@pytest.mark.parametrize(("of", "turned"), [(TRUE, False), (FALSE, True), (BLANK, None)])
def test_not_turns_what_is_known(of: str, *, turned: bool | None) -> None:
    assert verdicts(f"not {of}", figures({"1": 1})) == [turned]


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
def test_comparisons_below_at_and_above(
    comparison: str, *, below: bool, at: bool, above: bool
) -> None:
    tries = (figures({"1": count}) for count in (4, 5, 6))
    assert verdicts(f"[1] {comparison} 5", *tries) == [below, at, above]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("votes", 60),
        ("votes(stone)", 30),
        ("votes(nobody)", 0),
        ("largest(votes)", 30),
        ("largest(votes(stone))", 20),
        ("largest(votes(nobody))", 0),
        ("[1] - 2 * [2]", -1),
        ("abs([1] - 2 * [2])", 1),
        ("seats * ([1] + [2])", 22),
        ("-(3 * [1])", -21),
        ("listed - received", -38),
        ("5", 5),
    ],
)
def test_a_sum_adds_up(text: str, count: int) -> None:
    assert total(parse_sum(text))(FULL) == count


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("[1] + [9] = [8] + [9]", ("9", "8")),
        ("votes = [1]", ("b",)),
        ("largest(votes(stone)) = [1]", ("b",)),
        ("votes(nobody) = 0", ()),
        ("abs([9]) = 1", ("9",)),
        ("candidates * [9] = 1", ("candidates", "9")),
        ("[9] = 1 or [1] = 7", ()),
        ("[9] = 1 and [1] = 7", ("9",)),
        ("[9] = 1 and [1] = 0", ()),
        ("([8] = 1 and [1] = 0) or [9] = 1", ("9",)),
        ("if [1] = 7 then not [9] = 1", ("9",)),
        ("if [9] = 1 then [1] = 0", ("9",)),
    ],
)
def test_only_what_could_still_change_it_is_waited_for(text: str, waits: tuple[str, ...]) -> None:
    holed = replace(FULL, votes={"a": 10, "c": 30})
    assert waits_for(parse_condition(text), holed) == waits


def test_votes_wait_for_the_last_candidate_on_the_ballot() -> None:
    holed = replace(FULL, votes={"a": 10, "c": 30})
    assert total(parse_sum("votes"))(holed) is None
    assert total(parse_sum("largest(votes)"))(holed) is None
    assert total(parse_sum("seats * votes"))(holed) is None
    assert total(parse_sum("abs(votes)"))(holed) is None


def test_without_a_ballot_the_votes_that_are_written_are_all_of_them() -> None:
    loose = Figures({}, {"x": 1, "y": 2}, {})
    assert total(parse_sum("votes"))(loose) == 3
    assert total(parse_sum("votes"))(Figures({}, {}, {})) is None
    assert waits_for(parse_condition("votes = 1"), Figures({}, {}, {})) == ("votes",)


@pytest.mark.parametrize(
    ("text", "speaks"),
    [("[1] = votes", True), ("not largest(votes) = 1 or [1] = 2", True), ("[1] = listed", False)],
)
def test_a_relation_about_votes_is_known_as_one(text: str, *, speaks: bool) -> None:
    assert speaks_of_votes(parse_condition(text)) is speaks


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("[1] + [2] = votes", "7 + 4 = 60"),
        ("100 * [1] < 3 * ([2] + seats)", "100 × 7 < 3 × (4 + 2)"),
        ("largest(votes) - abs([2] - 5) <> 0", "30 − |4 − 5| ≠ 0"),
        ("[1] = [9]", "7 = …"),
        ("if seats * [2] > 0 then [9] = 1", "if 2 × 4 > 0 then … = 1"),
    ],
)
def test_an_equation_is_shown_with_its_figures(text: str, seen: str) -> None:
    assert shown_with_figures(parse_condition(text), FULL) == seen


def test_a_form_of_three_hundred_candidates_is_prepared_once() -> None:
    votes = {f"c{number}": number for number in range(300)}
    many = Figures({"1": 1, "2": 2}, votes, {}, dict.fromkeys(votes, ""))
    form = form_of(T="votes = [1]", U="largest(votes) = [2]")
    assert [each.left for each in check(form, many).findings] == [44850, 299]
    assert check(replace(form, relations=form.relations[:1]), many).findings[0].code == "T"
