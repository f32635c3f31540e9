"""Wrong PINs: each one after the second makes the next try wait, and nothing is ever locked.

A lock would be a way to kill the quorum. The wait is kept for each key outside the journal and in
it, and measured on both clocks: neither a restart nor a turned clock shortens it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from tallydesk.signing.keys import WrongPin
from tallydesk.workflow.official_happening import PinAccepted, PinRefused
from tallydesk.workflow.ports import PinMark
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session

FREE = 2
"""Wrong PINs that cost nothing: anybody mistypes."""
FIRST, LONGEST = 10, 300
"""Seconds to wait after the third wrong PIN running, and at most."""

Opened = TypeVar("Opened")


def wait_after(count: int) -> int:
    """Seconds to wait after so many wrong PINs running."""
    if count <= FREE:
        return 0
    return int(min(FIRST * 2 ** min(count - FREE - 1, 10), LONGEST))


def waiting(session: Session, member: int, point: bytes) -> int:
    """Seconds that the member still has to wait before the next try, 0 for none."""
    mark = _mark(session, member, point)
    if mark is None or not wait_after(mark.count):
        return 0
    passed = session.clock.now() - mark.at
    since = session.clock.ticks() - mark.ticks
    if since >= 0:
        # Not switched off since: the clock that nobody can set has a say too.
        passed = min(passed, timedelta(milliseconds=since))
    left = wait_after(mark.count) - max(passed, timedelta()).total_seconds()
    return max(0, -int(-left // 1))


def tried(session: Session, member: int, point: bytes, unseal: Callable[[], Opened]) -> Opened:
    """What `unseal` gives for a PIN, with the wait kept.

    The try is marked before it is made, so that ending the program in the middle saves nobody
    the wait. Raises RefusedError `pin-delay`, what `unseal` raises, and OSError.
    """
    left = waiting(session, member, point)
    if left:
        name = session.package.member(member).name
        raise RefusedError("pin-delay", member=name, seconds=str(left))
    before = _mark(session, member, point)
    count = (before.count if before else 0) + 1
    now = PinMark(count, session.clock.now(), session.clock.ticks())
    session.pin_marks.write(point, now)
    try:
        got = unseal()
    except WrongPin:
        session.happen(PinRefused(member, count, now.ticks))
        raise
    except BaseException:
        session.pin_marks.write(point, before)
        raise
    session.pin_marks.write(point, None)
    if member in session.night.wrong_pins:
        session.happen(PinAccepted(member))
    return got


def _mark(session: Session, member: int, point: bytes) -> PinMark | None:
    """The stricter of what the file and the journal say."""
    marks = [session.pin_marks.read(point), session.night.wrong_pins.get(member)]
    known = [each for each in marks if each is not None]
    if not known:
        return None
    return replace(max(known, key=lambda each: each.at), count=max(each.count for each in known))
