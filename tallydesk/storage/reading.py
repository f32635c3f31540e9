"""Reading a journal without SQLAlchemy, whose import takes longer than a window to appear."""

from __future__ import annotations

from pathlib import Path

from tallydesk.storage.inspection import Found, inspect, opened_to_look
from tallydesk.storage.refusal import refusing
from tallydesk.storage.rows import entries_in
from tallydesk.workflow.ports import Entry


def read_entries(path: Path) -> tuple[Entry, ...]:
    """All entries of the journal at `path` in order, () where there is none; nothing is written.

    An older journal is brought up to date first, as `open_journal` does. Raises JournalRefused.
    """
    path = path.resolve()
    found = inspect(path)
    if found is Found.NOTHING:
        return ()
    if found is Found.OLDER:
        from tallydesk.storage.journal import open_journal

        with open_journal(path) as journal:
            return journal.entries()
    with refusing(path), opened_to_look(path) as connection:
        return entries_in(connection, path)
