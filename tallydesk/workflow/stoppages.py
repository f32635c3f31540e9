"""Pauses of the work while ballots lay open: they stand on the protocol among its acts (U23)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256

from tallydesk.assets import words
from tallydesk.protocol.model import Text
from tallydesk.workflow.findings import SALT
from tallydesk.workflow.night import Gap
from tallydesk.workflow.session import Session

LONG = timedelta(minutes=5)
"""A pause that is longer is told on the protocol."""


def stoppages(session: Session, completed: datetime) -> Iterator[Text]:
    """An act for each long pause after voting closed that was over when the record was completed.

    In the package's official language, with the times of the station's clock. A program that ended
    by itself left no reason, and the act says that none was written.
    """
    night, package = session.night, session.package
    voting, spoken = night.voting, words(package.policy.official_language)
    zone = timedelta(minutes=package.hours.offset_minutes)
    if voting is None:
        return
    for gap in night.gaps:
        over = gap.ended
        if over is None or gap.began < voting.announced or over > completed:
            continue
        if over - gap.began > LONG:
            key = "stoppage.told" if gap.reason else "stoppage.untold"
            said = spoken[key].format(
                began=f"{gap.began + zone:%H:%M}",
                ended=f"{over + zone:%H:%M}",
                reason=gap.reason,
                guard=gap.guard,
            )
            yield Text("act", spoken["paper.commission"], "", said, over, _salt(night.opening, gap))


def _salt(opening: bytes, gap: Gap) -> bytes:
    """The same each time; without the journal nobody can guess it."""
    return sha256(opening + f"gap {gap.began.isoformat()}".encode()).digest()[:SALT]
