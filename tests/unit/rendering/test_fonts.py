"""Cleaning and breaking of text: nothing invisible, nothing lost, nothing too wide."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallydesk.rendering.fonts import UNKNOWN, clean, face, wrap


@given(st.text())
def test_what_is_left_can_be_drawn_and_holds_no_hidden_sign(text: str) -> None:
    for sign in clean(text):
        assert sign == "\n" or (
            sign in face().widths and not unicodedata.category(sign).startswith("C")
        )


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("e\u0301", "é"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("a\u00adb\u200bc\ufeffd", "abcd"),
        ("a\x00b\x1bc", "abc"),
        ("a\tb\u2009c", "a b c"),
        ("1\u202f412", "1\u00a0412"),
        ("a\r\nb\u2028c\rd", "a\nb\nc\nd"),
        ("\U0001f34e", UNKNOWN),
        ("Əğıİşçöü Ёё", "Əğıİşçöü Ёё"),
    ],
)
def test_signs_that_paper_cannot_carry(raw: str, kept: str) -> None:
    assert clean(raw) == kept


@given(st.text(), st.floats(30, 500), st.booleans())
def test_no_line_is_wider_than_its_column(text: str, width: float, bold: bool) -> None:  # noqa: FBT001
    for line in wrap(text, width, 8.5, bold):
        assert face(bold).width(line, 8.5) <= width or len(line) == 1


@given(st.text(), st.floats(30, 500))
def test_no_sign_is_lost_in_breaking(text: str, width: float) -> None:
    lines = wrap(text, width, 8.5)
    without = clean(text).replace("\n", "").replace(" ", "")
    assert "".join(lines).replace(" ", "") == without


def test_no_text_is_one_empty_line() -> None:
    assert wrap("", 100, 8.5) == ("",)


def test_bold_is_wider() -> None:
    assert face(bold=True).width("Yekun", 10) > face().width("Yekun", 10)
