"""Everything that a journal file or an export proves, for people who only look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from tallydesk.storage.evidence import evidence_at
from tallydesk.storage.refusal import JournalRefused
from tallydesk.workflow.examination import Examined, examine
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.session import ReadPackage


@dataclass(frozen=True, slots=True)
class Looked:
    """`entries` as they stand in the file, and how far they hold.

    `refused` is why no night is opened on this file although its entries can be read, None when
    the file itself is as tallydesk made it.
    """

    entries: tuple[Entry, ...]
    examined: Examined
    refused: JournalRefused | None

    @property
    def holds(self) -> bool:
        """Whether file, chain and fold hold."""
        return self.refused is None and self.examined.fault is None


def look_at(path: Path, read_package: ReadPackage) -> Looked:
    """The journal or the export at `path`, nothing of it changed.

    Raises JournalRefused, ExportUnreadable, OSError, and election.mistake.Mistakes when this
    version does not accept the night's package.
    """
    evidence = evidence_at(path)
    examined = examine(evidence.entries, read_package)
    if examined.fault is None and evidence.fault is not None:
        examined = replace(examined, fault=evidence.fault)
    return Looked(evidence.entries, examined, evidence.refused)
