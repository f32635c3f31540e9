"""Why a journal was not opened, read or written, in a sentence."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from tallydesk.workflow.fault import Fault

Reason = Literal[
    "absent-folder",
    "altered",
    "busy",
    "damaged",
    "folder",
    "foreign",
    "full",
    "lost",
    "newer",
    "no-database",
    "read-only",
    "truncated",
    "unreadable",
]

_ELSEWHERE = "move it away or choose another data folder with --data-dir"
_BACKUP = "keep a copy of the file and go on from the last backup"

_SENTENCES: MappingProxyType[Reason, str] = MappingProxyType(
    {
        "absent-folder": (
            "The folder for the journal {path} does not exist. "
            "Create it or choose another data folder with --data-dir."
        ),
        "altered": (
            "The journal {path} was changed by another program: {detail}. "
            f"Nothing was written to it; {_BACKUP}."
        ),
        "busy": (
            "The journal {path} is in use by another program. Close that program, then try again."
        ),
        "damaged": "The journal {path} is damaged: {detail}. "
        f"Nothing was written to it; {_BACKUP}.",
        "folder": f"The journal {{path}} is a folder. Nothing was changed; {_ELSEWHERE}.",
        "foreign": (
            "{path} is the database of another program, not a journal. "
            f"Nothing was changed; {_ELSEWHERE}."
        ),
        "full": (
            "The disk with the journal {path} is full: nothing more was saved. "
            "Make room on the disk, then try again."
        ),
        "lost": (
            "The journal {path} is gone, but {detail} with its last entries is still there. "
            "Put the journal back beside it, or move both away to begin a new one."
        ),
        "newer": (
            "The journal {path} was written by a newer tallydesk: {detail}. "
            "Nothing was changed; open it with that version."
        ),
        "no-database": (
            f"{{path}} is not a journal: it is no database. Nothing was changed; {_ELSEWHERE}."
        ),
        "read-only": (
            "The journal {path} cannot be written: {detail}. "
            "Allow writing there or choose another data folder with --data-dir."
        ),
        "truncated": (
            "The journal {path} is cut short: {detail}. " + f"Nothing was written to it; {_BACKUP}."
        ),
        "unreadable": (
            "The journal {path} cannot be used: {detail}. "
            "Check the disk and the permissions, then start tallydesk again."
        ),
    }
)


class JournalRefused(OSError):
    """The journal cannot be opened, read or written; `str` says what, where and what now.

    `reason` is for programs, `detail` is what is special about this case and may be "". `fault`
    names the event that was changed, None when none is known. A journal that was refused on opening
    has not been altered; an append that was refused has kept nothing.
    """

    def __init__(
        self, reason: Reason, path: Path, detail: str = "", fault: Fault | None = None
    ) -> None:
        super().__init__(_SENTENCES[reason].format(path=path, detail=detail))
        self.fault = fault
        self.reason: Reason = reason
        self.path = path
        self.detail = detail


_BY_RESULT_CODE: MappingProxyType[int, Reason] = MappingProxyType(
    {
        3: "read-only",
        5: "busy",
        6: "busy",
        8: "read-only",
        11: "damaged",
        13: "full",
        26: "no-database",
    }
)
"""SQLite's primary result codes, https://www.sqlite.org/rescode.html; the rest is unreadable."""


_ROOM = 256 * 1024
"""Octets. More than SQLite takes to open the longest night after a kill."""


def has_room(folder: Path) -> bool:
    """False on a full disk, which SQLite often reports as an error of input and output."""
    try:
        return shutil.disk_usage(folder).free >= _ROOM
    except OSError:
        return True


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Whatever SQLite raises inside becomes JournalRefused for the journal at `path`."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise refusal_of(error, path) from error


def refusal_of(error: BaseException | None, path: Path) -> JournalRefused:
    """What an error of SQLite, or of reading its texts, says about the journal at `path`."""
    code: object = getattr(error, "sqlite_errorcode", None)
    if isinstance(code, int):
        reason = _BY_RESULT_CODE.get(code & 0xFF, "unreadable")
        if reason == "unreadable" and not has_room(path.parent):
            reason = "full"
        return JournalRefused(reason, path, str(error))
    if isinstance(error, UnicodeDecodeError) or "decode" in str(error):
        # Found by Python, not by SQLite, and shown with octets that say nothing to people.
        return JournalRefused("damaged", path, "a text in it cannot be read")
    return JournalRefused("unreadable", path, str(error))
