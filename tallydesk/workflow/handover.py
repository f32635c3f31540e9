"""The original leaves the station, and the protocol is posted at its door."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from tallydesk.workflow import step
from tallydesk.workflow.happening import HandedOver, StepClosed
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session


def hand_over(
    session: Session, carriers: Collection[int], posted: datetime, left: datetime
) -> None:
    """Record who carries the original, when a copy was posted and when they left (UTC).

    Raises RefusedError `carriers-missing`, `time-in-future`, `time-before-completion`,
    `too-early`.
    """
    step.require(session, "handover")
    if not carriers:
        code = "carriers-missing"
        raise RefusedError(code)
    if max(posted, left) > session.clock.now():
        code = "time-in-future"
        raise RefusedError(code)
    completed = max(frozen.completed for frozen in session.night.frozen.values())
    if min(posted, left) < completed.replace(second=0):
        code = "time-before-completion"
        raise RefusedError(code)
    session.happen(HandedOver(tuple(sorted(carriers)), posted, left), StepClosed("handover"))
