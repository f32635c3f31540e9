"""Going on with a night on another laptop, from a snapshot on a stick (requirement U24)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from tallydesk.election.mistake import Mistakes
from tallydesk.storage.export import ExportUnreadable
from tallydesk.storage.looking import Looked, look_at
from tallydesk.storage.refusal import JournalRefused
from tallydesk.storage.restoring import put_in_place
from tallydesk.workflow.chain import entry_after
from tallydesk.workflow.happening_json import written
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.safety_happening import MovedHere
from tallydesk.workflow.session import ReadPackage
from tallydesk.workflow.snapshots import require_named


class Before(Protocol):
    """What is done when nothing is refused any more and nothing is in place yet."""

    def __call__(self, opening: bytes, *, practice: bool) -> None:
        """`opening` is the digest of the night's first entry. Raises OSError."""


@dataclass(frozen=True, slots=True)
class Moved:
    """`events` of the snapshot stand on this laptop now, and one more that says so.

    `left_out` sound events of the same night that were on this laptop are kept aside.
    """

    events: int
    left_out: int = 0


def move_here(
    snapshot: Path,
    journal: Path,
    read_package: ReadPackage,
    machine: str,
    now: datetime,
    before: Before,
) -> Moved:
    """Put the night in `snapshot`, a snapshot, an export or a journal, on this laptop.

    `before` puts an earlier night by, whole. Raises RefusedError: `snapshot-cut`, `snapshot-empty`,
    `snapshot-broken` with the number of the event, `snapshot-here` when this laptop holds that
    night already, as far or further; JournalRefused, ExportUnreadable, OSError and
    election.mistake.Mistakes for a file that cannot be looked at. Then nothing was changed.
    """
    looked = look_at(snapshot, read_package)
    entries = looked.entries
    if not entries:
        raise RefusedError("snapshot-empty", name=snapshot.name)
    fault = looked.examined.fault
    if not looked.holds:
        number = str(fault.number) if fault else "1"
        raise RefusedError("snapshot-broken", name=snapshot.name, number=number)
    require_named(snapshot.name, entries)
    there = _on_this_laptop(journal, read_package)
    left_out = 0
    if there and there[0].digest == entries[0].digest:
        mine = {entry.digest for entry in there}
        if entries[-1].digest in mine:
            raise RefusedError("snapshot-here", more=str(len(there) - len(entries)))
        left_out = len(mine - {entry.digest for entry in entries})
    at = max(now.replace(microsecond=now.microsecond // 1000 * 1000), entries[-1].at)
    said = MovedHere(entries[-1].digest, machine, left_out)
    last = entry_after(entries[-1], at, looked.examined.night.member, *written(said))
    plan = looked.examined.plan
    before(entries[0].digest, practice=plan is not None and plan.package.purpose == "practice")
    put_in_place(journal, (*entries, last), now)
    return Moved(len(entries), left_out)


def _on_this_laptop(journal: Path, read_package: ReadPackage) -> Sequence[Entry]:
    """The sound events that are here; none of a file that cannot be read, which is kept aside."""
    try:
        looked: Looked = look_at(journal, read_package)
    except FileNotFoundError:
        return ()
    except (ExportUnreadable, JournalRefused, Mistakes) as refused:
        if isinstance(refused, JournalRefused) and refused.reason in {"busy", "newer", "folder"}:
            raise
        return ()
    return [entry for entry, _ in looked.examined.events]
