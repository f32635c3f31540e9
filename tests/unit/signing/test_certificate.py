"""Certificates as viewers of PDF want them, read back by another library."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding

from tallydesk.signing.certificate import (
    certified_by,
    pem_of,
    point_in,
    root_certificate,
    seal_certificate,
)
from tallydesk.signing.der import fixed_signature
from tallydesk.signing.trust import trust_from
from tests.signed import key

FROM = datetime(2026, 10, 1, 8, 30, 5, 999, tzinfo=UTC)
ROOT, SEAL, STRANGER = key(1), key(2), key(3)
AUTHORITY = root_certificate(ROOT, "Mərkəzi seçki komissiyası", FROM)
LEAF = seal_certificate(ROOT, AUTHORITY, SEAL.point, "125-07", FROM)


def test_the_root_certifies_leaves_and_no_further_authority() -> None:
    read = x509.load_der_x509_certificate(AUTHORITY)
    limits = read.extensions.get_extension_for_class(x509.BasicConstraints)
    assert (limits.critical, limits.value.ca, limits.value.path_length) == (True, True, 0)
    assert read.extensions.get_extension_for_class(x509.KeyUsage).value.key_cert_sign
    read.verify_directly_issued_by(read)
    assert trust_from(pem_of(AUTHORITY), STRANGER.point).root == ROOT.point


def test_the_leaf_lasts_ten_years_and_is_for_no_use_in_particular() -> None:
    read = x509.load_der_x509_certificate(LEAF)
    read.verify_directly_issued_by(x509.load_der_x509_certificate(AUTHORITY))
    assert read.not_valid_before_utc == FROM.replace(microsecond=0)
    assert read.not_valid_after_utc == datetime(2036, 10, 1, 8, 30, 5, tzinfo=UTC)
    assert not read.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    with pytest.raises(x509.ExtensionNotFound):
        read.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    assert "125-07" in read.subject.rfc4514_string()


def test_the_same_values_give_the_same_octets() -> None:
    assert root_certificate(ROOT, "Mərkəzi seçki komissiyası", FROM) == AUTHORITY
    assert seal_certificate(ROOT, AUTHORITY, SEAL.point, "125-07", FROM) == LEAF
    assert seal_certificate(ROOT, AUTHORITY, STRANGER.point, "125-07", FROM) != LEAF


def test_a_leap_day_ends_the_day_before() -> None:
    leap = datetime(2028, 2, 29, 1, tzinfo=UTC)
    read = x509.load_der_x509_certificate(root_certificate(ROOT, "A", leap))
    assert read.not_valid_after_utc == datetime(2048, 2, 28, 1, tzinfo=UTC)


def test_only_the_owner_of_the_root_certified_it() -> None:
    assert point_in(LEAF) == SEAL.point
    assert certified_by(ROOT.point, LEAF)
    assert certified_by(ROOT.point, AUTHORITY)
    assert not certified_by(SEAL.point, LEAF)
    forged = seal_certificate(
        STRANGER,
        root_certificate(STRANGER, "Mərkəzi seçki komissiyası", FROM),
        SEAL.point,
        "1",
        FROM,
    )
    assert not certified_by(ROOT.point, forged)


def test_a_changed_certificate_is_certified_by_nobody() -> None:
    for place in range(len(LEAF) * 8):
        changed = bytearray(LEAF)
        changed[place // 8] ^= 1 << place % 8
        assert not certified_by(ROOT.point, bytes(changed))
    for length in range(len(LEAF)):
        assert not certified_by(ROOT.point, LEAF[:length])
    assert not certified_by(ROOT.point, LEAF + b"\0")


def test_a_certificate_of_another_root_key_is_not_used() -> None:
    with pytest.raises(ValueError, match="another root key"):
        seal_certificate(STRANGER, AUTHORITY, SEAL.point, "125-07", FROM)


@pytest.mark.parametrize("point", [b"", SEAL.point[:-1], b"\x05" + SEAL.point[1:]])
def test_a_seal_point_is_a_point(point: bytes) -> None:
    with pytest.raises(ValueError, match=r"point|curve|Unsupported|Invalid"):
        seal_certificate(ROOT, AUTHORITY, point, "125-07", FROM)


def other_kind(private: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey) -> bytes:
    name = x509.Name([])
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(1)
        .not_valid_before(FROM)
        .not_valid_after(FROM + timedelta(days=1))
    )
    edwards = isinstance(private, ed25519.Ed25519PrivateKey)
    made = builder.sign(private, None if edwards else hashes.SHA256())
    return made.public_bytes(Encoding.DER)


@pytest.mark.parametrize(
    "octets", [b"", b"\x30", b"\x30\0", b"\x30\x02\x30\0", b"\x30\x80", LEAF[:99]]
)
def test_what_is_no_certificate_has_no_point(octets: bytes) -> None:
    with pytest.raises(ValueError, match=r"certificate|length"):
        point_in(octets)


def test_keys_of_other_kinds_are_refused() -> None:
    for private in (ed25519.Ed25519PrivateKey.generate(), ec.generate_private_key(ec.SECP384R1())):
        certificate = other_kind(private)
        with pytest.raises(ValueError, match="P-256"):
            point_in(certificate)
        assert not certified_by(ROOT.point, certificate)


def test_numbers_too_long_for_the_curve_are_no_signature() -> None:
    long = ec.generate_private_key(ec.SECP384R1()).sign(b"", ec.ECDSA(hashes.SHA256()))
    with pytest.raises(ValueError, match="32 octets"):
        fixed_signature(long)
