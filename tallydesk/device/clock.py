"""The laptop's clock, and one for demonstrations that always shows the same moments."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class SystemClock:
    """The clock of the operating system."""

    def now(self) -> datetime:
        """The moment in UTC, cut to whole milliseconds."""
        at = datetime.now(UTC)
        return at.replace(microsecond=at.microsecond // 1000 * 1000)


class FixedClock:
    """A clock that shows `start` at the first look and `step` more at each further one."""

    def __init__(self, start: datetime, step: timedelta = timedelta(seconds=1)) -> None:
        """`start` has a time zone; both are whole milliseconds, else ValueError."""
        millisecond = timedelta(milliseconds=1)
        if start.tzinfo is None or start.microsecond % 1000 or step % millisecond:
            raise ValueError("a clock starts at a moment with time zone, in whole milliseconds")
        self._next = start.astimezone(UTC)
        self._step = step

    def now(self) -> datetime:
        """The moment in UTC."""
        at = self._next
        self._next += self._step
        return at
