"""The tables of an election package."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field

from tallydesk.election.contest_shape import ContestShape
from tallydesk.election.definition import COMPARE_EVERY, Office
from tallydesk.election.form import BoxKind, Stage
from tallydesk.election.shape import Language, Name, PlainText, Strict, Texts, matching

LARGEST_FIGURE = 9_999_999
"""Voters or ballots of one station; nobody can type more."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_SECRET = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}")
_DIGITS = re.compile(r"[0-9]{1,6}")
_BOX = re.compile(r"[A-Za-z0-9]{1,8}")
_ZONE = re.compile(r"[A-Za-z_]+(/[A-Za-z0-9_+-]+)*")

Digits: TypeAlias = Annotated[
    str, AfterValidator(matching(_DIGITS, "up to six digits in quotes, as “000”"))
]
BoxId: TypeAlias = Annotated[
    str, AfterValidator(matching(_BOX, "a box has up to eight letters a-z or digits, as M1"))
]
Zone: TypeAlias = Annotated[
    str, AfterValidator(matching(_ZONE, "a time zone is named as in Asia/Baku"))
]
Secret: TypeAlias = Annotated[
    str,
    AfterValidator(
        matching(_SECRET, "four groups of four, of digits and capitals without I, L, O and U")
    ),
]
DigestHex: TypeAlias = Annotated[
    str, AfterValidator(matching(_DIGEST, "a digest has 64 small hexadecimal digits"))
]
Figure: TypeAlias = Annotated[int, Field(ge=0, le=LARGEST_FIGURE)]
Minutes: TypeAlias = Annotated[int, Field(ge=0, le=10_080)]


class ElectionShape(Strict):
    """`[election]`; `day` only with hours that are moments."""

    id: Name
    title: Texts
    day: date | None = None


class BoxShape(Strict):
    """`[[station.boxes]]`."""

    id: BoxId
    kind: BoxKind


class StationShape(Strict):
    """`[station]`; `received` by contest id."""

    constituency: Digits
    number: Digits
    name: Texts
    listed: Figure
    received: dict[str, Figure]
    boxes: Annotated[list[BoxShape], Field(min_length=1)]


class HoursShape(Strict):
    """`[hours]`: two moments, or two numbers of minutes before the package is opened."""

    opens: datetime | None = None
    closes: datetime | None = None
    opened_minutes_ago: Minutes | None = None
    closed_minutes_ago: Minutes | None = None
    zone: Zone
    offset_minutes: Annotated[int, Field(ge=-720, le=840)]


class MemberShape(Strict):
    """`[[members]]`."""

    number: Annotated[int, Field(ge=1, le=32)]
    name: PlainText
    office: Office
    decisive: bool = True


class PolicyShape(Strict):
    """`[policy]`."""

    second_entry: list[Stage]
    bundle_size: Annotated[int, Field(ge=1, le=1000)]
    official_language: Language
    quorum: Annotated[int, Field(ge=1, le=32)]
    quorum_offices: list[Office] = Field(default_factory=list)
    compare_every: Annotated[int, Field(ge=1, le=1000)] = COMPARE_EVERY


class ReplacesShape(Strict):
    """`[[replaces]]`: in a package for a recount."""

    contest: Name
    version: Annotated[int, Field(ge=2, le=99)]
    digest: DigestHex
    order: PlainText
    reason: PlainText


class PackageShape(Strict):
    """The whole file; `station_secret` in practice alone."""

    format: Literal[1]
    purpose: Literal["practice", "official"]
    languages: Annotated[list[Language], Field(min_length=1)]
    station_secret: Secret | None = None
    election: ElectionShape
    contests: Annotated[list[ContestShape], Field(min_length=1)]
    station: StationShape
    hours: HoursShape
    members: Annotated[list[MemberShape], Field(min_length=3)]
    policy: PolicyShape
    replaces: list[ReplacesShape] = Field(default_factory=list)
