"""Whether an event could have happened when the journal says it did.

The rules are those by which the workflow itself lets something happen, read backwards: whoever
writes an event past them, with a chain that holds, is found here. Those for counting are always
needed; the other rooms (`possible_papers`, `possible_signing` and one for each further room of
happenings) are fetched when one of their events is there.
"""

from __future__ import annotations

from tallydesk.workflow import happening as h
from tallydesk.workflow.conditions import Rule
from tallydesk.workflow.fault import Why
from tallydesk.workflow.happening_json import canonical
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.possible_counting import COUNTING
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session


def impossible(session: Session, entry: Entry, happening: h.Happening) -> Why | None:
    """Why `entry` could not have come next in the night of `session`, None when it could.

    The chain is not looked at: `workflow.chain` does that.
    """
    night = session.night
    if (entry.number == 1) != isinstance(happening, h.NightOpened):
        return "opening"
    if night.last_at is not None and entry.at < night.last_at:
        return "before-the-last"
    if entry.member != night.member:
        return "at-desk"
    if not canonical(happening, entry.body):
        return "not-canonical"
    rule = COUNTING.get(type(happening)) or _fetched(type(happening))
    try:
        return next(rule(session, entry, happening), None)
    except (KeyError, RefusedError):
        # A step, sheet, contest or member that the package does not have, or no official night.
        return "no-such-thing"


def _fetched(kind: type[h.Happening]) -> Rule:
    """The rule for an event that few nights have yet when they go on, from the room of its kind."""
    match kind.__module__.rpartition(".")[2]:
        case "safety_happening":
            from tallydesk.workflow.possible_safety import SAFETY

            return SAFETY[kind]
        case "tally_happening":
            from tallydesk.workflow.possible_tally import TALLY

            return TALLY[kind]
        case "station_happening":
            from tallydesk.workflow.possible_station import STATION

            return STATION[kind]
        case "booklet_happening":
            from tallydesk.workflow.possible_papers import PAPERS

            return PAPERS[kind]
        case "official_happening":
            from tallydesk.workflow.possible_official import OFFICIAL

            return OFFICIAL[kind]
        case _:
            from tallydesk.workflow.possible_papers import PAPERS

            if kind in PAPERS:
                return PAPERS[kind]
            from tallydesk.workflow.possible_signing import SIGNING

            return SIGNING[kind]
