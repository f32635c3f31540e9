"""What the authority decided for all stations: hours and policy; format in authority-v1.md."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Annotated, Literal

from pydantic import Field

from tallydesk.election.definition import Policy
from tallydesk.election.mistake import Margin, Mistakes
from tallydesk.election.package_shape import PolicyShape, Zone
from tallydesk.election.shape import Strict, shaped
from tallydesk.election.toml_source import UnreadableError, open_source


class PolicyMistakes(Mistakes):
    """A policy that cannot be used, with everything that is wrong in it."""

    what = "policy"


class HoursShape(Strict):
    """`[hours]`; a station's own hours stand in its row of the table."""

    opens: time
    closes: time
    zone: Zone
    complete_within_hours: Annotated[int, Field(ge=1, le=240)] = 36


class PolicyFileShape(Strict):
    """The whole file."""

    format: Literal[1]
    hours: HoursShape
    policy: PolicyShape


@dataclass(frozen=True, slots=True)
class GeneralPolicy:
    """Hours are the clock on the wall of the zone, minutes; a station may have its own.

    A record may be completed up to `complete_within_hours` after the close.
    """

    opens: time
    closes: time
    zone: str
    complete_within_hours: int
    policy: Policy


def read_policy(data: bytes, name: str = "policy") -> GeneralPolicy:
    """The policy that a file holds. Raises PolicyMistakes naming every mistake."""
    try:
        source = open_source(data)
    except UnreadableError as error:
        raise PolicyMistakes(name, (error.mistake,)) from error
    margin = Margin(source.lines)
    shape = shaped(PolicyFileShape, source.table, margin)
    if shape is None:
        raise PolicyMistakes(name, margin.mistakes)
    for key, at in (("opens", shape.hours.opens), ("closes", shape.hours.closes)):
        if at.second or at.microsecond or at.tzinfo:
            margin.note(("hours", key), "is a clock time in whole minutes, as 08:00:00")
    if margin.mistakes:
        raise PolicyMistakes(name, margin.mistakes)
    return GeneralPolicy(
        shape.hours.opens,
        shape.hours.closes,
        shape.hours.zone,
        shape.hours.complete_within_hours,
        Policy(
            second_entry=tuple(shape.policy.second_entry),
            bundle_size=shape.policy.bundle_size,
            official_language=shape.policy.official_language,
            quorum=shape.policy.quorum,
            quorum_offices=tuple(shape.policy.quorum_offices),
            compare_every=shape.policy.compare_every,
        ),
    )
