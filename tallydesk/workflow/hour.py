"""The laptop's clock on an official night: two members confirm it, and a turned one is found out.

A record's time decides whether it was completed inside the card's window. The wall clock can be
set by anybody; the ticks since the laptop was switched on cannot, so both are kept side by side.
"""

from __future__ import annotations

from datetime import timedelta

from tallydesk.workflow.official_fold import CLOCK_SLACK
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session


def trouble(session: Session) -> str:
    """Why the clock cannot be gone by now, "" when it can, and always in practice.

    `clock-outside`, `clock-unconfirmed`, `clock-behind` or `clock-turned`.
    """
    if session.authority is None:
        return ""
    night, card = session.night, session.authority.card
    now, ticks = session.clock.now(), session.clock.ticks()
    if not card.valid_from <= now <= card.valid_to:
        return "clock-outside"
    if not night.clock_confirmed or night.clock is None:
        return "clock-unconfirmed"
    if night.clock_behind:
        return "clock-behind"
    wall = now - night.clock.wall
    steady = timedelta(milliseconds=ticks - night.clock.ticks)
    return "clock-turned" if abs(wall - steady) > CLOCK_SLACK else ""


def require(session: Session) -> None:
    """Raises RefusedError with what `trouble` says."""
    found = trouble(session)
    if found:
        raise RefusedError(found)
