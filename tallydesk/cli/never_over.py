"""What is written once and never over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tallydesk.cli.ending import Ended, ExitCode

EVERYBODY = 0o666


def refuse_taken(*paths: Path) -> None:
    """End before anything is made when one of these is there already. Raises Ended."""
    for path in paths:
        if path.exists() or path.is_symlink():
            raise _taken(path)


def write_once(files: Mapping[Path, bytes], permissions: int = EVERYBODY) -> None:
    """Write files whose names are free, also of what came there a moment ago.

    Raises Ended, NotSaved.
    """
    from tallydesk.device.writing import write_new

    for path, content in files.items():
        try:
            write_new(path, content, permissions)
        except FileExistsError as error:
            raise _taken(path) from error


def _taken(path: Path) -> Ended:
    return Ended(
        f"“{path}” is there already and is never written over; choose another folder.",
        ExitCode.FINDINGS,
    )
