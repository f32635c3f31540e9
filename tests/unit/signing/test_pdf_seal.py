"""The seal: what pyHanko writes is what we spell, and no other spelling passes."""

from __future__ import annotations

import random
import re
import subprocess
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.status import SignatureCoverageLevel

from tallydesk.signing.certificate import pem_of, root_certificate, seal_certificate
from tallydesk.signing.container import (
    Container,
    ContainerBroken,
    container_of,
    lower,
    read_container,
    to_sign,
)
from tallydesk.signing.keys import ORDER
from tallydesk.signing.pdf_seal import (
    SealBroken,
    SealMaterial,
    claims_a_seal,
    read_seal,
    seal,
)
from tests.sealed import ISSUED, ROOT_CERTIFICATE, SEAL, material, practice_pdf, sealed_pdf
from tests.signed import AUTHORITY, STRANGER, key

CERTIFICATE = material().certificate
DIGEST = sha256(b"some file").digest()
GOOD = Container(CERTIFICATE, lower(SEAL.sign(b"something")))


def gap(pdf: bytes) -> tuple[int, int]:
    """Where the hex digits of the container stand."""
    start = pdf.index(b"/Contents <") + len(b"/Contents <")
    return start, pdf.index(b">", start)


def test_a_sealed_file_begins_with_the_file_that_was_sealed() -> None:
    made = seal(practice_pdf(), material(), ISSUED)
    assert made.startswith(practice_pdf())
    assert made == seal(practice_pdf(), material(), ISSUED)
    assert made != seal(practice_pdf(), material(), ISSUED + timedelta(seconds=1))
    read = read_seal(made)
    assert read.point == SEAL.point
    assert read.certified_by(AUTHORITY.point)
    assert not read.certified_by(STRANGER.point)
    assert claims_a_seal(made)
    assert not claims_a_seal(practice_pdf())


def test_the_same_certificate_with_another_key_does_not_seal() -> None:
    with pytest.raises(ValueError, match="another seal key"):
        seal(practice_pdf(), SealMaterial(STRANGER, CERTIFICATE), ISSUED)


def test_another_library_finds_one_certifying_signature_over_the_whole_file() -> None:
    (found,) = PdfFileReader(BytesIO(sealed_pdf())).embedded_signatures
    found.compute_integrity_info()
    assert found.docmdp_level is MDPPerm.NO_CHANGES
    assert found.coverage is SignatureCoverageLevel.ENTIRE_FILE
    assert found.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"


def test_openssl_verifies_the_seal(tmp_path: Path) -> None:
    pdf = sealed_pdf()
    start, end = gap(pdf)
    rest = pdf[: start - 1] + pdf[end + 1 :]
    container = bytes.fromhex(pdf[start:end].decode())
    held = read_container(container, sha256(rest).digest())
    (tmp_path / "seal.der").write_bytes(container_of(held, sha256(rest).digest()))
    (tmp_path / "rest").write_bytes(rest)
    (tmp_path / "root.pem").write_bytes(pem_of(ROOT_CERTIFICATE))
    command = "openssl cms -verify -binary -inform DER -in seal.der -content rest"
    given = [*command.split(), "-CAfile", "root.pem", "-purpose", "any", "-out", "out"]
    subprocess.run(given, cwd=tmp_path, check=True, capture_output=True)
    (tmp_path / "rest").write_bytes(rest + b" ")
    assert subprocess.run(given, cwd=tmp_path, check=False, capture_output=True).returncode


def test_a_container_is_read_with_zeros_behind_it() -> None:
    octets = container_of(GOOD, DIGEST)
    assert read_container(octets, DIGEST) == GOOD
    assert read_container(octets + bytes(500), DIGEST) == GOOD
    with pytest.raises(ContainerBroken):
        read_container(octets + bytes(499) + b"\x01", DIGEST)


