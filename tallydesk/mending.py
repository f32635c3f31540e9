"""What the window does with a journal that is broken: save what holds, put a copy in its place."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tallydesk.device.data_folder import DataFolder
from tallydesk.ui.refusals import Refusal, refusal_of

if TYPE_CHECKING:
    from tallydesk.election.definition import Package
    from tallydesk.storage.looking import Looked


def save_what_holds(folder: DataFolder, looked: Looked) -> tuple[str, ...]:
    """What a broken journal holds, its signed papers too, as files; where they lie."""
    from tallydesk.device.outbox import FolderOutbox
    from tallydesk.storage.export import lines_of
    from tallydesk.workflow.examination import session_of
    from tallydesk.workflow.papers import save_kept

    outbox = FolderOutbox(folder.papers)
    entries = looked.entries
    lines = "".join(f"{line}\n" for line in lines_of(entries))
    saved = [outbox.save("journal.jsonl", lines.encode("utf-8", "backslashreplace"))]
    session = session_of(looked.examined)
    if session is not None:
        saved += save_kept(session, outbox)
    return tuple(saved)


def package_of(folder: DataFolder) -> Package | None:
    """The package of a broken journal, for names and times; None when it is that which broke."""
    from tallydesk.election.mistake import Mistakes
    from tallydesk.storage.looking import look_at
    from tallydesk.workflow.opening import read_again

    try:
        plan = look_at(folder.journal, read_again).examined.plan
    except (OSError, Mistakes):
        return None
    return plan.package if plan else None


def restore(folder: DataFolder, copy: str, language: str) -> str:
    """Put a copy in the place of the broken journal; why not, in a sentence, or ""."""
    from tallydesk.assets import words
    from tallydesk.device.instance import only_instance
    from tallydesk.election.mistake import Mistakes
    from tallydesk.storage.export import ExportUnreadable
    from tallydesk.storage.restoration import CopyRefused, restore_night
    from tallydesk.ui.refusals import said
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
        return said(why(refused), language)
    except (CopyRefused, ExportUnreadable) as refused:
        return str(refused)
    except Mistakes as mistakes:
        return spoken["journal.package-strange"].format(mistake=mistakes.mistakes[0])
    return ""


def why(refused: Exception) -> Refusal:
    """What a refused opening says on the page. Raises what is no refusal again."""
    from tallydesk.device.instance import InstanceRunning
    from tallydesk.workflow.refusal import RefusedError

    if isinstance(refused, InstanceRunning):
        return Refusal("disk.running")
    if isinstance(refused, OSError | RefusedError):
        return refusal_of(refused)
    raise refused
