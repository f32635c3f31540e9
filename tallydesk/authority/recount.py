"""A package for a replacement record: who counts again, by which order, until when.

Where the members stay, their keys do, and those are sealed with the secret of the station's first
letter: the new package asks for that one, and its letter brings new blocks alone. Members who
enrol anew get a new secret with it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from tallydesk.authority.enrolments import SEALING, MemberPoints
from tallydesk.authority.issuing import Chance, Issued, Root, sealed
from tallydesk.authority.package_toml import toml_of
from tallydesk.election.definition import Office
from tallydesk.rendering.letter import Letter, letter_pdf
from tallydesk.signing.card import Card, CardMember
from tallydesk.signing.letter import SECRET, blocks_of, new_secret, secret_check
from tallydesk.signing.sealed_package import SALT, SealedPackage, open_package

LONGEST_ORDER = 200
"""Characters of an order number; a reason may have ten times as many."""


class RecountRefused(ValueError):
    """No package for a recount is made; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """The record that the next one replaces: contest, its version, SHA-256 of its payload."""

    contest: str
    version: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Recount:
    """What was ordered. `until` is UTC; `signers` None when the members stay as they are."""

    order: str
    reason: str
    until: datetime
    replaced: tuple[Replaced, ...]
    signers: tuple[Signer, ...] | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """A member of the commission that counts again, with a decisive vote."""

    name: str
    office: Office
    points: MemberPoints


def recount_package(
    root: Root, former: SealedPackage, recount: Recount, octets: Chance
) -> tuple[Issued, Card]:
    """The package and its letter, and the new card, whose serial is one above the former one's.

    Raises RecountRefused, CborError, ShapeError.
    """
    table = tomllib.loads(former.package.decode())
    before = former.card.card
    _refuse(root, former, table, recount)
    card = _card(before, recount)
    if recount.signers is not None:
        table["members"] = [
            {"number": number, "name": each.name, "office": each.office}
            for number, each in enumerate(recount.signers, 1)
        ]
    table["replaces"] = [
        {
            "contest": each.contest,
            "version": each.version + 1,
            "digest": each.digest.hex(),
            "order": recount.order,
            "reason": recount.reason,
        }
        for each in recount.replaced
    ]
    secret, keeper = "", (former.manifest.secret_salt, former.manifest.secret_check)
    if recount.signers is not None:
        secret, salt = new_secret(octets(SECRET)), octets(SALT)
        keeper = (salt, secret_check(secret, salt))
    package = sealed(
        root, card, toml_of(table).encode(), former.forms, _seals(before, former, recount), keeper
    )
    return Issued(package, letter_pdf(_letter(table, card, package, secret)), {}, b""), card


def _refuse(root: Root, former: SealedPackage, table: Mapping[str, Any], recount: Recount) -> None:
    if not former.signed_by(root.key.point) or former.manifest.purpose != "official":
        raise RecountRefused("the former package is not signed by this root")
    for what, text, most in (
        ("order", recount.order, LONGEST_ORDER),
        ("reason", recount.reason, 10 * LONGEST_ORDER),
    ):
        if not text.strip() or text != text.strip() or len(text) > most or not text.isprintable():
            raise RecountRefused(
                f"the {what} is one line of text with at most {most} characters, "
                "without spaces at its ends"
            )
    if not recount.replaced:
        raise RecountRefused("a recount names the record that it replaces")
    contests = [each["id"] for each in table["contests"]]
    named = [each.contest for each in recount.replaced]
    for contest in named:
        if contest not in contests:
            raise RecountRefused(
                f"the package has no contest “{contest}”; it has {', '.join(contests)}"
            )
    if len(set(named)) != len(named):
        raise RecountRefused("one contest is named twice; a recount replaces one record of each")
    if recount.until <= former.card.card.polls_close:
        raise RecountRefused("a recount ends after the close of the polls")
    if recount.signers is not None:
        _refuse_signers(former.card.card, recount.signers)


def _refuse_signers(before: Card, signers: Sequence[Signer]) -> None:
    if sum(each.office == "chair" for each in signers) != 1:
        raise RecountRefused("a commission has one chair; name whoever counts again with offices")
    if len(signers) < before.quorum:
        raise RecountRefused(
            f"{before.quorum} signers are needed, and {len(signers)} members are named"
        )


def _card(before: Card, recount: Recount) -> Card:
    card = replace(before, serial=before.serial + 1, valid_to=recount.until)
    if recount.signers is None:
        return card
    return replace(
        card,
        members=tuple(
            CardMember(each.office, each.points.point, each.name) for each in recount.signers
        ),
        custody="own",
        seal_points=tuple(point for _, point in _new_seals(recount.signers)),
    )


def _new_seals(signers: Sequence[Signer]) -> tuple[tuple[int, bytes], ...]:
    return tuple(
        (index, each.points.seal_point)
        for index, each in enumerate(signers)
        if each.office in SEALING and each.points.seal_point
    )


def _seals(before: Card, former: SealedPackage, recount: Recount) -> Sequence[tuple[int, bytes]]:
    if recount.signers is not None:
        return _new_seals(recount.signers)
    indexes = [each.index for each in former.manifest.certificates]
    return tuple(zip(indexes, before.seal_points, strict=True))


def _letter(table: Mapping[str, Any], card: Card, package: bytes, secret: str) -> Letter:
    language = table["policy"]["official_language"]
    return Letter(
        language=language,
        station=card.station,
        station_name=card.station_name,
        election=table["election"]["title"][language],
        day=table["election"]["day"],
        secret=secret,
        blocks=blocks_of(open_package(package).digest),
        file=f"{card.station}-{card.serial}.tdp",
    )
