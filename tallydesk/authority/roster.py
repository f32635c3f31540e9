"""Stations and their members from the authority's two tables (resources/formats/authority-v1.md).

Every mistake is named with file, row and column in one run. A station's values go through the very
checks that a package goes through, so that what is issued can be opened.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Annotated, Any, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field

from tallydesk.assets import LANGUAGES, words
from tallydesk.authority.election import Election
from tallydesk.authority.spreadsheet import CellMistake, Headings, Row, read_rows
from tallydesk.election.definition import COMPARE_EVERY, Office
from tallydesk.election.mistake import Margin
from tallydesk.election.package_checks import (
    PRACTICE_CONSTITUENCY,
    check_hours,
    check_people,
    check_station,
)
from tallydesk.election.package_shape import HoursShape, MemberShape, PolicyShape, StationShape
from tallydesk.election.shape import Strict, shaped
from tallydesk.signing.card import OFFICES

_NUMBER = re.compile(r"[0-9]{1,9}")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
_YES = {"": None, "yes": True, "no": False, "bəli": True, "xeyr": False, "да": True, "нет": False}
_IDENTITY = ("constituency", "number")
_MEMBERS = Headings((*_IDENTITY, "name", "office"), ("decisive", "key"))
_OPTIONAL = ("mobile_boxes", "quorum", "opens", "closes", "zone")
_MOST_BOXES = 99


class RosterMistakes(ValueError):
    """Tables that cannot be used, with everything that is wrong in them."""

    def __init__(self, mistakes: Sequence[CellMistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(map(str, self.mistakes)))


@dataclass(frozen=True, slots=True)
class RosterMember:
    """A member as the table names them; `key` False for one who signs on paper alone."""

    number: int
    name: str
    office: Office
    decisive: bool
    key: bool


@dataclass(frozen=True, slots=True)
class Commission:
    """The members of one station, in order."""

    constituency: str
    number: str
    members: tuple[RosterMember, ...]

    @property
    def label(self) -> str:
        """Constituency and number as people write it, such as 012-03."""
        return f"{self.constituency}-{self.number}"


@dataclass(frozen=True, slots=True)
class RosterStation:
    """A station: `table` are the tables of its package that are its own, `members` in order.

    `opens` and `closes` are moments with their offset.
    """

    constituency: str
    number: str
    name: str
    table: Mapping[str, Any]
    members: tuple[RosterMember, ...]
    opens: datetime
    closes: datetime
    quorum: int

    @property
    def commission(self) -> Commission:
        """Its members, for whom enrolments are sought."""
        return Commission(self.constituency, self.number, self.members)

    @property
    def label(self) -> str:
        """Constituency and number as people write it, such as 012-03."""
        return self.commission.label


class _CommissionShape(Strict):
    """What a station's rows make of a package."""

    station: StationShape
    hours: HoursShape
    members: Annotated[list[MemberShape], Field(min_length=3)]
    policy: PolicyShape


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was given: `name` for messages."""

    name: str
    content: bytes


def read_roster(stations: File, members: File, election: Election) -> tuple[RosterStation, ...]:
    """All stations in the order of their table. Raises RosterMistakes naming every mistake."""
    mistakes: list[CellMistake] = []
    contests = [contest.id for contest in election.definition.contests]
    headings = Headings(
        (
            *_IDENTITY,
            "name",
            "listed",
            "stationary_boxes",
            *(f"received.{each}" for each in contests),
        ),
        _OPTIONAL,
        lambda heading: heading in {f"name.{each}" for each in election.languages},
    )
    rows = list(read_rows(stations.content, stations.name, headings, mistakes))
    own = _by_station(list(read_rows(members.content, members.name, _MEMBERS, mistakes)))
    known: dict[tuple[str, str], Row] = {}
    for row in rows:
        station = _station_of(row)
        if station in known:
            mistakes.append(
                row.mistake("number", f"station {'-'.join(station)} stands above already")
            )
        known.setdefault(station, row)
    for station, theirs in own.items():
        if rows and station not in known:
            sentence = f"station {'-'.join(station)} does not stand in {stations.name}"
            mistakes += [row.mistake("number", sentence) for row in theirs]
    reader = _Reader(election, contests, mistakes)
    read = [reader.station(row, own.get(station, [])) for station, row in known.items()]
    if not rows and not mistakes:
        mistakes.append(CellMistake(stations.name, 0, "", "there is no station in this table"))
    if mistakes:
        raise RosterMistakes(mistakes)
    return tuple(each for each in read if each is not None)


def read_commission(members: File, constituency: str, number: str) -> Commission:
    """The members of one station alone, as for a recount. Raises RosterMistakes."""
    mistakes: list[CellMistake] = []
    own = _by_station(list(read_rows(members.content, members.name, _MEMBERS, mistakes)))
    people = own.get((constituency, number), [])
    if not people and not mistakes:
        sentence = f"nobody is a member of station {constituency}-{number}"
        mistakes.append(CellMistake(members.name, 0, "", sentence))
    reader = _MemberReader(mistakes)
    read = tuple(reader.member(row, at) for at, row in enumerate(people, 1))
    if mistakes:
        raise RosterMistakes(mistakes)
    return Commission(constituency, number, read)


def _station_of(row: Row) -> tuple[str, str]:
    return row["constituency"], row["number"]


def _by_station(rows: Sequence[Row]) -> Mapping[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        found.setdefault(_station_of(row), []).append(row)
    return found


def _office_words() -> Mapping[str, Office]:
    """Every office by its name in a package and by what paper calls it in each language."""
    named: dict[str, Office] = {office: office for office in OFFICES}
    for language in LANGUAGES:
        said = words(language)
        named |= {said[f"office.{office}"].casefold(): office for office in OFFICES}
    return named


class _MemberReader:
    """Turns rows into members, and notes what is wrong with them."""

    def __init__(self, mistakes: list[CellMistake]) -> None:
        self._mistakes = mistakes
        self._offices = _office_words()

    def member(self, row: Row, number: int) -> RosterMember:
        """The member of a row; a wrong office becomes that of a member."""
        office = self._offices.get(row["office"].casefold())
        if office is None:
            said = ", ".join(OFFICES)
            self._note(row, "office", f"“{row['office'][:20]}” is no office; offices are {said}")
        return RosterMember(
            number=number,
            name=row["name"],
            office=office or "member",
            decisive=self._yes(row, "decisive"),
            key=self._yes(row, "key"),
        )

    def _note(self, row: Row, column: str, sentence: str) -> None:
        self._mistakes.append(row.mistake(column, sentence))

    def _yes(self, row: Row, column: str) -> bool:
        said = row[column].casefold()
        if said not in _YES:
            self._note(row, column, f"“{row[column][:20]}” is neither yes nor no")
        return _YES.get(said) is not False


class _Reader(_MemberReader):
    """Turns rows into stations, and notes what is wrong with them."""

    def __init__(
        self, election: Election, contests: Sequence[str], mistakes: list[CellMistake]
    ) -> None:
        super().__init__(mistakes)
        self._election = election
        self._contests = contests

    def station(self, row: Row, people: Sequence[Row]) -> RosterStation | None:
        """The station of a row with its members' rows; None when the mistakes say why not."""
        before = len(self._mistakes)
        if not people:
            self._note(row, "number", "nobody is a member of this station")
        members = tuple(self.member(each, at) for at, each in enumerate(people, 1))
        hours = self._hours(row)
        quorum = self._whole(row, "quorum") if row["quorum"] else None
        general = self._election.policy.policy
        table: dict[str, Any] = {
            "station": self._place(row),
            "hours": hours,
            "members": [_as_table(each) for each in members],
            "policy": {
                "second_entry": list(general.second_entry),
                "bundle_size": general.bundle_size,
                "official_language": general.official_language,
                "quorum": general.quorum if quorum is None else quorum,
                **(
                    {"quorum_offices": list(general.quorum_offices)}
                    if general.quorum_offices
                    else {}
                ),
                **(
                    {"compare_every": general.compare_every}
                    if general.compare_every != COMPARE_EVERY
                    else {}
                ),
            },
        }
        self._check(table, row, people, self._mistakes[before:])
        if len(self._mistakes) > before:
            return None
        return RosterStation(
            constituency=row["constituency"],
            number=row["number"],
            name=row["name"],
            table=table,
            members=members,
            opens=cast("datetime", hours["opens"]),
            closes=cast("datetime", hours["closes"]),
            quorum=cast("int", table["policy"]["quorum"]),
        )

    def _whole(self, row: Row, column: str) -> int:
        if not _NUMBER.fullmatch(row[column]):
            self._note(row, column, f"“{row[column][:20]}” is no whole number")
            return 0
        return int(row[column])

    def _place(self, row: Row) -> dict[str, object]:
        if row["constituency"] == PRACTICE_CONSTITUENCY:
            self._note(row, "constituency", f"{PRACTICE_CONSTITUENCY} is for practice alone")
        boxes = [
            {"id": f"{letter}{number}", "kind": kind}
            for letter, kind, column in (
                ("M", "mobile", "mobile_boxes"),
                ("S", "stationary", "stationary_boxes"),
            )
            for number in range(1, self._boxes(row, column) + 1)
        ]
        return {
            "constituency": row["constituency"],
            "number": row["number"],
            "name": {each: row[f"name.{each}"] or row["name"] for each in self._election.languages},
            "listed": self._whole(row, "listed"),
            "received": {each: self._whole(row, f"received.{each}") for each in self._contests},
            "boxes": boxes,
        }

    def _boxes(self, row: Row, column: str) -> int:
        count = self._whole(row, column) if row[column] else 0
        if count > _MOST_BOXES:
            self._note(row, column, f"{count} boxes are more than {_MOST_BOXES}")
            return 0
        return count

    def _hours(self, row: Row) -> dict[str, object]:
        general = self._election.policy
        name = row["zone"] or general.zone
        try:
            zone: tzinfo = ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self._note(row, "zone", f"there is no time zone “{name[:40]}”; one is Asia/Baku")
            zone = UTC
        opens = self._moment(row, "opens", general.opens, zone)
        closes = self._moment(row, "closes", general.closes, zone)
        offset = opens.utcoffset() or timedelta()
        return {
            "opens": opens,
            "closes": closes,
            "zone": name,
            "offset_minutes": offset // timedelta(minutes=1),
        }

    def _moment(self, row: Row, column: str, general: time, zone: tzinfo) -> datetime:
        clock = general
        if row[column]:
            found = _CLOCK.fullmatch(row[column])
            if found is None:
                self._note(row, column, f"“{row[column][:20]}” is no clock time such as 08:00")
            else:
                clock = time(int(found[1]), int(found[2]))
        return datetime.combine(self._election.definition.day, clock, zone)

    def _check(
        self,
        table: dict[str, Any],
        row: Row,
        people: Sequence[Row],
        noted: Sequence[CellMistake],
    ) -> None:
        """What a package's own checks find, at the cells that it came from.

        A cell that has its mistake already was read as nothing, and that is no second one.
        """
        told = {(each.file, each.row, each.column) for each in noted}
        offices_unsure = any(each.column == "office" for each in noted)
        margin = Margin(dict)
        shaped(_CommissionShape, table, margin)
        whole = {
            **table,
            "languages": list(self._election.languages),
            "election": {"day": self._election.definition.day},
            "contests": [{"id": each} for each in self._contests],
        }
        check_station(whole, margin)
        check_hours(whole, margin)
        check_people(whole, margin)
        for mistake in margin.mistakes:
            at, column = _cell(mistake.key, row, people)
            found = at.mistake(column, mistake.sentence)
            place = (found.file, found.row, found.column)
            of_all = mistake.key == "members" and (not people or offices_unsure)
            if place not in told and not of_all:
                self._mistakes.append(found)


def _as_table(member: RosterMember) -> dict[str, object]:
    known = {"number": member.number, "name": member.name, "office": member.office}
    return known if member.decisive else {**known, "decisive": False}


_MEMBER_KEY = re.compile(r"members\[([0-9]+)\](?:\.([a-z]+))?")


def _cell(key: str, row: Row, people: Sequence[Row]) -> tuple[Row, str]:
    """The row and the column from which a key of the package came."""
    member = _MEMBER_KEY.match(key)
    if member:
        return people[int(member[1]) - 1], member[2] or ""
    if key.startswith("station.boxes"):
        return row, "stationary_boxes"
    column = key.removeprefix("station.").removeprefix("hours.").removeprefix("policy.")
    column = column.partition("[")[0]
    return row, column if column in row.cells else column.partition(".")[0]
