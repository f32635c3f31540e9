"""Figures that agree, one slip in them: what it may have been and where, best first."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tallydesk.rules.check import check
from tallydesk.rules.diagnosis import MOST, Suggestion, diagnose
from tests.truth_tables import VOTES, figures, shipped

FORM = shipped("az-presidential-2024")
STATION = (
    {"1": 1205, "1a": 1200, "1b": 5, "1c": 3, "1d": 3, "2": 3, "7": 3}
    | {"3": 1241, "5": 812, "6": 24, "8": 425, "9": 429, "16": 4, "C1": 816}
    | {"M1": 30, "M2": 6, "A1": 24, "12": 24, "13": 788}
    | {"14": 795, "15": 17, "15a": 0, "15b": 9}
    | {"votes of apple": 412, "votes of cherry": 203, "votes of grape": 118, "votes of peach": 62}
    | {"seats": 1, "candidates": 4, "listed": 1200, "received": 1241, "voided": 0}
)
BUNDLE = (50,)


def suggested(**written: int) -> tuple[Suggestion, ...]:
    """What is suggested when these lines say something else; `of_apple` is a candidate."""
    return looked_at(FORM.name, STATION | {named(name): count for name, count in written.items()})


def looked_at(form: str, written: Mapping[str, int]) -> tuple[Suggestion, ...]:
    said = figures(shipped(form), written)
    found = check(shipped(form), said).findings
    return diagnose(shipped(form), said, found, bundles=BUNDLE)


def named(name: str) -> str:
    """Python wants letters first: `line_14` is line 14, `of_apple` are the votes of apple."""
    kind, _, identity = name.partition("_")
    return f"{VOTES}{identity}" if kind == "of" else identity


def first(suggestions: tuple[Suggestion, ...]) -> tuple[str, tuple[str, ...]]:
    return suggestions[0].slip, suggestions[0].lines


# --- each kind ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "slip", "lines"),
    [
        ({"line_5": 821}, "digits-exchanged", ("5",)),
        ({"line_13": 78}, "digit-missing", ("13",)),
        ({"line_13": 7888}, "digit-doubled", ("13",)),
        ({"of_cherry": 2203}, "digit-doubled", ("cherry",)),
        ({"line_8": 475}, "bundle-more", ("8",)),
        ({"line_8": 375}, "bundle-less", ("8",)),
        ({"line_6": 0, "line_8": 24}, "row-lower", ("6", "8")),
        ({"of_grape": 0, "of_peach": 118, "line_14": 62, "line_15": 795, "line_15a": 17},
         "row-lower", ("grape", "peach", "14", "15", "15a")),
        ({"line_9": 425}, "row-lower", ("8", "9")),
        ({"line_8": 429, "line_9": 425}, "lines-swapped", ("8", "9")),
        ({"line_14": 412, "of_apple": 795}, "lines-swapped", ("apple", "14")),
        ({"line_8": 429, "line_16": 0}, "spoilt-as-unused", ("8", "16")),
        ({"line_9": 0}, "blank-as-zero", ("9",)),
        ({"line_13": 812}, "mobile-twice", ("12", "13")),
        ({"line_12": 48}, "mobile-twice", ("12",)),
    ],
)  # fmt: skip
def test_the_slip_that_was_made_comes_first(
    written: dict[str, int], slip: str, lines: tuple[str, ...]
) -> None:
    assert first(suggested(**written)) == (slip, lines)


def test_a_bundle_fits_every_pile_equally_and_the_larger_pile_comes_first() -> None:
    said = suggested(of_grape=68)

    assert [(each.slip, each.lines) for each in said] == [
        ("bundle-less", ("apple",)),
        ("bundle-less", ("cherry",)),
        ("bundle-less", ("grape",)),
        ("bundle-less", ("peach",)),
    ]


def test_a_suggestion_names_the_findings_that_it_mends() -> None:
    assert suggested(line_5=821)[0].mends == ("R6", "R9c", "R11a")


def test_a_figure_that_lost_its_first_digit_and_the_zero_behind_it_is_found() -> None:
    written = STATION | {"votes of peach": 5, "votes of apple": 369}

    assert first(looked_at(FORM.name, written)) == ("digit-missing", ("peach",))


def test_a_bundle_is_hardly_looked_for_in_the_voter_list() -> None:
    said = suggested(line_1b=55)

    assert [each.lines for each in said if each.slip.startswith("bundle")] == [("1",), ("1b",)]
    assert all(each.cost > 0 for each in said if each.slip.startswith("bundle"))


# --- no suggestion ------------------------------------------------------------------------------


def test_figures_that_agree_have_no_slip() -> None:
    assert suggested() == ()


def test_what_is_only_unusual_is_no_slip() -> None:
    said = figures(FORM, STATION | {"3": 816, "8": 0, "9": 4, "received": 816})
    found = check(FORM, said).findings

    assert [each.kind for each in found] == ["ask"]
    assert diagnose(FORM, said, found) == ()


def test_two_candidates_swapped_break_nothing() -> None:
    assert suggested(of_apple=203, of_cherry=412) == ()


def test_a_voter_who_took_a_ballot_home_left_no_slip() -> None:
    assert suggested(line_13=787, line_14=794, of_apple=411) == ()


# --- blanks, boxes, lines that nobody wrote -----------------------------------------------------


def test_a_line_without_a_figure_is_passed_over() -> None:
    written = {name: count for name, count in STATION.items() if name not in {"16", "C1", "A1"}}

    assert first(looked_at(FORM.name, written | {"9": 924, "8": 425, "5": 821})) == (
        "digits-exchanged",
        ("5",),
    )


def test_a_box_is_looked_at_by_itself() -> None:
    said = figures(FORM, STATION | {"13": 788 - 360})
    found = check(FORM, said).findings

    assert not [
        each
        for each in diagnose(FORM, said, found, bundles=BUNDLE)
        if each.slip == "digit-missing" and each.lines == ("13",)
    ]
    with_boxes = diagnose(FORM, said, found, bundles=BUNDLE, parts={"13": (40, 388)})
    assert (with_boxes[0].slip, with_boxes[0].lines) == ("digit-missing", ("13",))


def test_no_box_held_fewer_papers_than_none() -> None:
    said = figures(FORM, STATION | {"13": 788 + 180})
    found = check(FORM, said).findings

    neither = diagnose(FORM, said, found, bundles=BUNDLE, parts={"13": (948, 20)})
    doubled = diagnose(FORM, said, found, bundles=BUNDLE, parts={"13": (768, 200)})

    assert [each.slip for each in neither if each.lines == ("13",)] == []
    assert (doubled[0].slip, doubled[0].lines) == ("digit-doubled", ("13",))


def test_a_line_that_nobody_wrote_is_under_no_suspicion() -> None:
    said = figures(FORM, STATION | {"9": 0})
    found = check(FORM, said).findings

    assert diagnose(FORM, said, found, certain=frozenset({"9"})) == ()


def test_candidates_without_a_ballot_are_those_with_votes() -> None:
    said = figures(FORM, STATION | {"votes of cherry": 2203})
    bare = type(said)(said.lines, said.votes, said.given)

    assert first(diagnose(FORM, bare, check(FORM, bare).findings)) == (
        "digit-doubled",
        ("cherry",),
    )


# --- relations that are no plain sums -----------------------------------------------------------

VILLAGE = (
    {"1a": 600, "1b": 4, "3": 622, "5": 412, "6": 10, "8": 208, "9": 210, "16": 2, "C1": 414}
    | {"M1": 12, "M2": 2, "A1": 10, "12": 10, "13": 402, "14": 404, "15": 8, "15a": 0, "15b": 5}
    | {"votes of apple": 390, "votes of cherry": 311, "votes of grape": 215, "votes of peach": 57}
    | {"seats": 3, "candidates": 4, "listed": 600, "received": 622, "voided": 0}
)


def test_a_candidate_with_more_votes_than_ballots_has_a_slip() -> None:
    said = looked_at("az-municipal", VILLAGE | {"votes of cherry": 3311})

    assert first(said) == ("digit-doubled", ("cherry",))
    assert said[0].mends == ("R2a", "R2b")


def test_a_total_that_is_computed_is_traced_to_what_was_written() -> None:
    said = looked_at("az-municipal", VILLAGE | {"1a": 60})

    assert first(said) == ("digit-missing", ("1a",))
    assert said[0].mends == ("K1", "R10a")


def test_too_few_marks_may_be_a_digit_left_out() -> None:
    said = looked_at("az-municipal", VILLAGE | {"votes of apple": 39, "votes of cherry": 0})

    assert {"digit-missing", "blank-as-zero"} >= {each.slip for each in said[:1]}


# --- whatever the figures are -------------------------------------------------------------------


@given(
    some.fixed_dictionaries(
        {name: some.integers(0, 2000) for name in STATION if name not in {"seats", "candidates"}}
    )
)
def test_every_suggestion_mends_something_and_none_comes_twice(written: dict[str, int]) -> None:
    said = figures(FORM, STATION | written)
    found = check(FORM, said).findings
    failing = {each.code for each in found if each.kind != "ask"}

    suggestions = diagnose(FORM, said, found)

    assert len(suggestions) <= MOST
    assert len({(each.slip, each.lines) for each in suggestions}) == len(suggestions)
    assert all(each.mends and failing.issuperset(each.mends) for each in suggestions)
    assert sorted(each.cost for each in suggestions) == [each.cost for each in suggestions]
