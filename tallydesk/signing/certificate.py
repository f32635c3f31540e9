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
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID

from tallydesk.signing.keys import POINT, Unlocked, signed_by

YEARS_OF_SEAL = 10
YEARS_OF_ROOT = 20

_HALF = 32
_SERIAL = 16
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

    `name` is the authority's, as viewers show it. It may sign leaves and no further authority.
    The same values give the same octets.
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
    what viewers name as the signer, such as 125-07. Raises ValueError when `root` is no
    certificate of this root key, or `seal_point` no point.
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
    key = x509.load_der_x509_certificate(certificate).public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise ValueError(  # noqa: TRY004  # what a file holds is a value
            "a certificate here holds a key on the curve P-256"
        )
    return key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


def certified_by(root_point: bytes, certificate: bytes) -> bool:
    """Whether the owner of `root_point` (33 octets) signed a certificate (DER).

    Raises ValueError for what is no certificate.
    """
    read = x509.load_der_x509_certificate(certificate)
    try:
        signature = fixed_signature(read.signature)
    except ValueError:
        return False
    return signed_by(root_point, signature, read.tbs_certificate_bytes)


def pem_of(certificate: bytes) -> bytes:
    """A certificate (DER) as PEM."""
    return x509.load_der_x509_certificate(certificate).public_bytes(Encoding.PEM)


def der_of(pem: bytes) -> bytes:
    """A certificate in PEM as DER. Raises ValueError for what is none."""
    return x509.load_pem_x509_certificate(pem).public_bytes(Encoding.DER)


def fixed_signature(der: bytes) -> bytes:
    """An ECDSA signature as r and s, 64 octets, from its DER. Raises ValueError."""
    r, s = decode_dss_signature(der)
    if max(r.bit_length(), s.bit_length()) > 8 * _HALF:
        raise ValueError("a signature on P-256 has two numbers of 32 octets")
    return r.to_bytes(_HALF, "big") + s.to_bytes(_HALF, "big")


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
