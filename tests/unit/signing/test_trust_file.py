"""The trust file: what the authority published, and nothing that somebody else says it did."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from tallydesk.protocol.cbor import CborError, Item, decode, encode
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing import cose
from tallydesk.signing.keys import Unlocked
from tallydesk.signing.practice import RootRefused, practice_root
from tallydesk.signing.trust import (
    LARGEST_TRUST,
    Trust,
    TrustUnsigned,
    issue_trust,
    read_trust,
    trust_digest,
    trust_from,
)
from tests.signed import AUTHORITY, STRANGER, key

PRACTICE = practice_root()
CARDS = frozenset(sha256(bytes([each])).digest() for each in range(5))
TRUST = Trust(
    root=AUTHORITY.point,
    serial=3,
    issued=datetime(2026, 10, 1, 12, 0, tzinfo=UTC),
    purpose="official",
    cards=CARDS,
    revoked={key(each).point: datetime(2026, 10, each, tzinfo=UTC) for each in (4, 5)},
    accepted=frozenset({b"\x01" * 32, b"\x02" * 32}),
    files={"forms/pears.toml": b"\x03" * 32, "definitions/pears.toml": b"\x04" * 32},
)
GOOD = issue_trust(AUTHORITY, TRUST)


def forged(signer: Unlocked = AUTHORITY, **fields: Item) -> bytes:
    """The same with other fields, signed by whoever is at hand."""
    payload = decode(cose.open1(GOOD).payload, most=LARGEST_TRUST)
    assert isinstance(payload, dict)
    written = encode(payload | {int(name[1:]): value for name, value in fields.items()})
    message = cose.to_sign1(written, cose.external_aad("trust", "official"))
    return cose.seal1(cose.Signed1(written, signer.sign(message)))


def test_what_was_published_is_read_again() -> None:
    assert read_trust(GOOD) == TRUST
    assert trust_from(GOOD, PRACTICE.point) == TRUST
    assert trust_digest(GOOD) == sha256(cose.open1(GOOD).payload).digest()


def test_a_card_is_looked_up() -> None:
    assert TRUST.lists(sha256(b"\x00").digest())
    assert not TRUST.lists(sha256(b"second card").digest())
    assert not Trust(AUTHORITY.point).lists(sha256(b"\x00").digest())


def test_the_same_trust_has_one_spelling() -> None:
    turned = replace(
        TRUST,
        revoked=dict(sorted(TRUST.revoked.items(), reverse=True)),
        files=dict(sorted(TRUST.files.items(), reverse=True)),
    )
    assert issue_trust(AUTHORITY, turned) == GOOD


@pytest.mark.parametrize(
    "trust",
    [replace(TRUST, root=STRANGER.point), replace(TRUST, issued=None), replace(TRUST, cards=None)],
)
def test_nothing_is_left_out_of_a_trust_file(trust: Trust) -> None:
    with pytest.raises(ValueError, match="names its own root"):
        issue_trust(AUTHORITY, trust)


def test_a_stranger_may_name_the_root_and_cannot_sign_for_it() -> None:
    with pytest.raises(TrustUnsigned):
        read_trust(forged(STRANGER))
    with pytest.raises(RootRefused, match="damaged or changed"):
        trust_from(forged(STRANGER), PRACTICE.point)


def test_a_stranger_may_sign_for_themselves_and_that_is_another_root() -> None:
    assert read_trust(forged(STRANGER, f4=STRANGER.point)).root != AUTHORITY.point


def test_a_signature_over_a_package_is_none_over_a_trust_file() -> None:
    payload = cose.open1(GOOD).payload
    message = cose.to_sign1(payload, cose.external_aad("package", "official"))
    with pytest.raises(TrustUnsigned):
        read_trust(cose.seal1(cose.Signed1(payload, AUTHORITY.sign(message))))


def test_practice_is_refused_as_official() -> None:
    with pytest.raises(RootRefused, match="practice root"):
        trust_from(issue_trust(PRACTICE, replace(TRUST, root=PRACTICE.point)), PRACTICE.point)
    with pytest.raises(RootRefused, match="for practice"):
        trust_from(issue_trust(AUTHORITY, replace(TRUST, purpose="practice")), PRACTICE.point)


@pytest.mark.parametrize(
    "fields",
    [
        {"f0": 2},
        {"f1": 9},
        {"f2": 0},
        {"f3": "x"},
        {"f4": b""},
        {"f5": bytes(33)},
        {"f5": bytes(64)},
        {"f5": b"\x02" * 32 + b"\x01" * 32},
        {"f6": ((b"", 1),)},
        {"f6": ((key(4).point, 1), (key(4).point, 2))},
        {"f7": (b"\x02" * 32, b"\x01" * 32)},
        {"f7": (b"",)},
        {"f8": (("b", bytes(32)), ("a", bytes(32)))},
        {"f8": (("a", b""),)},
        {"f9": 1},
    ],
)
def test_another_shape_is_refused_even_when_the_root_signed_it(fields: dict[str, Item]) -> None:
    with pytest.raises(ShapeError):
        read_trust(forged(AUTHORITY, **fields))


def test_every_changed_octet_is_refused() -> None:
    for place in range(len(GOOD)):
        twin = bytearray(GOOD)
        twin[place] ^= 1 << place % 8
        with pytest.raises((TrustUnsigned, CborError, ShapeError)):
            read_trust(bytes(twin))


@pytest.mark.parametrize("twin", [GOOD + b"\0", GOOD[:-1], b"\xd2", b"\xd2" + b"\x84" * 99])
def test_a_longer_or_shorter_file_is_refused(twin: bytes) -> None:
    with pytest.raises((CborError, ShapeError)):
        read_trust(twin)
    with pytest.raises(RootRefused):
        trust_from(twin, PRACTICE.point)


def test_the_trust_file_of_a_whole_country_is_read() -> None:
    cards = frozenset(sha256(each.to_bytes(2)).digest() for each in range(6537))
    octets = issue_trust(AUTHORITY, replace(TRUST, cards=cards))
    assert read_trust(octets).cards == cards
    assert 209_000 < len(octets) < 210_000
