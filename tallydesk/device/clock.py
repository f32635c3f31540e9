"""The laptop's clock, and one for demonstrations that always shows the same moments."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class SystemClock:
    """The clock of the operating system."""

    def now(self) -> datetime:
        """The moment in UTC, cut to whole milliseconds."""
        at = datetime.now(UTC)
        return at.replace(microsecond=at.microsecond // 1000 * 1000)

    def ticks(self) -> int:
        """Milliseconds since the laptop was switched on, sleep included where the system says."""
        return time.clock_gettime_ns(_STEADY) // 1_000_000 if _STEADY else _monotonic()


def _monotonic() -> int:
    return time.monotonic_ns() // 1_000_000


_STEADY = getattr(time, "CLOCK_BOOTTIME", None)
"""Linux counts the time a closed laptop slept in this clock alone."""


class FixedClock:
    """A clock that shows `start` at the first look and `step` more at each further one."""

    def __init__(self, start: datetime, step: timedelta = timedelta(seconds=1)) -> None:
        """`start` has a time zone; both are whole milliseconds, else ValueError."""
        millisecond = timedelta(milliseconds=1)
        if start.tzinfo is None or start.microsecond % 1000 or step % millisecond:
            raise ValueError("a clock starts at a moment with time zone, in whole milliseconds")
        self._start = self._next = start.astimezone(UTC)
        self._step = step

    def now(self) -> datetime:
        """The moment in UTC."""
        at = self._next
        self._next += self._step
        return at

    def ticks(self) -> int:
        """Milliseconds from the start to the moment that the next look shows."""
        return (self._next - self._start) // timedelta(milliseconds=1)
