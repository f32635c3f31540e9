"""How relations are written down, what they mean as values, and what is said of a slip."""

import pytest

from tallydesk.election.expression import (
    Absolute,
    AllOf,
    AnyOf,
    Compare,
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
from tallydesk.election.expression_text import DEEPEST, parse_condition, parse_sum, shown, written
from tallydesk.election.expression_tokens import LONGEST, ExpressionError
from tests.builders import plus

ONE, TWO = LineTerm("1"), LineTerm("2")
SAME = Compare(plus(ONE), "=", plus(TWO))


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("[1]", plus(ONE)),
        ("[ 15b ]", plus(LineTerm("15b"))),
        ("12", plus(Constant(12))),
        ("votes", plus(VotesTerm())),
        ("votes ( green-1 )", plus(VotesTerm("green-1"))),
        ("largest(votes)", plus(LargestVote())),
        ("largest( votes(L1) )", plus(LargestVote("L1"))),
        ("seats", plus(Given("seats"))),
        ("-[1] - 2 * [2] + 3", Sum((Term(-1, ONE), Term(-2, TWO), Term(1, Constant(3))))),
        ("abs([1] - [2])", plus(Absolute(Sum((Term(1, ONE), Term(-1, TWO)))))),
        ("3 * ([1] + [2])", Sum((Term(3, plus(ONE, TWO)),))),
        ("seats * [1]", plus(Times("seats", plus(ONE)))),
        ("2 * seats * ([1] + [2])", Sum((Term(2, Times("seats", plus(ONE, TWO))),))),
        ("seats * candidates * [1]", plus(Times("seats", plus(Times("candidates", plus(ONE)))))),
        ("seats * 5", plus(Times("seats", plus(Constant(5))))),
        ("seats * (([1]))", plus(Times("seats", plus(plus(ONE))))),
        ("0007", plus(Constant(7))),
    ],
)
def test_a_sum_is_read(text: str, of: Sum) -> None:
    assert parse_sum(text) == of
    assert parse_sum(written(of)) == of


@pytest.mark.parametrize("comparison", ["=", "<>", "<", "<=", ">", ">="])
def test_every_comparison_is_read(comparison: str) -> None:
    read = parse_condition(f"[1]{comparison}[2]")
    assert isinstance(read, Compare)
    assert read.comparison == comparison


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("[1] = [2] and [1] = [2] and [1] = [2]", AllOf((SAME, SAME, SAME))),
        ("[1] = [2] or [1] = [2] and [1] = [2]", AnyOf((SAME, AllOf((SAME, SAME))))),
        ("([1] = [2] or [1] = [2]) and [1] = [2]", AllOf((AnyOf((SAME, SAME)), SAME))),
        ("not [1] = [2] and [1] = [2]", AllOf((Not(SAME), SAME))),
        ("not not ([1] = [2])", Not(Not(SAME))),
        ("if [1] = [2] then [1] = [2]", IfThen(SAME, SAME)),
        ("if [1]=[2] then if [1]=[2] then [1]=[2]", IfThen(SAME, IfThen(SAME, SAME))),
        ("if (if [1]=[2] then [1]=[2]) then [1]=[2]", IfThen(IfThen(SAME, SAME), SAME)),
        ("([1]) = ([2])", Compare(plus(plus(ONE)), "=", plus(plus(TWO)))),
        ("(([1]) + [2]) = 2", Compare(plus(plus(plus(ONE), TWO)), "=", plus(Constant(2)))),
        ("([1] = [2])", SAME),
        ("[and] = [if]", Compare(plus(LineTerm("and")), "=", plus(LineTerm("if")))),
        ("[abs] = [largest]", Compare(plus(LineTerm("abs")), "=", plus(LineTerm("largest")))),
    ],
)
def test_a_condition_is_read(text: str, of: object) -> None:
    read = parse_condition(text)
    assert read == of
    assert parse_condition(written(read)) == read


