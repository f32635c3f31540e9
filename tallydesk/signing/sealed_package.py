"""What the authority hands to a station's laptop: the package, its forms, its card, all signed.

A container in the small CBOR (resources/formats/trust-v1.md): a manifest signed by the root, which
names the SHA-256 of everything else in it. The manifest's digest is printed in the letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

from tallydesk.election.definition import Purpose
from tallydesk.protocol import shape
from tallydesk.protocol.canonical import FORMAT_VERSION, PURPOSES, read_purpose
from tallydesk.protocol.cbor import Item, decode, encode
from tallydesk.protocol.shape import DIGEST, ShapeError
from tallydesk.signing import cose
from tallydesk.signing.card import SignedCard, read_card
from tallydesk.signing.keys import Unlocked, signed_by

LARGEST_PACKAGE = 4_194_304
"""Octets of a container; one with the shipped form and six members has 50,000."""

CHECK, SALT = 16, 16
_CERTIFICATES = 8
_MANIFEST = frozenset(range(_CERTIFICATES))


class PackageUnsigned(ValueError):
    """A container whose manifest no known root signed, or that holds other files than it names."""


@dataclass(frozen=True, slots=True)
class SealCertificate:
    """Who may seal PDFs: the member's index on the card, and the X.509 certificate (DER)."""

    index: int
    certificate: bytes


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the root signs. `package` and `forms` are SHA-256 of the files, 32 octets each.

    `card` is the signed card. `secret_salt` and `secret_check` (16 octets each) tell whether a
    station secret was typed right, see `signing.letter`; its 80 bits cannot be guessed from them.
    `certificates` seal PDFs; the root's own certificate (DER) comes with them, both absent
    without seal keys.
    """

    purpose: Purpose
    package: bytes
    forms: Mapping[str, bytes]
    card: bytes
    secret_salt: bytes
    secret_check: bytes
    root_certificate: bytes = b""
    certificates: tuple[SealCertificate, ...] = ()


@dataclass(frozen=True, slots=True)
class SealedPackage:
    """A container taken apart: every file fits the manifest, no signature is checked yet.

    `signed` are the octets of the signed manifest alone, which a journal keeps.
    """

    manifest: Manifest
    signed: bytes
    package: bytes
    forms: Mapping[str, bytes]

    @property
    def digest(self) -> bytes:
        """What the package is called in the letter: SHA-256 of the manifest, 32 octets."""
        return manifest_digest(self.signed)

    @property
    def card(self) -> SignedCard:
        """The station's card, its signature not yet checked."""
        return read_card(self.manifest.card)

    def signed_by(self, root: bytes) -> bool:
        """Whether a root (33 octets) signed both manifest and card for the same purpose."""
        return manifest_signed_by(self.signed, root) and self.card.signed_by_one_of((root,))


def seal_package(
    root_key: Unlocked, manifest: Manifest, package: bytes, forms: Mapping[str, bytes]
) -> bytes:
    """The container. Raises CborError, ShapeError or PackageUnsigned for what nobody could open."""
    payload = encode(_fields(manifest), most=LARGEST_PACKAGE)
    message = cose.to_sign1(payload, cose.external_aad("package", manifest.purpose))
    signed = cose.seal1(cose.Signed1(payload, root_key.sign(message)))
    octets = encode((signed, package, tuple(sorted(forms.items()))), most=LARGEST_PACKAGE)
    open_package(octets)
    return octets


def open_package(octets: bytes) -> SealedPackage:
    """Take a container apart; checks every digest and no signature.

    Raises PackageUnsigned when a file is not the one that the manifest names, CborError,
    ShapeError.
    """
    parts = shape.array(decode(octets, most=LARGEST_PACKAGE), "package", length=3)
    signed, package = (shape.octets(each, "package") for each in parts[:2])
    forms = _forms(parts[2])
    manifest = read_manifest(signed)
    if sha256(package).digest() != manifest.package:
        raise PackageUnsigned("the package file is not the one that was signed")
    if {name: sha256(form).digest() for name, form in forms.items()} != manifest.forms:
        raise PackageUnsigned("the forms are not those that were signed")
    return SealedPackage(manifest, signed, package, forms)


