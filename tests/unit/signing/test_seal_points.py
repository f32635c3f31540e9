"""The seal points on a card: those of chair and deputy, or the card has no such field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallydesk.protocol.cbor import Item, decode, encode
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing import cose
from tallydesk.signing.card import issue_card, read_card
from tests.signed import AUTHORITY, OFFICIAL, key

SEALING = replace(OFFICIAL.card, seal_points=(key(7).point, key(8).point))


def test_seal_points_are_read_again() -> None:
    assert read_card(issue_card(AUTHORITY, SEALING)).card == SEALING


@pytest.mark.parametrize("points", [(), (b"short",), 7], ids=["none as some", "short", "a number"])
def test_another_shape_is_refused(points: Item) -> None:
    payload = decode(cose.open1(issue_card(AUTHORITY, SEALING)).payload)
    assert isinstance(payload, dict)
    written = encode(payload | {9: points})
    with pytest.raises(ShapeError, match="seal point"):
        read_card(cose.seal1(cose.Signed1(written, bytes(64))))
