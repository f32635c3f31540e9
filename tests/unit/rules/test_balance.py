"""Relations as scales: what a figure weighs, and what cannot be weighed."""

from __future__ import annotations

from dataclasses import replace

from tallydesk.counting.figures import Figures
from tallydesk.election.expression_text import parse_condition, parse_sum
from tallydesk.election.form import Form, Relation
from tallydesk.rules.balance import Balance, Ground, Spot, ground_of
from tallydesk.rules.check import check
from tallydesk.rules.diagnosis import diagnose
from tests.builders import FORM, LINES, RELATIONS, line

BALLOT = (("a", "green"), ("b", "green"), ("c", ""))


def form_with(holds: str, derived: str = "[5] + votes(green)") -> Form:
    """The pears with one relation over them and a line D that is computed."""
    relation: Relation = replace(RELATIONS[0], code="X", holds=parse_condition(holds))
    computed = replace(line("D", "count"), derived=parse_sum(derived))
    return replace(FORM, lines=(*LINES, computed), relations=(relation,), digest=holds.encode())


def balance(holds: str) -> Balance:
    (found,) = ground_of(form_with(holds), BALLOT).balances
    return found


def weights(holds: str) -> dict[str, int]:
    return {spot.id: weight for spot, weight in balance(holds).weights.items()}


def test_a_figure_weighs_what_one_more_of_it_adds() -> None:
    assert weights("2 * [3] + 7 = [5] - 3 * ([8] - [6]) + listed") == {
        "3": 2,
        "5": -1,
        "8": 3,
        "6": -3,
    }


def test_what_stands_on_both_sides_weighs_nothing() -> None:
    assert weights("[3] + [5] = [5] + [8]") == {"3": 1, "8": -1}


def test_votes_and_computed_lines_weigh_what_is_written_in_them() -> None:
    assert weights("[3] >= [D] + votes") == {"3": 1, "5": -1, "a": -2, "b": -2, "c": -1}


def test_what_is_no_plain_sum_only_names_its_figures() -> None:
    crooked = balance("if [D] > listed then largest(votes(green)) <= [14]")

    assert crooked.comparison is None
    assert set(crooked.weights.values()) == {0}
    assert {spot.id for spot in crooked.weights} == {"5", "a", "b", "14"}
    assert crooked.residue(Figures({}, {}, {})) is None
    assert balance("votes <= seats * [14]").comparison is None


def test_a_blank_leaves_no_residue() -> None:
    assert balance("[3] = [5]").residue(Figures({"3": 9, "5": 7}, {}, {})) == 2
    assert balance("[3] = [5]").residue(Figures({"3": 9}, {}, {})) is None
    assert balance("[3] = [5]").residue(Figures({"5": 9}, {}, {})) is None


def test_a_question_is_not_weighed() -> None:
    assert [each.code for each in ground_of(FORM, BALLOT).balances] == ["A1", "B1", "C1"]


def test_sheets_are_those_of_the_night_and_votes_stand_above_the_count() -> None:
    def sheets(ground: Ground) -> list[list[str]]:
        return [[spot.id for spot in sheet] for sheet in ground.sheets]

    assert sheets(ground_of(form_with("[3] = [5]"), BALLOT)) == [
        ["3", "5", "8", "6"],
        ["12"],
        ["13"],
        ["a", "b", "c", "14", "15"],
    ]
    only_votes = replace(FORM, lines=LINES[:4], relations=(), digest=b"only votes")
    assert sheets(ground_of(only_votes, BALLOT)) == [["3", "5", "8", "6"], ["a", "b", "c"]]


def test_a_form_says_which_papers_a_line_counts() -> None:
    lines = (*LINES[:2], replace(LINES[2], role="unused"), *LINES[3:])
    ground = ground_of(replace(FORM, lines=lines, digest=b"roles"), BALLOT)

    assert ground.with_role("unused") == (Spot("line", "8"),)
    assert ground.with_role("spoilt") == ()


def test_a_slip_is_found_through_a_relation_that_is_no_plain_sum() -> None:
    form = form_with("if [5] > 0 then largest(votes) <= [14]")
    figures = Figures({"5": 90, "14": 90}, {"a": 500, "b": 30, "c": 10}, {}, dict(BALLOT))
    found = check(form, figures).findings

    first = diagnose(form, figures, found)[0]

    assert (first.slip, first.lines, first.mends) == ("digit-doubled", ("a",), ("X",))


def test_half_a_paper_was_never_lost() -> None:
    """An odd number cannot be twice a figure, so no row lower leaves one for the last row."""
    form = form_with("[5] = 2 * [8]")
    figures = Figures({"5": 0, "8": 91}, {"a": 1}, {}, {"a": ""})
    found = check(form, figures).findings

    suggestions = diagnose(form, figures, found)

    assert [(each.slip, each.lines) for each in suggestions if each.slip == "row-lower"] == []
