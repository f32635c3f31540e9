"""What each relation of the presidential form says, one figure below, at and above its edge."""

import pytest

from tests.truth_tables import (
    AT_LEAST,
    AT_MOST,
    EQUAL,
    SILENT,
    Edge,
    decided_without,
    found,
    never_both_ways,
    shipped,
    wrong,
)

FORM = shipped("az-presidential-2024")

STATION = {
    "1": 1419,
    "1a": 1412,
    "1b": 12,
    "1c": 4,
    "1d": 9,
    "2": 9,
    "3": 1450,
    "5": 1034,
    "6": 18,
    "7": 4,
    "8": 415,
    "9": 416,
    "12": 18,
    "13": 1016,
    "14": 1010,
    "15": 26,
    "15a": 2,
    "15b": 20,
    "16": 1,
    "C1": 1035,
    "M1": 20,
    "M2": 2,
    "A1": 18,
    "votes of a": 600,
    "votes of b": 410,
    "listed": 1412,
    "received": 1450,
    "voided": 0,
    "seats": 1,
    "candidates": 2,
}
"""A station in which nothing is found."""

EDGES = (
    Edge("R1", "1", 1419, EQUAL),
    Edge("R1", "1d", 9, EQUAL),
    Edge("R2", "14", 1010, EQUAL),
    Edge("R2", "votes of b", 410, EQUAL),
    Edge("R3", "13", 1016, EQUAL),
    Edge("R3", "12", 18, EQUAL),
    Edge("R3", "15a", 2, EQUAL),
    Edge("R4", "15b", 24, AT_MOST),
    Edge("R5a", "7", 4, EQUAL),
    Edge("R5b", "2", 9, EQUAL),
    Edge("K1", "1a", 1412, EQUAL),
    Edge("K1", "listed", 1412, EQUAL),
    Edge("K2", "3", 1450, EQUAL),
    Edge("K2", "received", 1450, EQUAL),
    Edge("R6", "3", 1450, EQUAL),
    Edge("R6", "16", 1, EQUAL),
    Edge("R7", "9", 416, EQUAL),
    Edge("R8", "12", 18, AT_MOST),
    Edge("R8b", "12", 18, AT_MOST),
    Edge("R8b", "A1", 18, AT_LEAST),
    Edge("V1", "voided", 24, AT_MOST),
    Edge("V1", "15", 20, AT_LEAST, {"voided": 18}),
    Edge("R9a", "13", 1016, AT_MOST),
    Edge("R9a", "6", 18, AT_MOST),
    Edge("R9b", "5", 1034, AT_LEAST),
    Edge("R9c", "5", 1034, AT_MOST),
    Edge("R10a", "5", 1419, AT_MOST),
    Edge("R10b", "6", 1034, AT_MOST),
    Edge("R10c", "7", 1034, AT_MOST),
    Edge("R11a", "C1", 1035, EQUAL),
    Edge("R11b", "C1", 1035, EQUAL),
    Edge("W1", "M1", 20, EQUAL),
    Edge("T1", "reported", 1034, AT_MOST),
    Edge("T1", "5", 1034, AT_LEAST, {"reported": 1034}),
    Edge("P1", "15", 30, (False, True, True), {"14": 970}),
    Edge("P1", "15", 0, (False, False, True), {"14": 0}),
    Edge("P2", "5", 950, (False, True, True), {"1": 1000}),
    Edge("P2", "5", 0, SILENT, {"1": 0}),
    Edge("P3", "5", 0, (False, True, False)),
    Edge("P4", "8", 0, (False, True, False)),
    Edge("P4", "8", 0, SILENT, {"3": 0}),
    Edge("P5", "votes of a", 1010, (False, True, False), {"votes of b": 0}),
    Edge("P5", "votes of a", 0, SILENT, {"14": 0, "votes of b": 0}),
)


@pytest.mark.parametrize("edge", EDGES, ids=lambda edge: f"{edge.code} by {edge.name}")
def test_a_relation_turns_exactly_at_its_edge(edge: Edge) -> None:
    assert wrong(FORM, STATION, edge) == []


def test_every_relation_was_seen_found_and_silent() -> None:
    assert never_both_ways(FORM, EDGES) == set()


def test_nothing_is_found_where_everything_agrees() -> None:
    assert found(FORM, STATION) == set()


def test_a_blank_line_leaves_its_comparisons_undecided() -> None:
    assert decided_without(FORM, STATION) == set()


def test_a_ballot_taken_home_is_no_arithmetic_failure() -> None:
    taken = {**STATION, "13": 1015, "14": 1009, "votes of b": 409}
    assert found(FORM, taken) == {"R9c"}


def test_a_voided_mobile_box_stays_in_its_line_and_goes_to_the_invalid_votes() -> None:
    # One paper more than applications: the 19 papers of the box are invalid, none of them valid.
    more = {"12": 19, "voided": 19, "15": 46, "14": 991, "votes of a": 581}
    assert found(FORM, {**STATION, **more}) == {"R8", "R8b", "R9b", "P1"}
    forgotten = {"12": 19, "voided": 19, "15": 20, "15b": 18, "14": 1017, "votes of a": 607}
    assert "V1" in found(FORM, {**STATION, **forgotten})
