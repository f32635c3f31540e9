"""An authority made on the spot, for a demonstration of the official path and for nothing else.

Root, trust file, package, letter and enrolments are as real as the authority's own and protect as
little as whoever made them a moment ago: names and station are the practice's, plainly invented.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from tallydesk.assets import form_bytes, package_bytes
from tallydesk.election.definition import Package
from tallydesk.election.package_file import read_package
from tallydesk.signing.card import Card, CardMember, card_digest, issue_card
from tallydesk.signing.certificate import pem_of, root_certificate, seal_certificate
from tallydesk.signing.contest_sheet import sheet_digest
from tallydesk.signing.enrolment import Enrolment, read_enrolment
from tallydesk.signing.keys import Unlocked, scalar_from
from tallydesk.signing.letter import SECRET, blocks_of, new_secret, secret_check
from tallydesk.signing.sealed_package import (
    SALT,
    Manifest,
    SealCertificate,
    open_package,
    seal_package,
)
from tallydesk.signing.trust import Trust, issue_trust
from tallydesk.workflow.contest_sheets import contest_sheets
from tallydesk.workflow.enrolling import make_own_key
from tallydesk.workflow.sealing import AFTER_CLOSE

SEALERS = ("chair", "deputy")
_ROOT = 48
_OPEN_FOR = timedelta(hours=11)


@dataclass(frozen=True, slots=True)
class PaperLetter:
    """What the sealed letter says."""

    secret: str = field(repr=False)
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Throwaway:
    """Everything an authority hands out for one station. `keys` are the sticks' files by name."""

    container: bytes
    trust: bytes
    root_pem: bytes
    letter: PaperLetter
    keys: Mapping[str, bytes]


def throwaway_authority(
    package_name: str,
    closes: datetime,
    pin: str,
    octets: Callable[[int], bytes],
    *,
    replaces: str = "",
) -> Throwaway:
    """An authority for the shipped practice package `package_name`, made official.

    `closes` is the close of the polls, UTC; every member of the commission enrols with `pin`.
    `replaces` are `[[replaces]]` tables for a recount, in TOML. Takes about a quarter of a second
    a key.
    """
    root = Unlocked(scalar_from(octets(_ROOT)))
    toml = _official(package_bytes(package_name).decode(), closes) + replaces
    package = read_package(
        toml.encode(),
        form_bytes=form_bytes,
        now=closes,
        real_names=frozenset(),
        purpose="official",
    )
    enrolments, keys = _enrolled(package, pin, octets, closes)
    certificate = root_certificate(root, "Throwaway authority of a demonstration", closes)
    card = issue_card(root, _card(package, enrolments))
    names = {contest.form.name for contest in package.definition.contests}
    forms = {name: form_bytes(name) for name in sorted(names)}
    secret, salt = new_secret(octets(SECRET)), octets(SALT)
    manifest = Manifest(
        purpose="official",
        package=sha256(toml.encode()).digest(),
        forms={name: sha256(form).digest() for name, form in forms.items()},
        card=card,
        secret_salt=salt,
        secret_check=secret_check(secret, salt),
        root_certificate=certificate,
        certificates=tuple(
            SealCertificate(
                index,
                seal_certificate(root, certificate, point, package.station.label, closes),
            )
            for index, each in enumerate(enrolments)
            if (point := each.seal_point) is not None
        ),
    )
    container = seal_package(root, manifest, toml.encode(), forms)
    trust = Trust(
        root=root.point,
        serial=1,
        issued=closes - _OPEN_FOR - timedelta(days=1),
        cards=frozenset((card_digest(card),)),
        files={f"forms/{name}.toml": digest for name, digest in manifest.forms.items()},
    )
    letter = PaperLetter(secret, blocks_of(open_package(container).digest))
    return Throwaway(container, issue_trust(root, trust), pem_of(certificate), letter, keys)


def _official(practice: str, closes: datetime) -> str:
    """The practice package as the authority would write it: official, no secret, fixed hours."""
    zone = re.search(r"^offset_minutes = (-?\d+)$", practice, re.MULTILINE)
    offset = timedelta(minutes=int(zone[1]) if zone else 0)
    wall = closes.astimezone(UTC) + offset
    sign, minutes = ("-" if offset < timedelta() else "+"), abs(offset) // timedelta(minutes=1)
    said = f"{sign}{minutes // 60:02}:{minutes % 60:02}"
    text = practice.replace('purpose = "practice"', 'purpose = "official"')
    text = re.sub(r"(?m)^(# Practice only.*|station_secret = .*)\n", "", text)
    text = text.replace("[election]\n", f"[election]\nday = {wall - _OPEN_FOR:%Y-%m-%d}\n")
    opened = f"opens = {wall - _OPEN_FOR:%Y-%m-%dT%H:%M:%S}{said}"
    text = re.sub(r"(?m)^opened_minutes_ago = .*$", opened, text)
    closed = f"closes = {wall:%Y-%m-%dT%H:%M:%S}{said}"
    return re.sub(r"(?m)^closed_minutes_ago = .*$", closed, text)


def _enrolled(
    package: Package, pin: str, octets: Callable[[int], bytes], at: datetime
) -> tuple[list[Enrolment], dict[str, bytes]]:
    enrolments: list[Enrolment] = []
    keys: dict[str, bytes] = {}
    station = (package.station.constituency, package.station.number)
    for member in package.deciding:
        seals = member.office in SEALERS
        made = make_own_key(station, member.name, (pin, pin), octets, at, seals=seals)
        enrolments.append(read_enrolment(made.enrolment))
        keys |= made.keys
    return enrolments, keys


def _card(package: Package, enrolments: list[Enrolment]) -> Card:
    station, hours, policy = package.station, package.hours, package.policy
    return Card(
        purpose="official",
        sheets=tuple(sheet_digest(sheet) for sheet in contest_sheets(package)),
        constituency=station.constituency,
        number=station.number,
        station_name=station.name.said_in(policy.official_language),
        serial=1,
        valid_from=hours.opens,
        valid_to=hours.closes + AFTER_CLOSE,
        polls_close=hours.closes,
        quorum=policy.quorum,
        quorum_offices=policy.quorum_offices,
        members=tuple(
            CardMember(member.office, each.point, member.name)
            for member, each in zip(package.deciding, enrolments, strict=True)
        ),
        custody="own",
        seal_points=tuple(each.seal_point for each in enrolments if each.seal_point is not None),
    )
