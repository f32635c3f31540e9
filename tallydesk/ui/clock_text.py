"""A time on the wall as people type it, and the moment it means."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, timezone

from tallydesk.election.definition import Hours

_TYPED = re.compile(r"([0-9]{1,2})[:.\s]?([0-9]{2})", re.ASCII)
_DAY = timedelta(days=1)


def read_clock(text: str) -> time | None:
    """`1900`, `19:00`, `19.00` and `705` are times; anything else is None and stays as typed."""
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    return time(hour, minute) if hour < 24 and minute < 60 else None


def moment_near(clock: time, hours: Hours, near: datetime) -> datetime:
    """The moment in UTC at which the station's clock shows `clock`, the one nearest to `near`.

    A night goes past midnight: at 00:10 the close of 19:00 lies yesterday.
    """
    zone = timezone(timedelta(minutes=hours.offset_minutes))
    here = near.astimezone(zone)
    today = datetime.combine(here.date(), clock, zone)
    nearest = min((today - _DAY, today, today + _DAY), key=lambda at: abs(at - here))
    return nearest.astimezone(UTC)
