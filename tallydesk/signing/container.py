"""The signature container of a sealed PDF: CMS (RFC 5652) with nothing optional left in it.

Everything but the certificate, the digest and the signature is a fixed spelling, so a container is
checked by building it again and comparing octets: a general reader accepts many spellings of one
signature, and each would be a change that nobody sees.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from tallydesk.signing.der import (
    DIRECTORY_NAME,
    ECDSA_WITH_SHA256,
    EXPLICIT,
    INTEGER,
    NULL,
    OCTETS,
    OID,
    SEQUENCE,
    SET,
    content_of,
    der,
    fixed_signature,
    pieces_of,
    signature_der,
)
from tallydesk.signing.keys import ORDER

_HALF = 32

_DATA = bytes.fromhex("2a864886f70d010701")
_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_CONTENT_TYPE = bytes.fromhex("2a864886f70d010903")
_MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010904")
_SIGNING_CERTIFICATE_V2 = bytes.fromhex("2a864886f70d010910022f")
_SHA256 = bytes.fromhex("608648016503040201")


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


def to_sign(certificate: bytes, digest: bytes) -> bytes:
    """The octets that the seal signs: the signed attributes as a SET (RFC 5652, 5.4).

    `digest` is the SHA-256 of everything in the file but the container, 32 octets. Raises
    IndexError or ValueError when the certificate is none.
    """
    return der(SET, _attributes(certificate, digest))


def container_of(held: Container, digest: bytes) -> bytes:
    """The container in DER. Raises IndexError or ValueError when the certificate is none."""
    signer = _sequence(
        der(INTEGER, b"\x01"),
        _sequence(*_issuer_and_serial(held.certificate)),
        _sha256_algorithm(),
        der(EXPLICIT, _attributes(held.certificate, digest)),
        ECDSA_WITH_SHA256,
        der(OCTETS, signature_der(held.signature)),
    )
    signed_data = _sequence(
        der(INTEGER, b"\x01"),
        der(SET, _sha256_algorithm()),
        _sequence(der(OID, _DATA)),
        der(EXPLICIT, held.certificate),
        der(SET, signer),
    )
    return _sequence(der(OID, _SIGNED_DATA), der(EXPLICIT, signed_data))


def read_container(octets: bytes, digest: bytes) -> Container:
    """The container at the beginning of `octets`; after it there are zeros and nothing else.

    Checks no signature. Raises ContainerBroken unless it is, octet by octet, what `container_of`
    makes of its certificate, its signature and `digest`.
    """
    try:
        signed_data = pieces_of(pieces_of(pieces_of(octets)[1])[0])
        certificate, signers = signed_data[3], signed_data[4]
        held = Container(
            content_of(certificate),
            lower(fixed_signature(content_of(pieces_of(pieces_of(signers)[0])[5]))),
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
    named = _sequence(_sequence(der(DIRECTORY_NAME, issuer)), serial)
    binding = _sequence(der(OCTETS, sha256(certificate).digest()), named)
    return b"".join(
        (
            _attribute(_CONTENT_TYPE, der(OID, _DATA)),
            _attribute(_MESSAGE_DIGEST, der(OCTETS, digest)),
            _attribute(_SIGNING_CERTIFICATE_V2, _sequence(_sequence(binding))),
        )
    )


def _attribute(kind: bytes, value: bytes) -> bytes:
    return _sequence(der(OID, kind), der(SET, value))


def _issuer_and_serial(certificate: bytes) -> tuple[bytes, bytes]:
    about = pieces_of(pieces_of(certificate)[0])
    return about[3], about[1]


def _sha256_algorithm() -> bytes:
    return _sequence(der(OID, _SHA256), der(NULL))


def _sequence(*pieces: bytes) -> bytes:
    return der(SEQUENCE, *pieces)
