"""Asking for a key to be certified: who does not hold it, does not get it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from tallydesk.protocol.cbor import CborError, Item, decode, encode
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing import cose
from tallydesk.signing.enrolment import Enrolment, EnrolmentUnproven, enrol, read_enrolment
from tallydesk.signing.keys import Unlocked
from tests.signed import STRANGER, key

KEY, SEAL = key(1), key(2)
ASKED = Enrolment(
    purpose="official",
    constituency="012",
    number="03",
    name="Bənövşə Sınaqçı",
    point=KEY.point,
    made=datetime(2026, 9, 1, 9, 0, tzinfo=UTC),
)
PRACTICE = replace(ASKED, purpose="practice")
SEALING = replace(ASKED, seal_point=SEAL.point)
GOOD = enrol(ASKED, KEY)
BOTH = enrol(SEALING, KEY, SEAL)


def fields_of(octets: bytes) -> dict[int, Item]:
    payload = decode(cose.open_many(octets).payload)
    assert isinstance(payload, dict)
    return payload


def forged(octets: bytes, *keys: Unlocked, **fields: Item) -> bytes:
    """The same with other fields, signed by whoever is at hand."""
    payload = fields_of(octets)
    payload |= {int(name.removeprefix("f")): value for name, value in fields.items()}
    written = encode(payload)
    aad = cose.external_aad("enrol", "official")
    return cose.seal(
        cose.SignedByMany(
            written,
            {at: each.sign(cose.to_sign(written, at, aad)) for at, each in enumerate(keys)},
        )
    )


@pytest.mark.parametrize(("octets", "said"), [(GOOD, ASKED), (BOTH, SEALING)])
def test_what_was_asked_is_read_again(octets: bytes, said: Enrolment) -> None:
    assert read_enrolment(octets) == said


def test_a_name_from_parts_is_put_together() -> None:
    parts = enrol(replace(ASKED, name="Bənövs\u0327ə Sınaqc\u0327ı"), KEY)
    assert read_enrolment(parts).name == ASKED.name


@pytest.mark.parametrize("asked", [ASKED, SEALING], ids=["key", "key and seal"])
def test_an_enrolment_names_the_keys_that_sign_it(asked: Enrolment) -> None:
    with pytest.raises(ValueError, match="names the keys"):
        enrol(asked, STRANGER, SEAL if asked.seal_point else None)
    with pytest.raises(ValueError, match="names the keys"):
        enrol(asked, KEY, None if asked.seal_point else SEAL)


@pytest.mark.parametrize(
    "octets",
    [
        forged(GOOD, STRANGER),
        forged(BOTH, KEY, STRANGER),
        forged(BOTH, STRANGER, SEAL),
        forged(BOTH, KEY),
        forged(GOOD, KEY, STRANGER),
        forged(GOOD),
        forged(GOOD, KEY, f6=STRANGER.point),
    ],
    ids=[
        "somebody else's key",
        "somebody else's seal",
        "seal alone",
        "seal unsigned",
        "one signature more",
        "none",
        "a seal slipped in",
    ],
)
def test_whoever_does_not_hold_the_key_is_found_out(octets: bytes) -> None:
    with pytest.raises(EnrolmentUnproven) as refused:
        read_enrolment(octets)
    assert (refused.value.asked.constituency, refused.value.asked.number) == ("012", "03")


def test_practice_is_another_world() -> None:
    official, practice = fields_of(GOOD)[1], fields_of(enrol(PRACTICE, KEY))[1]
    assert official != practice
    with pytest.raises(EnrolmentUnproven):
        read_enrolment(forged(GOOD, KEY, f1=practice))


@pytest.mark.parametrize(
    "fields", [{"f0": 2}, {"f2": ("012",)}, {"f3": b"x"}, {"f4": b"x"}, {"f5": "x"}, {"f7": 1}]
)
def test_another_shape_is_refused(fields: dict[str, Item]) -> None:
    with pytest.raises(ShapeError):
        read_enrolment(forged(GOOD, KEY, **fields))


def test_every_changed_octet_is_refused() -> None:
    for place in range(len(BOTH)):
        twin = bytearray(BOTH)
        twin[place] ^= 1 << (sha256(bytes([place % 256])).digest()[0] % 8)
        with pytest.raises((EnrolmentUnproven, CborError, ShapeError)):
            read_enrolment(bytes(twin))


@pytest.mark.parametrize("twin", [GOOD + b"\0", GOOD[:-1], b""])
def test_a_longer_or_shorter_file_is_refused(twin: bytes) -> None:
    with pytest.raises((CborError, ShapeError)):
        read_enrolment(twin)


@pytest.mark.parametrize("name", ["a\u202eb", "line\nend"])
def test_a_name_that_hides_something_cannot_be_written(name: str) -> None:
    with pytest.raises(CborError):
        enrol(replace(ASKED, name=name), KEY)
