"""The certificates that viewers of PDF are shown: a root with nothing below its leaves."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from tallydesk.signing.certificate import (
    certified_by,
    der_of,
    fixed_signature,
    pem_of,
    point_in,
    root_certificate,
    seal_certificate,
)
from tests.signed import AUTHORITY, STRANGER, key

DAY = datetime(2026, 10, 11, tzinfo=UTC)
ROOT = root_certificate(AUTHORITY, "Orchard authority", DAY)
SEAL = seal_certificate(AUTHORITY, ROOT, key(7).point, "012-03 Orchard", DAY)


def on_another_curve() -> bytes:
    other = ec.derive_private_key(7, ec.SECP384R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Orchard")])
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(other.public_key())
        .serial_number(1)
        .not_valid_before(DAY)
        .not_valid_after(DAY.replace(year=2030))
    )
    return built.sign(other, hashes.SHA256()).public_bytes(Encoding.DER)


def test_the_root_certifies_leaves_and_no_further_authority() -> None:
    root = x509.load_der_x509_certificate(ROOT)
    basic = root.extensions.get_extension_for_class(x509.BasicConstraints)
    assert (basic.critical, basic.value.ca, basic.value.path_length) == (True, True, 0)
    usage = root.extensions.get_extension_for_class(x509.KeyUsage).value
    assert (usage.key_cert_sign, usage.crl_sign) == (True, True)
    assert (usage.digital_signature, usage.content_commitment) == (False, False)
    root.verify_directly_issued_by(root)


def test_a_seal_is_valid_ten_years_and_has_no_extended_usage() -> None:
    seal = x509.load_der_x509_certificate(SEAL)
    assert seal.not_valid_before_utc == DAY
    assert seal.not_valid_after_utc == DAY.replace(year=2036)
    usage = seal.extensions.get_extension_for_class(x509.KeyUsage).value
    assert (usage.digital_signature, usage.content_commitment) == (True, True)
    assert usage.key_cert_sign is False
    with pytest.raises(x509.ExtensionNotFound):
        seal.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    seal.verify_directly_issued_by(x509.load_der_x509_certificate(ROOT))


def test_the_same_values_give_the_same_octets() -> None:
    assert root_certificate(AUTHORITY, "Orchard authority", DAY) == ROOT
    assert seal_certificate(AUTHORITY, ROOT, key(7).point, "012-03 Orchard", DAY) == SEAL


def test_a_leap_day_has_its_anniversary_the_day_before() -> None:
    leap = datetime(2028, 2, 29, tzinfo=UTC)
    made = x509.load_der_x509_certificate(root_certificate(AUTHORITY, "Orchard", leap))
    assert made.not_valid_after_utc == datetime(2048, 2, 28, tzinfo=UTC)


def test_who_certified_whom_is_told_from_octets_alone() -> None:
    assert point_in(SEAL) == key(7).point
    assert certified_by(AUTHORITY.point, SEAL)
    assert certified_by(AUTHORITY.point, ROOT)
    assert not certified_by(STRANGER.point, SEAL)
    assert not certified_by(AUTHORITY.point, on_another_curve())
    assert der_of(pem_of(SEAL)) == SEAL


@pytest.mark.parametrize("place", [40, 200, len(SEAL) - 3])
def test_a_changed_certificate_is_nobodys(place: int) -> None:
    twin = bytearray(SEAL)
    twin[place] ^= 1
    try:
        assert not certified_by(AUTHORITY.point, bytes(twin))
    except ValueError:
        return


def test_what_does_not_belong_together_is_refused() -> None:
    with pytest.raises(ValueError, match="another root key"):
        seal_certificate(STRANGER, ROOT, key(7).point, "012-03", DAY)
    with pytest.raises(ValueError, match="33 octets"):
        seal_certificate(AUTHORITY, ROOT, b"", "012-03", DAY)
    with pytest.raises(ValueError, match="P-256"):
        point_in(on_another_curve())


def test_a_signature_of_another_length_is_none() -> None:
    with pytest.raises(ValueError, match="32 octets"):
        fixed_signature(encode_dss_signature(2**256, 1))
