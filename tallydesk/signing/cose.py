"""COSE (RFC 9052) as two fixed shapes, with nothing optional left in them.

Protected headers are templates that are compared octet by octet, so the negative number of the
algorithm never has to be decoded: {1: -7} (ES256) for one signer, {1: -7, 4: index} for several.
Unprotected headers are empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tallydesk.election.definition import Purpose
from tallydesk.protocol import shape
from tallydesk.protocol.cbor import (
    LARGEST_OCTETS,
    Item,
    decode_tagged,
    encode,
    encode_octets,
    encode_tagged,
)
from tallydesk.protocol.shape import ShapeError

SIGN1, SIGN = 18, 98
SIGNATURE = 64
"""Octets of an ES256 signature: r and s, 32 each, big-endian."""
ENVELOPE = 256
"""Octets that headers and signature of one signer take at most."""
LARGEST_INDEX = 255
"""A signer's index is one octet."""

Kind = Literal["record", "card", "package", "trust", "enrol", "attend"]

_ONE_SIGNER = bytes.fromhex("a10126")
_INDEXED_SIGNER = bytes.fromhex("a201260441")
_MANY = encode((0,) * 5)[:1] + encode("Signature") + encode(b"")
"""How an array of five begins that one of several signers signs."""
_NOTHING: Mapping[int, Item] = {}


@dataclass(frozen=True, slots=True)
class Signed1:
    """A payload with one signature."""

    payload: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class SignedByMany:
    """A payload with the signatures of several, by index, ascending."""

    payload: bytes
    signatures: Mapping[int, bytes]


def external_aad(kind: Kind, purpose: Purpose) -> bytes:
    """What a signature is for; a key signs nothing without it."""
    return f"tallydesk/{kind}/1/{purpose}".encode("ascii")


def to_sign1(payload: bytes, aad: bytes) -> bytes:
    """The octets that the only signer signs (RFC 9052 §4.4, context Signature1)."""
    return encode(("Signature1", _ONE_SIGNER, aad, payload), most=len(payload) + ENVELOPE)


def to_sign(payload: bytes, index: int, aad: bytes) -> bytes:
    """The octets that the signer with this index signs (RFC 9052 §4.4, context Signature)."""
    return b"".join((_MANY, *map(encode_octets, (_indexed(index), aad, payload))))


def seal1(signed: Signed1) -> bytes:
    """COSE_Sign1, tag 18."""
    return encode_tagged(
        SIGN1,
        (_ONE_SIGNER, _NOTHING, signed.payload, signed.signature),
        most=len(signed.payload) + ENVELOPE,
    )


def seal(signed: SignedByMany) -> bytes:
    """COSE_Sign, tag 98, signers by ascending index."""
    signers = tuple(
        (_indexed(index), _NOTHING, signed.signatures[index]) for index in sorted(signed.signatures)
    )
    return encode_tagged(SIGN, (b"", _NOTHING, signed.payload, signers))


def open1(octets: bytes, *, most: int = LARGEST_OCTETS) -> Signed1:
    """Take a COSE_Sign1 of `most` octets at most apart; checks no signature.

    Raises CborError or ShapeError.
    """
    header, unprotected, payload, signature = shape.array(
        decode_tagged(SIGN1, octets, most=most), "COSE_Sign1", length=4
    )
    if header != _ONE_SIGNER:
        raise ShapeError("protected header: only {1: -7} is allowed")
    shape.keyed(unprotected, "unprotected header", frozenset())
    return Signed1(
        shape.octets(payload, "payload"),
        shape.octets(signature, "signature", length=SIGNATURE),
    )


def open_many(octets: bytes) -> SignedByMany:
    """Take a COSE_Sign apart; checks no signature. Raises CborError or ShapeError."""
    header, unprotected, payload, signers = shape.array(
        decode_tagged(SIGN, octets), "COSE_Sign", length=4
    )
    if header != b"":
        raise ShapeError("protected header: must be empty")
    shape.keyed(unprotected, "unprotected header", frozenset())
    signatures: dict[int, bytes] = {}
    last = -1
    for signer in shape.array(signers, "signers"):
        index, signature = _read_signer(signer)
        if index <= last:
            raise ShapeError(f"signers: {index} is not in order, or stands twice")
        last = index
        signatures[index] = signature
    return SignedByMany(shape.octets(payload, "payload"), signatures)


def _indexed(index: int) -> bytes:
    if not 0 <= index <= LARGEST_INDEX:
        raise ShapeError(f"signer: {index} is out of range")
    return _INDEXED_SIGNER + bytes((index,))


def _read_signer(item: Item) -> tuple[int, bytes]:
    header, unprotected, signature = shape.array(item, "signer", length=3)
    head = shape.octets(header, "signer header", length=len(_INDEXED_SIGNER) + 1)
    if not head.startswith(_INDEXED_SIGNER):
        raise ShapeError("signer header: only {1: -7, 4: one octet} is allowed")
    shape.keyed(unprotected, "unprotected header", frozenset())
    return head[-1], shape.octets(signature, "signature", length=SIGNATURE)
