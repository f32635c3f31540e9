"""The journal file as it is today: its marks and the statements that make it.

The same file comes out of the migrations in `migrations/versions` from nothing; a test compares
the two. A new night does not take that way, because importing alembic costs 0.15 s on the way to
the first figure.
"""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x544C5944
"""Marks a SQLite file as a journal of tallydesk: "TLYD" at octet 68 of the file."""

VERSION = 2
"""The file's number, `user_version`: the number of the last migration."""

# AUTOINCREMENT: SQLite then keeps the highest number there ever was in a table of its own, so that
# the last entry cannot be taken away without a trace.
ENTRY = """CREATE TABLE entry (
  number INTEGER PRIMARY KEY AUTOINCREMENT CHECK (number > 0),
  at_ms INTEGER NOT NULL,
  member INTEGER NOT NULL CHECK (member >= 0),
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT"""

# REPLACE deletes without asking the trigger for DELETE, but it too has to insert.
ENTRY_IN_ORDER = """CREATE TRIGGER entry_in_order BEFORE INSERT ON entry
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'an entry has to follow the last one'); END"""

ENTRY_STAYS_AS_WRITTEN = """CREATE TRIGGER entry_stays_as_written BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry cannot be changed'); END"""

ENTRY_STAYS = """CREATE TRIGGER entry_stays BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry cannot be deleted'); END"""

OBJECTS = {
    "entry": ENTRY,
    "entry_in_order": ENTRY_IN_ORDER,
    "entry_stays": ENTRY_STAYS,
    "entry_stays_as_written": ENTRY_STAYS_AS_WRITTEN,
}
"""Name to statement, for everything in the file but alembic's own table."""

COUNTER = "sqlite_sequence"
"""SQLite's table with the highest number there ever was."""

ALEMBIC_TABLE = "alembic_version"
ALEMBIC_REVISION = "0002"

_STAMP = (
    f"""CREATE TABLE {ALEMBIC_TABLE} (
  version_num VARCHAR(32) NOT NULL CONSTRAINT alembic_version_pkc PRIMARY KEY
)""",
    f"INSERT INTO {ALEMBIC_TABLE} VALUES ('{ALEMBIC_REVISION}')",  # noqa: S608  # two constants
)


def build(connection: sqlite3.Connection) -> None:
    """Make the tables of a new journal in one transaction. Raises sqlite3.Error."""
    script = (
        "BEGIN",
        *OBJECTS.values(),
        *_STAMP,
        f"PRAGMA application_id = {APPLICATION_ID}",
        f"PRAGMA user_version = {VERSION}",
        "COMMIT",
    )
    for statement in script:
        connection.execute(statement)
