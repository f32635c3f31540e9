"""The way between the rows of the journal's table and entries."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from tallydesk.storage.refusal import JournalRefused
from tallydesk.storage.schema import COUNTER
from tallydesk.workflow.chain import follows, milliseconds, moment, verify_chain
from tallydesk.workflow.fault import Fault
from tallydesk.workflow.ports import Entry

RowTuple: TypeAlias = tuple[int, int, int, str, str, bytes]
"""The columns of the table in their order."""

ALL = "SELECT number, at_ms, member, kind, body, digest FROM entry ORDER BY number"
"""Every row, in the order of the numbers."""

COUNTED = f"SELECT seq FROM {COUNTER} WHERE name = 'entry'"  # noqa: S608  # two constants
"""The number of the last entry that was ever written, whether it is still there or not."""


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


def text_of(octets: bytes) -> str:
    """A text as it stands in the file; octets that are no UTF-8 become letters nobody can write.

    Such a text breaks the chain, and so its event is named like any other that was changed.
    """
    return octets.decode("utf-8", "surrogateescape")


def entries_in(connection: sqlite3.Connection, path: Path) -> tuple[Entry, ...]:
    """`entries_of` of an open file. Raises sqlite3.Error, too."""
    rows = connection.execute(ALL)
    return entries_of(rows, connection.execute(COUNTED).fetchall(), path)


def entries_of(
    rows: Iterable[RowTuple], counted: Sequence[Sequence[object]], path: Path
) -> tuple[Entry, ...]:
    """All entries of the journal at `path`, from all rows in the order of their numbers.

    `counted` is what `COUNTED` said. Raises JournalRefused, which names the event, when one is
    missing and when one is not what was written.
    """
    entries, fault = as_they_stand(rows)
    if fault is None and verify_chain(entries) is not None:
        # Imported here: only a broken journal is looked at so closely.
        from tallydesk.workflow.chain_fault import chain_fault

        fault = chain_fault(entries)
    fault = fault or cut_off(entries, counted, path)
    if fault is not None:
        what = "is missing" if fault.differs == "missing" else "is not as it was written"
        raise JournalRefused("altered", path, f"entry {fault.number} {what}", fault)
    return entries


def cut_off(
    entries: Sequence[Entry], counted: Sequence[Sequence[object]], path: Path
) -> Fault | None:
    """The first entry that was written and is gone from the end, None when none is.

    `entries` are in order and without a gap. Raises JournalRefused when SQLite's own count was
    changed.
    """
    last = counted[0][0] if counted else 0
    if len(counted) > 1 or not isinstance(last, int) or last < len(entries):
        raise JournalRefused("altered", path, f"{COUNTER} is not as tallydesk made it")
    return Fault(len(entries) + 1, "missing") if last > len(entries) else None


def as_they_stand(rows: Iterable[RowTuple]) -> tuple[tuple[Entry, ...], Fault | None]:
    """The entries up to the first row that holds none, and the fault of that row."""
    entries: list[Entry] = []
    for row in rows:
        try:
            entries.append(entry_of(row))
        except OverflowError:
            return tuple(entries), Fault(len(entries) + 1, "moment")
    return tuple(entries), None
