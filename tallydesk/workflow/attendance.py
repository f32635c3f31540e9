"""Who is here, who holds a key, who sits at the laptop."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from tallydesk.signing.keys import make_key
from tallydesk.workflow import hour, own_keys, step
from tallydesk.workflow.happening import (
    AttendanceTaken,
    KeyMade,
    SatDown,
    StepClosed,
    VotingClosed,
)
from tallydesk.workflow.official_happening import ClockConfirmed
from tallydesk.workflow.ports import KeyShelf
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session

SHORTEST_PIN = 8


def take(session: Session, present: Collection[int], at_laptop: int) -> None:
    """Record who is present. Raises RefusedError `nobody-present` or `laptop-absent`."""
    step.require(session, "attendance")
    if not present:
        code = "nobody-present"
        raise RefusedError(code)
    if at_laptop not in present:
        code = "laptop-absent"
        raise RefusedError(code)
    with session.together():
        session.happen(AttendanceTaken(tuple(sorted(present)), at_laptop), StepClosed("attendance"))
        step.advance(session)


def without_key(session: Session) -> tuple[int, ...]:
    """Members with a decisive vote who are present and have no key yet.

    Whose missing key is on record is not waited for.
    """
    night = session.night
    return tuple(
        member.number
        for member in session.package.deciding
        if member.number in night.present
        and member.number not in night.points
        and member.number not in night.keyless
    )


def choose_pin(session: Session, shelf: KeyShelf, member: int, pin: str, again: str) -> None:
    """Make a member's key (practice only), protected by their PIN.

    Raises RefusedError `pin-too-short`, `pin-differs` or `key-exists`.
    """
    step.require(session, "keys")
    if not (pin.isascii() and pin.isdigit() and len(pin) >= SHORTEST_PIN):
        code = "pin-too-short"
        raise RefusedError(code)
    if pin != again:
        code = "pin-differs"
        raise RefusedError(code)
    if member in session.night.points:
        code = "key-exists"
        raise RefusedError(code)
    key = make_key(pin, session.package.station_secret, session.chance.octets)
    shelf.store(member, key.file)
    session.happen(KeyMade(member, key.point))


def close_keys(session: Session) -> None:
    """Finish the keys. Raises RefusedError `keys-missing` while a present member has none.

    An absent member stands on the card without a key: their hand can still sign on paper.
    """
    missing = without_key(session)
    if missing:
        code = "keys-missing"
        raise RefusedError(code, member=session.package.member(missing[0]).name)
    step.close(session, "keys")


def sit_down(session: Session, shelf: KeyShelf, member: int, pin: str) -> None:
    """Take over the laptop with one's own PIN.

    Raises what `prove` raises.
    """
    proven = prove(session, shelf, member, pin)
    session.happen(SatDown(member, without_key=not proven))


def take_over(session: Session, shelf: KeyShelf, step_id: str, member: int, pin: str) -> None:
    """Sit down for a second entry: another member than those of the first one.

    Raises as `sit_down`, and RefusedError `same-member`.
    """
    taking = step.require(session, step_id)
    night = session.night
    first = (
        {
            night.closed_sheets[sheet.id, 1]
            for sheet in session.plan.sheets_of(taking.group)
            if (sheet.id, 1) in night.closed_sheets
        }
        if taking.group
        else {night.transcriber.get(taking.contest, 0)}
    )
    if member in first:
        code = "same-member"
        raise RefusedError(code, member=session.package.member(member).name)
    # A wrong PIN stays in the journal: what is proven stands outside of what is taken back.
    proven = prove(session, shelf, member, pin)
    with session.together():
        session.happen(SatDown(member, without_key=not proven))
        step.close(session, step_id)


def prove(session: Session, shelf: KeyShelf, member: int, pin: str) -> bool:
    """Check a member's PIN; False for one who is here without a key and taken at their word.

    Raises signing.keys.WrongPin, RefusedError `no-key`, `pin-delay`, `secret-asked`.
    """
    if member in session.night.keyless:
        return False
    if member not in session.night.points:
        code = "no-key"
        raise RefusedError(code, member=session.package.member(member).name)
    own_keys.key_of(session, shelf, member, pin)
    return True


def may_sit(session: Session) -> tuple[int, ...]:
    """Members who can take over the laptop, in roster order.

    They are present, and have a key or are on record without one.
    """
    night = session.night
    return tuple(
        each.number
        for each in session.package.deciding
        if each.number in night.present and (each.number in night.points | night.keyless.keys())
    )


def close_voting(
    session: Session, announced: datetime, last_vote: datetime, early: str = ""
) -> None:
    """Record the announced close and the time of the last vote (UTC), Art. 104.

    Raises RefusedError `early-needs-reason` when the close lies before the station's hour and
    nobody decided so, `close-in-future`, `last-vote-in-future`.
    """
    step.require(session, "close")
    now = session.clock.now()
    if announced > now:
        code = "close-in-future"
        raise RefusedError(code)
    if last_vote > now:
        code = "last-vote-in-future"
        raise RefusedError(code)
    if announced < session.package.hours.closes and not early.strip():
        code = "early-needs-reason"
        raise RefusedError(code)
    with session.together():
        session.happen(VotingClosed(announced, last_vote, early.strip()), StepClosed("close"))
        step.advance(session)


def confirm_clock(session: Session, shelf: KeyShelf, member: int, pin: str) -> None:
    """The member at the desk and another one, with their PIN, confirm what the clock shows.

    Raises RefusedError `clock-outside` outside the card's window, `clock-same-member`, and what
    `prove` raises.
    """
    step.require(session, "clock")
    if hour.trouble(session) == "clock-outside":
        raise RefusedError("clock-outside")
    if member == session.night.member:
        raise RefusedError("clock-same-member", member=session.package.member(member).name)
    prove(session, shelf, member, pin)
    with session.together():
        session.happen(ClockConfirmed(member, session.clock.now(), session.clock.ticks()))
        if "clock" not in session.night.closed_steps:
            step.close(session, "clock")