def read_manifest(signed: bytes) -> Manifest:
    """A signed manifest, its signature not checked. Raises CborError, ShapeError."""
    fields = shape.keyed(
        decode(_payload(signed), most=LARGEST_PACKAGE),
        "manifest",
        _MANIFEST,
        frozenset((_CERTIFICATES,)),
    )
    shape.number(fields[0], "format version", least=FORMAT_VERSION, most=FORMAT_VERSION)
    forms = _forms(fields[3])
    card = shape.octets(fields[4], "card")
    manifest = Manifest(
        purpose=read_purpose(fields[1]),
        package=shape.octets(fields[2], "package", length=DIGEST),
        forms={name: shape.octets(digest, "form", length=DIGEST) for name, digest in forms.items()},
        card=card,
        secret_salt=shape.octets(fields[5], "secret salt", length=SALT),
        secret_check=shape.octets(fields[6], "secret check", length=CHECK),
        root_certificate=shape.octets(fields[7], "root certificate"),
        certificates=_certificates(fields[_CERTIFICATES]) if _CERTIFICATES in fields else (),
    )
    if read_card(card).card.purpose != manifest.purpose:
        raise ShapeError("manifest: the card has another purpose")
    return manifest


def manifest_signed_by(signed: bytes, root: bytes) -> bool:
    """Whether a root (33 octets) signed the manifest. Raises CborError, ShapeError."""
    manifest = read_manifest(signed)
    opened = cose.open1(signed, most=LARGEST_PACKAGE)
    message = cose.to_sign1(opened.payload, cose.external_aad("package", manifest.purpose))
    return signed_by(root, opened.signature, message)


def manifest_digest(signed: bytes) -> bytes:
    """SHA-256 of the manifest's payload, 32 octets. Raises CborError, ShapeError."""
    return sha256(_payload(signed)).digest()


def _payload(signed: bytes) -> bytes:
    return cose.open1(signed, most=LARGEST_PACKAGE).payload


def _fields(manifest: Manifest) -> dict[int, Item]:
    fields: dict[int, Item] = {
        0: FORMAT_VERSION,
        1: PURPOSES.index(manifest.purpose),
        2: manifest.package,
        3: tuple(sorted(manifest.forms.items())),
        4: manifest.card,
        5: manifest.secret_salt,
        6: manifest.secret_check,
        7: manifest.root_certificate,
    }
    if manifest.certificates:
        fields[_CERTIFICATES] = tuple(
            (each.index, each.certificate) for each in manifest.certificates
        )
    return fields


def _forms(item: Item) -> dict[str, bytes]:
    """Names in ascending order, none twice: a container has one spelling."""
    forms = [_form(each) for each in shape.array(item, "forms")]
    if any(one >= other for (one, _), (other, _) in pairwise(forms)):
        raise ShapeError("forms: not in ascending order, or one stands twice")
    return dict(forms)


def _form(item: Item) -> tuple[str, bytes]:
    name, octets = shape.array(item, "form", length=2)
    return shape.text(name, "form's name"), shape.octets(octets, "form")


def _certificates(item: Item) -> tuple[SealCertificate, ...]:
    read = tuple(_certificate(each) for each in shape.array(item, "certificates"))
    if not read or any(one.index >= other.index for one, other in pairwise(read)):
        raise ShapeError("certificates: none are written as none, and each index stands once")
    return read


def _certificate(item: Item) -> SealCertificate:
    index, certificate = shape.array(item, "certificate", length=2)
    return SealCertificate(
        shape.number(index, "certificate", most=cose.LARGEST_INDEX),
        shape.octets(certificate, "certificate"),
    )
