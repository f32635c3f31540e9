"""Drafts: what the screen showed before any PIN was typed, read with a second device.

A draft code carries exactly the octets that the members are about to sign. Nobody signed it, so it
proves nothing; but a record that says something else than the draft is found out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallydesk.protocol.canonical import RecordPayload
from tallydesk.signing.codes import long_digest
from tallydesk.verification.judge import Judged, Verdict
from tallydesk.verification.report import Drafted, Note
from tallydesk.verification.shelf import HeldDraft, HeldSheet, Holdings
from tallydesk.verification.showing import lines_shown, votes_shown


def drafted(held: HeldDraft, together: Holdings) -> Drafted:
    """What the draft says, with the names of the contest sheet that was shown beside it."""
    payload = held.payload
    sheet = _sheet(payload, together)
    return Drafted(
        lines=lines_shown(payload, sheet),
        votes=votes_shown(payload, sheet),
        names={each.id: each.name for each in sheet.sheet.candidates} if sheet else {},
        digest=held.digest,
    )


def contradicted(
    judged: Judged, own: Sequence[HeldDraft], together: Sequence[HeldDraft]
) -> Iterator[Verdict]:
    """Drafts that are not what the record's signers signed.

    Those in the same input (`own`), and of all that were shown (`together`) those of the same card,
    contest and version. Where a stance was changed after the draft was shown, a new draft belongs
    to the new record: the old one is put away and not shown beside it.
    """
    record = judged.held.record
    for held in together:
        shown_with = held in own or _place(held.payload) == _place(record.payload)
        if shown_with and held.digest != record.digest:
            yield Verdict("altered", Note("draft-differs", {"digest": long_digest(held.digest)}))


def _place(payload: RecordPayload) -> tuple[object, ...]:
    return payload.purpose, payload.card_digest, payload.contest_index, payload.version


def _sheet(payload: RecordPayload, together: Holdings) -> HeldSheet | None:
    """The contest's sheet by the card, when it was shown; else the only one whose sizes fit."""
    cards = together.cards_with(payload.card_digest)
    if cards:
        named = cards[0].card.card.sheets[payload.contest_index : payload.contest_index + 1]
        return together.sheet_with(named[0]) if named else None
    sizes = (len(payload.lines), len(payload.votes))
    fitting = [
        held
        for held in together.sheets
        if (len(held.sheet.lines), len(held.sheet.candidates)) == sizes
    ]
    return fitting[0] if len({held.digest for held in fitting}) == 1 else None
