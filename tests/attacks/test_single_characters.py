"""Every character of every code of a good set, changed in turn; in `make test` some by chance."""

from random import Random

import pytest

from tallydesk.signing.base45 import ALPHABET
from tallydesk.signing.codes import KINDS, CodeKind, code_texts
from tests.attacks.size import FULL
from tests.signed import GOOD, report

CODES = GOOD.codes
SAMPLE = 40


def places(length: int) -> list[int]:
    return list(range(length)) if FULL else Random(length).sample(range(length), SAMPLE)


def changed(text: str, place: int) -> list[str]:
    """A text with the character at `place` replaced by two others and by a small or foreign one."""
    value = ALPHABET.index(text[place])
    others = [ALPHABET[(value + step) % len(ALPHABET)] for step in (1, 22)]
    return [
        text[:place] + other + text[place + 1 :]
        for other in (*others, text[place].lower() if text[place].isupper() else "é")
    ]


@pytest.mark.parametrize("number", range(len(CODES)))
def test_no_changed_character_is_ever_valid(number: int) -> None:
    text = CODES[number]
    for place in places(len(text)):
        for other in changed(text, place):
            given = report([*CODES[:number], other, *CODES[number + 1 :]])
            assert not given.answer.startswith("valid"), (place, other)
            assert given.shown is None


@pytest.mark.parametrize("number", range(len(CODES)))
def test_no_missing_character_is_ever_valid(number: int) -> None:
    text = CODES[number]
    for place in places(len(text)):
        cut = text[:place] + text[place + 1 :]
        given = report([*CODES[:number], cut, *CODES[number + 1 :]])
        assert not given.answer.startswith("valid"), (place, cut)


@pytest.mark.parametrize("number", range(len(CODES)))
def test_half_a_code_is_never_valid(number: int) -> None:
    half = CODES[number][: len(CODES[number]) // 2]
    given = report([*CODES[:number], half, *CODES[number + 1 :]])
    assert given.answer in ("unreadable", "altered")


@pytest.mark.parametrize("kind", KINDS)
def test_no_turned_octet_under_a_fitting_digest_is_ever_valid(kind: CodeKind) -> None:
    """Who changes the octets can also compute the 80 bits anew."""
    octets = {
        "R": GOOD.record_octets,
        "C": GOOD.card_octets,
        "S": GOOD.sheet,
        "B": GOOD.slip_octets,
        "D": GOOD.payload_octets,
    }[kind]
    others = [code for code in CODES if code[4] != kind]
    for place in places(len(octets)):
        turned = bytearray(octets)
        turned[place] ^= 1
        codes = code_texts(kind, bytes(turned), "practice")
        given = report([*codes, *others])
        assert not given.answer.startswith("valid"), place
