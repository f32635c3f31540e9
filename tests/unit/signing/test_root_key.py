"""The root key opens with two people's passphrases, in their order, and with nothing less."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from unicodedata import normalize

import cbor2
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from tallydesk.signing.certificate import pem_of, root_certificate
from tallydesk.signing.keys import signed_by
from tallydesk.signing.root_key import (
    PassphraseRefused,
    RootKey,
    RootKeyDamaged,
    WrongPassphrases,
    certificate_from,
    make_root,
    root_point_of,
    unlock_root,
)
from tests.fakes import CountingChance

ONE, OTHER = "kökləri dərində olan çinar", "bağda açılan ilk bənövşə"


@pytest.fixture(scope="module")
def made() -> RootKey:
    return make_root((ONE, OTHER), CountingChance().octets)


def resealed(file: bytes, **changed: object) -> bytes:
    """The same file with other fields and a check that fits, as a forger would write it."""
    fields = cbor2.loads(file)
    fields |= {int(key.removeprefix("f")): value for key, value in changed.items()}
    del fields[6]
    fields[6] = sha256(b"tallydesk/root/1" + cbor2.dumps(fields, canonical=True)).digest()[:16]
    whole: bytes = cbor2.dumps(fields, canonical=True)
    return whole


def test_both_open_it_and_it_signs(made: RootKey) -> None:
    key = unlock_root(made.file, (ONE, OTHER))
    assert key.point == made.unlocked.point == root_point_of(made.file)
    assert signed_by(key.point, key.sign(b"card"), b"card")


def test_letters_may_be_typed_in_parts(made: RootKey) -> None:
    """A keyboard of another system puts ö together from o and its dots."""
    parts = normalize("NFD", ONE), normalize("NFD", OTHER)
    assert parts != (ONE, OTHER)
    assert unlock_root(made.file, parts).point == made.unlocked.point


@pytest.mark.parametrize(
    "typed",
    [
        (OTHER, ONE),
        (ONE, OTHER + "."),
        # What one says at the end, the other says at the beginning: the lengths differ.
        (ONE + OTHER[0], OTHER[1:]),
        (ONE[:-1], ONE[-1] + OTHER),
    ],
    ids=["other order", "one letter more", "moved to the first", "moved to the second"],
)
def test_nothing_else_opens_it(made: RootKey, typed: tuple[str, str]) -> None:
    with pytest.raises(WrongPassphrases):
        unlock_root(made.file, typed)


@pytest.mark.parametrize(
    "typed",
    [
        (ONE,),
        (ONE, OTHER, ONE),
        (ONE, "eleven char"),
        ("", OTHER),
        (ONE, "x" * 1025),
        (ONE, ONE),
        (ONE, normalize("NFD", ONE)),
    ],
    ids=["one person", "three", "short", "empty", "long", "the same", "the same in parts"],
)
def test_passphrases_that_protect_nothing_are_refused(
    made: RootKey, typed: tuple[str, ...]
) -> None:
    with pytest.raises(PassphraseRefused):
        make_root(typed, CountingChance().octets)
    with pytest.raises(PassphraseRefused):
        unlock_root(made.file, typed)


def test_twelve_characters_are_enough() -> None:
    made = make_root(("abcdefghijkl", "mnopqrstuvwx"), CountingChance().octets)
    assert unlock_root(made.file, ("abcdefghijkl", "mnopqrstuvwx")).point == made.unlocked.point


def test_the_file_is_what_the_page_of_its_format_says(made: RootKey) -> None:
    """Opened by hand from trust-v1.md."""
    fields = cbor2.loads(made.file)
    assert fields[0] == 1
    assert fields[2] == [65536, 4, 1]
    said = [each.encode() for each in (ONE, OTHER)]
    key = Argon2id(salt=fields[1], length=32, iterations=4, lanes=1, memory_cost=65536).derive(
        b"".join(len(each).to_bytes(4, "big") + each for each in said)
    )
    opened = AESGCM(key).decrypt(fields[3], fields[4], b"tallydesk/root/1" + fields[5])
    assert len(opened) == 32


@pytest.mark.parametrize("place", range(0, 170, 7))
def test_a_changed_file_is_told_from_a_wrong_passphrase(made: RootKey, place: int) -> None:
    octets = bytearray(made.file)
    octets[place % len(octets)] ^= 1
    with pytest.raises(RootKeyDamaged):
        unlock_root(bytes(octets), (ONE, OTHER))


@pytest.mark.parametrize("file", [b"", b"hello", b"\xa0", b"-----BEGIN PRIVATE KEY-----"])
def test_another_file_is_no_root_key(file: bytes) -> None:
    with pytest.raises(RootKeyDamaged):
        root_point_of(file)


def test_the_certificate_beside_it_is_read_from_pem(made: RootKey) -> None:
    day = datetime(2026, 1, 1, tzinfo=UTC)
    certificate = root_certificate(made.unlocked, "Orchard authority", day)
    assert certificate_from(pem_of(certificate)) == certificate
    with pytest.raises(RootKeyDamaged, match="no certificate"):
        certificate_from(b"-----BEGIN CERTIFICATE-----")


def test_a_file_cannot_ask_for_all_memory_there_is(made: RootKey) -> None:
    with pytest.raises(RootKeyDamaged, match="settings"):
        unlock_root(resealed(made.file, f2=[2**31, 4, 1]), (ONE, OTHER))


def test_a_forged_point_opens_nothing(made: RootKey) -> None:
    """The point is sealed along with the key."""
    stranger = make_root((ONE, OTHER + "x"), CountingChance(7).octets)
    with pytest.raises(WrongPassphrases):
        unlock_root(resealed(made.file, f5=stranger.unlocked.point), (ONE, OTHER))


@pytest.mark.parametrize(("scalar", "said"), [(0, "is no key"), (5, "belongs to another key")])
def test_whoever_knows_both_passphrases_cannot_plant_another_key(
    made: RootKey, scalar: int, said: str
) -> None:
    fields = cbor2.loads(made.file)
    spelt = b"".join(len(each.encode()).to_bytes(4, "big") + each.encode() for each in (ONE, OTHER))
    key = Argon2id(salt=fields[1], length=32, iterations=4, lanes=1, memory_cost=65536).derive(
        spelt
    )
    aad = b"tallydesk/root/1" + fields[5]
    sealed = AESGCM(key).encrypt(fields[3], scalar.to_bytes(32, "big"), aad)
    with pytest.raises(RootKeyDamaged, match=said):
        unlock_root(resealed(made.file, f4=sealed), (ONE, OTHER))
