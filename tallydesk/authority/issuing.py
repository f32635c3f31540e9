"""What one station gets: its card, its signed package, its letter, and keys where we make them.

Letter first, package second: a package whose letter is lost could never be opened, while a letter
without its package is a sheet of paper that the next run replaces (see decision 41).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from os import cpu_count

from tallydesk.authority.election import Election
from tallydesk.authority.enrolments import SEALING, MemberPoints
from tallydesk.authority.package_toml import toml_of
from tallydesk.authority.roster import RosterMember, RosterStation
from tallydesk.election.definition import Policy
from tallydesk.rendering.letter import Letter, PinSlips, letter_pdf, pin_slips_pdf
from tallydesk.signing.card import Card, CardMember, Custody, issue_card
from tallydesk.signing.certificate import seal_certificate
from tallydesk.signing.keys import CHANCE_OF_A_KEY, Unlocked, make_key
from tallydesk.signing.letter import SECRET, blocks_of, new_secret, secret_check
from tallydesk.signing.sealed_package import (
    SALT,
    Manifest,
    SealCertificate,
    open_package,
    seal_package,
)

PIN_DIGITS = 8
"""Of a PIN that the authority makes; the member chooses another at once."""

LONGEST_SIGNER = 64
"""Octets of UTF-8 that a certificate has for a name (RFC 5280, ub-common-name)."""

_MOST_AT_ONCE = 4

Chance = Callable[[int], bytes]
"""So many octets that nobody can guess."""


@dataclass(frozen=True, slots=True)
class Root:
    """The opened root key and its certificate (DER)."""

    key: Unlocked
    certificate: bytes


@dataclass(frozen=True, slots=True)
class MadeKeys:
    """Keys that the authority made: files by name, PINs by member number."""

    points: Mapping[int, MemberPoints]
    files: Mapping[str, bytes] = field(repr=False)
    pins: Mapping[int, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Issued:
    """What is written for a station. `keys` and `pins` are empty where members made their own."""

    package: bytes = field(repr=False)
    letter: bytes = field(repr=False)
    keys: Mapping[str, bytes] = field(repr=False)
    pins: bytes = field(repr=False)


def package_file(station: RosterStation, election: Election) -> bytes:
    """The station's package in TOML: the same octets for the same tables, and no secret in it."""
    return election.head + toml_of(station.table).encode()


def issue(
    station: RosterStation,
    election: Election,
    root: Root,
    points: Mapping[int, MemberPoints] | None,
    octets: Chance,
) -> Issued:
    """Everything for one station, with a new secret.

    `points` of members with a decisive vote by number; None makes keys for them. Raises CborError
    or ShapeError for a card that nobody could read.
    """
    secret = new_secret(octets(SECRET))
    salt = octets(SALT)
    made = None if points is not None else make_keys(station, secret, octets)
    held = made.points if made else points or {}
    toml = package_file(station, election)
    card = card_of(station, election, held, "authority" if made else "own")
    package = sealed(
        root,
        card,
        toml,
        election.forms,
        seals_of(station, held),
        (salt, secret_check(secret, salt)),
    )
    drawn = letter_pdf(letter_for(station, election, package, secret))
    pins = pin_slips_pdf(_slips(station, election, made.pins)) if made else b""
    return Issued(package, drawn, made.files if made else {}, pins)


def card_of(
    station: RosterStation,
    election: Election,
    points: Mapping[int, MemberPoints],
    custody: Custody,
    *,
    serial: int = 1,
    valid_to: datetime | None = None,
) -> Card:
    """The station's card; `valid_to` None is as long after the close as the policy allows."""
    policy: Policy = election.policy.policy
    closes = station.closes.astimezone(UTC)
    return Card(
        purpose="official",
        sheets=election.sheets,
        constituency=station.constituency,
        number=station.number,
        station_name=station.table["station"]["name"][policy.official_language],
        serial=serial,
        valid_from=station.opens.astimezone(UTC),
        valid_to=valid_to or closes + timedelta(hours=election.policy.complete_within_hours),
        polls_close=closes,
        quorum=station.quorum,
        quorum_offices=policy.quorum_offices,
        members=tuple(
            CardMember(each.office, points[each.number].point, each.name)
            for each in station.members
            if each.decisive
        ),
        custody=custody,
        seal_points=tuple(point for _, point in seals_of(station, points)),
    )


