"""Roots: the practice root that is shipped, and the authority's that is not."""

from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.types import CertificateIssuerPrivateKeyTypes
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from cryptography.x509.oid import NameOID

from tallydesk.assets import read_bytes
from tallydesk.signing.practice import RootRefused, practice_root, root_from
from tallydesk.signing.trust import Trust, trust_from

KEY = ec.derive_private_key(7, ec.SECP256R1())
POINT = KEY.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
PRACTICE = practice_root().point


def private_pem(key: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def public_pem(key: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def certificate(key: CertificateIssuerPrivateKeyTypes) -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Orchard authority")])
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2036, 1, 1, tzinfo=UTC))
    )
    algorithm = None if isinstance(key, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    return built.sign(key, algorithm).public_bytes(Encoding.PEM)


def test_the_practice_root_is_shipped_and_says_that_it_protects_nothing() -> None:
    assert b"it protects nothing" in read_bytes("trust", "practice-root.pem")
    assert len(PRACTICE) == 33


def test_a_root_key_is_read_from_pem() -> None:
    assert root_from(private_pem(KEY)).point == POINT


@pytest.mark.parametrize(
    "pem",
    [
        b"",
        b"hello",
        public_pem(KEY),
        KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret")),
        private_pem(ec.derive_private_key(7, ec.SECP384R1())),
        private_pem(ed25519.Ed25519PrivateKey.generate()),
    ],
)
def test_anything_else_is_no_root_key(pem: bytes) -> None:
    with pytest.raises(RootRefused):
        root_from(pem)


@pytest.mark.parametrize("pem", [public_pem(KEY), certificate(KEY)])
def test_an_authority_is_trusted_by_key_or_certificate(pem: bytes) -> None:
    assert trust_from(pem, PRACTICE) == Trust(POINT)


@pytest.mark.parametrize(
    "pem",
    [
        b"",
        b"-----BEGIN CERTIFICATE-----\n",
        private_pem(KEY),
        public_pem(ec.derive_private_key(7, ec.SECP384R1())),
        certificate(ed25519.Ed25519PrivateKey.generate()),
    ],
)
def test_anything_else_is_no_authority(pem: bytes) -> None:
    with pytest.raises(RootRefused):
        trust_from(pem, PRACTICE)


def test_the_practice_root_is_refused_as_an_authority() -> None:
    with pytest.raises(RootRefused, match="everybody has its private key"):
        trust_from(public_pem(KEY), POINT)
