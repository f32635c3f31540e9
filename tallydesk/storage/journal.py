"""The journal of a night in a SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from tallydesk.storage.connection import BEGIN, INSERT, connected
from tallydesk.storage.creation import create
from tallydesk.storage.inspection import Found, inspect
from tallydesk.storage.migration import migrate
from tallydesk.storage.refusal import refusal_of, refusing
from tallydesk.storage.rows import COUNTED, entries_of, head_after, row_of
from tallydesk.storage.tables import SELECT_ALL, SELECT_HEAD
from tallydesk.workflow.chain import GENESIS
from tallydesk.workflow.ports import Entry


class SqliteJournal:
    """The open journal; `open_journal` makes it.

    One connection is kept until `close`, and the file is locked as long: other programs can
    neither read nor write it. Any thread may use the journal, but only one at a time.
    """

    def __init__(self, path: Path, connection: Connection) -> None:
        """Take over `connection`, which has been checked."""
        self._path = path
        self._connection = connection
        with _refusing(path), connection.begin():
            head = connection.execute(SELECT_HEAD).one_or_none()
        self._number: int = head.number if head else 0
        self._digest: bytes = head.digest if head else GENESIS

    def entries(self) -> tuple[Entry, ...]:
        """All entries in order.

        Raises JournalRefused when they cannot be read, when one is missing and when one is not
        what was written (see `workflow.chain`).
        """
        with _refusing(self._path), self._connection.begin():
            rows = self._connection.execute(SELECT_ALL).all()
            counted = self._connection.exec_driver_sql(COUNTED).all()
        return entries_of((tuple(row) for row in rows), counted, self._path)

    def append(self, entries: Sequence[Entry]) -> None:
        """Write `entries` in one transaction; durable on return.

        Raises JournalRefused when the disk does not take them, and ValueError when they do not
        follow the last entry; then nothing is kept, and a later append may succeed.
        """
        if not entries:
            return
        number, digest = head_after(entries, self._number, self._digest)
        with _refusing(self._path), self._connection.begin():
            self._connection.exec_driver_sql(INSERT, [row_of(entry) for entry in entries])
        self._number, self._digest = number, digest

    def close(self) -> None:
        """Give the file back. Closing twice does no harm."""
        self._connection.close()

    def __enter__(self) -> Self:
        """The journal itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()


def open_journal(path: Path) -> SqliteJournal:
    """Open the journal at `path`, after making a new one where there is nothing.

    An older journal is brought up to date. Raises JournalRefused, and then leaves what is there
    as it was.
    """
    path = path.resolve()
    found = inspect(path)
    if found is Found.NOTHING:
        create(path)
    with _refusing(path):
        connection = engine_for(path).connect()
    try:
        if found is Found.OLDER:
            with _refusing(path), connection.begin():
                migrate(connection)
        return SqliteJournal(path, connection)
    except BaseException:
        connection.close()
        raise


def taken_over(path: Path, connection: sqlite3.Connection) -> SqliteJournal:
    """The journal at `path` over a connection that `connected` made and somebody wrote with.

    The file stays locked for other programs all the while. Raises JournalRefused.
    """
    with _refusing(path):
        return SqliteJournal(path, _engine_over(lambda: connection).connect())


def engine_for(path: Path) -> Engine:
    """An engine with the settings a journal needs and a transaction that begins where it says."""
    return _engine_over(lambda: connected(path))


def _engine_over(connect: Callable[[], sqlite3.Connection]) -> Engine:
    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(BEGIN)


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    with refusing(path):
        try:
            yield
        except DBAPIError as error:
            raise refusal_of(error.orig, path) from error
