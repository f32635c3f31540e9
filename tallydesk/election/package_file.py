"""Reads an election package; the format is in resources/formats/form-v1.md."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from tallydesk.election.contest_shape import FormBytes, check_contests, contest_of
from tallydesk.election.definition import (
    Box,
    Definition,
    Hours,
    Member,
    Package,
    Policy,
    Station,
)
from tallydesk.election.language_checks import check_languages
from tallydesk.election.mistake import Margin, Mistakes
from tallydesk.election.package_checks import (
    check_hours,
    check_people,
    check_practice,
    check_station,
)
from tallydesk.election.package_shape import HoursShape, PackageShape, StationShape
from tallydesk.election.shape import shaped
from tallydesk.election.toml_source import UnreadableError, open_source
from tallydesk.election.wording import Wording


class PackageMistakes(Mistakes):
    """A package that cannot be used, with everything that is wrong in it."""

    what = "package"


def read_package(
    data: bytes,
    *,
    form_bytes: FormBytes,
    now: datetime,
    real_names: frozenset[str],
    name: str = "package",
) -> Package:
    """The package that a file holds.

    `now` is the moment of opening with its offset from UTC; hours told in minutes are counted
    back from its minute. `real_names` are those of real elections, which practice must not
    borrow. Raises PackageMistakes naming every mistake with line and key.
    """
    try:
        source = open_source(data)
    except UnreadableError as error:
        raise PackageMistakes(name, (error.mistake,)) from error
    margin = Margin(source.lines)
    shape = shaped(PackageShape, source.table, margin)
    check_languages(source.table, margin)
    forms = check_contests(source.table, form_bytes, margin)
    check_practice(source.table, real_names, margin)
    check_station(source.table, margin)
    check_hours(source.table, margin)
    check_people(source.table, margin)
    if shape is None or margin.mistakes:
        raise PackageMistakes(name, margin.mistakes)
    hours = _hours(shape.hours, now)
    return Package(
        purpose=shape.purpose,
        definition=Definition(
            id=shape.election.id,
            title=Wording(shape.election.title),
            day=shape.election.day or _day(hours),
            contests=tuple(contest_of(each, forms[each.form]) for each in shape.contests),
        ),
        station=_station(shape.station),
        hours=hours,
        members=tuple(
            Member(each.number, each.name, each.office, each.decisive) for each in shape.members
        ),
        policy=Policy(
            second_entry=tuple(shape.policy.second_entry),
            bundle_size=shape.policy.bundle_size,
            official_language=shape.policy.official_language,
            quorum=shape.policy.quorum,
            quorum_offices=tuple(shape.policy.quorum_offices),
        ),
        station_secret=shape.station_secret,
        digest=sha256(data).digest(),
    )


def _station(shape: StationShape) -> Station:
    return Station(
        constituency=shape.constituency,
        number=shape.number,
        name=Wording(shape.name),
        listed=shape.listed,
        received=dict(shape.received),
        boxes=tuple(Box(each.id, each.kind) for each in shape.boxes),
    )


def _hours(shape: HoursShape, now: datetime) -> Hours:
    minute = now.astimezone(UTC).replace(second=0, microsecond=0)
    return Hours(
        opens=_moment(shape.opens, shape.opened_minutes_ago, minute),
        closes=_moment(shape.closes, shape.closed_minutes_ago, minute),
        zone=shape.zone,
        offset_minutes=shape.offset_minutes,
    )


def _moment(stated: datetime | None, minutes_ago: int | None, minute: datetime) -> datetime:
    if stated is not None:
        return stated.astimezone(UTC)
    return minute - timedelta(minutes=minutes_ago or 0)


def _day(hours: Hours) -> date:
    return (hours.opens + timedelta(minutes=hours.offset_minutes)).date()
