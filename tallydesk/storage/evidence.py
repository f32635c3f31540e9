"""What a journal file or an export holds, broken or not, for people who only look.

Nothing is written, neither into the file nor beside it, and nothing is refused that can be read:
a broken journal is evidence, too.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tallydesk.storage.export import LARGEST_EXPORT, read_export
from tallydesk.storage.inspection import Found, inspect, log_of, may_write, opened_to_look
from tallydesk.storage.refusal import JournalRefused, refusing
from tallydesk.storage.rows import ALL, COUNTED, as_they_stand, cut_off
from tallydesk.workflow.fault import Fault
from tallydesk.workflow.ports import Entry

_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The entries as they stand in the file, unchecked.

    `fault` is set where a row holds no entry at all; the entries then end before it. `refused` is
    why a night would not be opened on this file, None when the file is as tallydesk made it.
    """

    entries: tuple[Entry, ...]
    fault: Fault | None = None
    refused: JournalRefused | None = None


def evidence_at(path: Path) -> Evidence:
    """What the journal or the export at `path` holds.

    Raises JournalRefused when nothing can be read, ExportUnreadable for a line that is no event,
    FileNotFoundError when nothing is there, OSError.
    """
    path = path.resolve()
    with path.open("rb") as file:
        start = file.read(len(_MAGIC))
        if start[:1] == b"{":
            data = start + file.read(LARGEST_EXPORT)
            if len(data) > LARGEST_EXPORT:
                raise JournalRefused("no-database", path)
            return Evidence(read_export(data))
    if log_of(path) is None or may_write(path.parent):
        return _looked_at(path)
    # SQLite wants an index beside a log: where the folder takes none, a copy elsewhere does.
    with TemporaryDirectory(prefix="tallydesk-") as name:
        copy = Path(name) / path.name
        for ending in ("", "-wal"):
            shutil.copyfile(path.with_name(path.name + ending), copy.with_name(copy.name + ending))
        try:
            return _looked_at(copy)
        except JournalRefused as refused:
            raise JournalRefused(refused.reason, path, refused.detail, refused.fault) from refused


def _looked_at(path: Path) -> Evidence:
    found, refused = None, None
    try:
        found = inspect(path, to_write=False)
    except JournalRefused as error:
        if error.reason != "altered":
            raise
        # Tables or triggers are not as they were; the rows may still say what happened.
        refused = error
    with refusing(path), opened_to_look(path) as connection:
        try:
            entries, fault = as_they_stand(connection.execute(ALL))
            if fault is None and found is Found.CURRENT:
                fault = cut_off(entries, connection.execute(COUNTED).fetchall(), path)
        except JournalRefused as error:
            refused = error
        except (TypeError, ValueError) as error:
            raise refused or JournalRefused("altered", path, str(error)) from error
    return Evidence(entries, fault, refused)
