"""Which event a broken chain breaks at, and what of it differs.

The digest that stands beside an event and the one of the event after it are two witnesses. Where
one field was changed, putting back what stood there before makes the digest come true again: so
the field is proved and not guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tallydesk.workflow.chain import GENESIS, digest_of, follows
from tallydesk.workflow.fault import Fault
from tallydesk.workflow.happening_json import KINDS
from tallydesk.workflow.ports import Entry

MOST_MOMENTS = 60_000
"""How many moments are tried, in milliseconds from the event before: a tenth of a second's work."""

MOST_OCTETS = 60_000_000
"""The same bound for an event with a long text, such as the package."""

MOST_MEMBERS = 64
"""A roster is shorter."""

_MILLISECOND = timedelta(milliseconds=1)


def chain_fault(entries: Sequence[Entry]) -> Fault | None:
    """The first event that does not follow from those before it, None when every one does.

    `entries` stand in the order of the file; one at the end that is gone leaves no
    trace here: `storage.rows.cut_off` knows it by the count.
    """
    digest = GENESIS
    for due, entry in enumerate(entries, start=1):
        if not follows(entry, due - 1, digest):
            return _named(entries, due, digest)
        digest = entry.digest
    return None


def _named(entries: Sequence[Entry], due: int, digest: bytes) -> Fault:
    entry, later = entries[due - 1], entries[due:]
    # Only its number may have changed.
    due_again = next((each for each in later if _is(each, due, digest)), None)
    if due_again is not None:
        # What belongs here comes later. Either the two changed places or this one came between.
        copied = sum(each.digest == entry.digest for each in entries) > 1
        if copied or not _known_elsewhere(entries, entry):
            return Fault(due, "extra", entry)
        # In an export the number may have come along; then its line says where it stands.
        place = entries.index(due_again) + 1 if due_again.number == due else due_again.number
        return Fault(due, "moved", entry, elsewhere=place)
    if entry.number > due:
        return Fault(due, "missing", entry)
    if not _writable(entry.kind) or not _writable(entry.body):
        return Fault(due, "text" if _writable(entry.kind) else "kind", entry)
    if entry.number < due or _known_elsewhere(entries, entry):
        return Fault(due, "extra", entry)
    after = later[0] if later else None
    if after is None:
        return _field_of(entries, due, digest) or Fault(due, "content", entry)
    if _follows_as(after, due + 1, entry.digest):
        return _field_of(entries, due, digest) or Fault(due, "content", entry)
    if (made := _digest_as(entry, due, digest)) and _follows_as(after, due + 1, made):
        return Fault(due, "digest", entry)
    if any(_follows_as(after, due + 1 + gap, entry.digest) for gap in range(1, len(entries) + 2)):
        return Fault(due, "missing", entry)
    return Fault(due, "content", entry)


def _field_of(entries: Sequence[Entry], due: int, digest: bytes) -> Fault | None:
    """The one field whose earlier value makes the digest come true; None when none was found."""
    entry = entries[due - 1]
    for member in range(MOST_MEMBERS):
        if _is(replace(entry, member=member), due, digest):
            return Fault(due, "member", entry, was=str(member))
    for kind in KINDS:
        if _is(replace(entry, kind=kind), due, digest):
            return Fault(due, "kind", entry, was=kind)
    tried = 0
    for at in _moments(entries, due):
        if _is(replace(entry, at=at), due, digest):
            return Fault(due, "moment", entry, was=at.isoformat(timespec="milliseconds"))
        tried += 1
    # Nothing else is left when every moment between the neighbours was tried.
    between = (
        (entries[due].at - entries[due - 2].at) // _MILLISECOND + 1
        if 1 < due < len(entries)
        else None
    )
    return Fault(due, "text", entry) if tried == between else None


def _moments(entries: Sequence[Entry], due: int) -> Iterator[datetime]:
    """From the event before on; up to the one after, or until it is too many."""
    if due == 1:
        # The first event has no neighbour before it, and a long text.
        return
    first = entries[due - 2].at
    last = entries[due].at if due < len(entries) else datetime.max.replace(tzinfo=UTC)
    most = min(MOST_MOMENTS, MOST_OCTETS // (len(entries[due - 1].body) + 1))
    for step in range(min(most, max(0, (last - first) // _MILLISECOND + 1))):
        yield first + step * _MILLISECOND


def _writable(text: str) -> bool:
    """False for letters that no text in UTF-8 has."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _known_elsewhere(entries: Sequence[Entry], entry: Entry) -> bool:
    """Whether this event is one of the journal's own, from another place or a copy of one."""
    heads = [(0, GENESIS), *((each.number, each.digest) for each in entries)]
    return any(
        _is(entry, due, digest)
        for number, digest in heads
        for due in {number, number + 1, number + 2, entry.number}
        if due
    )


def _is(entry: Entry, number: int, digest: bytes) -> bool:
    return follows(replace(entry, number=number), number - 1, digest)


def _follows_as(entry: Entry, number: int, digest: bytes) -> bool:
    return _digest_as(entry, number, digest) == entry.digest


def _digest_as(entry: Entry, number: int, digest: bytes) -> bytes | None:
    try:
        return digest_of(digest, number, entry.at, entry.member, entry.kind, entry.body)
    except (OverflowError, ValueError):
        return None
