"""A journal that can be read at once and is opened for writing when there is something to write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tallydesk.storage.reading import read_entries
from tallydesk.workflow.ports import Entry

if TYPE_CHECKING:
    from tallydesk.storage.journal import SqliteJournal


class LateJournal:
    """The journal at `path`, for a program whose first page has to be there soon.

    Until `open` or the first `append` nothing is locked and no file is made.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._journal: SqliteJournal | None = None

    def entries(self) -> tuple[Entry, ...]:
        """All entries in order. Raises JournalRefused."""
        if self._journal is None:
            return read_entries(self._path)
        return self._journal.entries()

    def append(self, entries: Sequence[Entry]) -> None:
        """As `SqliteJournal.append`, which says what it raises; opens the journal if need be."""
        self.open().append(entries)

    def open(self) -> SqliteJournal:
        """Open it, about a quarter of a second the first time. Raises JournalRefused.

        A window calls this when its first page has been painted.
        """
        if self._journal is None:
            from tallydesk.storage.journal import open_journal

            self._journal = open_journal(self._path)
        return self._journal

    def close(self) -> None:
        """Give the file back, if it was taken."""
        if self._journal is not None:
            self._journal.close()

    def __enter__(self) -> Self:
        """The journal itself, still to be opened."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()
