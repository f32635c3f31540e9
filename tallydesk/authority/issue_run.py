"""Issuing every station of a roster, and going on where an earlier run was stopped.

A station is issued when its package is there, and from then on it is never issued again: what is
there is opened, checked and left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, Protocol

from tallydesk.authority.election import Election
from tallydesk.authority.enrolments import Enrolments, MemberPoints, points_for
from tallydesk.authority.issuing import (
    Chance,
    Issued,
    Root,
    card_of,
    issue,
    package_file,
)
from tallydesk.authority.roster import RosterStation
from tallydesk.protocol.cbor import CborError
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.sealed_package import PackageUnsigned, open_package

BATCH = 32
"""Stations whose files become durable together; with keys made here, one at a time."""


class Folder(Protocol):
    """Where everything is written; every call is durable on return and raises OSError."""

    def package(self, station: str) -> bytes | None:
        """The station's package, None when it was not issued yet."""

    def keep_keys(self, station: str, files: Mapping[str, bytes]) -> None:
        """Keys by file name; none is no call for a folder."""

    def keep_papers(self, kind: str, papers: Mapping[str, bytes]) -> None:
        """PDFs by station, `kind` being letters or pins."""

    def keep_packages(self, packages: Mapping[str, bytes]) -> None:
        """Packages by station."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended for a station: issued now, or before, or refused for these reasons."""

    station: str
    state: Literal["issued", "before", "refused"]
    reasons: tuple[str, ...] = ()


def issue_all(
    stations: Sequence[RosterStation],
    election: Election,
    root: Root,
    enrolments: Enrolments | None,
    folder: Folder,
    octets: Chance,
) -> Iterator[Outcome]:
    """Issue what is not issued yet. An outcome of `issued` comes when its files are durable.

    `enrolments` None makes the members' keys. Raises OSError of the folder; whatever came before
    stays issued.
    """
    waiting: dict[str, Issued] = {}
    for station in stations:
        points, reasons = _points(station, enrolments)
        held = folder.package(station.label)
        if held is not None:
            yield _before(station, election, root, points, held)
        elif reasons:
            yield Outcome(station.label, "refused", reasons)
        else:
            try:
                waiting[station.label] = issue(station, election, root, points, octets)
            except (CborError, ShapeError) as error:
                reason = f"no card or package can say what the roster says ({error})"
                yield Outcome(station.label, "refused", (reason,))
        if len(waiting) >= (BATCH if points is not None else 1):
            yield from _kept(waiting, folder)
    yield from _kept(waiting, folder)


def _points(
    station: RosterStation, enrolments: Enrolments | None
) -> tuple[Mapping[int, MemberPoints] | None, tuple[str, ...]]:
    if enrolments is None:
        return None, ()
    points, own = points_for(station.commission, enrolments)
    return points, tuple(map(str, (*enrolments.refused(station.label), *own)))


def _kept(waiting: dict[str, Issued], folder: Folder) -> Iterator[Outcome]:
    """Write in the order that loses nothing: keys, PINs, letters, and last the packages."""
    if not waiting:
        return
    for station, issued in waiting.items():
        folder.keep_keys(station, issued.keys)
    folder.keep_papers("pins", {each: own.pins for each, own in waiting.items() if own.pins})
    folder.keep_papers("letters", {each: own.letter for each, own in waiting.items()})
    folder.keep_packages({each: own.package for each, own in waiting.items()})
    done = tuple(waiting)
    waiting.clear()
    yield from (Outcome(each, "issued") for each in done)


def _before(
    station: RosterStation,
    election: Election,
    root: Root,
    points: Mapping[int, MemberPoints] | None,
    held: bytes,
) -> Outcome:
    """Whether the package that is there is the one that would be issued today."""
    try:
        package = open_package(held)
        signed = package.signed_by(root.key.point)
    except (CborError, ShapeError, PackageUnsigned) as error:
        reason = f"the package that is there is damaged ({error}); look for a copy of it"
        return Outcome(station.label, "refused", (reason,))
    if not signed:
        reason = "the package that is there was signed by another root"
        return Outcome(station.label, "refused", (reason,))
    card = package.card.card
    same = package.manifest.package == sha256(package_file(station, election)).digest()
    if same and points is not None:
        same = card == card_of(station, election, points, "own")
    elif same:
        same = card.custody == "authority"
    if not same or package.manifest.forms != election.form_digests:
        reason = (
            "was issued before with other data or keys, and stays as it was issued; "
            "a station gets one card"
        )
        return Outcome(station.label, "refused", (reason,))
    return Outcome(station.label, "before")
