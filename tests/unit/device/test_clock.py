from datetime import UTC, datetime, timedelta, timezone

import pytest
import time_machine

from tallydesk.device.clock import FixedClock, SystemClock
from tallydesk.workflow.ports import Clock

START = datetime(2026, 11, 20, 15, 1, tzinfo=UTC)


def test_the_systems_clock_shows_whole_milliseconds_in_utc() -> None:
    with time_machine.travel(START + timedelta(microseconds=250_999), tick=False):
        clock: Clock = SystemClock()
        assert clock.now() == START + timedelta(milliseconds=250)
        assert clock.now().tzinfo is UTC


def test_a_fixed_clock_moves_one_step_at_each_look() -> None:
    clock: Clock = FixedClock(START, timedelta(milliseconds=1500))
    assert [clock.now() for _ in range(3)] == [
        START,
        START + timedelta(seconds=1.5),
        START + timedelta(seconds=3),
    ]


def test_a_fixed_clock_shows_utc_wherever_it_starts() -> None:
    there = START.astimezone(timezone(timedelta(hours=4)))
    assert FixedClock(there).now().utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("start", "step"),
    [
        (START.replace(tzinfo=None), timedelta(seconds=1)),
        (START.replace(microsecond=1), timedelta(seconds=1)),
        (START, timedelta(microseconds=1)),
    ],
)
def test_a_clock_finer_than_the_journal_is_refused(start: datetime, step: timedelta) -> None:
    with pytest.raises(ValueError, match="whole milliseconds"):
        FixedClock(start, step)
