"""The one connection to a journal, made the same way whoever drives it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tallydesk.storage.rows import text_of

BUSY_MS = 2000
"""How long an append waits for another program that holds the file."""

BEGIN = "BEGIN IMMEDIATE"
"""At once for writing: a transaction that turns to writing later can be refused halfway."""

INSERT = "INSERT INTO entry (number, at_ms, member, kind, body, digest) VALUES (?, ?, ?, ?, ?, ?)"
"""The one statement that writes, letter by letter what SQLAlchemy makes of its table.

Written out because compiling it anew costs a third of an append beside the disk, and because
the first figures of a night that goes on do not wait for SQLAlchemy.
"""

_SETTINGS = (
    # Before anything else: SQLite then keeps the index into its log in this process rather than in
    # a mapped file. On a disk that is full, touching such a file kills the program (SIGBUS).
    "locking_mode = EXCLUSIVE",
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    f"busy_timeout = {BUSY_MS}",
)


def connected(path: Path) -> sqlite3.Connection:
    """A connection with the settings a journal needs. Raises sqlite3.Error."""
    # None: Python's sqlite3 would begin transactions on its own, later than asked.
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.text_factory = text_of
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    return connection
