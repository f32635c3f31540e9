"""What the election authority published: its root key, or its trust file with every card in it.

The trust file is a COSE_Sign1 by the root, published before the day (signing format in
resources/formats/trust-v1.md). It says which cards there are, so that a second card made for a
station is found out, which keys no longer count, and which records count all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from itertools import pairwise

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_public_key,
)

from tallydesk.election.definition import Purpose
from tallydesk.protocol import shape
from tallydesk.protocol.canonical import FORMAT_VERSION, PURPOSES, read_purpose
from tallydesk.protocol.cbor import CborError, Item, decode, encode
from tallydesk.protocol.shape import DIGEST, ShapeError
from tallydesk.signing import cose
from tallydesk.signing.keys import POINT, Unlocked, signed_by
from tallydesk.signing.practice import RootRefused

LARGEST_TRUST = 4_194_304
"""Octets of a trust file; that of 6,537 stations has 210,000."""

_KEYS = frozenset(range(9))
_TAG18 = b"\xd2"


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom official records are checked against. `root` is a point of 33 octets.

    With the root key alone `serial` is 0, and `cards` None: no card can be looked up. `cards` are
    the digests of all cards; `revoked` maps a point to the moment (UTC) from which it no longer
    counts; `accepted` are digests of records that count although a signer's key was revoked;
    `files` maps names of forms and definitions to their SHA-256.
    """

    root: bytes
    serial: int = 0
    issued: datetime | None = None
    purpose: Purpose = "official"
    cards: frozenset[bytes] | None = None
    revoked: Mapping[bytes, datetime] = field(default_factory=dict)
    accepted: frozenset[bytes] = frozenset()
    files: Mapping[str, bytes] = field(default_factory=dict)

    def lists(self, card_digest: bytes) -> bool:
        """Whether a card is among those published; with the root key alone nobody knows."""
        return self.cards is not None and card_digest in self.cards


class TrustUnsigned(ValueError):
    """A trust file whose signature is not that of the root it names, or not of the one wanted."""


def issue_trust(root_key: Unlocked, trust: Trust) -> bytes:
    """The trust file, signed by the root that `trust` names.

    Raises CborError or ShapeError for a value that nobody could read, ValueError when `root_key`
    is another root or the date of issue or the cards are missing.
    """
    if trust.root != root_key.point or trust.issued is None or trust.cards is None:
        raise ValueError("a trust file names its own root, its date of issue and all cards")
    payload = encode(
        {
            0: FORMAT_VERSION,
            1: PURPOSES.index(trust.purpose),
            2: trust.serial,
            3: shape.seconds(trust.issued),
            4: trust.root,
            5: b"".join(sorted(trust.cards)),
            6: tuple(
                (point, shape.seconds(since)) for point, since in sorted(trust.revoked.items())
            ),
            7: tuple(sorted(trust.accepted)),
            8: tuple(sorted(trust.files.items())),
        },
        most=LARGEST_TRUST,
    )
    _read(payload)
    message = cose.to_sign1(payload, cose.external_aad("trust", trust.purpose))
    return cose.seal1(cose.Signed1(payload, root_key.sign(message)))


def read_trust(octets: bytes) -> Trust:
    """The trust file that `octets` spell, signed by the root that it names itself.

    Whether that root is the right one is for the caller to know, from paper or another channel.
    Raises TrustUnsigned, CborError, ShapeError.
    """
    signed = cose.open1(octets, most=LARGEST_TRUST + cose.ENVELOPE)
    trust = _read(signed.payload)
    message = cose.to_sign1(signed.payload, cose.external_aad("trust", trust.purpose))
    if not signed_by(trust.root, signed.signature, message):
        raise TrustUnsigned("the trust file is not signed by the root that it names")
    return trust


def trust_digest(octets: bytes) -> bytes:
    """What a trust file is called, on paper too: the SHA-256 of its payload, 32 octets.

    Raises CborError or ShapeError.
    """
    return sha256(cose.open1(octets, most=LARGEST_TRUST + cose.ENVELOPE).payload).digest()


def trust_from(content: bytes, practice_point: bytes) -> Trust:
    """The authority's trust file, or its root alone from a certificate or public key in PEM.

    Raises RootRefused for anything else, and for the practice root, whose private key everybody
    has.
    """
    if content.startswith(_TAG18):
        try:
            trust = read_trust(content)
        except (CborError, ShapeError, TrustUnsigned) as error:
            raise RootRefused(
                f"this trust file was damaged or changed ({error}); take it from the election "
                "authority once more"
            ) from None
    else:
        trust = Trust(_root_of(content))
    if trust.root == practice_point:
        raise RootRefused("this is the practice root: everybody has its private key")
    if trust.purpose != "official":
        raise RootRefused("this trust file is for practice; official records need the authority's")
    return trust


def _root_of(pem: bytes) -> bytes:
    try:
        key = (
            x509.load_pem_x509_certificate(pem).public_key()
            if b"BEGIN CERTIFICATE" in pem
            else load_pem_public_key(pem)
        )
    except ValueError:
        raise RootRefused(
            "this is no trust file, and no root key or certificate in PEM either"
        ) from None
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise RootRefused("a root key lies on the curve P-256")
    return key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


def _read(payload: bytes) -> Trust:
    fields = shape.keyed(decode(payload, most=LARGEST_TRUST), "trust file", _KEYS)
    shape.number(fields[0], "format version", least=FORMAT_VERSION, most=FORMAT_VERSION)
    revoked = [_revoked(each) for each in shape.array(fields[6], "revoked keys")]
    accepted = [
        shape.octets(each, "accepted record", length=DIGEST)
        for each in shape.array(fields[7], "accepted records")
    ]
    files = [_file(each) for each in shape.array(fields[8], "files")]
    _ascending("revoked keys", [point for point, _ in revoked])
    _ascending("accepted records", accepted)
    _ascending("files", [name.encode() for name, _ in files])
    return Trust(
        root=shape.octets(fields[4], "root", length=POINT),
        serial=shape.number(fields[2], "serial", least=1),
        issued=shape.moment(fields[3], "issued"),
        purpose=read_purpose(fields[1]),
        cards=frozenset(_cards(fields[5])),
        revoked=dict(revoked),
        accepted=frozenset(accepted),
        files=dict(files),
    )


def _cards(item: Item) -> list[bytes]:
    octets = shape.octets(item, "cards")
    if len(octets) % DIGEST:
        raise ShapeError(f"cards: {len(octets)} octets are no whole number of digests")
    cards = [octets[start : start + DIGEST] for start in range(0, len(octets), DIGEST)]
    _ascending("cards", cards)
    return cards


def _revoked(item: Item) -> tuple[bytes, datetime]:
    point, since = shape.array(item, "revoked key", length=2)
    return shape.octets(point, "revoked key", length=POINT), shape.moment(since, "revoked key")


def _file(item: Item) -> tuple[str, bytes]:
    name, digest = shape.array(item, "file", length=2)
    return shape.text(name, "file"), shape.octets(digest, "file", length=DIGEST)


def _ascending(what: str, held: Sequence[bytes]) -> None:
    """One order, none twice: what is signed has one spelling."""
    if any(one >= other for one, other in pairwise(held)):
        raise ShapeError(f"{what}: not in ascending order, or one stands twice")
