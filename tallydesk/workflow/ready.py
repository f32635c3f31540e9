"""Is this laptop ready for the night (U33)? What was found, judged, with what to do about it.

Nothing here is asked of a person and nothing is changed: whoever prepares the laptop reads the
report, prints it, and has a test page of the printer in the hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from tallydesk.election.definition import Package
from tallydesk.election.mistake import Mistakes
from tallydesk.rendering.fonts import face
from tallydesk.version import VERSION
from tallydesk.workflow.opening import PackageFile, SealedFile, read_shipped
from tallydesk.workflow.printer_here import PrinterHere
from tallydesk.workflow.refusal import RefusedError

Mark = Literal["ok", "look", "missing"]
Topic = Literal["package", "keys", "fonts", "printer", "disk", "stick", "clock", "versions"]

PLENTY, ENOUGH = 500_000_000, 50_000_000
"""Octets: room for a hundred nights, and for one with all its copies."""
FAR = timedelta(days=1)
"""How far from the polls the laptop's clock may be before somebody is asked to look at the date."""


@dataclass(frozen=True, slots=True)
class StickHere:
    """A stick that is in, and whether it can be written to."""

    name: str
    writable: bool


@dataclass(frozen=True, slots=True)
class Laptop:
    """What was found on the laptop. `free` is in octets, None where `folder` cannot be used.

    `points` are those of the key files on the sticks (33 octets each). `printers` is None where
    nobody can be asked, the default one is first. `last` is the moment of the journal's last entry,
    None without one; `now` is UTC. `trust` is the trust file that is installed.
    """

    folder: str
    free: int | None
    sticks: tuple[StickHere, ...]
    points: frozenset[bytes]
    printers: tuple[PrinterHere, ...] | None
    last: datetime | None
    journal_sound: bool
    now: datetime
    versions: str
    trust: bytes | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One topic: how it stands, and by `code` and `facts` the sentences under `ready` in words."""

    topic: Topic
    mark: Mark
    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Readiness:
    """Every topic in the order of the report; `package` is None where none can be opened."""

    items: tuple[Item, ...]
    package: Package | None
    now: datetime

    @property
    def ready(self) -> bool:
        """Whether nothing is missing; what only wants a look stops no night."""
        return all(item.mark != "missing" for item in self.items)

    def count(self, mark: Mark) -> int:
        """How many topics stand so."""
        return sum(item.mark == mark for item in self.items)


def versions(qt: str, sqlite: str) -> str:
    """Everything that a report of trouble names; `qt` is "" where it does not start."""
    from platform import platform, python_version

    parts = (
        f"tallydesk {VERSION}",
        f"Python {python_version()}",
        f"Qt {qt}" if qt else "",
        f"SQLite {sqlite}",
        platform(terse=True),
    )
    return ", ".join(filter(None, parts))


def readiness(
    laptop: Laptop, file: PackageFile | SealedFile, refusals: Mapping[str, str]
) -> Readiness:
    """Judge what was found. `refusals` are the words of the language that the report is in."""
    package, item, points = _opened(laptop, file, refusals)
    items = (
        item,
        _keys(laptop, points, official=file.official),
        _fonts(package),
        _printer(laptop),
        _disk(laptop),
        _stick(laptop),
        _clock(laptop, package),
        Item("versions", "ok", "versions-found", {"versions": laptop.versions}),
    )
    return Readiness(items, package, laptop.now)


# --- package and keys ----------------------------------------------------------------------------


def _opened(
    laptop: Laptop, file: PackageFile | SealedFile, refusals: Mapping[str, str]
) -> tuple[Package | None, Item, tuple[bytes, ...]]:
    """The package, how it stands, and the keys that its card names."""
    try:
        if isinstance(file, SealedFile):
            return _sealed(laptop, file)
        package = read_shipped(file.data, file.form_bytes, laptop.now, name=file.name)
    except RefusedError as refused:
        why = refusals[f"refusal.{refused.code}"].format(**refused.facts)
        return None, Item("package", "missing", "package-refused", {"why": why}), ()
    except Mistakes as mistakes:
        why = refusals["refusal.package-mistaken"].format(mistake=mistakes.mistakes[0])
        return None, Item("package", "missing", "package-refused", {"why": why}), ()
    return package, Item("package", "look", "package-practice", _named(package)), ()


def _sealed(laptop: Laptop, file: SealedFile) -> tuple[Package, Item, tuple[bytes, ...]]:
    from tallydesk.signing.practice import practice_root
    from tallydesk.workflow import official
    from tallydesk.workflow.trusting import trusted

    sealed = official.opened(file.data)
    points = tuple(member.point for member in sealed.card.card.members if member.point)
    if laptop.trust is None:
        package = official.read_kept(sealed.package, sealed.forms.__getitem__, laptop.now)
        return package, Item("package", "missing", "package-untrusted", _named(package)), points
    trust, _ = trusted(laptop.trust, None, practice_root().point)
    package, _ = official.checked(sealed, trust, laptop.now)
    return package, Item("package", "ok", "package-good", _named(package)), points


def _named(package: Package) -> dict[str, str]:
    return {"station": package.station.label, "digest": package.fingerprint}


def _keys(laptop: Laptop, points: tuple[bytes, ...], *, official: bool) -> Item:
    if not official:
        return Item("keys", "ok", "keys-practice")
    seen = sum(point in laptop.points for point in points)
    facts = {"count": str(seen), "of": str(len(points))}
    whole = bool(points) and seen == len(points)
    return Item("keys", "ok" if whole else "look", "keys-all" if whole else "keys-some", facts)


# --- paper ---------------------------------------------------------------------------------------


def _fonts(package: Package | None) -> Item:
    try:
        known = set(face().widths) & set(face(bold=True).widths)
    except OSError as error:
        return Item("fonts", "missing", "fonts-missing", {"what": str(error)})
    told = "".join(_names(package)) if package else ""
    strange = sorted({sign for sign in told if not sign.isspace()} - known)
    if strange:
        return Item("fonts", "look", "fonts-signs", {"signs": " ".join(strange)})
    return Item("fonts", "ok", "fonts-good")


def _names(package: Package) -> Iterator[str]:
    """Every name of the package in every language."""
    yield from (member.name for member in package.members)
    wordings = [package.definition.title, package.station.name]
    for contest in package.definition.contests:
        wordings.append(contest.title)
        wordings += [each.name for each in contest.candidates]
        wordings += [each.name for each in contest.lists]
    for wording in wordings:
        yield from wording.texts.values()


def _printer(laptop: Laptop) -> Item:
    if laptop.printers is None:
        return Item("printer", "look", "printer-unknown")
    if not laptop.printers:
        return Item("printer", "missing", "printer-none")
    first = laptop.printers[0]
    mark: Mark = "look" if first.virtual else "ok"
    code = "printer-virtual" if first.virtual else "printer-good"
    return Item("printer", mark, code, {"printer": first.name})


# --- the laptop ----------------------------------------------------------------------------------


def _disk(laptop: Laptop) -> Item:
    facts = {"folder": laptop.folder}
    if laptop.free is None:
        return Item("disk", "missing", "disk-refused", facts)
    facts["free"] = str(laptop.free // 1_000_000)
    if laptop.free < ENOUGH:
        return Item("disk", "missing", "disk-full", facts)
    plenty = laptop.free >= PLENTY
    return Item("disk", "ok" if plenty else "look", "disk-good" if plenty else "disk-small", facts)


def _stick(laptop: Laptop) -> Item:
    if not laptop.sticks:
        return Item("stick", "look", "stick-none")
    shut = [stick.name for stick in laptop.sticks if not stick.writable]
    if shut:
        return Item("stick", "look", "stick-refused", {"sticks": ", ".join(shut)})
    return Item(
        "stick", "ok", "stick-good", {"sticks": ", ".join(stick.name for stick in laptop.sticks)}
    )


def _clock(laptop: Laptop, package: Package | None) -> Item:
    offset = timedelta(minutes=package.hours.offset_minutes if package else 0)
    facts = {"now": f"{laptop.now + offset:%d.%m.%Y %H:%M}"}
    if not laptop.journal_sound:
        return Item("clock", "look", "clock-journal", facts)
    if laptop.last is not None:
        facts["last"] = f"{laptop.last + offset:%d.%m.%Y %H:%M}"
        if laptop.now < laptop.last:
            return Item("clock", "missing", "clock-behind", facts)
    if package is not None:
        facts["opens"] = f"{package.hours.opens + offset:%d.%m.%Y %H:%M}"
        if not package.hours.opens - FAR <= laptop.now <= package.hours.closes + FAR:
            return Item("clock", "look", "clock-far", facts)
    return Item("clock", "ok", "clock-good" if laptop.last is None else "clock-after", facts)
