"""What an official night rests on: a signed package whose every part agrees with its card.

Nothing of it is asked of the network: the root and the list of cards came with the trust file that
was published before the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from tallydesk.election.contest_checks import FormBytes
from tallydesk.election.definition import Package
from tallydesk.election.package_file import PackageMistakes, read_package
from tallydesk.protocol.cbor import CborError
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.card import Card, read_card
from tallydesk.signing.contest_sheet import sheet_digest
from tallydesk.signing.sealed_package import (
    Manifest,
    PackageUnsigned,
    SealedPackage,
    manifest_digest,
    open_package,
    read_manifest,
)
from tallydesk.signing.trust import Trust
from tallydesk.workflow.contest_sheets import contest_sheets
from tallydesk.workflow.refusal import RefusedError


@dataclass(frozen=True, slots=True)
class Authority:
    """What the authority signed for this station, checked against the trust file.

    `digest` (32 octets) is what the letter calls the package; its blocks are printed there.
    """

    manifest: Manifest
    digest: bytes
    card: Card


def opened(octets: bytes) -> SealedPackage:
    """A container taken apart. Raises RefusedError `package-unreadable`."""
    try:
        return open_package(octets)
    except (CborError, PackageUnsigned, ShapeError) as error:
        raise RefusedError("package-unreadable", what=str(error)) from error


def kept(manifest: bytes, package: bytes, forms: Mapping[str, bytes]) -> SealedPackage:
    """The same from what a journal keeps; the files are compared in `checked`.

    Raises RefusedError `package-unreadable`.
    """
    try:
        signed = read_manifest(manifest)
    except (CborError, ShapeError) as error:
        raise RefusedError("package-unreadable", what=str(error)) from error
    digests = {name: sha256(form).digest() for name, form in forms.items()}
    if (sha256(package).digest(), digests) != (signed.package, signed.forms):
        raise RefusedError("package-unreadable", what="other files than were signed")
    return SealedPackage(signed, manifest, package, forms)


def checked(
    sealed: SealedPackage, trust: Trust, now: datetime, *, read_before: bool = False
) -> tuple[Package, Authority]:
    """The package with what it rests on, when everything agrees.

    Raises RefusedError: `package-practice`, `package-unsigned`, `trust-without-cards`,
    `card-not-listed`, `form-not-listed`, `package-mistaken`, and `card-other-…` naming what card
    and package disagree about.
    """
    manifest, signed = sealed.manifest, sealed.card
    if manifest.purpose != "official" or trust.purpose != "official":
        raise RefusedError("package-practice")
    if not sealed.signed_by(trust.root):
        raise RefusedError("package-unsigned")
    if trust.cards is None:
        raise RefusedError("trust-without-cards")
    if not trust.lists(signed.digest):
        raise RefusedError("card-not-listed", station=signed.card.station)
    published = set(trust.files.values())
    for name, digest in manifest.forms.items():
        if digest not in published:
            raise RefusedError("form-not-listed", form=name)
    package = _read(sealed, now, read_before=read_before)
    for code in _disagreements(package, signed.card):
        raise RefusedError(code, station=signed.card.station)
    return package, Authority(manifest, sealed.digest, signed.card)


def read_kept(package: bytes, form_bytes: FormBytes, now: datetime) -> Package:
    """The package in an official night's journal, no signature checked.

    For looking at what is over. Raises election.package_file.PackageMistakes.
    """
    return read_package(
        package, form_bytes=form_bytes, now=now, real_names=frozenset(), purpose="official"
    )


def authority_in(signed: bytes) -> Authority | None:
    """What a signed manifest says, no signature checked; None for one that cannot be read."""
    try:
        manifest = read_manifest(signed)
        card = read_card(manifest.card).card
        return Authority(manifest, manifest_digest(signed), card)
    except (CborError, ShapeError):
        return None


def _read(sealed: SealedPackage, now: datetime, *, read_before: bool) -> Package:
    try:
        return read_package(
            sealed.package,
            form_bytes=sealed.forms.__getitem__,
            now=now,
            real_names=frozenset(),
            read_before=read_before,
            purpose="official",
        )
    except PackageMistakes as error:
        raise RefusedError("package-mistaken", mistake=str(error.mistakes[0])) from error


def _disagreements(package: Package, card: Card) -> Iterator[str]:
    """The authority signed both; whoever could make them differ would have two truths to show."""
    station, policy, hours = package.station, package.policy, package.hours
    language = policy.official_language
    if (card.constituency, card.number, card.station_name) != (
        station.constituency,
        station.number,
        station.name.said_in(language),
    ):
        yield "card-other-station"
    if [(each.office, each.name) for each in card.members] != [
        (each.office, each.name) for each in package.deciding
    ]:
        yield "card-other-members"
    if (card.quorum, card.quorum_offices) != (policy.quorum, policy.quorum_offices):
        yield "card-other-quorum"
    if (card.valid_from, card.polls_close) != (hours.opens, hours.closes):
        yield "card-other-hours"
    if card.sheets != tuple(sheet_digest(sheet) for sheet in contest_sheets(package)):
        yield "card-other-contests"