def test_no_bit_of_a_container_may_be_another() -> None:
    octets = container_of(GOOD, DIGEST) + bytes(20)
    same = []
    for place in range(len(octets) * 8):
        changed = bytearray(octets)
        changed[place // 8] ^= 1 << place % 8
        try:
            held = read_container(bytes(changed), DIGEST)
        except ContainerBroken:
            continue
        same.append(held)
    # What is left are other signatures and other certificates, spelled as ours are.
    assert same
    assert GOOD not in same


def test_the_second_spelling_of_a_signature_is_none() -> None:
    high = (ORDER - int.from_bytes(GOOD.signature[32:], "big")).to_bytes(32, "big")
    twin = Container(CERTIFICATE, GOOD.signature[:32] + high)
    with pytest.raises(ContainerBroken, match="spelled"):
        read_container(container_of(twin, DIGEST), DIGEST)


def test_a_container_of_another_file_is_none() -> None:
    with pytest.raises(ContainerBroken):
        read_container(container_of(GOOD, DIGEST), sha256(b"another file").digest())


@pytest.mark.parametrize("octets", [b"", b"\x30", b"\x30\x80", b"\x30\x83\0\0\0", bytes(2048)])
def test_what_is_no_container_is_refused(octets: bytes) -> None:
    with pytest.raises(ContainerBroken):
        read_container(octets, DIGEST)


def test_a_signature_of_another_key_is_refused() -> None:
    pdf = sealed_pdf()
    start, end = gap(pdf)
    digest = sha256(pdf[: start - 1] + pdf[end + 1 :]).digest()
    forged = container_of(Container(CERTIFICATE, GOOD.signature), digest).hex().encode()
    with pytest.raises(SealBroken, match="other contents"):
        read_seal(pdf[:start] + forged.ljust(end - start, b"0") + pdf[end:])


def test_hex_digits_are_small() -> None:
    pdf = sealed_pdf()
    start, end = gap(pdf)
    with pytest.raises(SealBroken, match="small"):
        read_seal(pdf[:start] + pdf[start:end].upper() + pdf[end:])


def test_nothing_stands_behind_a_seal() -> None:
    pdf = sealed_pdf()
    for more in (b"\n", b" ", b"%", b"\n%%EOF\n", pdf):
        with pytest.raises(SealBroken):
            read_seal(pdf + more)
    with pytest.raises(SealBroken):
        read_seal(pdf[:-1])


def test_a_seal_that_speaks_of_less_than_the_file_is_refused_whoever_made_it() -> None:
    pdf = sealed_pdf()
    numbers = re.search(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]", pdf)
    assert numbers is not None
    less = str(int(numbers[3]) - 1).encode()
    assert len(less) == len(numbers[3])
    shorter = pdf[: numbers.start(3)] + less + pdf[numbers.end(3) :]
    start, end = gap(shorter)
    digest = sha256(shorter[: start - 1] + shorter[end + 1 :]).digest()
    own = Container(CERTIFICATE, lower(SEAL.sign(to_sign(CERTIFICATE, digest))))
    container = container_of(own, digest).hex().encode().ljust(end - start, b"0")
    with pytest.raises(SealBroken, match="whole file"):
        read_seal(shorter[:start] + container + shorter[end:])


def test_a_second_seal_is_refused() -> None:
    with pytest.raises(SealBroken, match="one seal"):
        read_seal(sealed_pdf() + b"/ByteRange [0 1 2 3]")


def test_a_file_without_seal_has_none() -> None:
    with pytest.raises(SealBroken):
        read_seal(practice_pdf())


def test_a_sample_of_changed_octets_breaks_the_seal() -> None:
    pdf, chance = sealed_pdf(), random.Random(1)
    for place in chance.sample(range(len(pdf)), 400):
        changed = bytearray(pdf)
        changed[place] ^= 1 << chance.randrange(8)
        assert claims_a_seal(bytes(changed))
        with pytest.raises(SealBroken):
            read_seal(bytes(changed))


def test_long_names_find_room() -> None:
    root = root_certificate(AUTHORITY, "ə" * 32, ISSUED)
    leaf = seal_certificate(AUTHORITY, root, key(9).point, "ü" * 32, ISSUED)
    assert read_seal(seal(practice_pdf(), SealMaterial(key(9), leaf), ISSUED)).point == key(9).point
