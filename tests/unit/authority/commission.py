"""The invented election of the benchmarks as values: two stations, and tables to spoil."""

from __future__ import annotations

from functools import cache

from tallydesk.assets import form_bytes
from tallydesk.authority.election import Election, read_election
from tallydesk.authority.issuing import Root
from tallydesk.authority.policy_file import read_policy
from tallydesk.authority.roster import File, RosterStation, read_roster
from tests.benchmarks.invented_roster import (
    CERTIFICATE,
    OFFICES,
    POLICY,
    ROOT,
    definition,
    enrolments_of,
    name_of,
    station_of,
)

AUTHORITY = Root(ROOT, CERTIFICATE)
STATIONS = (
    "constituency,number,name,listed,received.fruit,mobile_boxes,stationary_boxes\n"
    "001,01,Birinci bağ,1200,1240,1,2\n"
    "001,02,İkinci bağ,1300,1340,0,1\n"
)
MEMBERS = "constituency,number,name,office\n" + "".join(
    f"{','.join(station_of(place))},{name_of(place, member)},{office}\n"
    for place in range(2)
    for member, office in enumerate(OFFICES)
)


@cache
def election(policy: str = POLICY, text: str = "") -> Election:
    """The election with its forms."""
    file = (text or definition()).encode()
    return read_election(file, form_bytes, read_policy(policy.encode()), "fruit")


def roster(stations: str = STATIONS, members: str = MEMBERS) -> tuple[RosterStation, ...]:
    """The stations of two tables."""
    return read_roster(
        File("stations.csv", stations.encode()), File("members.csv", members.encode()), election()
    )


def enrolments(stations: int = 2) -> list[File]:
    """All enrolments of so many stations."""
    return [
        File(name, content) for place in range(stations) for name, content in enrolments_of(place)
    ]
