"""A laptop that has everything, for tests that take something away."""

from __future__ import annotations

from datetime import UTC, datetime

from tallydesk.assets import words
from tallydesk.preparation import practice_file
from tallydesk.workflow.opening import PackageFile, SealedFile
from tallydesk.workflow.printer_here import PrinterHere
from tallydesk.workflow.ready import Laptop, Readiness, StickHere, readiness

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
GOOD = Laptop(
    folder="/home/desk/data",
    free=2_000_000_000,
    sticks=(StickHere("/media/desk/STICK", writable=True),),
    points=frozenset(),
    printers=(PrinterHere("HP LaserJet"), PrinterHere("Print to PDF", virtual=True)),
    last=None,
    journal_sound=True,
    now=NOW,
    versions="tallydesk 0.1.0, SQLite 3.45",
)


def checked(laptop: Laptop = GOOD, file: PackageFile | SealedFile | None = None) -> Readiness:
    """What is said of it, in English."""
    return readiness(laptop, file or practice_file(), words("en"))
