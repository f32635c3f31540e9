"""X.509 certificates for viewers of PDF: a root, and one leaf for the seal of each station.

Only viewers of third parties need them; our own verifier takes root and seal point from trust file
and card, and the leaf must agree. There is no extended key usage and hours live in the card only:
with either, Poppler calls a good seal bad, at once or on the next day.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID

from tallydesk.signing.der import (
    BITS,
    ECDSA_WITH_SHA256,
    SEQUENCE,
    content_of,
    der,
    fixed_signature,
    pieces_of,
    signature_der,
)
from tallydesk.signing.keys import POINT, Unlocked, signed_by

YEARS_OF_SEAL = 10
YEARS_OF_ROOT = 20

_HALF = 32
_SERIAL = 16
_KEY = 6
"""The place of the public key among the pieces that are signed (RFC 5280, 4.1)."""
_P256 = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
"""What stands before the two numbers of a point on this curve (RFC 5480)."""
_SEALS = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)
_CERTIFIES = x509.KeyUsage(
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=True,
    encipher_only=False,
    decipher_only=False,
)


def root_certificate(root_key: Unlocked, name: str, valid_from: datetime) -> bytes:
    """The authority's own certificate in DER, valid for twenty years (RFC 5280).

    `name` is the authority's, as viewers show it, 1 to 64 octets of UTF-8. It may sign leaves and
    no further authority. The same values give the same octets. Raises ValueError for other names.
    """
    subject = _named(name)
    key = _public(root_key.point)
    builder = (
        _builder(subject, subject, key, valid_from, YEARS_OF_ROOT)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_CERTIFIES, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )
    return root_key.certify(builder)


def seal_certificate(
    root_key: Unlocked, root: bytes, seal_point: bytes, station: str, valid_from: datetime
) -> bytes:
    """The certificate of a station's seal in DER, valid for ten years.

    `root` is the authority's certificate (DER), `seal_point` the seal key's, 33 octets, `station`
    what viewers name as the signer, such as 125-07, 1 to 64 octets. Raises ValueError when `root`
    is no certificate of this root key, or `seal_point` no point.
    """
    authority = x509.load_der_x509_certificate(root)
    if point_in(root) != root_key.point:
        raise ValueError("this certificate belongs to another root key")
    key = _public(seal_point)
    identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(_public(root_key.point))
    builder = (
        _builder(_named(station), authority.subject, key, valid_from, YEARS_OF_SEAL)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_SEALS, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        .add_extension(identifier, critical=False)
    )
    return root_key.certify(builder)


def point_in(certificate: bytes) -> bytes:
    """The public point in a certificate (DER), 33 octets.

    Raises ValueError for what is no certificate, or one of another kind of key.
    """
    try:
        key = pieces_of(pieces_of(certificate)[0])[_KEY]
    except IndexError:
        raise ValueError("this is no certificate") from None
    x, y = key[-2 * _HALF : -_HALF], key[-_HALF:]
    if key != _P256 + x + y:
        raise ValueError("a certificate here holds a key on the curve P-256")
    return bytes((2 + y[-1] % 2,)) + x


def certified_by(root_point: bytes, certificate: bytes) -> bool:
    """Whether the owner of `root_point` (33 octets) signed exactly this certificate (DER)."""
    try:
        said, _, bits = pieces_of(certificate)
        signature = fixed_signature(content_of(bits)[1:])
    except (IndexError, ValueError):
        return False
    written = der(SEQUENCE, said, ECDSA_WITH_SHA256, der(BITS, b"\0", signature_der(signature)))
    return written == certificate and signed_by(root_point, signature, said)


def pem_of(certificate: bytes) -> bytes:
    """A certificate (DER) as PEM."""
    return x509.load_der_x509_certificate(certificate).public_bytes(Encoding.PEM)


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    valid_from: datetime,
    years: int,
) -> x509.CertificateBuilder:
    point = key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    begins = valid_from.replace(microsecond=0)
    # The 29th of February has no anniversary in most years; the day before serves.
    day = 28 if (begins.month, begins.day) == (2, 29) else begins.day
    # Drawn from the key: what is issued again gets the same number, and no two keys the same.
    serial = int.from_bytes(sha256(point).digest()[:_SERIAL], "big") >> 1 | 1
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(serial)
        .not_valid_before(begins)
        .not_valid_after(begins.replace(year=begins.year + years, day=day))
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _public(point: bytes) -> ec.EllipticCurvePublicKey:
    if len(point) != POINT:
        raise ValueError(f"a point has {POINT} octets")
    return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
