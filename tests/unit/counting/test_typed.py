"""What a person types, and what it means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallydesk.counting.typed import LARGEST_COUNT, Blank, Count, NotANumber, read_typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", Blank()),
        ("  ", Blank()),
        ("0", Count(0)),
        ("007", Count(7)),
        ("1 034", Count(1034)),
        ("1\u00a0034", Count(1034)),
        (str(LARGEST_COUNT), Count(LARGEST_COUNT)),
    ],
)
def test_digits_and_spaces_are_a_count_and_blank_is_not_zero(
    typed: str, meant: Blank | Count
) -> None:
    """U1, U2."""
    assert read_typed(typed) == meant


@pytest.mark.parametrize(
    "typed", ["1.234", "1,234", "12a", "-1", "+1", "1e3", "½", "٣", "²", "10000000", "1_0"]
)
def test_anything_else_stays_as_it_was_typed(typed: str) -> None:
    """U2."""
    assert read_typed(typed) == NotANumber(typed)


@given(st.integers(min_value=0, max_value=LARGEST_COUNT))
def test_every_count_reads_back(number: int) -> None:
    assert read_typed(str(number)) == Count(number)


@given(st.text())
def test_no_text_is_swallowed(text: str) -> None:
    """U2."""
    meant = read_typed(text)
    if isinstance(meant, NotANumber):
        assert meant.text == text
