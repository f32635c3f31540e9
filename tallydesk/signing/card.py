"""The station's card: what this station is and who may sign for it, signed by the root."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Literal, get_args
from unicodedata import normalize

from tallydesk.election.definition import Office, Purpose
from tallydesk.protocol import shape
from tallydesk.protocol.canonical import FORMAT_VERSION, PURPOSES, read_purpose
from tallydesk.protocol.cbor import Item, decode, encode
from tallydesk.protocol.shape import DIGEST, ShapeError
from tallydesk.signing import cose
from tallydesk.signing.keys import POINT, Unlocked, signed_by

Custody = Literal["own", "authority"]

OFFICES: tuple[Office, ...] = get_args(Office)
"""By their number on the card."""
CUSTODIES: tuple[Custody, ...] = ("own", "authority")

_SEAL = 9
_REQUIRED = frozenset(range(_SEAL))


class UnknownRoot(ValueError):
    """The card is not signed by a root that is known here."""


@dataclass(frozen=True, slots=True)
class CardMember:
    """A member with a decisive vote; `point` is 33 octets, empty for a member without key."""

    office: Office
    point: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a station is. `sheets` are the digests of its contest sheets, in contest order.

    Moments are UTC, whole seconds. `quorum` hands at least, among them one of `quorum_offices`
    unless that is empty. `custody` says who made the members' keys. `seal_points` are the keys with
    which a PDF may be sealed, the chair's and the deputy's; a practice card has none.
    """

    purpose: Purpose
    sheets: tuple[bytes, ...]
    constituency: str
    number: str
    station_name: str
    serial: int
    valid_from: datetime
    valid_to: datetime
    polls_close: datetime
    quorum: int
    quorum_offices: tuple[Office, ...]
    members: tuple[CardMember, ...]
    custody: Custody
    seal_points: tuple[bytes, ...] = ()

    @property
    def station(self) -> str:
        """Constituency and number as people write it, such as 000-01."""
        return f"{self.constituency}-{self.number}"


@dataclass(frozen=True, slots=True)
class SignedCard:
    """A card as it was read, its signature not yet checked."""

    card: Card
    signed: cose.Signed1

    @property
    def digest(self) -> bytes:
        """SHA-256 of the card's payload, 32 octets: what a record names."""
        return sha256(self.signed.payload).digest()

    def signed_by_one_of(self, roots: Iterable[bytes]) -> bool:
        """Whether one of these points signed it, for the purpose that it states itself."""
        message = cose.to_sign1(self.signed.payload, cose.external_aad("card", self.card.purpose))
        return any(signed_by(root, self.signed.signature, message) for root in roots)


def issue_card(root_key: Unlocked, card: Card) -> bytes:
    """The card signed by the root, COSE_Sign1.

    Raises CborError or ShapeError for a card that nobody could read.
    """
    payload = encode(_fields(card))
    _read(payload)
    message = cose.to_sign1(payload, cose.external_aad("card", card.purpose))
    return cose.seal1(cose.Signed1(payload, root_key.sign(message)))


def read_card(octets: bytes) -> SignedCard:
    """Take a card apart without checking its signature. Raises CborError or ShapeError."""
    signed = cose.open1(octets)
    return SignedCard(_read(signed.payload), signed)


def open_card(octets: bytes, root_points: Iterable[bytes]) -> Card:
    """The card, when one of the roots signed it. Raises UnknownRoot, CborError, ShapeError."""
    read = read_card(octets)
    if not read.signed_by_one_of(root_points):
        raise UnknownRoot(f"the card of station {read.card.station} has an unknown root")
    return read.card


def card_digest(octets: bytes) -> bytes:
    """SHA-256 of the card's payload, never of its envelope. Raises CborError or ShapeError."""
    return sha256(cose.open1(octets).payload).digest()


def _fields(card: Card) -> dict[int, Item]:
    fields: dict[int, Item] = {
        0: FORMAT_VERSION,
        1: PURPOSES.index(card.purpose),
        2: card.sheets,
        3: (card.constituency, card.number, normalize("NFC", card.station_name)),
        4: card.serial,
        5: tuple(shape.seconds(at) for at in (card.valid_from, card.valid_to, card.polls_close)),
        6: (card.quorum, tuple(OFFICES.index(office) for office in card.quorum_offices)),
        7: tuple(
            (OFFICES.index(member.office), member.point, normalize("NFC", member.name))
            for member in card.members
        ),
        8: CUSTODIES.index(card.custody),
    }
    if card.seal_points:
        fields[_SEAL] = card.seal_points
    return fields


def _read(payload: bytes) -> Card:
    fields = shape.keyed(decode(payload), "card", _REQUIRED, frozenset((_SEAL,)))
    shape.number(fields[0], "format version", least=FORMAT_VERSION, most=FORMAT_VERSION)
    constituency, number, name = (
        shape.text(each, "station") for each in shape.array(fields[3], "station", length=3)
    )
    valid_from, valid_to, polls_close = (
        shape.moment(each, "window") for each in shape.array(fields[5], "window", length=3)
    )
    quorum, offices = shape.array(fields[6], "quorum", length=2)
    members = tuple(_member(each) for each in shape.array(fields[7], "members"))
    _refuse_contradictions(members, valid_from, valid_to, polls_close)
    return Card(
        purpose=read_purpose(fields[1]),
        sheets=tuple(
            shape.octets(each, "contest sheet digest", length=DIGEST)
            for each in shape.array(fields[2], "contest sheets")
        ),
        constituency=constituency,
        number=number,
        station_name=name,
        serial=shape.number(fields[4], "serial"),
        valid_from=valid_from,
        valid_to=valid_to,
        polls_close=polls_close,
        quorum=shape.number(quorum, "quorum", least=1, most=len(members)),
        quorum_offices=tuple(_office(each) for each in shape.array(offices, "quorum offices")),
        members=members,
        custody=CUSTODIES[shape.number(fields[8], "custody", most=len(CUSTODIES) - 1)],
        seal_points=_seal_points(fields[_SEAL]) if _SEAL in fields else (),
    )


def _member(item: Item) -> CardMember:
    office, point, name = shape.array(item, "member", length=3)
    held = shape.octets(point, "member's point")
    if held:
        shape.octets(held, "member's point", length=POINT)
    return CardMember(_office(office), held, shape.text(name, "member's name"))


def _seal_points(item: Item) -> tuple[bytes, ...]:
    points = shape.array(item, "seal points")
    if not points:
        raise ShapeError("seal points: none are written as none")
    return tuple(shape.octets(each, "seal point", length=POINT) for each in points)


def _office(item: Item) -> Office:
    return OFFICES[shape.number(item, "office", most=len(OFFICES) - 1)]


def _refuse_contradictions(
    members: tuple[CardMember, ...], valid_from: datetime, valid_to: datetime, close: datetime
) -> None:
    points = [member.point for member in members if member.point]
    if len(set(points)) != len(points):
        raise ShapeError("members: a key stands twice; nobody counts as two")
    if len(members) > cose.LARGEST_INDEX + 1:
        raise ShapeError("members: more than an index can count")
    if not valid_from <= close <= valid_to:
        raise ShapeError("window: the close of the polls lies outside")
