"""A reader written from trust-v1.md alone agrees: it shares no code with what wrote the files.

Only cbor2 and cryptography, and the letter as a person reads it from the paper.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import cbor2
import pypdfium2
import pytest
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from tallydesk.assets import read_bytes
from tallydesk.authority.policy_file import read_policy
from tallydesk.authority.roster import File
from tallydesk.authority.trust_file import Additions, next_trust
from tests.benchmarks.invented_roster import ROOT, key
from tests.unit.authority.commission import election, enrolments
from tests.unit.authority.test_issuing import issued

MOMENT = datetime(2026, 10, 1, tzinfo=UTC)
ISSUED = issued()
TRUST = next_trust(
    ROOT,
    3,
    MOMENT,
    [File("001-01.tdp", ISSUED.package)],
    [File("invented-fruit.toml", election().file)],
    Additions({key(1, 0, 2).point: MOMENT}, frozenset({b"\x05" * 32})),
)
ENROLMENT = enrolments()[0].content
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Refused(Exception):
    """The reader does not accept it."""


def verified(point: bytes, signature: bytes, message: bytes) -> None:
    r, s = (int.from_bytes(half, "big") for half in (signature[:32], signature[32:]))
    signer = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    try:
        signer.verify(encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        raise Refused from None


def one_signer(octets: bytes, kind: str, root: bytes) -> dict[int, Any]:
    tagged = cbor2.loads(octets)
    header, unprotected, payload, signature = tagged.value
    if (tagged.tag, header, dict(unprotected)) != (18, bytes.fromhex("a10126"), {}):
        raise Refused
    aad = f"tallydesk/{kind}/1/official".encode()
    verified(root, signature, cbor2.dumps(["Signature1", header, aad, payload]))
    fields: dict[int, Any] = cbor2.loads(payload)
    return fields


def trust_of(octets: bytes, root: bytes) -> dict[int, Any]:
    fields = one_signer(octets, "trust", root)
    cards = [fields[5][at : at + 32] for at in range(0, len(fields[5]), 32)]
    if set(fields) != set(range(9)) or fields[4] != root or cards != sorted(set(cards)):
        raise Refused
    return {**fields, 5: cards}


def package_of(octets: bytes, trust: dict[int, Any]) -> tuple[dict[int, Any], dict[str, Any]]:
    signed, toml, forms = cbor2.loads(octets)
    manifest = one_signer(signed, "package", trust[4])
    card_payload = cbor2.loads(manifest[4]).value[2]
    one_signer(manifest[4], "card", trust[4])
    digests = [[name, sha256(form).digest()] for name, form in forms]
    published = {digest for _, digest in trust[8]}
    if (
        sha256(toml).digest() != manifest[2]
        or digests != list(map(list, manifest[3]))
        or not {digest for _, digest in digests} <= published
        or sha256(card_payload).digest() not in trust[5]
    ):
        raise Refused
    return manifest, tomllib.loads(toml.decode())


def enrolment_of(octets: bytes) -> dict[int, Any]:
    tagged = cbor2.loads(octets)
    header, _, payload, signers = tagged.value
    fields: dict[int, Any] = cbor2.loads(payload)
    points = [fields[at] for at in (4, 6) if at in fields]
    if tagged.tag != 98 or header != b"" or len(signers) != len(points):
        raise Refused
    for index, (point, (head, _, signature)) in enumerate(zip(points, signers, strict=True)):
        if head != bytes.fromhex("a201260441") + bytes([index]):
            raise Refused
        aad = b"tallydesk/enrol/1/official"
        verified(point, signature, cbor2.dumps(["Signature", b"", head, aad, payload]))
    return fields


def blocks_of(digest: bytes) -> Sequence[str]:
    number = int.from_bytes(digest[:20], "big")
    text = "".join(LETTERS[number >> (5 * place) & 31] for place in reversed(range(32)))
    return [text[at : at + 4] for at in range(0, 32, 4)]


def test_the_trust_file() -> None:
    trust = trust_of(TRUST, ROOT.point)
    assert (trust[0], trust[1], trust[2], trust[3]) == (1, 1, 3, int(MOMENT.timestamp()))
    assert [list(each) for each in trust[6]] == [[key(1, 0, 2).point, int(MOMENT.timestamp())]]
    assert list(trust[7]) == [b"\x05" * 32]
    names = [name for name, _ in trust[8]]
    assert names == ["definitions/invented-fruit.toml", "forms/az-presidential-2024.toml"]
    with pytest.raises(Refused):
        trust_of(TRUST, key(9).point)


def test_package_letter_and_certificates() -> None:
    manifest, toml = package_of(ISSUED.package, trust_of(TRUST, ROOT.point))
    assert toml["station"]["number"] == "01"
    page = pypdfium2.PdfDocument(ISSUED.letter)[0].get_textpage().get_text_range()
    (secret,) = re.findall(r"\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b", page)
    typed = secret.replace("-", "")
    digest = sha256(b"tallydesk/secret/1" + manifest[5] + typed.encode()).digest()
    assert digest[:16] == manifest[6]
    payload = cbor2.loads(cbor2.loads(ISSUED.package)[0]).value[2]
    assert [word for word in page.split() if word in blocks_of(sha256(payload).digest())] == list(
        blocks_of(sha256(payload).digest())
    )
    root = x509.load_der_x509_certificate(manifest[7])
    ((index, leaf),) = manifest[8]
    seal = x509.load_der_x509_certificate(leaf)
    seal.verify_directly_issued_by(root)
    card = cbor2.loads(cbor2.loads(manifest[4]).value[2])
    public = seal.public_key()
    assert isinstance(public, ec.EllipticCurvePublicKey)
    point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), card[9][index])
    assert public == point


def test_the_enrolment() -> None:
    fields = enrolment_of(ENROLMENT)
    assert (fields[0], fields[1], list(fields[2]), fields[3]) == (
        1,
        1,
        ["001", "01"],
        "Alma Təlimova",
    )
    with pytest.raises(Refused):
        enrolment_of(ENROLMENT[:-1] + bytes([ENROLMENT[-1] ^ 1]))


@pytest.mark.parametrize("place", [100, 400, 9_000, 20_000])
def test_a_changed_package_is_refused(place: int) -> None:
    twin = bytearray(ISSUED.package)
    twin[place] ^= 1
    with pytest.raises((Refused, ValueError, cbor2.CBORDecodeError)):
        package_of(bytes(twin), trust_of(TRUST, ROOT.point))


def test_the_policy_on_the_page_is_one() -> None:
    page = read_bytes("formats", "authority-v1.md").decode()
    example = page.split("```toml\n", 1)[1].split("```", 1)[0]
    assert read_policy(example.encode()).complete_within_hours == 36
