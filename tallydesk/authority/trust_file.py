"""The trust file of all packages in a folder, and what the one before it said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from tallydesk.authority.roster import File
from tallydesk.protocol.cbor import CborError
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.keys import Unlocked
from tallydesk.signing.sealed_package import PackageUnsigned, open_package
from tallydesk.signing.trust import Trust, issue_trust


class TrustRefused(ValueError):
    """No trust file is made: `reasons` say why, one a file."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__("\n".join(self.reasons))


@dataclass(frozen=True, slots=True)
class Additions:
    """What goes into the next serial: keys that no longer count, records that count all the same.

    Moments are UTC, since when a key is lost; no signature with it counts, whatever its time.
    """

    revoked: Mapping[bytes, datetime]
    accepted: frozenset[bytes]


@dataclass
class Shelf:
    """Cards and files that were found, and what is wrong with them."""

    cards: dict[bytes, str]
    points: set[bytes]
    stations: dict[tuple[str, int], tuple[str, bytes]]
    files: dict[str, bytes]
    reasons: list[str]


def next_trust(
    root: Unlocked,
    serial: int,
    issued: datetime,
    packages: Iterable[File],
    definitions: Iterable[File],
    additions: Additions,
    previous: Trust | None = None,
) -> bytes:
    """The signed trust file. What `previous` said stays in it: cards, revocations, acceptances.

    Raises TrustRefused: for a package that this root did not sign, a second card of the same
    serial for a station, a form that changed, another root's trust file, a serial that is not
    above the previous one's, or a revoked key that stands on no card.
    """
    shelf = Shelf({}, set(), {}, dict(previous.files) if previous else {}, [])
    if previous and previous.root != root.point:
        shelf.reasons.append("the trust file before this one belongs to another root key")
    if previous and serial <= previous.serial:
        shelf.reasons.append(
            f"serial {serial} is not above {previous.serial}, the serial of the one before"
        )
    for file in packages:
        _take(file, root.point, shelf)
    for file in definitions:
        _file(f"definitions/{file.name}", sha256(file.content).digest(), file.name, shelf)
    shelf.reasons += [
        f"no card in this folder has the key {point.hex()}; nothing would be revoked"
        for point in additions.revoked
        if point not in shelf.points
    ]
    cards = set(shelf.cards) | (previous.cards if previous and previous.cards else set())
    if not cards and not shelf.reasons:
        shelf.reasons.append("there is no package in this folder, so there is no card to publish")
    if shelf.reasons:
        raise TrustRefused(shelf.reasons)
    revoked = {**additions.revoked, **(previous.revoked if previous else {})}
    return issue_trust(
        root,
        Trust(
            root=root.point,
            serial=serial,
            issued=issued,
            purpose="official",
            cards=frozenset(cards),
            # What was published earlier counts: nobody moves a revocation later.
            revoked={
                point: min(since, additions.revoked.get(point, since))
                for point, since in revoked.items()
            },
            accepted=additions.accepted | (previous.accepted if previous else frozenset()),
            files=shelf.files,
        ),
    )


def _take(file: File, root: bytes, shelf: Shelf) -> None:
    try:
        package = open_package(file.content)
        signed = package.signed_by(root)
    except (CborError, ShapeError, PackageUnsigned) as error:
        shelf.reasons.append(f"{file.name}: is no package, or it is damaged ({error})")
        return
    if not signed or package.manifest.purpose != "official":
        shelf.reasons.append(f"{file.name}: is not signed by this root for an official election")
        return
    card, digest = package.card.card, package.card.digest
    name, before = shelf.stations.setdefault((card.station, card.serial), (file.name, digest))
    if before != digest:
        shelf.reasons.append(
            f"{file.name}: holds another card of serial {card.serial} for station {card.station} "
            f"than {name}; a station has one"
        )
    shelf.cards[digest] = file.name
    shelf.points |= {member.point for member in card.members} | set(card.seal_points)
    for form, form_digest in package.manifest.forms.items():
        _file(f"forms/{form}.toml", form_digest, file.name, shelf)


def _file(name: str, digest: bytes, where: str, shelf: Shelf) -> None:
    if shelf.files.setdefault(name, digest) != digest:
        shelf.reasons.append(f"{where}: has another {name} than was published or issued before")
