"""Two members write the same sheet; who differs looks at the paper again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallydesk.counting.comparison import compare
from tallydesk.counting.place import Place

P = Place("pear", "line", "5")
Q = Place("pear", "vote", "a")


def test_equal_entries_stand() -> None:
    outcome = compare((P, Q), {P: 5, Q: 0}, {P: 5, Q: 0}, {})
    assert outcome.agreed == {P: 5, Q: 0}
    assert outcome.differing == ()


def test_only_the_places_that_differ_are_looked_at_again() -> None:
    """U8."""
    outcome = compare((P, Q), {P: 5, Q: 7}, {P: 6, Q: 7}, {})
    assert outcome.agreed == {Q: 7}
    assert outcome.differing == (P,)


@pytest.mark.parametrize(
    ("first", "tried", "again", "stands"),
    [(5, 6, 5, True), (5, 6, 6, True), (5, 6, 7, False)],
)
def test_two_looks_at_the_paper_settle_against_one(
    first: int, tried: int, again: int, *, stands: bool
) -> None:
    outcome = compare((P,), {P: first}, {P: again}, {P: tried})
    assert (outcome.agreed == {P: again}) is stands


def test_a_blank_never_agrees() -> None:
    assert compare((P,), {}, {}, {}).differing == (P,)
    assert compare((P,), {P: 0}, {}, {}).differing == (P,)


@pytest.mark.parametrize("place", [P, Q, Place("", "line", "1a"), Place("c", "line", "12", "M1")])
def test_a_place_reads_back_from_its_text(place: Place) -> None:
    assert Place.parse(str(place)) == place


@pytest.mark.parametrize("text", ["", "a/b", "c/sheet/1/", "a/line/1/x/y"])
def test_other_texts_are_no_places(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Place.parse(text)


figures = st.dictionaries(st.sampled_from((P, Q)), st.integers(0, 3))


@given(first=figures, second=figures, tried=figures)
def test_every_place_either_stands_or_is_asked_for_again(
    first: dict[Place, int], second: dict[Place, int], tried: dict[Place, int]
) -> None:
    outcome = compare((P, Q), first, second, tried)
    assert {*outcome.agreed, *outcome.differing} == {P, Q}
    assert all(second[place] == count for place, count in outcome.agreed.items())
