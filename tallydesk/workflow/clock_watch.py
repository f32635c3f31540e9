"""The laptop's clock in practice, where nobody confirms it: what is odd about it (requirement U26).

On an official night `workflow.hour` goes further and asks two members.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from tallydesk.workflow.official_fold import CLOCK_SLACK
from tallydesk.workflow.session import Session


class ClockWatch:
    """Compares both clocks of the laptop with what they showed when the night was opened here."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._wall, self._ticks = session.clock.now(), session.clock.ticks()

    def trouble(self) -> tuple[str, datetime, datetime]:
        """Why the clock seems wrong, what it shows, and what it should show at least (UTC).

        `behind` the journal's last entry, or `turned` since the night was opened here; "" when it
        is neither.
        """
        clock, last = self._session.clock, self._session.night.last_at
        now = clock.now()
        if last is not None and now + CLOCK_SLACK < last:
            return "behind", now, last
        due = self._wall + timedelta(milliseconds=clock.ticks() - self._ticks)
        return ("turned" if abs(now - due) > CLOCK_SLACK else ""), now, due
