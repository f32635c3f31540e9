"""The table of entries and the triggers that keep it append-only.

A migration that has left the house is never edited: the statements are copies of what
`storage.schema` said on that day.
"""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

_ENTRY = """CREATE TABLE entry (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  at_ms INTEGER NOT NULL,
  member INTEGER NOT NULL CHECK (member >= 0),
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT"""

_IN_ORDER = """CREATE TRIGGER entry_in_order BEFORE INSERT ON entry
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'an entry has to follow the last one'); END"""

_STAYS_AS_WRITTEN = """CREATE TRIGGER entry_stays_as_written BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry cannot be changed'); END"""

_STAYS = """CREATE TRIGGER entry_stays BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry cannot be deleted'); END"""


def upgrade() -> None:
    """From nothing to version 1."""
    for statement in (_ENTRY, _IN_ORDER, _STAYS, _STAYS_AS_WRITTEN):
        op.execute(statement)
