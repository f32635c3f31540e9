"""What no single table of a package can say: whether station, people and hours fit together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from tallydesk.election.contest_checks import candidate_names
from tallydesk.election.mistake import KeyPath, Margin, twice
from tallydesk.election.real_names import borrowed, name_key
from tallydesk.election.toml_source import tables, text_of

PRACTICE_CONSTITUENCY = "000"
_MOMENTS = ("opens", "closes")
_AGO = ("opened_minutes_ago", "closed_minutes_ago")


def check_practice(table: Mapping[str, object], real_names: frozenset[str], margin: Margin) -> None:
    """Note whatever could be taken for a real election."""
    if table.get("purpose") == "official":
        margin.note(
            ("purpose",),
            "an official package comes signed by the authority; a file like this one is for "
            "practice only",
        )
    elif "station_secret" not in table:
        margin.note(("station_secret",), "is missing")
    constituency = text_of(_table(table, "station"), "constituency")
    if constituency not in (None, PRACTICE_CONSTITUENCY):
        margin.note(
            ("station", "constituency"),
            f"practice is counted in constituency {PRACTICE_CONSTITUENCY}, which no real one has",
        )
    for place, contest in tables(table, "contests"):
        for at, _, name in candidate_names(("contests", place), contest):
            real = borrowed(name, real_names)
            if real is not None:
                margin.note(
                    at, f"“{name}” is a name of the real election ({real}); practice needs another"
                )


def check_official(table: Mapping[str, object], margin: Margin) -> None:
    """Note what an official package must not be or hold."""
    if table.get("purpose") == "practice":
        margin.note(("purpose",), "practice is never signed by an authority")
    if "station_secret" in table:
        margin.note(
            ("station_secret",), "an official package never holds the secret; the letter does"
        )


def check_station(table: Mapping[str, object], margin: Margin) -> None:
    """Note contradictions between the station, its boxes and the contests."""
    station = _table(table, "station")
    contests = [text_of(each, "id") for _, each in tables(table, "contests")]
    received = _table(station, "received")
    stated = isinstance(station.get("received"), dict)
    for contest in contests:
        if stated and contest is not None and contest not in received:
            margin.note(("station", "received", contest), "is missing: ballots handed out")
    for contest in received:
        if contest not in contests:
            margin.note(("station", "received", contest), f"no contest has the id “{contest}”")
    boxes = [
        ((*_BOXES, place, "id"), text_of(each, "id")) for place, each in tables(station, "boxes")
    ]
    for path, box in twice((path, box) for path, box in boxes if box is not None):
        margin.note(path, f"“{box}” stands above already")
    kinds = [each.get("kind") for _, each in tables(station, "boxes")]
    if kinds and "stationary" not in kinds:
        margin.note(_BOXES, "a station has at least one stationary box")


_BOXES: KeyPath = ("station", "boxes")


def check_hours(table: Mapping[str, object], margin: Margin) -> None:
    """Note contradictions between the hours, the time zone and the day."""
    hours, day = _table(table, "hours"), _table(table, "election").get("day")
    moments = [key for key in _MOMENTS if key in hours]
    ago = [key for key in _AGO if key in hours]
    if moments and ago:
        margin.note(("hours", ago[0]), "the hours are either moments or minutes ago, not both")
    elif ago or not moments:
        _check_ago(hours, ago, day, margin)
    else:
        _check_moments(hours, moments, day, margin)


def _check_ago(hours: Mapping[str, object], ago: list[str], day: object, margin: Margin) -> None:
    for key in _AGO:
        if key not in ago:
            margin.note(("hours", key), "is missing")
    opened, closed = (hours.get(key) for key in _AGO)
    if isinstance(opened, int) and isinstance(closed, int) and opened <= closed:
        margin.note(("hours", _AGO[1]), "the polls close after they open")
    if day is not None:
        margin.note(("election", "day"), "with hours in minutes ago the day is the day of opening")


def _check_moments(
    hours: Mapping[str, object], moments: list[str], day: object, margin: Margin
) -> None:
    for key in _MOMENTS:
        if key not in moments:
            margin.note(("hours", key), "is missing")
    if day is None:
        margin.note(("election", "day"), "is missing")
    known = {key: moment for key in moments if isinstance(moment := hours[key], datetime)}
    for key, moment in known.items():
        offset = moment.utcoffset()
        if offset is None:
            margin.note(("hours", key), "needs its offset from UTC, as in 08:00:00+04:00")
        elif hours.get("offset_minutes") != offset // timedelta(minutes=1):
            margin.note(("hours", key), "has another offset from UTC than offset_minutes says")
    opens, closes = (known.get(key) for key in _MOMENTS)
    if opens is not None and isinstance(day, date) and opens.date() != day:
        margin.note(("election", "day"), "is another day than that of opening")
    if opens is not None and closes is not None and _plain(closes) <= _plain(opens):
        margin.note(("hours", "closes"), "the polls close after they open")


def _plain(moment: datetime) -> datetime:
    """The clock on the wall, so that moments with and without offset can be compared."""
    return moment.replace(tzinfo=None)


def check_people(table: Mapping[str, object], margin: Margin) -> None:
    """Note contradictions between the roster and the policy."""
    members = list(tables(table, "members"))
    for place, (at, member) in enumerate(members, start=1):
        number = member.get("number")
        if isinstance(number, int) and number != place:
            margin.note(("members", at, "number"), f"members are numbered in order: {place} here")
    names = list(_member_names(members))
    for path, _ in twice((path, " ".join(sorted(name_key(name)))) for path, name in names):
        margin.note(path, "two members cannot be told apart by their names")
    chairs = [at for at, member in members if member.get("office") == "chair"]
    if members and not chairs:
        margin.note(("members",), "nobody is the chair")
    for at in chairs[1:]:
        margin.note(("members", at, "office"), "a commission has one chair")
    _check_policy(table, [member for _, member in members], margin)


def _member_names(
    members: list[tuple[int, dict[str, object]]],
) -> Iterator[tuple[KeyPath, str]]:
    for at, member in members:
        name = text_of(member, "name")
        if name is not None:
            yield ("members", at, "name"), name


def _check_policy(
    table: Mapping[str, object], members: list[dict[str, object]], margin: Margin
) -> None:
    policy = _table(table, "policy")
    deciding = [member for member in members if member.get("decisive", True) is True]
    quorum = policy.get("quorum")
    if members and isinstance(quorum, int) and quorum > len(deciding):
        margin.note(
            ("policy", "quorum"),
            f"{quorum} signers are wanted, and {len(deciding)} members have a decisive vote",
        )
    offices = {text_of(member, "office") for member in deciding}
    for key, said in (("quorum_offices", "office"), ("second_entry", "stage")):
        stated = policy.get(key)
        entries = (
            [each for each in stated if isinstance(each, str)] if isinstance(stated, list) else []
        )
        places = ((("policy", key, place), each) for place, each in enumerate(entries))
        for path, each in twice(places):
            margin.note(path, f"names the {said} “{each}” a second time")
        if key == "quorum_offices" and entries and members and not offices & set(entries):
            margin.note(("policy", key), "no member with a decisive vote holds such an office")
    languages, official = table.get("languages"), policy.get("official_language")
    if isinstance(languages, list) and isinstance(official, str) and official not in languages:
        margin.note(("policy", "official_language"), f"“languages” does not name {official}")


def _table(of: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = of.get(key)
    return value if isinstance(value, dict) else {}
