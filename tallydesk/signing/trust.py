"""Which roots count for official elections: in this version one key, given as PEM."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_public_key,
)

from tallydesk.signing.practice import RootRefused


@dataclass(frozen=True, slots=True)
class Trust:
    """What the election authority published: `root`, a point of 33 octets.

    A trust file with the list of all cards comes later; until then no card is looked up in one.
    """

    root: bytes


def trust_from(pem: bytes, practice_point: bytes) -> Trust:
    """The authority's root from a certificate or a public key in PEM.

    Raises RootRefused for anything else, and for the practice root, whose private key everybody
    has.
    """
    try:
        key = (
            x509.load_pem_x509_certificate(pem).public_key()
            if b"BEGIN CERTIFICATE" in pem
            else load_pem_public_key(pem)
        )
    except ValueError:
        raise RootRefused(
            "this version reads an authority's root key or certificate in PEM, and this is neither"
        ) from None
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise RootRefused("a root key lies on the curve P-256")
    point = key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    if point == practice_point:
        raise RootRefused("this is the practice root: everybody has its private key")
    return Trust(point)
