"""Keys for ballots read aloud (U10): the number on the paper, on every keyboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from tallydesk.ui.tally_keys import TAKE_BACK, UNDO, TallyKeys, by_place, hear, sign_of

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
CYRILLIC_SHORT_I = 0x419


def pressed(key: int, modifiers: Qt.KeyboardModifier = NONE, scan_code: int = 0) -> str:
    """The sign of a key as the window system tells of it."""
    return sign_of(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan_code, 0, 0))


def test_digits_minus_and_plus_are_the_same_on_the_row_and_on_the_block_of_figures() -> None:
    assert pressed(Qt.Key.Key_7) == pressed(Qt.Key.Key_7, KEYPAD) == "7"
    assert pressed(Qt.Key.Key_Minus) == pressed(Qt.Key.Key_Minus, KEYPAD) == "-"
    assert pressed(Qt.Key.Key_Equal) == pressed(Qt.Key.Key_Plus, KEYPAD) == "+"
    assert pressed(Qt.Key.Key_Plus, SHIFT) == "+"


def test_keys_that_mean_nothing_here_are_left_to_the_window() -> None:
    assert pressed(Qt.Key.Key_F9) == ""
    assert pressed(CYRILLIC_SHORT_I) == ""
    assert pressed(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier) == ""
    assert pressed(Qt.Key.Key_Exclam, SHIFT) == ""


@pytest.mark.parametrize(
    ("platform", "scan_code", "sign"),
    [
        ("xcb", 10, "1"),
        ("wayland", 19, "0"),
        ("xcb", 20, "-"),
        ("xcb", 21, "+"),
        ("windows", 2, "1"),
        ("windows", 13, "+"),
        ("windows", 14, ""),
        ("xcb", 9, ""),
        ("offscreen", 10, ""),
        ("cocoa", 0, ""),
    ],
)
def test_a_layout_with_other_signs_is_read_by_the_place_of_the_key(
    platform: str, scan_code: int, sign: str
) -> None:
    assert by_place(scan_code, platform) == sign


@given(st.integers(1, 400), st.data())
def test_every_candidate_has_one_key_and_every_key_one_candidate(
    of: int, data: st.DataObject
) -> None:
    standing = data.draw(st.sets(st.integers(1, of), min_size=1), label="not withdrawn")
    keys = TallyKeys(tuple(sorted(standing)), of, invalid=True)
    whole = [keys.key(cell) for cell in range(len(standing))]
    assert len(set(whole)) == len(standing)
    assert {len(key) for key in whole} == {keys.width}
    heard = hear(keys, "", "".join(whole))
    assert heard.strokes == tuple(range(len(standing)))
    assert heard.typed == ""


def test_the_key_is_the_number_on_the_paper_also_beside_a_withdrawn_candidate() -> None:
    keys = TallyKeys((1, 3, 12), 12, invalid=False)
    assert [keys.key(cell) for cell in range(3)] == ["01", "03", "12"]
    assert hear(keys, "", "02").strokes == ()


def test_a_ballot_without_a_line_for_invalid_votes_has_no_key_for_it() -> None:
    keys = TallyKeys((1, 2), 2, invalid=False)
    assert hear(keys, "", "-+").strokes == (2,)


def test_undo_takes_back_half_a_key_first() -> None:
    keys = TallyKeys(tuple(range(1, 13)), 12, invalid=True)
    heard = hear(keys, "1", [UNDO, UNDO, "0"])
    assert (heard.strokes, heard.typed) == ((TAKE_BACK,), "0")


def test_a_sign_ends_half_a_key() -> None:
    keys = TallyKeys(tuple(range(1, 13)), 12, invalid=True)
    heard = hear(keys, "1", "-2")
    assert (heard.strokes, heard.typed) == ((12,), "2")
