"""What window and command line do alike with the night on this laptop: put it by, bring one here.

Here journal and sticks come together; neither room knows the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tallydesk.assets import words
from tallydesk.device.data_folder import EARLIER, DataFolder
from tallydesk.device.instance import InstanceRunning, only_instance
from tallydesk.device.machine import machine_name
from tallydesk.device.snapshot_folder import SnapshotFolder, bring_keys, snapshots_in
from tallydesk.election.mistake import Mistakes
from tallydesk.storage.export import ExportUnreadable, lines_of, read_export
from tallydesk.storage.refusal import JournalRefused
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.snapshots import SafePlace

if TYPE_CHECKING:
    from tallydesk.storage.moving import Moved


def put_by(folder: DataFolder) -> None:
    """Move an earlier night aside, whole: the journal with its log, its keys and its papers."""
    if not folder.journal.exists():
        return
    aside = folder.root / EARLIER / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}"
    aside.mkdir(parents=True)
    for path in (*folder.root.glob(f"{folder.journal.name}*"), folder.keys, folder.papers):
        if path.exists():
            path.rename(aside / path.name)


def safe_on_sticks(
    folder: DataFolder, named: Path | None, found: Callable[[], Iterable[Path]]
) -> SafePlace:
    """Where snapshots of the night on this laptop go."""
    safe = SnapshotFolder(folder.keys, read_export, named, found)
    machine = partial(machine_name, folder.root)
    return SafePlace(safe, lines_of, machine, expected=named is not None)


def snapshots_on(sticks: Iterable[Path]) -> tuple[Path, ...]:
    """The snapshots on some sticks, the latest of each stick first."""
    return tuple(path for stick in sticks for path in snapshots_in(stick))


def go_on_from(folder: DataFolder, snapshot: Path) -> Moved:
    """Go on here with the night in a snapshot; an earlier night is put by, whole.

    A practice night's key files come along from beside it. Raises as `storage.moving.move_here`,
    InstanceRunning, NotSaved.
    """
    # Imported here: a night that only goes on does not wait for it.
    from tallydesk.storage.moving import move_here
    from tallydesk.workflow.opening import read_again

    def before(opening: bytes, *, practice: bool) -> None:
        put_by(folder)
        if practice:
            bring_keys(snapshot, opening, folder.keys)

    with only_instance(folder.root):
        return move_here(
            snapshot,
            folder.journal,
            read_again,
            machine_name(folder.root),
            datetime.now(UTC),
            before,
        )


def go_on_said(folder: DataFolder, snapshot: str, language: str) -> str:
    """As `go_on_from`; why not, in a sentence, "" when it was done."""
    path, spoken = Path(snapshot), words(language)
    try:
        go_on_from(folder, path)
    except RefusedError as refused:
        return spoken[f"refusal.{refused.code}"].format(**refused.facts)
    except Mistakes as mistakes:
        return spoken["journal.package-strange"].format(mistake=mistakes.mistakes[0])
    except FileNotFoundError:
        return spoken["snapshot.missing"].format(path=snapshot)
    except ExportUnreadable:
        return spoken["snapshot.unreadable"].format(name=path.name)
    except OSError as refused:
        if no_snapshot(refused, path):
            return spoken["snapshot.unreadable"].format(name=path.name)
        return _said(refused, language)
    return ""


def restore_said(folder: DataFolder, copy: str, language: str) -> str:
    """Put a copy in the place of the broken journal; why not, in a sentence, "" when it was done.

    `copy` is a journal's file, an export of one, or a data folder.
    """
    from tallydesk.storage.restoration import CopyRefused, restore_night
    from tallydesk.workflow.opening import read_again
    from tallydesk.workflow.telling import Telling

    spoken = words(language)
    path = Path(copy)
    try:
        with only_instance(folder.root):
            restore_night(
                DataFolder(path).journal if path.is_dir() else path,
                folder.journal,
                read_again,
                Telling(spoken, language),
                datetime.now(UTC),
            )
    except FileNotFoundError:
        return spoken["journal.copy-empty"].format(path=copy)
    except OSError as refused:
        return _said(refused, language)
    except (CopyRefused, ExportUnreadable) as refused:
        return str(refused)
    except Mistakes as mistakes:
        return spoken["journal.package-strange"].format(mistake=mistakes.mistakes[0])
    return ""


def no_snapshot(refused: OSError, snapshot: Path) -> bool:
    """Whether it is the file that is no snapshot, and not this laptop or its disk that refused."""
    if not isinstance(refused, JournalRefused) or refused.path != snapshot.resolve():
        return False
    return refused.reason not in {"absent-folder", "busy", "full"}


def _said(refused: OSError, language: str) -> str:
    # Only pages ask for this, and they have Qt already.
    from tallydesk.ui.refusals import Refusal, refusal_of, said

    running = isinstance(refused, InstanceRunning)
    return said(Refusal("disk.running") if running else refusal_of(refused), language)
