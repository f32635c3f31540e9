"""The two COSE shapes, with a general decoder as witness, and everything else refused."""

import cbor2
import pytest

from tallydesk.protocol.cbor import CborError
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing import cose

PAYLOAD, SIGNATURE = b"\xa0", b"\x5a" * 64
ONE = bytes.fromhex("a10126")


def signer(index: int) -> bytes:
    return bytes.fromhex("a201260441") + bytes([index])


def many(
    *rows: object, header: object = b"", free: object = None, payload: object = PAYLOAD
) -> bytes:
    return cbor2.dumps(cbor2.CBORTag(98, [header, free or {}, payload, list(rows)]))


def row(index: int) -> list[object]:
    return [signer(index), {}, SIGNATURE]


def test_one_signer_is_a_cose_sign1() -> None:
    octets = cose.seal1(cose.Signed1(PAYLOAD, SIGNATURE))
    assert octets == cbor2.dumps(cbor2.CBORTag(18, [ONE, {}, PAYLOAD, SIGNATURE]))
    assert cbor2.loads(ONE) == {1: -7}
    assert cose.open1(octets) == cose.Signed1(PAYLOAD, SIGNATURE)


def test_several_signers_are_a_cose_sign_in_the_order_of_the_card() -> None:
    octets = cose.seal(cose.SignedByMany(PAYLOAD, {3: SIGNATURE, 0: SIGNATURE}))
    assert octets == many(row(0), row(3))
    assert cbor2.loads(signer(3)) == {1: -7, 4: b"\x03"}
    assert cose.open_many(octets) == cose.SignedByMany(PAYLOAD, {0: SIGNATURE, 3: SIGNATURE})


def test_what_is_signed_is_the_structure_of_the_standard() -> None:
    aad = cose.external_aad("record", "practice")
    assert aad == b"tallydesk/record/1/practice"
    assert cbor2.loads(cose.to_sign(PAYLOAD, 7, aad)) == ["Signature", b"", signer(7), aad, PAYLOAD]
    assert cbor2.loads(cose.to_sign1(PAYLOAD, aad)) == ["Signature1", ONE, aad, PAYLOAD]


@pytest.mark.parametrize("index", [-1, 256])
def test_an_index_is_one_octet(index: int) -> None:
    with pytest.raises(ShapeError, match="out of range"):
        cose.to_sign(PAYLOAD, index, b"")


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        PAYLOAD,
        cbor2.dumps([ONE, {}, PAYLOAD, SIGNATURE]),
        cbor2.dumps(cbor2.CBORTag(98, [ONE, {}, PAYLOAD, SIGNATURE])),
        cbor2.dumps(cbor2.CBORTag(18, [ONE, {}, PAYLOAD])),
        cbor2.dumps(cbor2.CBORTag(18, [ONE, {}, PAYLOAD, SIGNATURE[:63]])),
        cbor2.dumps(cbor2.CBORTag(18, [ONE, {}, None, SIGNATURE])),
        cbor2.dumps(cbor2.CBORTag(18, [ONE, {4: b""}, PAYLOAD, SIGNATURE])),
        cbor2.dumps(cbor2.CBORTag(18, [ONE, [], PAYLOAD, SIGNATURE])),
        cbor2.dumps(cbor2.CBORTag(18, [{1: 7}, {}, PAYLOAD, SIGNATURE])),
        cbor2.dumps(cbor2.CBORTag(18, [cbor2.dumps({1: -8}), {}, PAYLOAD, SIGNATURE])),
        cbor2.dumps(cbor2.CBORTag(18, [b"", {}, PAYLOAD, SIGNATURE])),
    ],
)
def test_any_other_single_signature_is_refused(octets: bytes) -> None:
    with pytest.raises((CborError, ShapeError)):
        cose.open1(octets)


@pytest.mark.parametrize(
    "octets",
    [
        many(row(0), row(0)),
        many(row(1), row(0)),
        many([signer(0), {}]),
        many([signer(0), {4: b""}, SIGNATURE]),
        many([signer(0), {}, SIGNATURE + b"\x00"]),
        many([signer(0)[:-1], {}, SIGNATURE]),
        many([bytes.fromhex("a201270441") + b"\x00", {}, SIGNATURE]),
        many(row(0), header=ONE),
        many(row(0), free={4: b""}),
        many(row(0), payload=1),
        cbor2.dumps(cbor2.CBORTag(98, [b"", {}, PAYLOAD, 0])),
        cbor2.dumps(cbor2.CBORTag(98, [b"", {}, PAYLOAD])),
        cbor2.dumps(cbor2.CBORTag(98, cbor2.CBORTag(98, [b"", {}, PAYLOAD, []]))),
    ],
)
def test_any_other_set_of_signatures_is_refused(octets: bytes) -> None:
    with pytest.raises((CborError, ShapeError)):
        cose.open_many(octets)
