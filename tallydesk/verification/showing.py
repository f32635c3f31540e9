"""Puts names to the positions of a record whose signatures were verified."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tallydesk.protocol.canonical import RecordPayload
from tallydesk.signing.card import Card
from tallydesk.signing.record import Record
from tallydesk.verification.report import Shown, StanceShown
from tallydesk.verification.shelf import HeldSheet


def shown_of(record: Record, card: Card, held: HeldSheet | None) -> Shown:
    """Everything that a verified record says."""
    payload = record.payload
    sheet = held.sheet if held else None
    return Shown(
        station=card.station,
        station_name=card.station_name,
        election=sheet.election if sheet else "",
        contest=sheet.contest if sheet else "",
        title=sheet.title if sheet else "",
        lines=lines_shown(payload, held),
        votes=votes_shown(payload, held),
        names={each.id: each.name for each in sheet.candidates} if sheet else {},
        stances=tuple(
            StanceShown(member.name, member.office, stance)
            for member, stance in zip(card.members, payload.stances, strict=True)
        ),
        variances=payload.variances,
        version=payload.version,
        completed=payload.completed,
        digest=record.digest,
    )


def lines_shown(payload: RecordPayload, held: HeldSheet | None) -> dict[str, int]:
    """The figures of the lines by id, by position when the contest sheet is missing."""
    return _named(held.sheet.lines if held else (), payload.lines)


def votes_shown(payload: RecordPayload, held: HeldSheet | None) -> dict[str, int]:
    """The votes by candidate id, by position when the contest sheet is missing."""
    return _named([each.id for each in held.sheet.candidates] if held else (), payload.votes)


def moment_shown(at: datetime) -> str:
    """A moment in UTC: the verifier does not know the station's time zone."""
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"


def _named(names: Sequence[str], figures: Sequence[int]) -> dict[str, int]:
    # Never half of the names: a figure too many would shift every one after it.
    fitting = names if len(names) == len(figures) else ()
    return dict(zip(fitting or [f"#{n}" for n in range(1, len(figures) + 1)], figures, strict=True))
