"""A code as bits: what the window and the page show is what a reader reads."""

from __future__ import annotations

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tallydesk.rendering.codes import QUIET, CodePicture, code_picture

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def read(picture: CodePicture) -> str:
    """Draw the bits and decode them."""
    image = Image.frombytes("1", (picture.side, picture.side), picture.packed())
    larger = image.convert("L").resize(
        (picture.side * 3, picture.side * 3), Image.Resampling.NEAREST
    )
    (found,) = zxingcpp.read_barcodes(larger)
    return found.text


@given(st.text(ALPHABET, min_size=1, max_size=500))
def test_any_text_comes_back(text: str) -> None:
    assert read(code_picture(text, "Q")) == text


@pytest.mark.parametrize(
    ("length", "level", "version"),
    [(574, "Q", 18), (575, "Q", 19), (970, "M", 20), (971, "M", 21), (816, "M", 18)],
)
def test_a_text_takes_the_smallest_version_that_carries_it(
    length: int, level: str, version: int
) -> None:
    text = (ALPHABET[10:] * 40)[:length]
    picture = code_picture(text, "Q" if level == "Q" else "M")
    assert picture.side - 2 * QUIET == 17 + 4 * version


def test_four_modules_of_white_stand_around() -> None:
    picture = code_picture("TALLY")
    edge = [*range(QUIET), *range(picture.side - QUIET, picture.side)]
    for one in edge:
        for other in range(picture.side):
            assert not picture.dark(one, other)
            assert not picture.dark(other, one)
    assert picture.dark(QUIET, QUIET)


def test_rows_are_filled_up_with_white_to_whole_octets() -> None:
    picture = code_picture("TALLY")
    octets = (picture.side + 7) // 8
    packed = picture.packed()
    assert len(packed) == octets * picture.side
    spare = octets * 8 - picture.side
    assert all(
        row[-1] & (1 << spare) - 1 == (1 << spare) - 1
        for row in zip(*[iter(packed)] * octets, strict=True)
    )


@pytest.mark.parametrize("dots", [1, 2, 6])
def test_a_module_takes_as_many_dots_as_are_asked_for(dots: int) -> None:
    picture = code_picture("TALLY")
    side = picture.side * dots
    image = Image.frombytes("1", (side, side), picture.packed(dots))
    for y in range(side):
        for x in range(side):
            assert bool(image.getpixel((x, y))) is not picture.dark(x // dots, y // dots)


def test_a_text_that_fits_into_no_code_is_refused() -> None:
    with pytest.raises(ValueError, match="5000 characters do not fit"):
        code_picture("A" * 5000)
