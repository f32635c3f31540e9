"""A row as it was typed: what it adds up to, what is wrong with it, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallydesk.counting.place import Place
from tallydesk.counting.typed import LARGEST_COUNT
from tallydesk.ui.written_row import RowState, Trouble

VOTE = Place("pear", "vote", "a")
COUNTS = st.integers(0, LARGEST_COUNT)
TEXTS = st.text(max_size=9)


@given(COUNTS, st.integers(2, 500))
def test_changing_over_and_back_keeps_every_figure(count: int, size: int) -> None:
    row = RowState.holding(VOTE, count, 0)

    piled = row.written_in(size)

    assert piled.count == count
    assert piled.written_in(0) == row


@given(TEXTS, TEXTS, TEXTS, st.integers(2, 500))
def test_changing_over_and_back_loses_no_text_that_is_no_figure(
    total: str, bundles: str, rest: str, size: int
) -> None:
    row = RowState(VOTE, total, bundles, rest)

    back = row.written_in(size).written_in(0)

    assert row.count is not None or back.count is not None or back.total == total


@given(TEXTS, TEXTS, st.integers(2, 500))
def test_a_pile_adds_up_exactly_when_nothing_is_wrong_with_it(
    bundles: str, rest: str, size: int
) -> None:
    row = RowState(VOTE, bundles=bundles, rest=rest, size=size)

    assert (row.count is None) == (row.examined().trouble is not None)


@given(TEXTS)
def test_a_total_counts_exactly_when_nothing_is_wrong_with_it(total: str) -> None:
    row = RowState(VOTE, total)

    assert (row.count is None) == (row.examined().trouble is not None)
    assert row.total == total


@pytest.mark.parametrize(
    ("bundles", "rest", "trouble"),
    [
        ("8", "49", None),
        ("8", "50", "rest-too-large"),
        ("8", "51", "rest-too-large"),
        ("8", "", "blank"),
        ("", "8", "blank"),
        ("8a", "1", "not-a-number"),
        ("9999999", "1", "too-large"),
        ("0", "0", None),
    ],
)
def test_what_is_wrong_with_a_pile_of_fifties(
    bundles: str, rest: str, trouble: Trouble | None
) -> None:
    assert RowState(VOTE, bundles=bundles, rest=rest, size=50).examined().trouble == trouble


@pytest.mark.parametrize(
    ("total", "trouble"),
    [
        ("9999999", None),
        ("10000000", "too-large"),
        ("0000000000001248", "too-large"),
        ("1 111 111 111", "too-large"),
        ("11111111x", "not-a-number"),
    ],
)
def test_a_number_of_which_no_station_has_so_many(total: str, trouble: Trouble | None) -> None:
    assert RowState(VOTE, total).examined().trouble == trouble


def test_a_second_look_stays_due_until_something_is_typed() -> None:
    row = RowState(VOTE, "12").to_look_at_again()

    assert row.examined().trouble == "differs"
    assert row.typed("total", "").examined().trouble == "blank"


def test_the_trouble_goes_with_the_next_key() -> None:
    row = RowState(VOTE, "12a").examined()

    assert row.trouble == "not-a-number"
    assert row.typed("total", "12").trouble is None
