"""Threat "stolen stick, PIN": who has the key file, and even the PIN, has no key."""

import pytest

from tallydesk.signing.keys import KeyFileDamaged, WrongPin, make_key, point_of, unlock
from tallydesk.signing.letter import new_secret
from tests.attacks.kinds import PIN, SECRET, key_file
from tests.fakes import CountingChance


@pytest.mark.parametrize(
    "secret",
    [
        "",
        "0000-0000-0000-0000",
        # One bit less, as somebody may have read it over a shoulder.
        SECRET[:-1] + "C",
        SECRET[:-5],
        new_secret(b"\x01" * 10),
    ],
)
def test_the_right_pin_without_the_letter_s_secret_opens_nothing(secret: str) -> None:
    with pytest.raises(WrongPin):
        unlock(key_file(), PIN, secret)


@pytest.mark.parametrize("pin", ["", "00000000", "19283745", PIN + "0"])
def test_the_letter_without_the_pin_opens_nothing(pin: str) -> None:
    with pytest.raises(WrongPin):
        unlock(key_file(), pin, SECRET)


def test_with_both_it_opens() -> None:
    assert unlock(key_file(), PIN, SECRET).point == point_of(key_file())


def test_a_file_cannot_ask_to_be_guessed_faster() -> None:
    """One pass and eight kilobytes instead of three and sixty-four megabytes."""
    settings = bytes.fromhex("831a000100000301")
    assert settings in key_file()
    for cheap in ("83080101", "831a000100000101", "8319ffff0301"):
        weakened = key_file().replace(settings, bytes.fromhex(cheap))
        with pytest.raises(KeyFileDamaged):
            unlock(weakened, PIN, SECRET)


def test_nothing_in_the_file_tells_a_secret_from_another() -> None:
    """The check is over the file, not over the key: it says nothing about a guess."""
    chance = CountingChance
    one = make_key(PIN, SECRET, chance().octets).file
    other = make_key(PIN, "", chance().octets).file
    assert len(one) == len(other)
    assert one != other
    assert SECRET.replace("-", "").encode() not in one
    assert PIN.encode() not in one


def test_a_pin_that_is_soon_guessed_is_not_taken() -> None:
    with pytest.raises(ValueError, match="eight digits"):
        make_key("1928374", SECRET, CountingChance().octets)
