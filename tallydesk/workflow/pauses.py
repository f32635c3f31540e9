"""Pauses of the count that print on the protocol: those of more than five minutes (U23)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tallydesk.assets import words
from tallydesk.protocol.model import SALT, Text
from tallydesk.workflow.safety_happening import PauseTold
from tallydesk.workflow.session import Session


def tell(session: Session) -> None:
    """After the work went on: say of a long pause what prints, in the protocol's language.

    Before voting was closed nobody counts, and nothing is said. Raises OSError.
    """
    night = session.night
    gap = night.gaps[-1] if night.gaps else None
    if gap is None or gap.ended is None or not gap.long or night.voting is None:
        return
    spoken = words(session.package.policy.official_language)
    announced = bool(gap.reason and gap.guard)
    told = spoken["paper.pause" if announced else "paper.pause_unannounced"].format(
        began=session.package.hours.on_the_wall(gap.began),
        ended=session.package.hours.on_the_wall(gap.ended),
        reason=gap.reason.rstrip(".!? "),
        guard=gap.guard.rstrip(".!? "),
    )
    session.happen(PauseTold(told, session.chance.octets(SALT)))


def acts(session: Session, until: datetime) -> Iterator[Text]:
    """The words for a protocol that was closed at `until` (UTC), each with who went on and when."""
    for pause in session.night.pauses:
        if pause.at <= until:
            by = session.package.member(pause.by).name if pause.by else ""
            yield Text("act", by, "", pause.words, pause.at, pause.salt)
