"""The station's letter: a secret that people can type, and blocks that a false package misses."""

from __future__ import annotations

from hashlib import sha256

import pytest

from tallydesk.signing.letter import (
    BLOCKS,
    as_typed,
    block_fits,
    blocks_asked,
    blocks_of,
    looks_like_secret,
    new_secret,
    secret_check,
    secret_fits,
)

SALT = bytes(range(16))
SECRET = new_secret(bytes(range(10)))
DIGEST = sha256(b"package").digest()


def test_a_secret_has_four_groups_without_letters_that_people_mistake() -> None:
    assert SECRET == "000G-40R4-0M30-E209"
    assert new_secret(b"\xff" * 10) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ"
    assert not set("".join(new_secret(bytes([each]) * 10) for each in range(256))) & set("ILOU")


@pytest.mark.parametrize("count", [9, 11])
def test_eighty_bits_and_no_others(count: int) -> None:
    with pytest.raises(ValueError, match="10 octets"):
        new_secret(bytes(count))


@pytest.mark.parametrize(
    "typed",
    [
        SECRET,
        SECRET.lower(),
        SECRET.replace("-", " "),
        "OOOg 4oR4 oM3O e2O9",
        " 000g-40r40m30e209 ",
    ],
)
def test_people_type_it_as_they_like(typed: str) -> None:
    assert looks_like_secret(typed)
    assert secret_fits(typed, SALT, secret_check(SECRET, SALT))


@pytest.mark.parametrize("typed", ["", "0001", SECRET + "0", "U00G-40R4-0M30-E209"])
def test_what_is_no_secret_is_told_before_it_is_tried(typed: str) -> None:
    assert not looks_like_secret(typed)


@pytest.mark.parametrize("place", range(16))
def test_one_wrong_character_does_not_fit(place: int) -> None:
    plain = as_typed(SECRET)
    twin = plain[:place] + ("Z" if plain[place] != "Z" else "Y") + plain[place + 1 :]
    assert not secret_fits(twin, SALT, secret_check(SECRET, SALT))


def test_another_station_with_the_same_secret_keeps_another_check() -> None:
    assert secret_check(SECRET, SALT) != secret_check(SECRET, bytes(16))
    assert (
        secret_check(SECRET, SALT)
        == (sha256(b"tallydesk/secret/1" + SALT + b"000G40R40M30E209").digest()[:16])
    )


def test_the_blocks_are_the_first_160_bits() -> None:
    blocks = blocks_of(DIGEST)
    assert [len(each) for each in blocks] == [4] * BLOCKS
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    number = 0
    for sign in "".join(blocks):
        number = number * 32 + letters.index(sign)
    assert number.to_bytes(20, "big") == DIGEST[:20]


@pytest.mark.parametrize("number", range(1, BLOCKS + 1))
def test_each_block_fits_its_own_number_alone(number: int) -> None:
    own = blocks_of(DIGEST)[number - 1]
    assert block_fits(own.lower(), number, DIGEST)
    assert not block_fits(own, number % BLOCKS + 1, DIGEST)
    assert not block_fits(own[:-1], number, DIGEST)
    assert not block_fits(own, number, sha256(b"false package").digest())


@pytest.mark.parametrize("number", [0, 9])
def test_there_are_eight(number: int) -> None:
    with pytest.raises(IndexError):
        block_fits("0000", number, DIGEST)


def test_a_false_package_cannot_know_which_two_are_asked() -> None:
    asked = {blocks_asked(each.to_bytes(8, "big")) for each in range(28)}
    assert len(asked) == 28
    assert all(1 <= one < other <= BLOCKS for one, other in asked)
