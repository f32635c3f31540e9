"""When a journal was written to last, for a look at the laptop's clock."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from tallydesk.storage.evidence import evidence_at
from tallydesk.storage.export import ExportUnreadable

SQLITE = sqlite3.sqlite_version
"""The version of SQLite that the journal is written with."""


def last_moment(journal: Path) -> tuple[datetime | None, bool]:
    """The moment of the last entry, None without one; and whether the journal could be read."""
    if not journal.exists():
        return None, True
    try:
        entries = evidence_at(journal).entries
    except (OSError, ExportUnreadable):
        return None, False
    return (entries[-1].at if entries else None), True
