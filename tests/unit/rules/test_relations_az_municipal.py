"""What each relation of the municipal form says: three seats, so three marks on a ballot."""

import pytest

from tests.truth_tables import (
    AT_LEAST,
    AT_MOST,
    EQUAL,
    SILENT,
    Edge,
    decided_without,
    figures,
    found,
    never_both_ways,
    shipped,
    wrong,
)

FORM = shipped("az-municipal")

STATION = {
    "1a": 1412,
    "1b": 12,
    "3": 1450,
    "5": 1034,
    "6": 18,
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
    "votes of a": 900,
    "votes of b": 800,
    "votes of c": 600,
    "votes of d": 100,
    "listed": 1412,
    "received": 1450,
    "voided": 0,
    "seats": 3,
    "candidates": 4,
}
"""A station in which nothing is found: 2400 marks on 1010 valid ballots, 3030 at most."""

NO_OTHER_VOTES = {"votes of a": 0, "votes of b": 0, "votes of c": 0}

EDGES = (
    Edge("R2a", "votes of d", 730, AT_MOST),
    Edge("R2a", "seats", 3, AT_LEAST, {"14": 1000, "votes of d": 400}),
    Edge("R2b", "votes of a", 1010, AT_MOST),
    Edge("R2c", "votes of a", 610, AT_LEAST, {"votes of b": 200, "votes of c": 100}),
    Edge("R3", "13", 1016, EQUAL),
    Edge("R3", "15a", 2, EQUAL),
    Edge("R4", "15b", 24, AT_MOST),
    Edge("K1", "1a", 1412, EQUAL),
    Edge("K2", "received", 1450, EQUAL),
    Edge("R6", "3", 1450, EQUAL),
    Edge("R7", "9", 416, EQUAL),
    Edge("R8", "12", 18, AT_MOST),
    Edge("R8b", "12", 18, AT_MOST),
    Edge("V1", "voided", 24, AT_MOST),
    Edge("R9a", "13", 1016, AT_MOST),
    Edge("R9b", "5", 1034, AT_LEAST),
    Edge("R9c", "5", 1034, AT_MOST),
    Edge("R10a", "5", 1424, AT_MOST),
    Edge("R10b", "6", 1034, AT_MOST),
    Edge("R11a", "C1", 1035, EQUAL),
    Edge("R11b", "C1", 1035, EQUAL),
    Edge("W1", "M1", 20, EQUAL),
    Edge("T1", "reported", 1034, AT_MOST),
    Edge("T1", "5", 1034, AT_LEAST, {"reported": 1034}),
    Edge("P1", "15", 30, (False, True, True), {"14": 970}),
    Edge("P2", "5", 950, (False, True, True), {"1a": 990, "1b": 10}),
    Edge("P3", "5", 0, (False, True, False)),
    Edge("P4", "8", 0, (False, True, False)),
    Edge("P4", "8", 0, SILENT, {"3": 0}),
    Edge("P5", "votes of d", 0, (False, True, False), {"votes of b": 0, "votes of c": 0}),
    Edge("P5", "votes of d", 0, (False, False, True), NO_OTHER_VOTES),
)


@pytest.mark.parametrize("edge", EDGES, ids=lambda edge: f"{edge.code} by {edge.name}")
def test_a_relation_turns_exactly_at_its_edge(edge: Edge) -> None:
    assert wrong(FORM, STATION, edge) == []


def test_every_relation_was_seen_found_and_silent_but_the_computed_total() -> None:
    assert never_both_ways(FORM, EDGES) == {"R1"}


def test_nothing_is_found_where_everything_agrees() -> None:
    assert found(FORM, STATION) == set()


def test_a_blank_line_leaves_its_comparisons_undecided() -> None:
    assert decided_without(FORM, STATION) == set()


def test_nobody_types_the_total_of_the_voter_list() -> None:
    assert figures(FORM, STATION).lines["1"] == 1424
