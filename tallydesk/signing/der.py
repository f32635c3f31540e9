"""The few pieces of DER (ITU-T X.690) that certificates and seals are made of."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

INTEGER, BITS, OCTETS, NULL, OID, SEQUENCE, SET = 0x02, 0x03, 0x04, 0x05, 0x06, 0x30, 0x31
EXPLICIT, DIRECTORY_NAME = 0xA0, 0xA4

ECDSA_WITH_SHA256 = bytes.fromhex("300a06082a8648ce3d040302")
"""The algorithm of every signature here, as certificates and containers name it (RFC 5758)."""

_HALF = 32
_LONG_FORM = 0x80
_LONGEST = 2
"""Octets of a length; nothing here is longer than two can say."""


def der(tag: int, *pieces: bytes) -> bytes:
    """One value: its tag, its length, and the pieces one after the other."""
    content = b"".join(pieces)
    length = len(content)
    if length < _LONG_FORM:
        return bytes((tag, length)) + content
    wide = -(-length.bit_length() // 8)
    return bytes((tag, _LONG_FORM | wide)) + length.to_bytes(wide, "big") + content


def pieces_of(octets: bytes) -> list[bytes]:
    """What is inside the value at the beginning, each with tag and length.

    Forgives lengths that point behind the end: what was read is put together again and compared.
    Raises IndexError or ValueError.
    """
    content = content_of(octets)
    pieces: list[bytes] = []
    while content:
        start, length = _measured(content)
        pieces.append(content[: start + length])
        content = content[start + length :]
    return pieces


def content_of(octets: bytes) -> bytes:
    """The value at the beginning without tag and length. Raises IndexError or ValueError."""
    start, length = _measured(octets)
    return octets[start : start + length]


def signature_der(signature: bytes) -> bytes:
    """A signature of 64 octets as two numbers (RFC 3279, 2.2.3)."""
    return encode_dss_signature(
        int.from_bytes(signature[:_HALF], "big"), int.from_bytes(signature[_HALF:], "big")
    )


def fixed_signature(octets: bytes) -> bytes:
    """The same backwards: r and s, 64 octets. Raises ValueError."""
    r, s = decode_dss_signature(octets)
    if max(r, s).bit_length() > 8 * _HALF or min(r, s) < 0:
        raise ValueError("a signature on P-256 has two numbers of 32 octets")
    return r.to_bytes(_HALF, "big") + s.to_bytes(_HALF, "big")


def _measured(octets: bytes) -> tuple[int, int]:
    """Where the content of a value begins, and how long it is."""
    length = octets[1]
    if length < _LONG_FORM:
        return 2, length
    wide = length - _LONG_FORM
    if not 0 < wide <= _LONGEST:
        raise ValueError("a length has one octet or two")
    return 2 + wide, int.from_bytes(octets[2 : 2 + wide], "big")
