"""The record: one results protocol, signed by exactly those members who said they sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from tallydesk.election.definition import Purpose
from tallydesk.protocol.canonical import RecordPayload, read_payload
from tallydesk.signing import cose
from tallydesk.signing.keys import Unlocked, signed_by


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it was read, no signature checked. `signatures` by index on the card."""

    octets: bytes
    payload: RecordPayload
    signatures: Mapping[int, bytes]

    @property
    def digest(self) -> bytes:
        """What the record is called: SHA-256 of the payload, 32 octets.

        Never of the envelope: of every ECDSA signature there is a second spelling.
        """
        return sha256(self.octets).digest()

    def signed_with(self, index: int, point: bytes) -> bool:
        """Whether the signature at `index` is there and was made with that key."""
        signature = self.signatures.get(index)
        return signature is not None and signed_by(
            point, signature, _to_sign(self.octets, index, self.payload.purpose)
        )


def signature_over(payload: bytes, card_index: int, key: Unlocked, purpose: Purpose) -> bytes:
    """One member's signature, 64 octets. `card_index` counts from 0 in the card's order."""
    return key.sign(_to_sign(payload, card_index, purpose))


def seal_record(payload: bytes, signatures: Mapping[int, bytes]) -> bytes:
    """The finished record, COSE_Sign. `signatures` by index on the card.

    There are none when all members sign on paper; such a record proves nothing, and every
    verifier says so.
    """
    return cose.seal(cose.SignedByMany(payload, signatures))


def read_record(octets: bytes) -> Record:
    """Take a record apart without checking signatures. Raises CborError or ShapeError."""
    signed = cose.open_many(octets)
    return Record(signed.payload, read_payload(signed.payload), signed.signatures)


def record_digest(payload: bytes) -> bytes:
    """What a record with this payload is called: its SHA-256, 32 octets."""
    return sha256(payload).digest()


def _to_sign(payload: bytes, index: int, purpose: Purpose) -> bytes:
    return cose.to_sign(payload, index, cose.external_aad("record", purpose))
