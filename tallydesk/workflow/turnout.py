"""How many have voted so far, reported at certain hours of the day.

Preliminary: it stands in no line of the protocol and fills nothing in. What a form makes of a
report above the final number of signatures is a relation with `reported`.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone

from tallydesk.workflow import step
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session
from tallydesk.workflow.station_happening import TurnoutReported


def report_hours(session: Session) -> tuple[datetime, ...]:
    """The hours of this day, in UTC, at which the forms of the night want a report."""
    hours = session.package.hours
    zone = timezone(timedelta(minutes=hours.offset_minutes))
    day = hours.opens.astimezone(zone).date()
    asked: set[time] = set()
    for contest in session.package.definition.contests:
        asked.update(contest.form.reports)
    moments = (datetime.combine(day, each, zone) for each in sorted(asked))
    return tuple(each.astimezone(hours.opens.tzinfo) for each in moments if hours.opens <= each)


def next_due(session: Session) -> datetime | None:
    """The first hour that has struck and of which nothing was reported yet."""
    now, reported = session.clock.now(), session.night.turnout
    return next(
        (each for each in report_hours(session) if each <= now and each not in reported), None
    )


def may_report(session: Session) -> bool:
    """Whether the log is open: from the moment somebody sits at the laptop to the close."""
    return bool(session.night.member) and "close" not in session.night.closed_steps


def report(session: Session, hour: datetime, voters: int) -> None:
    """Write what was reported for an hour (UTC); the same hour again replaces it.

    Raises RefusedError `too-early` before anybody sits at the laptop, `turnout-closed` after the
    close of voting, `turnout-in-future`, `turnout-before-opening`.
    """
    step.require(session, "attendance")
    if not session.night.member:
        code = "too-early"
        raise RefusedError(code, step="attendance")
    if not may_report(session):
        code = "turnout-closed"
        raise RefusedError(code)
    if hour > session.clock.now():
        code = "turnout-in-future"
        raise RefusedError(code)
    if hour < session.package.hours.opens:
        code = "turnout-before-opening"
        raise RefusedError(code)
    if session.night.turnout.get(hour) != voters:
        session.happen(TurnoutReported(hour, voters))


def highest(session: Session) -> int | None:
    """The highest number that was reported; None when nothing was."""
    return max(session.night.turnout.values(), default=None)
