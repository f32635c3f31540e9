"""Slips of the pen in one figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tallydesk.counting.typed import LARGEST_COUNT
from tallydesk.rules.digits import bits, digit_slips, meant_by


def slips(meant: int, written: int) -> list[str]:
    return [slip for slip, _ in digit_slips(meant, written)]


@pytest.mark.parametrize(
    ("meant", "written", "expected"),
    [
        (27, 72, ["digits-exchanged"]),
        (1234, 1432, ["digits-exchanged"]),
        (105, 15, ["digit-missing"]),
        (1234, 124, ["digit-missing"]),
        (1045, 45, ["digit-missing"]),
        (10, 0, ["digit-missing"]),
        (124, 1224, ["digit-doubled"]),
        (7, 77, ["digit-doubled"]),
        (1234, 1235, []),
        (1234, 4231, ["digits-exchanged"]),
        (1234, 2341, []),
        (50, 95, []),
        (27, 27, []),
        (7, 9, []),
        (5, 0, []),
        (1234, 9, []),
    ],
)
def test_which_slips_make_one_figure_of_another(
    meant: int, written: int, expected: list[str]
) -> None:
    assert slips(meant, written) == expected


def test_digits_side_by_side_are_exchanged_more_often() -> None:
    (_, near), (_, far) = next(digit_slips(1234, 1324)), next(digit_slips(1234, 4231))
    assert near < far


@given(some.integers(0, LARGEST_COUNT))
def test_whatever_may_have_been_meant_is_a_slip_away(written: int) -> None:
    assert all(slips(meant, written) for meant in meant_by(written) if meant > 9)


def test_no_figure_above_the_largest_was_meant() -> None:
    assert max(meant_by(9_999_998)) <= LARGEST_COUNT


def test_chances_are_counted_in_quarters_of_a_bit() -> None:
    assert [bits(count) for count in (0, 1, 2, 3, 4, 5, 1024)] == [0, 0, 4, 8, 8, 12, 40]
