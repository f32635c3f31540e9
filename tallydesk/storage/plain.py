"""Writing to a journal while SQLAlchemy is still being fetched."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tallydesk.storage.connection import BEGIN, INSERT, connected
from tallydesk.storage.refusal import refusing
from tallydesk.storage.rows import entries_in, head_after, row_of
from tallydesk.workflow.chain import GENESIS
from tallydesk.workflow.ports import Entry

_HEAD = "SELECT number, digest FROM entry ORDER BY number DESC LIMIT 1"


class PlainJournal:
    """The journal at `path`, which `inspect` found current: what `SqliteJournal` does, but bare.

    Same settings, same statement, same checks; `release` hands the connection on.
    """

    def __init__(self, path: Path) -> None:
        """Open and lock it. Raises JournalRefused."""
        self._path = path
        with refusing(path):
            self.connection = connected(path)
        try:
            with refusing(path), self.connection:
                self.connection.execute(BEGIN)
                head = self.connection.execute(_HEAD).fetchone()
        except BaseException:
            self.connection.close()
            raise
        self._number: int = head[0] if head else 0
        self._digest: bytes = head[1] if head else GENESIS

    def entries(self) -> tuple[Entry, ...]:
        """As `SqliteJournal.entries`."""
        with refusing(self._path):
            return entries_in(self.connection, self._path)

    def append(self, entries: Sequence[Entry]) -> None:
        """As `SqliteJournal.append`."""
        if not entries:
            return
        number, digest = head_after(entries, self._number, self._digest)
        # As a context a connection commits what was begun, or takes it back.
        with refusing(self._path), self.connection:
            self.connection.execute(BEGIN)
            self.connection.executemany(INSERT, [row_of(entry) for entry in entries])
        self._number, self._digest = number, digest

    def close(self) -> None:
        """Give the file back. Closing twice does no harm."""
        self.connection.close()
