"""The test signature of a member at attendance: this key, here, tonight.

Signed is a COSE_Sign1 structure with `external_aad` of its own, so that no test signature can ever
stand for anything else: `tallydesk/attend/1/<purpose>`.
"""

from __future__ import annotations

from tallydesk.election.definition import Purpose
from tallydesk.protocol.cbor import encode
from tallydesk.signing import cose
from tallydesk.signing.keys import Unlocked, signed_by


def attend(key: Unlocked, card_digest: bytes, night: bytes, index: int, purpose: Purpose) -> bytes:
    """A member's test signature, 64 octets.

    `card_digest` (32 octets) binds it to the station, `night` (32 octets, the digest of the first
    entry of the journal) to the night, `index` to the member's place on the card, from 0.
    """
    return key.sign(_message(card_digest, night, index, purpose))


def attended(
    point: bytes, signature: bytes, card_digest: bytes, night: bytes, index: int, purpose: Purpose
) -> bool:
    """Whether the owner of `point` (33 octets) gave this test signature at this station tonight."""
    return signed_by(point, signature, _message(card_digest, night, index, purpose))


def _message(card_digest: bytes, night: bytes, index: int, purpose: Purpose) -> bytes:
    payload = encode((card_digest, night, index))
    return cose.to_sign1(payload, cose.external_aad("attend", purpose))
