"""What the laptop brings to a night, looked at before one is open: trust file, readiness.

Between the window or a command and the rooms that know disk and journal. Everything is fetched when
it is asked for: the first page must not wait.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tallydesk.device.data_folder import DataFolder
    from tallydesk.signing.trust import Trust
    from tallydesk.workflow.opening import PackageFile, SealedFile
    from tallydesk.workflow.printer_here import PrinterHere
    from tallydesk.workflow.ready import Readiness

PRACTICE = "practice"
"""The package that is counted when none is named."""

Printers = Callable[[], tuple["PrinterHere", ...] | None]


def installed_trust(folder: DataFolder) -> Trust | None:
    """What was installed, None when nothing was. Raises RefusedError, OSError."""
    from tallydesk.signing.practice import practice_root
    from tallydesk.workflow.trusting import trusted

    if not folder.trust.exists():
        return None
    return trusted(folder.trust.read_bytes(), None, practice_root().point)[0]


def practice_file() -> PackageFile:
    """The shipped practice."""
    from tallydesk.assets import form_bytes, package_bytes
    from tallydesk.workflow.opening import PackageFile

    return PackageFile(PRACTICE, package_bytes(PRACTICE), form_bytes)


def ready_check(
    folder: DataFolder,
    package: PackageFile | SealedFile | None,
    sticks: Sequence[Path],
    printers: Printers,
    qt: str,
) -> Callable[[str], Readiness]:
    """A look at the laptop, as often as it is called; reasons come in the language it is given.

    `qt` is the version of Qt, "" where it does not start.
    """

    def check(language: str) -> Readiness:
        from tallydesk.assets import words
        from tallydesk.device.laptop import look_at_laptop
        from tallydesk.storage.last_moment import SQLITE, last_moment
        from tallydesk.workflow.ready import readiness, versions

        last, now = last_moment(folder.journal), datetime.now(UTC)
        laptop = look_at_laptop(folder, sticks, printers(), last, now, versions(qt, SQLITE))
        return readiness(laptop, package or practice_file(), words(language))

    return check
