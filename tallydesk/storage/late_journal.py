"""A journal that is read and written at once, and by SQLAlchemy as soon as that is there.

Importing SQLAlchemy takes longer than everything else between a start and the first figure of a
night that goes on. Until it has come, the same statements run over the bare driver, and then
SQLAlchemy goes on with the very connection (decision 0020).
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Self

from tallydesk.storage.creation import create
from tallydesk.storage.inspection import Found, inspect
from tallydesk.storage.plain import PlainJournal
from tallydesk.storage.reading import read_entries
from tallydesk.workflow.ports import Entry

if TYPE_CHECKING:
    from tallydesk.storage.journal import SqliteJournal


class LateJournal:
    """The journal at `path`, for a program whose first page has to be there soon.

    Until `open` or the first `append` nothing is locked and no file is made.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.resolve()
        self._plain: PlainJournal | None = None
        self._journal: SqliteJournal | None = None
        self._fetching: Thread | None = None

    def entries(self) -> tuple[Entry, ...]:
        """All entries in order. Raises JournalRefused."""
        journal = self._journal or self._plain
        return read_entries(self._path) if journal is None else journal.entries()

    def append(self, entries: Sequence[Entry]) -> None:
        """As `SqliteJournal.append`, which says what it raises; opens the journal if need be."""
        self.writer().append(entries)

    def fetch(self) -> None:
        """Have SQLAlchemy brought while the window goes on working; call it when it is idle."""
        if self._fetching is None and self._journal is None:
            self._fetching = Thread(target=import_module, args=("tallydesk.storage.journal",))
            self._fetching.start()

    def open(self) -> SqliteJournal:
        """The journal as SQLAlchemy has it, after a quarter of a second when that is not there yet.

        Raises JournalRefused.
        """
        if self._journal is None:
            from tallydesk.storage.journal import open_journal, taken_over

            if self._plain is None:
                self._journal = open_journal(self._path)
            else:
                self._journal = taken_over(self._path, self._plain.connection)
        return self._journal

    def writer(self) -> SqliteJournal | PlainJournal:
        """Who writes the next entry. Raises JournalRefused."""
        if self._journal is not None:
            return self._journal
        if self._fetching is not None and not self._fetching.is_alive():
            return self.open()
        if self._plain is None:
            found = inspect(self._path)
            if found is Found.OLDER:
                return self.open()
            if found is Found.NOTHING:
                create(self._path)
            self._plain = PlainJournal(self._path)
        return self._plain

    def close(self) -> None:
        """Give the file back, if it was taken."""
        for journal in (self._journal, self._plain):
            if journal is not None:
                journal.close()

    def __enter__(self) -> Self:
        """The journal itself, still to be opened."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()
