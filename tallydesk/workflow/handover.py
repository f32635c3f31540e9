"""The original leaves the station, and the protocol is posted at its door."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from tallydesk.signing.certificate import point_in
from tallydesk.workflow import step
from tallydesk.workflow.happening import HandedOver, StepClosed
from tallydesk.workflow.official_happening import KeysDestroyed
from tallydesk.workflow.ports import KeyShelf
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
    with session.together():
        gone = HandedOver(tuple(sorted(carriers)), posted, left)
        session.happen(gone, StepClosed("handover"))
        step.advance(session)


def destroy_keys(session: Session, shelf: KeyShelf, kept: Collection[int] = ()) -> KeysDestroyed:
    """Overwrite and remove the key files, but for those of the members `kept` for a replacement.

    A key that is gone cannot be stolen. What stays may sign until the card's last hour. A stick
    that is not here is on record as unreached. Raises RefusedError `too-early`, OSError.
    """
    step.require(session, "destroy")
    destroyed: list[int] = []
    unreached: list[int] = []
    for member in session.package.deciding:
        if member.number in kept:
            continue
        points = list(_points(session, member.number))
        found = [shelf.destroy(point) for point in points]
        if points:
            (destroyed if any(found) else unreached).append(member.number)
    done = KeysDestroyed(
        tuple(destroyed),
        tuple(sorted(kept)),
        tuple(unreached),
        session.official.card.valid_to,
    )
    session.happen(done, StepClosed("destroy"))
    return done


def _points(session: Session, member: int) -> Iterator[bytes]:
    """The member's point and seal point, as far as the authority certified them."""
    index = [each.number for each in session.package.deciding].index(member)
    point = session.official.card.members[index].point
    if point:
        yield point
    for certified in session.official.manifest.certificates:
        if certified.index == index:
            yield point_in(certified.certificate)
