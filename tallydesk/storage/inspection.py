"""Looking at a file before anything is allowed to write to it.

A file that is not ours, or not whole, must stay as it is, down to the last octet. So the first
look reads a hundred octets without SQLite, and only a file with our mark is handed to SQLite, read
only at first (closing a database that was opened for writing would move entries about in it).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import Enum, auto
from pathlib import Path

from tallydesk.storage.refusal import JournalRefused, has_room, refusing
from tallydesk.storage.rows import entries_in, text_of
from tallydesk.storage.schema import ALEMBIC_TABLE, APPLICATION_ID, COUNTER, OBJECTS, VERSION
from tallydesk.workflow.fault import Fault

LARGEST_CHECKED = 64 * 1024 * 1024
"""Octets. The structure of a larger file is not checked on opening, to bound the time it takes;
a night needs less than a tenth of it, and reading the entries checks their chain in any case."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_EFFECTIVE = os.access in os.supports_effective_ids


class Found(Enum):
    """What lies where the journal should be."""

    NOTHING = auto()
    OLDER = auto()
    CURRENT = auto()


def inspect(path: Path, *, to_write: bool = True) -> Found:
    """What is at `path`. Raises JournalRefused for anything but a whole journal or nothing.

    Without `to_write` file and folder may be read-only.
    """
    try:
        return _look(path, to_write=to_write)
    except JournalRefused:
        raise
    except OSError as error:
        raise JournalRefused("unreadable", path, error.strerror or str(error)) from error


@contextmanager
def opened_to_look(path: Path) -> Iterator[sqlite3.Connection]:
    """The journal at `path`, which has passed `inspect`, read only; leaves no file behind.

    Raises JournalRefused, sqlite3.Error.
    """
    if not log_of(path):
        # Immutable keeps SQLite from leaving an empty log behind.
        with closing(_connected(path, "mode=ro&immutable=1")) as connection:
            yield connection
        return
    if not has_room(path.parent):
        # For the index into a log that a killed program left, SQLite maps a file here. On a full
        # disk touching it is SIGBUS.
        raise JournalRefused("full", path)
    index = path.with_name(path.name + "-shm")
    was_there = index.exists()
    try:
        with closing(_connected(path, "mode=ro")) as connection:
            yield connection
    finally:
        if not was_there:
            index.unlink(missing_ok=True)


def _connected(path: Path, way: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.as_uri()}?{way}", uri=True)
    connection.text_factory = text_of
    return connection


def may_write(folder: Path) -> bool:
    """Whether files can be made in a folder."""
    return os.access(folder, os.W_OK | os.X_OK, effective_ids=_EFFECTIVE)


def log_of(path: Path) -> Path | None:
    """The write-ahead log of a program that did not end well, None when there is nothing in it."""
    log = path.with_name(path.name + "-wal")
    return log if log.exists() and log.stat().st_size else None


def _look(path: Path, *, to_write: bool) -> Found:
    folder = path.parent
    if not folder.is_dir():
        raise JournalRefused("absent-folder", path)
    if path.is_dir():
        raise JournalRefused("folder", path)
    if to_write and not may_write(folder):
        # SQLite keeps its log beside the file.
        raise JournalRefused("read-only", path, f"the folder {folder} is read-only")
    log = log_of(path)
    if not path.exists():
        if log:
            # SQLite would apply these entries to the new file and spoil it.
            raise JournalRefused("lost", path, str(log))
        return Found.NOTHING
    _check_header(path, whole=log is None)
    if to_write and not os.access(path, os.W_OK, effective_ids=_EFFECTIVE):
        raise JournalRefused("read-only", path, "the file is read-only")
    with refusing(path), opened_to_look(path) as connection:
        return _check_inside(connection, path)


def _check_header(path: Path, *, whole: bool) -> None:
    """Refuse by the file's first octets, see https://www.sqlite.org/fileformat.html.

    `whole` is False while the write-ahead log holds entries: the file may then be shorter than it
    says, and SQLite completes it from the log.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER)
        size = file.seek(0, os.SEEK_END)
    if not header:
        raise JournalRefused("truncated", path, "it is empty")
    if not header.startswith(_MAGIC[: len(header)]):
        raise JournalRefused("no-database", path)
    if len(header) < _HEADER:
        raise JournalRefused("truncated", path, f"it ends after {size} octets")
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise JournalRefused("foreign", path)
    _check_version(path, int.from_bytes(header[60:64]))
    due = int.from_bytes(header[16:18]) * int.from_bytes(header[28:32])
    if whole and size < due:
        raise JournalRefused("truncated", path, f"it has {size} of {due} octets")


def _check_version(path: Path, version: int) -> None:
    if version > VERSION:
        detail = f"it has version {version}, this program knows versions up to {VERSION}"
        raise JournalRefused("newer", path, detail)


def _check_inside(connection: sqlite3.Connection, path: Path) -> Found:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    _check_version(path, version)
    if path.stat().st_size <= LARGEST_CHECKED:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise JournalRefused("damaged", path, " ".join(str(verdict).split()))
    if version < VERSION:
        return Found.OLDER
    listing = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    objects = {name: sql for name, sql in listing if name not in (ALEMBIC_TABLE, COUNTER)}
    for name in sorted(OBJECTS.keys() | objects.keys()):
        if objects.get(name) != OBJECTS.get(name):
            detail = f"{name} is not as tallydesk made it"
            raise JournalRefused("altered", path, detail, _event_changed(connection, path))
    return Found.CURRENT


def _event_changed(connection: sqlite3.Connection, path: Path) -> Fault | None:
    """The first event that was changed, too, when the table can still be read at all."""
    try:
        entries_in(connection, path)
    except JournalRefused as refused:
        return refused.fault
    except (sqlite3.Error, TypeError, ValueError):
        return None
    return None
