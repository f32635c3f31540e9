"""A good copy of a night in the place of its broken journal, which is kept aside whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from tallydesk.storage.creation import create, sync_folder
from tallydesk.storage.plain import PlainJournal
from tallydesk.storage.refusal import JournalRefused, refusing
from tallydesk.workflow.ports import Entry

EARLIER = "earlier"
"""The folder in the data folder for nights and journals that were put by."""


def put_in_place(path: Path, entries: Sequence[Entry], now: datetime) -> Path | None:
    """Make `entries` the journal at `path`; where the one that was there is kept, None for none.

    `entries` are a whole journal that holds. What was there is copied first, its log too, and is
    durable before anything is changed. Raises JournalRefused, OSError; then the journal at `path`
    is the one from before.
    """
    path = path.resolve()
    draft = path.with_name(path.name + ".restored")
    _remove(draft)
    create(draft)
    journal = PlainJournal(draft)
    try:
        journal.append(entries)
        with refusing(draft):
            journal.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        journal.close()
    aside = _kept_aside(path, now)
    # A log of the old file would be applied to the new one.
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    draft.replace(path)
    sync_folder(path.parent)
    return aside


def _kept_aside(path: Path, now: datetime) -> Path | None:
    files = [
        each
        for ending in ("", "-wal", "-shm")
        if (each := path.with_name(path.name + ending)).is_file()
    ]
    if not files:
        if path.exists():
            raise JournalRefused("folder", path)
        return None
    aside = path.parent / EARLIER / f"{now:%Y%m%dT%H%M%SZ}-broken"
    number = 1
    while aside.exists():
        number += 1
        aside = aside.with_name(f"{now:%Y%m%dT%H%M%SZ}-broken-{number}")
    aside.mkdir(parents=True)
    for each in files:
        kept = aside / each.name
        shutil.copyfile(each, kept)
        with kept.open("rb") as file:
            os.fsync(file.fileno())
    sync_folder(aside)
    return aside


def _remove(draft: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        draft.with_name(draft.name + ending).unlink(missing_ok=True)
