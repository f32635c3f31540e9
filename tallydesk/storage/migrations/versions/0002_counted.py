"""The table of entries counts them, too: the last one cannot be taken away without a trace.

SQLite counts only in a table that was made for it, so the entries are laid aside meanwhile. Their
order is asked again on the way back, and the triggers go and come with the table.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

_ENTRY = """CREATE TABLE entry (
  number INTEGER PRIMARY KEY AUTOINCREMENT CHECK (number > 0),
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
    """From version 1 to version 2."""
    for statement in (
        "CREATE TEMPORARY TABLE aside AS SELECT * FROM entry ORDER BY number",
        "DROP TABLE entry",
        _ENTRY,
        "INSERT INTO entry SELECT * FROM aside ORDER BY number",
        "DROP TABLE aside",
        _IN_ORDER,
        _STAYS,
        _STAYS_AS_WRITTEN,
    ):
        op.execute(statement)
