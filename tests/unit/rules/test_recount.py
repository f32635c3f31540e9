"""The fewest piles that touch every finding."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as some

from tallydesk.rules.recount import fewest


def test_one_pile_in_all_relations_is_enough() -> None:
    assert fewest([("14", "apple", "pear"), ("12", "13", "14", "15")]) == ("14",)


def test_the_likely_pile_is_taken_where_several_serve() -> None:
    relation = ("apple", "pear", "plum")

    assert fewest([relation]) == ("apple",)
    assert fewest([relation], ["plum"]) == ("plum",)


def test_relations_without_a_common_pile_take_one_each_the_likely_one_first() -> None:
    relations = [("1", "1a"), ("14", "apple")]

    assert fewest(relations) == ("1", "14")
    assert fewest(relations, ["apple", "1a"]) == ("apple", "1a")


def test_a_finding_whose_piles_were_all_counted_again_asks_for_nothing() -> None:
    assert fewest([(), ("14",)]) == ("14",)
    assert fewest([]) == ()


def test_the_first_pile_is_not_always_one_of_the_fewest() -> None:
    assert fewest([("a", "b"), ("b", "c"), ("c", "d", "b")], ["a"]) == ("b",)


def test_three_relations_of_which_any_two_share_a_pile_take_two() -> None:
    assert fewest([("a", "b"), ("b", "c"), ("c", "a")]) == ("a", "b")


@given(some.lists(some.lists(some.integers(0, 7), max_size=4), max_size=5))
def test_no_smaller_set_touches_every_relation(relations: list[list[int]]) -> None:
    found = fewest(relations)
    asked = [set(piles) for piles in relations if piles]

    assert all(set(found) & piles for piles in asked)
    for smaller in combinations(range(8), max(len(found) - 1, 0)):
        assert not asked or not all(set(smaller) & piles for piles in asked)
