"""What the laptop brings to a night, looked at before one is open: trust, readiness, program.

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
    from tallydesk.ui.about_program import Program
    from tallydesk.workflow.opening import PackageFile, SealedFile
    from tallydesk.workflow.ports import Outbox
    from tallydesk.workflow.printer_here import PrinterHere
    from tallydesk.workflow.ready import Readiness
    from tallydesk.workflow.session import Session
    from tallydesk.workflow.software import Software

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


def program_here(folder: DataFolder, sticks: Sequence[Path]) -> Program:
    """The program on this laptop, its log, and where a copy of that goes.

    That is the folder of the papers, or the first of `sticks`; without any, of those that are in.
    """
    from tallydesk.ui.about_program import Program
    from tallydesk.ui.trouble import LOG

    def look() -> Software:
        from tallydesk.device.software import look_at_software
        from tallydesk.storage.last_moment import SQLITE
        from tallydesk.ui.printing import qt_version

        return look_at_software(qt_version(), SQLITE)

    def log() -> bytes:
        path = folder.root / LOG
        return path.read_bytes() if path.exists() else b""

    def papers() -> Outbox:
        from tallydesk.device.outbox import FolderOutbox

        return FolderOutbox(folder.papers)

    def stick() -> Outbox | None:
        from tallydesk.device.outbox import FolderOutbox
        from tallydesk.device.snapshot_folder import FOLDER
        from tallydesk.device.sticks import mounted

        there = [each for each in (sticks or mounted()) if each.is_dir()]
        return FolderOutbox(there[0] / FOLDER) if there else None

    return Program(look, log, papers, stick)


def save_again_in(folder: DataFolder, night: Session, copy: str, language: str) -> tuple[str, ...]:
    """The signed papers of a night, as superseded when `copy` is of a record that replaced one."""
    from tallydesk.assets import words
    from tallydesk.device.outbox import FolderOutbox
    from tallydesk.storage.kept_nights import save_again

    outbox, spoken = FolderOutbox(folder.papers), words(language)
    return save_again(night, copy, installed_trust(folder), outbox, spoken)
