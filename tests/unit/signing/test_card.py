"""The station's card: issued by the root, read by strangers."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import cbor2
import pytest

from tallydesk.protocol.cbor import CborError, Item, decode, encode
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing import cose
from tallydesk.signing.card import (
    Card,
    CardMember,
    UnknownRoot,
    card_digest,
    issue_card,
    open_card,
    read_card,
)
from tests.signed import AUTHORITY, CARD, KEYS, ROOT


def issued(**changes: object) -> bytes:
    return issue_card(ROOT, replace(CARD, **changes))  # type: ignore[arg-type]  # named fields


def payload() -> dict[int, Item]:
    read = decode(cose.open1(issued()).payload)
    assert isinstance(read, dict)
    return read


def reissued(fields: dict[int, Item]) -> bytes:
    """A card signed by the root whatever it says."""
    octets = encode(fields)
    message = cose.to_sign1(octets, cose.external_aad("card", "practice"))
    return cose.seal1(cose.Signed1(octets, ROOT.sign(message)))


@pytest.mark.parametrize(
    "card",
    [
        CARD,
        replace(
            CARD,
            purpose="official",
            custody="authority",
            seal_points=(KEYS[0].point, KEYS[1].point),
        ),
        replace(CARD, quorum_offices=(), quorum=1, sheets=()),
        replace(CARD, members=(*CARD.members, CardMember("member", b"", "Gül"))),
    ],
)
def test_a_card_is_read_as_it_was_issued(card: Card) -> None:
    octets = issue_card(ROOT, card)
    assert open_card(octets, [AUTHORITY.point, ROOT.point]) == card
    assert card_digest(octets) == sha256(cose.open1(octets).payload).digest()
    assert read_card(octets).digest == card_digest(octets)


def test_a_card_issued_again_is_the_same_card() -> None:
    assert issued() == issued()


def test_another_decoder_reads_the_documented_map() -> None:
    assert cbor2.loads(cose.open1(issued()).payload) == {
        0: 1,
        1: 0,
        2: list(CARD.sheets),
        3: ["000", "01", "Orchard"],
        4: 1,
        5: [int(at.timestamp()) for at in (CARD.valid_from, CARD.valid_to, CARD.polls_close)],
        6: [4, [0, 1]],
        7: [
            [number, key.point, name]
            for number, key, name in zip(
                (0, 1, 2, 3, 3, 3), KEYS, ("Ada", "Ben", "Cem", "Dan", "Eva", "Fidan"), strict=True
            )
        ],
        8: 0,
    }


@pytest.mark.parametrize("roots", [[], [AUTHORITY.point], [b""]])
def test_a_card_of_an_unknown_root_is_not_opened(roots: list[bytes]) -> None:
    with pytest.raises(UnknownRoot, match="000-01"):
        open_card(issued(), roots)


def test_no_octet_of_a_card_can_be_turned() -> None:
    good = issued()
    for place in range(len(good)):
        turned = bytearray(good)
        turned[place] ^= 1
        with pytest.raises((UnknownRoot, CborError, ShapeError)):
            open_card(bytes(turned), [ROOT.point])


def test_a_practice_signature_does_not_carry_over_to_an_official_card() -> None:
    with pytest.raises(UnknownRoot):
        open_card(reissued({**payload(), 1: 1}), [ROOT.point])


def test_a_member_written_in_another_normal_form_is_the_same_member() -> None:
    members = (CardMember("chair", KEYS[0].point, "O\u0308zg\u00fcr"),)
    octets = issued(members=members, quorum=1)
    assert open_card(octets, [ROOT.point]).members[0].name == "\u00d6zg\u00fcr"


@pytest.mark.parametrize(
    "changes",
    [
        {"members": (CARD.members[0], replace(CARD.members[0], name="Twice")), "quorum": 1},
        {"members": (CardMember("chair", b"short", "A"),), "quorum": 1},
        {"members": tuple(CardMember("member", b"", "A") for _ in range(257))},
        {"members": (), "quorum": 0},
        {"quorum": 0},
        {"quorum": 7},
        {"sheets": (b"short",)},
        {"valid_to": CARD.polls_close - timedelta(seconds=1)},
        {"valid_from": CARD.polls_close + timedelta(seconds=1)},
        {"seal_points": (b"short",)},
        {"station_name": "line\nbreak"},
    ],
)
def test_no_card_is_issued_that_nobody_could_read(changes: dict[str, object]) -> None:
    with pytest.raises((CborError, ShapeError)):
        issued(**changes)


@pytest.mark.parametrize(
    "fields",
    [
        {0: 2},
        {1: 2},
        {2: 0},
        {3: ("000", "01")},
        {3: ("000", 1, "Orchard")},
        {4: ""},
        {5: (0, 0)},
        {6: (1,)},
        {6: (1, (4,))},
        {7: 0},
        {7: ((4, KEYS[0].point, "Ada"),)},
        {7: ((0, KEYS[0].point),)},
        {7: ((0, 0, "Ada"),)},
        {8: 2},
        {10: 0},
    ],
)
def test_a_field_of_another_shape_is_refused(fields: dict[int, Item]) -> None:
    with pytest.raises(ShapeError):
        read_card(reissued({**payload(), **fields}))
