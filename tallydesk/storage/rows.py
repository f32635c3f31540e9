"""The way between the rows of the journal's table and entries."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from tallydesk.storage.refusal import JournalRefused
from tallydesk.workflow.chain import follows, milliseconds, moment, verify_chain
from tallydesk.workflow.ports import Entry

RowTuple: TypeAlias = tuple[int, int, int, str, str, bytes]
"""The columns of the table in their order."""


def row_of(entry: Entry) -> RowTuple:
    """The row of an entry."""
    at_ms = milliseconds(entry.at)
    return (entry.number, at_ms, entry.member, entry.kind, entry.body, entry.digest)


def entry_of(row: RowTuple) -> Entry:
    """The entry in a row. Raises OverflowError when its moment lies beyond the year 9999."""
    number, at_ms, member, kind, body, digest = row
    return Entry(number, moment(at_ms), member, kind, body, digest)


def head_after(entries: Iterable[Entry], number: int, digest: bytes) -> tuple[int, bytes]:
    """Number and digest of the last of `entries`, which follow the entry with those given.

    Raises ValueError when they do not.
    """
    for entry in entries:
        if not follows(entry, number, digest):
            message = f"entry {entry.number} does not follow entry {number}"
            raise ValueError(message)
        number, digest = entry.number, entry.digest
    return number, digest


def entries_of(rows: Iterable[RowTuple], path: Path) -> tuple[Entry, ...]:
    """All entries of the journal at `path`, from all rows in the order of their numbers.

    Raises JournalRefused when one is missing and when one is not what was written.
    """
    try:
        entries = tuple(entry_of(row) for row in rows)
    except OverflowError as error:
        raise JournalRefused("altered", path, "an entry has no moment") from error
    broken = verify_chain(entries)
    if broken is not None:
        what = "missing" if broken.reason == "number" else "not as it was written"
        raise JournalRefused("altered", path, f"entry {broken.number} is {what}")
    return entries