@pytest.mark.parametrize(
    ("text", "column", "reason"),
    [
        ("", 1, "something is missing at the end"),
        ("[1] = ", 6, "something is missing at the end"),
        ("[1]", 4, "a comparison is missing: = <> < <= > >="),
        ("[1] * 3 = [2]", 5, "a factor is a number and stands before: 3 * [1]"),
        ("[1] = [2] * 3", 11, "a factor is a number and stands before: 3 * [1]"),
        ("[1] < [2] < [3]", 11, "a comparison has two sides; join a second one with “and”"),
        ("[1] = [2])", 10, "this parenthesis closes nothing"),
        ("([1] = [2]", 1, "this parenthesis is never closed"),
        ("[1] = [2] [3]", 11, "“3” does not belong here"),
        ("[1] == [2]", 5, "equal is written with one ="),
        ("[1] != [2]", 5, "not equal is written <>"),
        ("[1] ≤ [2]", 5, "at most is written <="),
        ("[1] / 2 = 1", 5, "there is no division; multiply across"),
        ("3 % = 1", 3, "there is no per cent; multiply across"),
        ("[1] = 1.5", 8, "there are whole numbers only"),
        ("[1] = 1,000", 8, "there are whole numbers only, written without separators"),
        ("[1 = 2", 1, "a line is written [1a]"),
        ("[] = 2", 1, "a line is written [1a]"),
        ("[1] = $2", 7, "“$” means nothing in an expression"),
        ("turnout > 2", 1, "“turnout” is not known; a line is written [1a]"),
        ("[1] = and", 7, "before “and” a line or a number is missing"),
        ("[1] + = 2", 7, "before “=” a line or a number is missing"),
        ("if [1] = 2", 11, "“then” is missing"),
        ("abs [1] = 2", 5, "“(” is missing"),
        ("largest([1]) = 2", 9, "the largest of what?"),
        ("abs([1] 2) = 2", 9, "“)” is missing"),
        ("largest(votes [1]) = 2", 15, "“)” is missing"),
        ("0 * [1] = 2", 1, "nothing is left of what is taken 0 times"),
        ("1000000000 = [1]", 1, "the number is too large; 999999999 is the largest"),
        (f"{'(' * (DEEPEST + 1)}1{')' * (DEEPEST + 1)} = 1", DEEPEST + 2, "more than 12 levels"),
        (f"{'not ' * (DEEPEST + 1)}[1] = 1", 4 * DEEPEST + 5, "more than 12 levels"),
        (f"{'seats * ' * (DEEPEST + 1)}[1] = 1", 8 * DEEPEST + 9, "more than 12 levels"),
        ("1" * (LONGEST + 1), LONGEST + 1, "4000 are the most"),
    ],
)
def test_a_slip_is_named_with_its_column(text: str, column: int, reason: str) -> None:
    with pytest.raises(ExpressionError) as refusal:
        parse_condition(text)
    assert refusal.value.column == column
    assert reason in refusal.value.reason
    assert str(refusal.value).startswith(f"at character {column}: ")


def test_a_sum_is_no_condition() -> None:
    with pytest.raises(ExpressionError, match="a comparison has two sides"):
        parse_sum("[1] = [2]")


def test_as_deep_as_allowed_is_read() -> None:
    read = parse_condition(f"{'(' * DEEPEST}[1]{')' * DEEPEST} = 1")
    assert parse_condition(written(read)) == read


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("[12] + [13] = [5]", "12 + 13 = 5"),
        ("100 * [15] >= 3 * ([14] + [15])", "100 × 15 ≥ 3 × (14 + 15)"),
        ("-[1] - 2 <> abs([2] - [3])", "−1 − 2 ≠ |2 − 3|"),
        ("votes <= seats * [14]", "votes ≤ seats × 14"),
        ("if [12] > 0 then not [12] < [6]", "if 12 > 0 then not 12 < 6"),
        ("largest(votes(L1)) = votes(L1)", "largest(votes(L1)) = votes(L1)"),
        ("([1] = 1 or [2] = 2) and [3] = 3", "(1 = 1 or 2 = 2) and 3 = 3"),
    ],
)
def test_people_see_line_numbers_as_on_the_paper(text: str, seen: str) -> None:
    assert shown(parse_condition(text)) == seen


def test_people_see_words_of_their_language() -> None:
    words = {"votes": "səslər", "largest": "ən çoxu", "seats": "yerlər", "and": "və"}
    seen = shown(parse_condition("votes <= seats * [14] and largest(votes) > listed"), words)
    assert seen == "səslər ≤ yerlər × 14 və ən çoxu(səslər) > listed"
