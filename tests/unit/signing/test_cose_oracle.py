"""Another implementation of COSE reads what we sign, and refuses the tampered twin."""

from __future__ import annotations

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cwt import COSE, COSEKey, VerifyError

from tallydesk.signing.cose import external_aad
from tests.signed import AUTHORITY, KEYS, OFFICIAL


def their_key(point: bytes, kid: bytes = b"") -> object:
    """The point as cwt wants a key, called by its index where the header calls it so."""
    numbers = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point).public_numbers()
    fields = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}
    return COSEKey.new({**fields, 2: kid} if kid else fields)


def test_every_signature_of_a_record_verifies_elsewhere() -> None:
    record = OFFICIAL.record_octets
    signers = [n for n, stance in enumerate(OFFICIAL.payload.stances) if stance.uses_key]
    assert len(signers) > 1

    for index in signers:
        payload = COSE.new(verify_kid=True).decode(
            record,
            their_key(KEYS[index].point, bytes((index,))),
            external_aad=external_aad("record", "official"),
        )

        assert payload == OFFICIAL.payload_octets


@pytest.mark.parametrize(
    "aad", [external_aad("record", "practice"), external_aad("card", "official")]
)
def test_a_record_signed_for_something_else_verifies_nowhere(aad: bytes) -> None:
    with pytest.raises(VerifyError):
        COSE.new().decode(
            OFFICIAL.record_octets, their_key(KEYS[0].point, b"\x00"), external_aad=aad
        )


def test_another_members_key_verifies_nowhere() -> None:
    with pytest.raises(VerifyError):
        COSE.new().decode(
            OFFICIAL.record_octets,
            their_key(KEYS[1].point, b"\x00"),
            external_aad=external_aad("record", "official"),
        )


def test_a_changed_figure_verifies_nowhere() -> None:
    message = cbor2.loads(OFFICIAL.record_octets)
    protected, unprotected, payload, signers = message.value
    fields = cbor2.loads(payload)
    fields[8] = [fields[8][0] + 1, *fields[8][1:]]
    twin = cbor2.CBORTag(98, [protected, unprotected, cbor2.dumps(fields), signers])

    with pytest.raises(VerifyError):
        COSE.new().decode(
            cbor2.dumps(twin),
            their_key(KEYS[0].point, b"\x00"),
            external_aad=external_aad("record", "official"),
        )


def test_the_root_signed_the_card() -> None:
    payload = COSE.new().decode(
        OFFICIAL.card_octets,
        their_key(AUTHORITY.point),
        external_aad=external_aad("card", "official"),
    )

    assert cbor2.loads(payload)[3] == ["000", "01", "Orchard"]
    with pytest.raises(VerifyError):
        COSE.new().decode(
            OFFICIAL.card_octets,
            their_key(KEYS[0].point),
            external_aad=external_aad("card", "official"),
        )
