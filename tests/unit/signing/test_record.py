"""The record: signed by several, called by its payload."""

import pytest

from tallydesk.protocol.cbor import CborError
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.record import read_record, record_digest, seal_record, signature_over
from tallydesk.signing.slip import SlipContest, read_slip, slip_digest, slip_payload
from tests.signed import GOOD, KEYS, SLIP

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
PAYLOAD = GOOD.payload_octets


def test_a_record_carries_payload_and_signatures() -> None:
    record = read_record(GOOD.record_octets)
    assert record.octets == PAYLOAD
    assert record.digest == record_digest(PAYLOAD) == GOOD.digest
    assert sorted(record.signatures) == [0, 1, 2]
    assert all(record.signed_with(index, KEYS[index].point) for index in (0, 1, 2))


def test_a_signature_belongs_to_one_place_one_key_and_one_purpose() -> None:
    record = read_record(GOOD.record_octets)
    assert not record.signed_with(3, KEYS[3].point)
    assert not record.signed_with(0, KEYS[1].point)
    elsewhere = seal_record(PAYLOAD, {1: signature_over(PAYLOAD, 0, KEYS[0], "practice")})
    assert not read_record(elsewhere).signed_with(1, KEYS[0].point)
    official = seal_record(PAYLOAD, {0: signature_over(PAYLOAD, 0, KEYS[0], "official")})
    assert not read_record(official).signed_with(0, KEYS[0].point)


def test_signing_twice_gives_the_same_record() -> None:
    assert GOOD.record_octets == GOOD.record_octets


def test_the_second_spelling_of_a_signature_keeps_the_identity() -> None:
    signature = signature_over(PAYLOAD, 0, KEYS[0], "practice")
    twin = signature[:32] + (ORDER - int.from_bytes(signature[32:], "big")).to_bytes(32, "big")
    one, other = (read_record(seal_record(PAYLOAD, {0: each})) for each in (signature, twin))
    assert one != other
    assert one.digest == other.digest
    assert other.signed_with(0, KEYS[0].point)


def test_a_record_without_any_signature_can_be_read() -> None:
    assert read_record(seal_record(PAYLOAD, {})).signatures == {}


@pytest.mark.parametrize("octets", [b"", PAYLOAD, seal_record(b"\xa0", {}), seal_record(b"", {})])
def test_what_is_no_record_is_refused(octets: bytes) -> None:
    with pytest.raises((CborError, ShapeError)):
        read_record(octets)


def test_a_slip_is_read_as_it_was_written() -> None:
    octets = slip_payload(SLIP)
    assert read_slip(octets) == SLIP
    assert len(slip_digest(octets)) == 32


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"\xa0",
        bytes.fromhex("a6000101000282613061310380040005") + b"\x40",
    ],
)
def test_what_is_no_slip_is_refused(octets: bytes) -> None:
    with pytest.raises((CborError, ShapeError)):
        read_slip(octets)


def test_a_line_stands_on_a_slip_once() -> None:
    octets = slip_payload(SLIP)
    twice = octets.replace(b"\x61\x35", b"\x61\x33")
    assert twice != octets
    with pytest.raises(ShapeError, match="3 stands twice"):
        read_slip(twice)


def test_contests_of_a_slip_name_whole_sheets() -> None:
    assert SLIP.contests[0] != SlipContest(b"", SLIP.contests[0].lines)
