"""A new journal file: there as a whole, or not at all."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tallydesk.storage.refusal import JournalRefused, refusal_of
from tallydesk.storage.schema import build


def create(path: Path) -> None:
    """Make an empty journal at `path`, where nothing is yet; durable on return.

    It is built beside and then renamed, so that a laptop switched off meanwhile leaves nothing
    that the next start has to refuse. Raises JournalRefused.
    """
    draft = path.with_name(path.name + ".new")
    try:
        _remove(draft)
        with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            build(connection)
            # Kept in the file: whoever opens it from now on uses the write-ahead log.
            connection.execute("PRAGMA journal_mode = WAL")
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        draft.replace(path)
        sync_folder(path.parent)
    except sqlite3.Error as error:
        _remove(draft)
        raise refusal_of(error, path) from error
    except OSError as error:
        raise JournalRefused("unreadable", path, error.strerror or str(error)) from error


def _remove(draft: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        draft.with_name(draft.name + ending).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the name durable too. Windows does that by itself and cannot open a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
