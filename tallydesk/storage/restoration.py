"""Going on from a copy of the night: what a copy has to be, and what becomes of the old journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tallydesk.storage.export import ExportUnreadable
from tallydesk.storage.looking import Looked, look_at
from tallydesk.storage.refusal import JournalRefused
from tallydesk.storage.restoring import put_in_place
from tallydesk.workflow.chain import entry_after
from tallydesk.workflow.happening import Restored
from tallydesk.workflow.happening_json import written
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.session import ReadPackage
from tallydesk.workflow.telling import Telling


class CopyRefused(ValueError):
    """A copy cannot take the journal's place; `str` says why, in the language asked for."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`events` of the copy are in place, and one more that says so.

    `left_out` events of the old journal that held are not in the copy. `aside` is the folder in
    which the old journal is kept, None when there was none.
    """

    events: int
    left_out: int
    aside: Path | None


def restore_night(
    copy: Path, journal: Path, read_package: ReadPackage, telling: Telling, now: datetime
) -> Outcome:
    """Put the night in `copy`, a journal or an export, in the place of the one at `journal`.

    Raises CopyRefused when the copy does not hold, is of another night, or when the journal holds
    itself; JournalRefused, ExportUnreadable, OSError and election.mistake.Mistakes for a copy that
    cannot be looked at. Then nothing was changed.
    """
    looked = look_at(copy, read_package)
    entries = looked.entries
    words, facts = telling.words, {"path": str(copy)}
    if not looked.holds:
        fault = looked.examined.fault
        if fault is not None:
            facts["fault"] = telling.fault(fault)
        elif looked.refused is not None:
            facts["fault"] = words["journal.file"].format(
                name=looked.refused.detail.partition(" ")[0]
            )
        raise CopyRefused(words["journal.copy-broken"].format(**facts))
    if not entries:
        raise CopyRefused(words["journal.copy-empty"].format(**facts))
    there, sound = _before(journal, read_package, words["journal.journal-holds"])
    if sound and sound[0].digest != entries[0].digest:
        raise CopyRefused(words["journal.copy-another"].format(**facts))
    known = {each.digest for each in entries}
    left_out = sum(each.digest not in known for each in sound)
    said = Restored(left_out, there[-1].digest if there else b"")
    night = looked.examined.night
    at = max(now.replace(microsecond=now.microsecond // 1000 * 1000), entries[-1].at)
    last = entry_after(entries[-1], at, night.member, *written(said))
    aside = put_in_place(journal, (*entries, last), now)
    return Outcome(len(entries), left_out, aside)


def _before(
    journal: Path, read_package: ReadPackage, holds: str
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The entries of the journal that is there, and those before its break.

    Raises CopyRefused when it does not break. A file that cannot be read at all has none, and is
    put aside like any other.
    """
    try:
        looked: Looked = look_at(journal, read_package)
    except FileNotFoundError:
        return (), ()
    except (ExportUnreadable, JournalRefused) as refused:
        if isinstance(refused, JournalRefused) and refused.reason in {"busy", "newer", "folder"}:
            raise
        return (), ()
    if looked.holds and looked.entries:
        raise CopyRefused(holds)
    return looked.entries, tuple(entry for entry, _ in looked.examined.events)
