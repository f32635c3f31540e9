"""The signature container of a sealed PDF: CMS (RFC 5652) with nothing optional left in it.

Everything but the certificate, the digest and the signature is a fixed spelling, so a container is
checked by building it again and comparing octets: a general reader accepts many spellings of one
signature, and each would be a change that nobody sees.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from tallydesk.signing.certificate import fixed_signature
from tallydesk.signing.keys import ORDER

_HALF = 32
_INTEGER, _OCTETS, _NULL, _OID, _SEQUENCE, _SET = 0x02, 0x04, 0x05, 0x06, 0x30, 0x31
_EXPLICIT, _DIRECTORY_NAME = 0xA0, 0xA4
_LONG_FORM = 0x80
_LONGEST = 2
"""Octets of a length; nothing in a container is longer than two can say."""

_DATA = bytes.fromhex("2a864886f70d010701")
_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_CONTENT_TYPE = bytes.fromhex("2a864886f70d010903")
_MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010904")
_SIGNING_CERTIFICATE_V2 = bytes.fromhex("2a864886f70d010910022f")
_SHA256 = bytes.fromhex("608648016503040201")
_ECDSA_WITH_SHA256 = bytes.fromhex("2a8648ce3d040302")


class ContainerBroken(ValueError):
    """Octets that are no container of ours, or one that is spelled otherwise."""


@dataclass(frozen=True, slots=True)
class Container:
    """What a container holds: the certificate in DER, and r and s, 64 octets."""

    certificate: bytes
    signature: bytes


def lower(signature: bytes) -> bytes:
    """The one of the two spellings of a signature (64 octets) that has the smaller s.

    Anybody can make s from n - s and back: a seal has one spelling only.
    """
    r, s = signature[:_HALF], int.from_bytes(signature[_HALF:], "big")
    return r + min(s, ORDER - s).to_bytes(_HALF, "big")


def signature_der(signature: bytes) -> bytes:
    """A signature of 64 octets as DER, as X.509 and CMS write it (RFC 3279, 2.2.3)."""
    return encode_dss_signature(
        int.from_bytes(signature[:_HALF], "big"), int.from_bytes(signature[_HALF:], "big")
    )


def to_sign(certificate: bytes, digest: bytes) -> bytes:
    """The octets that the seal signs: the signed attributes as a SET (RFC 5652, 5.4).

    `digest` is the SHA-256 of everything in the file but the container, 32 octets. Raises
    ValueError when the certificate is none.
    """
    return _der(_SET, _attributes(certificate, digest))


def container_of(held: Container, digest: bytes) -> bytes:
    """The container in DER. Raises ValueError when the certificate is none."""
    signer = _sequence(
        _der(_INTEGER, b"\x01"),
        _sequence(*_issuer_and_serial(held.certificate)),
        _sha256_algorithm(),
        _der(_EXPLICIT, _attributes(held.certificate, digest)),
        _sequence(_der(_OID, _ECDSA_WITH_SHA256)),
        _der(_OCTETS, signature_der(held.signature)),
    )
    signed_data = _sequence(
        _der(_INTEGER, b"\x01"),
        _der(_SET, _sha256_algorithm()),
        _sequence(_der(_OID, _DATA)),
        _der(_EXPLICIT, held.certificate),
        _der(_SET, signer),
    )
    return _sequence(_der(_OID, _SIGNED_DATA), _der(_EXPLICIT, signed_data))


def read_container(octets: bytes, digest: bytes) -> Container:
    """The container at the beginning of `octets`; after it there are zeros and nothing else.

    Checks no signature. Raises ContainerBroken unless it is, octet by octet, what `container_of`
    makes of its certificate, its signature and `digest`.
    """
    try:
        signed_data = _parts(_parts(_parts(octets)[1])[0])
        certificate, signers = signed_data[3], signed_data[4]
        held = Container(
            _content(certificate),
            lower(fixed_signature(_content(_parts(_parts(signers)[0])[5]))),
        )
        written = container_of(held, digest)
    except (IndexError, ValueError) as error:
        raise ContainerBroken(f"this is no signature container of ours ({error})") from None
    if written.ljust(len(octets), b"\0") != octets:
        raise ContainerBroken("the signature container is not spelled as it was written")
    return held


def _attributes(certificate: bytes, digest: bytes) -> bytes:
    """Type, digest and certificate: the signed attributes of PAdES (EN 319 142-1), in order."""
    issuer, serial = _issuer_and_serial(certificate)
    named = _sequence(_sequence(_der(_DIRECTORY_NAME, issuer)), serial)
    binding = _sequence(_der(_OCTETS, sha256(certificate).digest()), named)
    return b"".join(
        (
            _attribute(_CONTENT_TYPE, _der(_OID, _DATA)),
            _attribute(_MESSAGE_DIGEST, _der(_OCTETS, digest)),
            _attribute(_SIGNING_CERTIFICATE_V2, _sequence(_sequence(binding))),
        )
    )


def _attribute(kind: bytes, value: bytes) -> bytes:
    return _sequence(_der(_OID, kind), _der(_SET, value))


def _issuer_and_serial(certificate: bytes) -> tuple[bytes, bytes]:
    read = x509.load_der_x509_certificate(certificate)
    number = read.serial_number
    # A leading zero keeps it positive.
    return read.issuer.public_bytes(), _der(
        _INTEGER, number.to_bytes(number.bit_length() // 8 + 1, "big")
    )


def _sha256_algorithm() -> bytes:
    return _sequence(_der(_OID, _SHA256), _der(_NULL, b""))


def _sequence(*parts: bytes) -> bytes:
    return _der(_SEQUENCE, *parts)


def _der(tag: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    length = len(content)
    if length < _LONG_FORM:
        return bytes((tag, length)) + content
    wide = -(-length.bit_length() // 8)
    return bytes((tag, _LONG_FORM | wide)) + length.to_bytes(wide, "big") + content


def _parts(octets: bytes) -> list[bytes]:
    """What is inside one value, piece by piece. Raises IndexError or ValueError."""
    content = _content(octets)
    parts: list[bytes] = []
    while content:
        start, length = _measured(content)
        parts.append(content[: start + length])
        content = content[start + length :]
    return parts


def _content(octets: bytes) -> bytes:
    start, length = _measured(octets)
    return octets[start : start + length]


def _measured(octets: bytes) -> tuple[int, int]:
    """Where the content of a value begins, and how long it is."""
    length = octets[1]
    if length < _LONG_FORM:
        return 2, length
    wide = length - _LONG_FORM
    if not 0 < wide <= _LONGEST:
        raise ValueError("a length has one octet or two")
    return 2 + wide, int.from_bytes(octets[2 : 2 + wide], "big")
