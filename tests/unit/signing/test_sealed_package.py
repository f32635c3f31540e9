"""The signed package: whatever is changed, added or taken out, it does not open."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest

from tallydesk.protocol.cbor import CborError, Item, decode, encode
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing import cose
from tallydesk.signing.card import issue_card
from tallydesk.signing.keys import Unlocked
from tallydesk.signing.sealed_package import (
    LARGEST_PACKAGE,
    Manifest,
    PackageUnsigned,
    SealCertificate,
    manifest_digest,
    manifest_signed_by,
    open_package,
    read_manifest,
    seal_package,
)
from tests.signed import AUTHORITY, CARD, OFFICIAL, STRANGER

TOML = b'format = 1\npurpose = "official"\n'
FORMS = {"pears": b"format = 1\n", "apples": b"format = 1\n# apples\n"}
MANIFEST = Manifest(
    purpose="official",
    package=sha256(TOML).digest(),
    forms={name: sha256(form).digest() for name, form in FORMS.items()},
    card=issue_card(AUTHORITY, OFFICIAL.card),
    secret_salt=bytes(16),
    secret_check=b"\x01" * 16,
)
SEALING = replace(
    MANIFEST,
    root_certificate=b"root",
    certificates=(SealCertificate(0, b"chair"), SealCertificate(1, b"deputy")),
)
GOOD = seal_package(AUTHORITY, MANIFEST, TOML, FORMS)


def parts(octets: bytes = GOOD) -> list[Item]:
    read = decode(octets, most=LARGEST_PACKAGE)
    assert isinstance(read, tuple)
    return list(read)


def container(*items: Item) -> bytes:
    return encode(tuple(items), most=LARGEST_PACKAGE)


def signed(key: Unlocked = AUTHORITY, **fields: Item) -> bytes:
    """A manifest in which a forger with a key of their own writes what they like."""
    first = parts()[0]
    assert isinstance(first, bytes)
    payload = decode(cose.open1(first).payload)
    assert isinstance(payload, dict)
    written = encode(payload | {int(name[1:]): value for name, value in fields.items()})
    message = cose.to_sign1(written, cose.external_aad("package", "official"))
    return cose.seal1(cose.Signed1(written, key.sign(message)))


@pytest.mark.parametrize("manifest", [MANIFEST, SEALING], ids=["no seal", "two seals"])
def test_what_was_sealed_is_opened(manifest: Manifest) -> None:
    opened = open_package(seal_package(AUTHORITY, manifest, TOML, FORMS))
    assert opened.manifest == manifest
    assert (opened.package, opened.forms) == (TOML, FORMS)
    assert opened.card.card == OFFICIAL.card
    assert opened.signed_by(AUTHORITY.point)
    assert not opened.signed_by(STRANGER.point)
    assert opened.digest == manifest_digest(opened.signed)
    assert read_manifest(opened.signed) == manifest


def test_the_digest_is_of_the_payload_and_no_second_spelling_changes_it() -> None:
    opened = open_package(GOOD)
    assert opened.digest == sha256(cose.open1(opened.signed).payload).digest()


@pytest.mark.parametrize(
    "octets",
    [
        container(parts()[0], TOML + b"#", parts()[2]),
        container(parts()[0], TOML, (("apples", FORMS["apples"]), ("pears", b"format = 2\n"))),
        container(parts()[0], TOML, (("apples", FORMS["apples"]),)),
        container(parts()[0], TOML, ()),
        container(
            parts()[0],
            TOML,
            (("apples", FORMS["apples"]), ("pears", FORMS["pears"]), ("plums", b"")),
        ),
    ],
    ids=["other package", "doctored form", "one form less", "no form", "one form more"],
)
def test_other_files_than_were_signed_do_not_open(octets: bytes) -> None:
    with pytest.raises(PackageUnsigned):
        open_package(octets)


@pytest.mark.parametrize(
    "octets",
    [
        container(parts()[0], TOML),
        container(parts()[0], TOML, (("pears", FORMS["pears"]), ("apples", FORMS["apples"]))),
        container(
            parts()[0],
            TOML,
            (("apples", b"x"), ("apples", FORMS["apples"]), ("pears", FORMS["pears"])),
        ),
        container(signed(f0=2), TOML, parts()[2]),
        container(signed(f1=7), TOML, parts()[2]),
        container(signed(f2=b"short"), TOML, parts()[2]),
        container(signed(f5=b""), TOML, parts()[2]),
        container(signed(f6=b""), TOML, parts()[2]),
        container(signed(f8=()), TOML, parts()[2]),
        container(signed(f8=((1, b"a"), (0, b"b"))), TOML, parts()[2]),
        container(signed(f8=((300, b"a"),)), TOML, parts()[2]),
        container(signed(f9=1), TOML, parts()[2]),
        container(signed(f4=issue_card(AUTHORITY, CARD)), TOML, parts()[2]),
    ],
    ids=[
        "two parts",
        "forms out of order",
        "a form twice",
        "another version",
        "another purpose",
        "short digest",
        "no salt",
        "no check",
        "empty certificates",
        "certificates out of order",
        "an index beyond all",
        "one key more",
        "a practice card",
    ],
)
def test_another_shape_is_refused(octets: bytes) -> None:
    with pytest.raises((ShapeError, CborError)):
        open_package(octets)


def test_nobody_seals_what_nobody_could_open() -> None:
    with pytest.raises(PackageUnsigned):
        seal_package(AUTHORITY, MANIFEST, TOML + b"#", FORMS)
    with pytest.raises(ShapeError):
        seal_package(AUTHORITY, replace(MANIFEST, purpose="practice"), TOML, FORMS)
    with pytest.raises(CborError):
        seal_package(AUTHORITY, MANIFEST, bytes(LARGEST_PACKAGE), FORMS)


@pytest.mark.parametrize("key", [STRANGER, AUTHORITY], ids=["a stranger", "the root"])
def test_a_manifest_is_signed_by_the_root_or_by_nobody(key: Unlocked) -> None:
    assert manifest_signed_by(signed(key), AUTHORITY.point) is (key is AUTHORITY)


def test_a_card_of_another_root_counts_for_nothing() -> None:
    """A manifest of the root around a card that somebody else signed."""
    doctored = replace(MANIFEST, card=issue_card(STRANGER, OFFICIAL.card))
    opened = open_package(seal_package(AUTHORITY, doctored, TOML, FORMS))
    assert manifest_signed_by(opened.signed, AUTHORITY.point)
    assert not opened.signed_by(AUTHORITY.point)


def test_a_signature_over_a_card_is_none_over_a_package() -> None:
    """The same octets, signed for another kind of thing."""
    payload = cose.open1(open_package(GOOD).signed).payload
    message = cose.to_sign1(payload, cose.external_aad("card", "official"))
    replayed = cose.seal1(cose.Signed1(payload, AUTHORITY.sign(message)))
    assert not manifest_signed_by(replayed, AUTHORITY.point)


def test_every_changed_octet_is_refused() -> None:
    for place in range(len(GOOD)):
        twin = bytearray(GOOD)
        twin[place] ^= 1 << place % 8
        try:
            assert not open_package(bytes(twin)).signed_by(AUTHORITY.point), place
        except (CborError, ShapeError, PackageUnsigned):
            continue


@pytest.mark.parametrize("twin", [GOOD + b"\0", GOOD[:-1], b"", b"\x83" * 40])
def test_a_longer_or_shorter_file_is_refused(twin: bytes) -> None:
    with pytest.raises((CborError, ShapeError)):
        open_package(twin)
