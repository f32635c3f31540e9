"""The chain that ties every entry of a journal to all entries before it.

The digest of an entry is SHA-256 over, in this order: the digest of the entry before it (32
octets, `GENESIS` for the first), the number (8 octets), the moment in milliseconds since 1970 UTC
(8 octets, signed), the member (4 octets), the kind's length in octets (2 octets) and the kind, the
body's length (4 octets) and the body; numbers big-endian, texts UTF-8. No two different entries
give the same octets.

The last digest, the journal's head, stands in every record and on every slip. Whoever holds a
print can tell that an earlier entry was changed, and that entries the print speaks of are gone.

Somebody may compute all digests anew. What they changed has then to be consistent throughout, or
`workflow.possible` names it: slip and record carry the head of all that was before them, and the
record is signed. So a whole file written anew hides only what no print speaks of: nothing before
the last slip, protocol or code that anybody keeps, and of what came later only what no signature
binds. Entries cut off at the end that no print speaks of leave no trace here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from tallydesk.workflow.ports import Entry

GENESIS = bytes(32)
"""What stands in the place of a digest before the first entry."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry that does not follow from the ones before it.

    `number` is the number that was due there, from 1. `reason` is "number" when another number
    stands there (an entry is missing, twice or moved), "content" when the digest is not the digest
    of this entry after that one.
    """

    number: int
    reason: Literal["number", "content"]


def milliseconds(at: datetime) -> int:
    """Whole milliseconds since 1970 UTC.

    Raises ValueError for a moment without time zone or with a fraction of a millisecond: the
    journal would give back another moment than it was given.
    """
    if at.tzinfo is None:
        message = f"the moment {at} has no time zone"
        raise ValueError(message)
    count, rest = divmod(at - _EPOCH, _MILLISECOND)
    if rest:
        message = f"the moment {at} is finer than a millisecond"
        raise ValueError(message)
    return count


def moment(count: int) -> datetime:
    """The reverse of `milliseconds`, in UTC. Raises OverflowError beyond the years 1 to 9999."""
    return _EPOCH + count * _MILLISECOND


def digest_of(
    previous: bytes, number: int, at: datetime, member: int, kind: str, body: str
) -> bytes:
    """The digest of an entry that follows the one with the digest `previous`, 32 octets.

    Raises ValueError for a moment the journal cannot hold and for text that is not Unicode,
    OverflowError for a number, member or text that has no room in the layout above.
    """
    kind_octets = kind.encode()
    body_octets = body.encode()
    return hashlib.sha256(
        b"".join(
            (
                previous,
                number.to_bytes(8),
                milliseconds(at).to_bytes(8, signed=True),
                member.to_bytes(4),
                len(kind_octets).to_bytes(2),
                kind_octets,
                len(body_octets).to_bytes(4),
                body_octets,
            )
        )
    ).digest()


def follows(entry: Entry, number: int, digest: bytes) -> bool:
    """True when `entry` is the one right after entry `number`, whose digest is `digest`."""
    try:
        due = digest_of(digest, number + 1, entry.at, entry.member, entry.kind, entry.body)
    except (OverflowError, ValueError):
        # Nobody could have written such an entry.
        return False
    return entry.number == number + 1 and entry.digest == due


def entry_after(previous: Entry | None, at: datetime, member: int, kind: str, body: str) -> Entry:
    """The next entry of a journal whose last one is `previous`, None for an empty journal.

    Raises what `digest_of` raises.
    """
    number, head = (0, GENESIS) if previous is None else (previous.number, previous.digest)
    digest = digest_of(head, number + 1, at, member, kind, body)
    return Entry(number + 1, at, member, kind, body, digest)


def verify_chain(entries: Iterable[Entry]) -> Break | None:
    """The first broken entry of a whole journal, None when every entry follows."""
    digest = GENESIS
    for due, entry in enumerate(entries, start=1):
        if entry.number != due:
            return Break(due, "number")
        if not follows(entry, due - 1, digest):
            return Break(due, "content")
        digest = entry.digest
    return None
