"""What a laptop has for the night: room on the disk, sticks, and the key files on them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from tallydesk.device.data_folder import DataFolder
from tallydesk.device.key_shelf import LARGEST_KEY
from tallydesk.device.sticks import mounted
from tallydesk.workflow.printer_here import PrinterHere
from tallydesk.workflow.ready import Laptop, StickHere


def look_at_laptop(
    folder: DataFolder,
    named: Sequence[Path],
    printers: tuple[PrinterHere, ...] | None,
    last: tuple[datetime | None, bool],
    now: datetime,
    versions: str,
) -> Laptop:
    """Everything that can be seen without asking anybody.

    `named` are folders that stand for sticks; without any, every stick that is in. `last` is the
    moment of the journal's last entry, and whether the journal could be read.
    """
    sticks = tuple(named) or mounted()
    return Laptop(
        folder=str(folder.root),
        free=_free(folder.root),
        sticks=tuple(StickHere(str(path), _writable(path)) for path in sticks),
        points=frozenset(_points(sticks)),
        printers=printers,
        last=last[0],
        journal_sound=last[1],
        now=now,
        versions=versions,
        trust=folder.trust.read_bytes() if folder.trust.exists() else None,
    )


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free if _writable(folder) else None
    except OSError:
        return None


def _writable(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def _points(sticks: Iterable[Path]) -> Iterator[bytes]:
    """The points of the key files; what is none, and what cannot be read, is passed over."""
    from tallydesk.signing.keys import KeyFileDamaged, point_of

    for stick in sticks:
        for path in sorted(stick.glob("*.key")):
            try:
                with path.open("rb") as file:
                    yield point_of(file.read(LARGEST_KEY))
            except (OSError, KeyFileDamaged):
                continue
