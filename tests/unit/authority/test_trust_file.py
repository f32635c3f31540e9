"""The trust file of a folder: every card in it, everything the one before said, or none at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tallydesk.authority.issuing import Root, issue, sealed
from tallydesk.authority.roster import File
from tallydesk.authority.trust_file import Additions, TrustRefused, next_trust
from tallydesk.election.definition import Purpose
from tallydesk.signing.certificate import root_certificate
from tallydesk.signing.sealed_package import open_package
from tallydesk.signing.trust import Trust, read_trust
from tests.benchmarks.invented_roster import ROOT, key
from tests.fakes import CountingChance
from tests.unit.authority.commission import AUTHORITY, election
from tests.unit.authority.test_issuing import FIRST, SECOND, issued

NOW = datetime(2026, 10, 1, tzinfo=UTC)
LOST = key(1, 0, 2).point
"""The key of a member who lost it."""
NOTHING = Additions({}, frozenset())
PACKAGES = [
    File("001-01.tdp", issued().package),
    File("001-02.tdp", issued(SECOND, CountingChance(50)).package),
]
DEFINITION = File("invented-fruit.toml", election().file)


def made(
    *packages: File,
    serial: int = 1,
    additions: Additions = NOTHING,
    previous: Trust | None = None,
    definitions: tuple[File, ...] = (DEFINITION,),
) -> Trust:
    return read_trust(next_trust(ROOT, serial, NOW, packages, definitions, additions, previous))


def card_of(package: File) -> bytes:
    return open_package(package.content).card.digest


def refused(*packages: File, **more: object) -> tuple[str, ...]:
    with pytest.raises(TrustRefused) as found:
        made(*packages, **more)  # type: ignore[arg-type]  # handed through
    return found.value.reasons


FIRST_TRUST = made(*PACKAGES)


def test_it_names_every_card_form_and_definition() -> None:
    assert FIRST_TRUST.cards == frozenset(card_of(each) for each in PACKAGES)
    assert FIRST_TRUST.files == election().files
    assert (FIRST_TRUST.root, FIRST_TRUST.serial, FIRST_TRUST.issued) == (ROOT.point, 1, NOW)
    assert FIRST_TRUST.purpose == "official"


def test_the_next_serial_keeps_what_the_one_before_said() -> None:
    additions = Additions({LOST: NOW}, frozenset({bytes(32)}))
    second = made(*PACKAGES, serial=2, additions=additions, previous=FIRST_TRUST)
    assert second.cards == FIRST_TRUST.cards
    assert made(serial=3, previous=second).revoked == second.revoked
    third = made(*PACKAGES, serial=7, previous=second)
    assert (third.revoked, third.accepted) == (additions.revoked, additions.accepted)
    assert third.files == FIRST_TRUST.files


def test_a_revocation_is_never_moved_later() -> None:
    first = made(*PACKAGES, additions=Additions({LOST: NOW}, frozenset()))
    for moved, kept in ((timedelta(days=1), NOW), (-timedelta(days=1), NOW - timedelta(days=1))):
        again = Additions({LOST: NOW + moved}, frozenset())
        assert made(*PACKAGES, serial=2, additions=again, previous=first).revoked == {LOST: kept}


@pytest.mark.parametrize("point", [key(1, 0, 5).point, key(2, 0, 0).point], ids=["key", "seal"])
def test_what_stands_on_a_card_can_be_revoked(point: bytes) -> None:
    made(*PACKAGES, additions=Additions({point: NOW}, frozenset()))


def test_a_key_that_stands_on_no_card_revokes_nothing_and_is_named() -> None:
    """A slip of the pen would leave the lost key good."""
    wrong = Additions({key(99).point: NOW}, frozenset())
    (reason,) = refused(*PACKAGES, additions=wrong)
    assert reason.startswith(f"no card in this folder has the key {key(99).point.hex()}")


def test_a_second_card_for_a_station_is_found_out() -> None:
    other = File("second.tdp", issued(FIRST, CountingChance(9)).package)
    assert open_package(other.content).card.card == open_package(PACKAGES[0].content).card.card
    assert made(*PACKAGES, other).cards == FIRST_TRUST.cards
    changed = replace(FIRST, quorum=5)
    second = File("second.tdp", issued(changed).package)
    (reason,) = refused(*PACKAGES, second)
    assert reason.startswith("second.tdp: holds another card of serial 1 for station 001-01 than")


def stranger(purpose: Purpose = "official", root: Root | None = None) -> File:
    own = root or Root(key(77), root_certificate(key(77), "Stranger", NOW))
    package = open_package(PACKAGES[0].content)
    card = replace(package.card.card, purpose=purpose)
    octets = sealed(own, card, package.package, package.forms, (), (bytes(16), bytes(16)))
    return File("strange.tdp", octets)


@pytest.mark.parametrize(
    ("packages", "more", "said"),
    [
        ([File("x.tdp", b"hello")], {}, "x.tdp: is no package, or it is damaged"),
        ([stranger()], {}, "strange.tdp: is not signed by this root"),
        ([stranger("practice", AUTHORITY)], {}, "strange.tdp: is not signed by this root"),
        ([], {}, "there is no package in this folder"),
        ([], {"serial": 1, "previous": FIRST_TRUST}, "serial 1 is not above 1"),
        (
            [],
            {"serial": 2, "previous": replace(FIRST_TRUST, root=key(77).point)},
            "belongs to another root key",
        ),
        (
            [],
            {
                "serial": 2,
                "previous": FIRST_TRUST,
                "definitions": (File("invented-fruit.toml", b"doctored"),),
            },
            "invented-fruit.toml: has another definitions/invented-fruit.toml than was published",
        ),
        (
            PACKAGES,
            {
                "serial": 2,
                "previous": replace(
                    FIRST_TRUST,
                    files={**FIRST_TRUST.files, "forms/az-presidential-2024.toml": bytes(32)},
                ),
            },
            "001-01.tdp: has another forms/az-presidential-2024.toml than was published",
        ),
    ],
)
def test_what_does_not_belong_together_is_not_signed(
    packages: list[File], more: dict[str, object], said: str
) -> None:
    assert any(said in reason for reason in refused(*packages, **more))


def test_every_reason_is_told_at_once() -> None:
    assert len(refused(File("x.tdp", b""), stranger(), serial=1, previous=FIRST_TRUST)) == 3


def test_a_card_of_keys_made_here_is_listed_as_any_other() -> None:
    none = replace(FIRST, members=tuple(replace(each, key=False) for each in FIRST.members))
    made_here = issue(none, election(), AUTHORITY, None, CountingChance(3).octets)
    file = File("001-01.tdp", made_here.package)
    assert made(file).cards == frozenset({card_of(file)})
