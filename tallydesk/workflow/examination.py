"""Folding a journal while asking of each event whether it could have happened then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tallydesk.workflow.fault import Differs, Fault, Why
from tallydesk.workflow.fold import after
from tallydesk.workflow.happening import Happening, NightOpened
from tallydesk.workflow.happening_json import StrangeEntry, read
from tallydesk.workflow.night import Night
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.possible import impossible
from tallydesk.workflow.session import ReadPackage, Session, package_in

Event = tuple[Entry, Happening]

_DIFFERS: dict[Why, Differs] = {
    "at-desk": "member",
    "before-the-last": "moment",
    "not-canonical": "text",
    "strange": "kind",
}


@dataclass(frozen=True, slots=True)
class Examined:
    """A journal as far as it holds.

    `events` are those before the first break and `night` is what they add up to; `plan` is None
    when not even the package can be read. `fault` is the first break, None when all hold.
    """

    plan: Plan | None
    night: Night
    events: tuple[Event, ...]
    fault: Fault | None


def examine(entries: Sequence[Entry], read_package: ReadPackage) -> Examined:
    """Chain and fold of a whole journal, from what a file holds.

    Raises election.mistake.Mistakes when this version does not accept the package.
    """
    # Imported here: a night that goes on had its chain checked as it was read.
    from tallydesk.workflow.chain_fault import chain_fault

    broken = chain_fault(entries)
    held = entries if broken is None else entries[: broken.number - 1]
    events, strange = _read_all(held)
    package = package_in(events, read_package)
    if package is None:
        fault = strange or broken
        if events:
            fault = Fault(1, "impossible", events[0][0], "opening")
        return Examined(None, Night(), (), fault)
    plan = Plan(package)
    night, sound, fault = fold_all(plan, events)
    return Examined(plan, night, events[:sound], fault or strange or broken)


def session_of(examined: Examined) -> Session | None:
    """The night as far as it holds, to look at and print; None when there is none.

    Nothing can happen in it: it has no journal and no clock.
    """
    if examined.plan is None:
        return None
    return _looking_back(examined.plan, examined.events, examined.night)


def fold_all(plan: Plan, events: Sequence[Event]) -> tuple[Night, int, Fault | None]:
    """The night that the events add up to, how many of them are sound, and the first fault."""
    session = _looking_back(plan, events, Night())
    for count, (entry, happening) in enumerate(events):
        why = impossible(session, entry, happening)
        if why is not None:
            fault = Fault(entry.number, _DIFFERS.get(why, "impossible"), entry, why)
            return session.night, count, fault
        session.night = after(plan, session.night, entry, happening)
    return session.night, len(events), None


def _looking_back(plan: Plan, events: Sequence[Event], night: Night) -> Session:
    """A session of what is over, with what the authority signed when the night was official."""
    _, opened = events[0]
    authority = None
    if isinstance(opened, NightOpened) and opened.manifest:
        from tallydesk.workflow.official import authority_in

        authority = authority_in(opened.manifest)
    past = _Past()
    return Session(plan, past, past, past, night, authority)


def _read_all(entries: Sequence[Entry]) -> tuple[tuple[Event, ...], Fault | None]:
    events: list[Event] = []
    for entry in entries:
        try:
            events.append((entry, read(entry.kind, entry.body)))
        except StrangeEntry:
            return tuple(events), Fault(entry.number, "kind", entry, "strange")
    return tuple(events), None


class _Past:
    """What a session that only looks back works with: it writes nothing and asks no clock."""

    def entries(self) -> Sequence[Entry]:
        return ()

    def append(self, entries: Sequence[Entry]) -> None:
        raise RuntimeError(f"{len(entries)} entries: what is over is only looked at")

    def now(self) -> datetime:
        raise RuntimeError("what is over asks no clock")

    def ticks(self) -> int:
        raise RuntimeError("what is over asks no clock")

    def octets(self, count: int) -> bytes:
        raise RuntimeError(f"{count} octets: what is over needs no chance")
