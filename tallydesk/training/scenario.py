"""A night on invented paper: who is there, what the papers say, what people write and do."""

from __future__ import annotations

import tomllib
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tallydesk.counting.place import Place

Count = int
StanceName = Literal["absent", "signs", "signs-with-opinion", "refuses", "signs-on-paper"]


class ScenarioRefused(ValueError):
    """A scenario that cannot be read; the text says where and why."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class BoxPaper(_Part):
    """The figures of one box by line id."""

    lines: dict[str, Count]


class ContestPaper(_Part):
    """What the papers of one contest say."""

    lines: dict[str, Count] = Field(default_factory=dict)
    votes: dict[str, Count] = Field(default_factory=dict)
    boxes: dict[str, BoxPaper] = Field(default_factory=dict)
    series: str = "A"
    number: str = "000001"
    stances: tuple[StanceName, ...]
    """By member in the order of the roster."""


class Misread(_Part):
    """A figure that the first entry gets wrong."""

    contest: str
    id: str
    count: Count
    box: str = ""
    kind: Literal["line", "vote"] = "line"

    @property
    def place(self) -> Place:
        """Where the slip happens."""
        return Place(self.contest, self.kind, self.id, self.box)


class Saying(_Part):
    """Words of an observer or a member."""

    by: str
    words: str
    kind: Literal["remark", "complaint"] = "remark"


class OpinionPaper(_Part):
    """A member's separate opinion."""

    member: int
    words: str


class Scenario(_Part):
    """Everything that a night needs and that is not in its package.

    Members by number in the roster. `pin` is every member's, for practice alone.
    """

    format: Literal["tallydesk-scenario/1"]
    package: str
    present: tuple[int, ...]
    first: int
    second: int
    carriers: tuple[int, ...]
    pin: str
    station: dict[str, Count] = Field(default_factory=dict)
    contest: dict[str, ContestPaper]
    misread: tuple[Misread, ...] = ()
    answers: dict[str, str] = Field(default_factory=dict)
    """What is written about a finding, by relation code."""
    remarks: tuple[Saying, ...] = ()
    opinions: tuple[OpinionPaper, ...] = ()

    def says(self, place: Place) -> int:
        """What the paper says at a place. Raises ScenarioRefused when it says nothing."""
        try:
            if not place.contest:
                return self.station[place.id]
            paper = self.contest[place.contest]
            if place.box:
                return paper.boxes[place.box].lines[place.id]
            return (paper.votes if place.kind == "vote" else paper.lines)[place.id]
        except KeyError:
            raise ScenarioRefused(f"the scenario has no figure for {place}") from None


def read_scenario(data: bytes) -> Scenario:
    """The scenario in a TOML file. Raises ScenarioRefused naming what is wrong."""
    try:
        return Scenario.model_validate(_frozen(tomllib.loads(data.decode())))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise ScenarioRefused(f"this scenario cannot be read: {error}") from error


def _frozen(value: object) -> object:
    """Lists as tuples, as the strict model wants them."""
    if isinstance(value, dict):
        return {key: _frozen(each) for key, each in value.items()}
    if isinstance(value, list):
        return tuple(_frozen(each) for each in value)
    return value
