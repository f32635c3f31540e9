"""What each relation of the form without a booklet says, around its edge."""

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

FORM = shipped("pl-presidential-2015")

STATION = {
    "1": 1000,
    "2": 900,
    "3": 400,
    "4": 500,
    "5": 2,
    "6": 3,
    "7": 10,
    "8": 4,
    "8a": 1,
    "8b": 0,
    "8c": 0,
    "8d": 0,
    "8e": 3,
    "9": 503,
    "9a": 3,
    "10": 0,
    "11": 503,
    "12": 13,
    "13": 490,
    "votes of a": 300,
    "votes of b": 190,
}
"""A station in which nothing is found."""

EDGES = (
    Edge("4<=1", "4", 1000, AT_MOST),
    Edge("9=10+11", "9", 503, EQUAL),
    Edge("11=12+13", "11", 503, EQUAL),
    Edge("13=sum(14)", "votes of a", 300, EQUAL),
    Edge("5+6<=4", "5", 497, AT_MOST),
    Edge("4+7<=1", "4", 990, AT_MOST),
    Edge("4+7<=1", "1", 510, AT_LEAST),
    Edge("2=3+4", "2", 900, EQUAL),
    Edge("9-9a=4", "9", 503, EQUAL),
    Edge("9-9a=4", "9a", 3, EQUAL),
    Edge("10=0", "10", 0, (True, False, True)),
    Edge("4<=90%*1", "4", 900, AT_MOST),
    Edge("10=12,10>0", "12", 13, (False, True, False), {"10": 13}),
    Edge("10=12,10>0", "12", 0, SILENT),
    Edge("10>0,12=0", "12", 0, (False, True, False), {"10": 1}),
    Edge("10>0,12=0", "10", 0, (False, False, True), {"12": 0}),
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


def test_two_lines_changed_for_each_other_are_asked_about() -> None:
    swapped = {**STATION, "10": 13, "11": 490, "12": 0}
    assert found(FORM, swapped) == {"10=0", "10>0,12=0"}