def seals_of(
    station: RosterStation, points: Mapping[int, MemberPoints]
) -> tuple[tuple[int, bytes], ...]:
    """Index on the card and seal point of each who may seal."""
    deciding = [each.number for each in station.members if each.decisive]
    return tuple(
        (index, seal_point)
        for index, number in enumerate(deciding)
        if (seal_point := points[number].seal_point) is not None
    )


def sealed(
    root: Root,
    card: Card,
    toml: bytes,
    forms: Mapping[str, bytes],
    seals: Sequence[tuple[int, bytes]],
    secret: tuple[bytes, bytes],
) -> bytes:
    """The signed package; `secret` are the salt and the check of the station secret."""
    name = f"{card.station} {card.station_name}".encode()[:LONGEST_SIGNER].decode(errors="ignore")
    # Certificates tell the day of the election and no hour: hours live in the card alone.
    day = card.valid_from.replace(hour=0, minute=0, second=0, microsecond=0)
    certificates = tuple(
        SealCertificate(index, seal_certificate(root.key, root.certificate, point, name, day))
        for index, point in seals
    )
    manifest = Manifest(
        purpose=card.purpose,
        package=sha256(toml).digest(),
        forms={form: sha256(file).digest() for form, file in forms.items()},
        card=issue_card(root.key, card),
        secret_salt=secret[0],
        secret_check=secret[1],
        root_certificate=root.certificate if certificates else b"",
        certificates=certificates,
    )
    return seal_package(root.key, manifest, toml, forms)


def make_keys(station: RosterStation, secret: str, octets: Chance) -> MadeKeys:
    """Keys for every member with a decisive vote, behind an initial PIN and the station secret.

    About a quarter of a second for each, as many at once as the machine has processors, four at
    most: each takes 64 MiB. Chair and deputy get a seal key as well, under the same PIN.
    """
    wanted = [each for each in station.members if each.decisive and each.key]
    pins = {each.number: new_pin(octets) for each in wanted}
    names = {
        name: pins[each.number]
        for each in wanted
        for name in (_key_name(each), *([_seal_name(each)] if each.office in SEALING else []))
    }
    # Chance is drawn here, one after another: a source need not be made for several at once.
    drawn = {name: BytesIO(octets(CHANCE_OF_A_KEY)) for name in names}
    with ThreadPoolExecutor(min(_MOST_AT_ONCE, cpu_count() or 1)) as pool:
        made = dict(
            zip(
                names,
                pool.map(lambda name: make_key(names[name], secret, drawn[name].read), names),
                strict=True,
            )
        )
    points = {
        each.number: MemberPoints(
            made[_key_name(each)].point if each.key else b"",
            made[_seal_name(each)].point if _seal_name(each) in made else None,
        )
        for each in station.members
        if each.decisive
    }
    return MadeKeys(points, {name: key.file for name, key in made.items()}, pins)


def _key_name(member: RosterMember) -> str:
    return f"member-{member.number:02}.key"


def _seal_name(member: RosterMember) -> str:
    return f"member-{member.number:02}-seal.key"


def new_pin(octets: Chance) -> str:
    """Eight random digits, each as likely as any other."""
    # Sixteen octets for one of 10^8: what the remainder prefers cannot be measured.
    return f"{int.from_bytes(octets(16), 'big') % 10**PIN_DIGITS:0{PIN_DIGITS}}"


def letter_for(station: RosterStation, election: Election, package: bytes, secret: str) -> Letter:
    """What the letter says; `secret` "" where the station's earlier letter holds it."""
    language = election.policy.policy.official_language
    return Letter(
        language=language,
        station=station.label,
        station_name=station.table["station"]["name"][language],
        election=election.definition.title.said_in(language),
        day=election.definition.day,
        secret=secret,
        blocks=blocks_of(open_package(package).digest),
        file=f"{station.label}.tdp",
    )


def _slips(station: RosterStation, election: Election, pins: Mapping[int, str]) -> PinSlips:
    language = election.policy.policy.official_language
    return PinSlips(
        language=language,
        station=station.label,
        slips=tuple(
            (member.name, member.office, pins[member.number])
            for member in station.members
            if member.number in pins
        ),
    )
