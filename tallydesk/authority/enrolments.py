"""The members' enrolments, read from a folder and put beside the people of the roster.

An enrolment that is wrong stops its own station alone: that one waits for a better file, the
others are issued.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tallydesk.authority.roster import Commission, File, RosterMember
from tallydesk.election.real_names import name_key
from tallydesk.protocol.cbor import CborError
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.enrolment import Enrolment, EnrolmentUnproven, read_enrolment

ENDING = ".enrolment"
LARGEST_ENROLMENT = 4_096
"""Octets; one with a long name has 500."""

SEALING = ("chair", "deputy")
"""Offices whose seal keys are certified."""

_FILE_STATION = re.compile(r"([0-9]{1,6})-([0-9]{1,6})(?![0-9])")


@dataclass(frozen=True, slots=True)
class EnrolmentTrouble:
    """What is wrong with an enrolment or for want of one. `station` is "" when nobody knows it."""

    station: str
    file: str
    sentence: str

    def __str__(self) -> str:
        where = self.file or f"station {self.station}"
        return f"{where}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class MemberPoints:
    """The points of a member, 33 octets; empty for a member without key, None without seal."""

    point: bytes
    seal_point: bytes | None


@dataclass
class Enrolments:
    """Everything that lay in the folder: by station and by who asks, and what is wrong."""

    held: dict[tuple[str, str], dict[str, list[tuple[str, Enrolment]]]] = field(
        default_factory=dict
    )
    trouble: list[EnrolmentTrouble] = field(default_factory=list)

    def refused(self, station: str) -> tuple[EnrolmentTrouble, ...]:
        """What stops this station."""
        return tuple(each for each in self.trouble if each.station == station)


def read_enrolments(
    files: Iterable[File], commissions: Iterable[Commission], root: bytes
) -> Enrolments:
    """All enrolments of a folder. A file that lies there twice, octet for octet, counts once.

    `root` is the authority's own point, which nobody may enrol.
    """
    read = Enrolments()
    labels = {(each.constituency, each.number): each.label for each in commissions}
    seen: dict[bytes, str] = {}
    points: dict[bytes, tuple[str, str]] = {root: ("", "the root key")}
    for file in files:
        if file.content in seen:
            continue
        seen[file.content] = file.name
        enrolment = _read(file, read.trouble)
        if enrolment is None:
            continue
        station = (enrolment.constituency, enrolment.number)
        label = "-".join(station)
        if enrolment.purpose != "official":
            read.trouble.append(EnrolmentTrouble(label, file.name, "is for practice"))
        elif station not in labels:
            sentence = f"station {label} does not stand on the roster"
            read.trouble.append(EnrolmentTrouble(label, file.name, sentence))
        else:
            _note_twice(enrolment, label, file.name, points, read.trouble)
            own = read.held.setdefault(station, {})
            own.setdefault(_who(enrolment.name), []).append((file.name, enrolment))
    return read


def points_for(
    station: Commission, read: Enrolments
) -> tuple[Mapping[int, MemberPoints], tuple[EnrolmentTrouble, ...]]:
    """The points of every member with a decisive vote, by number; and what stops the station."""
    trouble: list[EnrolmentTrouble] = []
    asked = dict(read.held.get((station.constituency, station.number), {}))
    points: dict[int, MemberPoints] = {}
    for member in station.members:
        theirs = asked.pop(_who(member.name), [])
        if member.decisive:
            points[member.number] = _points_of(member, theirs, station.label, trouble)
        elif theirs:
            sentence = f"{member.name} has no decisive vote and needs no key"
            trouble.append(EnrolmentTrouble(station.label, theirs[0][0], sentence))
    for left in asked.values():
        sentence = f"“{left[0][1].name}” is no member of station {station.label}"
        trouble += [EnrolmentTrouble(station.label, name, sentence) for name, _ in left]
    return points, tuple(trouble)


def _points_of(
    member: RosterMember,
    theirs: Sequence[tuple[str, Enrolment]],
    label: str,
    trouble: list[EnrolmentTrouble],
) -> MemberPoints:
    if len(theirs) > 1:
        names = ", ".join(name for name, _ in theirs)
        sentence = f"{member.name} is enrolled {len(theirs)} times; keep the file that counts"
        trouble.append(EnrolmentTrouble(label, names, sentence))
    elif theirs and not member.key:
        sentence = f"{member.name} signs on paper alone by the roster; take out the file, or “no”"
        trouble.append(EnrolmentTrouble(label, theirs[0][0], sentence))
    elif not theirs and member.key:
        sentence = f"{member.name} has no enrolment; without a key the roster says “no” under key"
        trouble.append(EnrolmentTrouble(label, "", sentence))
    if len(theirs) != 1:
        return MemberPoints(b"", None)
    enrolment = theirs[0][1]
    seal_point = enrolment.seal_point if member.office in SEALING else None
    return MemberPoints(enrolment.point, seal_point)


def _who(name: str) -> str:
    """A name as the eye takes it in: order, case and marks do not count."""
    return " ".join(sorted(name_key(name)))


def _read(file: File, trouble: list[EnrolmentTrouble]) -> Enrolment | None:
    if len(file.content) > LARGEST_ENROLMENT:
        sentence = "is too long for an enrolment"
    else:
        try:
            return read_enrolment(file.content)
        except EnrolmentUnproven as error:
            label = f"{error.asked.constituency}-{error.asked.number}"
            sentence = f"{error}; {error.asked.name} has to enrol anew"
            trouble.append(EnrolmentTrouble(label, file.name, sentence))
            return None
        except (CborError, ShapeError) as error:
            sentence = f"is no enrolment, or it is damaged ({error})"
    # Nothing in it can be believed; whose it is, its name may still say.
    named = _FILE_STATION.match(file.name)
    trouble.append(EnrolmentTrouble(named[0] if named else "", file.name, sentence))
    return None


def _note_twice(
    enrolment: Enrolment,
    label: str,
    name: str,
    points: dict[bytes, tuple[str, str]],
    trouble: list[EnrolmentTrouble],
) -> None:
    """A key stands for one person: whoever shares it, none of their stations is issued."""
    for point in filter(None, (enrolment.point, enrolment.seal_point)):
        if point in points:
            other, file = points[point]
            trouble.append(EnrolmentTrouble(label, name, f"holds the same key as {file}"))
            if other:
                trouble.append(EnrolmentTrouble(other, file, f"holds the same key as {name}"))
        points.setdefault(point, (label, name))
