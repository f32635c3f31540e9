"""Reads an election package; the format is in resources/formats/form-v1.md."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

from tallydesk.election.contest_checks import FormBytes, check_contests, contest_of
from tallydesk.election.definition import (
    COMPARE_EVERY,
    Box,
    Definition,
    Hours,
    Member,
    Package,
    Policy,
    Purpose,
    Replaces,
    Station,
)
from tallydesk.election.form import Form
from tallydesk.election.language_checks import check_languages
from tallydesk.election.mistake import Margin, Mistakes
from tallydesk.election.package_checks import (
    check_hours,
    check_official,
    check_people,
    check_practice,
    check_replaced,
    check_station,
)
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
    read_before: bool = False,
    purpose: Purpose = "practice",
) -> Package:
    """The package that a file holds.

    `now` is the moment of opening with its offset from UTC; hours told in minutes are counted
    back from its minute. `real_names` are those of real elections, which practice must not
    borrow. `purpose` is the one wanted: an official file is read only out of a package that the
    authority signed (`workflow.official`). `read_before` says that these very octets and those of
    the forms passed once, as for `form_file.read_form`. Raises PackageMistakes naming every
    mistake with line and key.
    """
    try:
        source = open_source(data)
    except UnreadableError as error:
        raise PackageMistakes(name, (error.mistake,)) from error
    margin = Margin(source.lines)
    if not read_before:
        _check_shape(source.table, margin)
    check_languages(source.table, margin)
    forms = check_contests(source.table, form_bytes, margin, read_before=read_before)
    if purpose == "official":
        check_official(source.table, margin)
    else:
        check_practice(source.table, real_names, margin)
    check_replaced(source.table, margin)
    check_station(source.table, margin)
    check_hours(source.table, margin)
    check_people(source.table, margin)
    if margin.mistakes:
        raise PackageMistakes(name, margin.mistakes)
    return _package(source.table, forms, now, sha256(data).digest())


def _check_shape(table: Mapping[str, object], margin: Margin) -> None:
    from tallydesk.election.package_shape import PackageShape
    from tallydesk.election.shape import shaped

    shaped(PackageShape, table, margin)


def _package(
    table: Mapping[str, Any], forms: Mapping[str, Form], now: datetime, digest: bytes
) -> Package:
    hours, election, policy = _hours(table["hours"], now), table["election"], table["policy"]
    return Package(
        purpose=table["purpose"],
        definition=Definition(
            id=election["id"],
            title=Wording(election["title"]),
            day=election.get("day") or _day(hours),
            contests=tuple(contest_of(each, forms[each["form"]]) for each in table["contests"]),
        ),
        station=_station(table["station"]),
        hours=hours,
        members=tuple(
            Member(each["number"], each["name"], each["office"], each.get("decisive", True))
            for each in table["members"]
        ),
        policy=Policy(
            second_entry=tuple(policy["second_entry"]),
            bundle_size=policy["bundle_size"],
            official_language=policy["official_language"],
            quorum=policy["quorum"],
            quorum_offices=tuple(policy.get("quorum_offices", ())),
            compare_every=policy.get("compare_every", COMPARE_EVERY),
        ),
        station_secret=table.get("station_secret", ""),
        digest=digest,
        replaces=tuple(
            Replaces(
                each["contest"],
                each["version"],
                bytes.fromhex(each["digest"]),
                each["order"],
                each["reason"],
            )
            for each in table.get("replaces", ())
        ),
    )


def _station(table: Mapping[str, Any]) -> Station:
    return Station(
        constituency=table["constituency"],
        number=table["number"],
        name=Wording(table["name"]),
        listed=table["listed"],
        received=dict(table["received"]),
        boxes=tuple(Box(each["id"], each["kind"]) for each in table["boxes"]),
    )


def _hours(table: Mapping[str, Any], now: datetime) -> Hours:
    minute = now.astimezone(UTC).replace(second=0, microsecond=0)
    return Hours(
        opens=_moment(table.get("opens"), table.get("opened_minutes_ago"), minute),
        closes=_moment(table.get("closes"), table.get("closed_minutes_ago"), minute),
        zone=table["zone"],
        offset_minutes=table["offset_minutes"],
    )


def _moment(stated: datetime | None, minutes_ago: int | None, minute: datetime) -> datetime:
    if stated is not None:
        return stated.astimezone(UTC)
    return minute - timedelta(minutes=minutes_ago or 0)


def _day(hours: Hours) -> date:
    return (hours.opens + timedelta(minutes=hours.offset_minutes)).date()
