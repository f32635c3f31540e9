"""A package for a record that replaces another: next serial, order and digest in it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tallydesk.authority.enrolments import MemberPoints
from tallydesk.authority.issuing import Issued, Root
from tallydesk.authority.recount import Recount, RecountRefused, Replaced, Signer, recount_package
from tallydesk.signing.card import Card
from tallydesk.signing.certificate import point_in, root_certificate
from tallydesk.signing.letter import blocks_of, secret_fits
from tallydesk.signing.sealed_package import open_package
from tests.benchmarks.invented_roster import ROOT, key
from tests.fakes import CountingChance
from tests.unit.authority.commission import AUTHORITY
from tests.unit.authority.test_issuing import issued, secret_in, text_of

FORMER = open_package(issued().package)
BEFORE = FORMER.card.card
UNTIL = datetime(2026, 10, 15, 15, 0, tzinfo=UTC)
RECOUNT = Recount(
    order="No. 12 of 13 October 2026",
    reason="Lines 12 and 13 were exchanged",
    until=UNTIL,
    replaced=(Replaced("fruit", 1, b"\x07" * 32),),
)
SIGNERS = (
    Signer("Alma Yeni", "chair", MemberPoints(key(3, 1).point, key(3, 9).point)),
    Signer("Armud Yeni", "secretary", MemberPoints(key(3, 2).point, None)),
    Signer("Nar Yeni", "member", MemberPoints(key(3, 3).point, None)),
    Signer("Heyva Yeni", "member", MemberPoints(b"", None)),
)


def made(recount: Recount = RECOUNT, root: Root = AUTHORITY) -> tuple[Issued, Card]:
    return recount_package(root, FORMER, recount, CountingChance(70).octets)


def test_the_package_names_what_it_replaces_and_by_which_order() -> None:
    issued_, card = made()
    package = open_package(issued_.package)
    table = tomllib.loads(package.package.decode())
    assert table.pop("replaces") == [
        {
            "contest": "fruit",
            "version": 2,
            "digest": "07" * 32,
            "order": RECOUNT.order,
            "reason": RECOUNT.reason,
        }
    ]
    assert table == tomllib.loads(FORMER.package.decode())
    assert package.signed_by(ROOT.point)
    assert package.card.card == card == replace(BEFORE, serial=2, valid_to=UNTIL)
    assert package.forms == FORMER.forms


def test_where_the_members_stay_their_keys_and_their_secret_do() -> None:
    """The keys were sealed with the secret of the first letter."""
    first = secret_in(issued().letter)
    package = open_package(made()[0].package)
    manifest = package.manifest
    assert secret_fits(first, manifest.secret_salt, manifest.secret_check)
    assert [point_in(each.certificate) for each in manifest.certificates] == [*BEFORE.seal_points]
    letter = text_of(made()[0].letter)
    assert first not in letter
    assert set(blocks_of(package.digest)) <= set(letter.split())
    assert not set(blocks_of(FORMER.digest)) <= set(letter.split())


def test_others_who_count_bring_new_keys_and_get_a_new_secret() -> None:
    issued_, card = made(replace(RECOUNT, signers=SIGNERS))
    package = open_package(issued_.package)
    assert [(each.name, each.point) for each in card.members] == [
        (each.name, each.points.point) for each in SIGNERS
    ]
    assert card.seal_points == (key(3, 9).point,)
    assert [each.index for each in package.manifest.certificates] == [0]
    manifest = package.manifest
    assert secret_fits(secret_in(issued_.letter), manifest.secret_salt, manifest.secret_check)
    old = secret_in(issued().letter)
    assert not secret_fits(old, manifest.secret_salt, manifest.secret_check)
    members = tomllib.loads(package.package.decode())["members"]
    assert [each["name"] for each in members] == [each.name for each in SIGNERS]


STRANGER = Root(key(77), root_certificate(key(77), "Stranger", datetime(2026, 1, 1, tzinfo=UTC)))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"order": ""}, "the order is one line"),
        ({"order": "x" * 201}, "the order is one line"),
        ({"order": "No.\n12"}, "the order is one line"),
        ({"reason": " because"}, "the reason is one line"),
        ({"replaced": ()}, "names the record that it replaces"),
        ({"replaced": (Replaced("nuts", 1, bytes(32)),)}, "no contest “nuts”; it has fruit"),
        ({"replaced": RECOUNT.replaced * 2}, "one contest is named twice"),
        ({"until": BEFORE.polls_close}, "ends after the close"),
        ({"signers": SIGNERS[1:]}, "a commission has one chair"),
        ({"signers": SIGNERS[:3]}, "4 signers are needed, and 3 members are named"),
    ],
)
def test_an_order_that_nobody_could_follow_is_refused(
    changed: dict[str, object], said: str
) -> None:
    with pytest.raises(RecountRefused, match=said):
        made(replace(RECOUNT, **changed))  # type: ignore[arg-type]  # a test names its fields


def test_a_stranger_orders_nothing() -> None:
    with pytest.raises(RecountRefused, match="not signed by this root"):
        made(root=STRANGER)
