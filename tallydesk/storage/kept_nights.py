"""What journals that nobody writes to any more still give: their papers, and what can be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from tallydesk.election.definition import Package
from tallydesk.election.mistake import Mistakes
from tallydesk.signing.trust import Trust
from tallydesk.storage.export import ExportUnreadable, lines_of
from tallydesk.storage.looking import Looked, look_at
from tallydesk.verification.inputs import LARGEST_FILE, Input
from tallydesk.workflow.examination import session_of
from tallydesk.workflow.opening import read_again
from tallydesk.workflow.papers import save_kept
from tallydesk.workflow.ports import Outbox
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session
from tallydesk.workflow.superseding import later_record


def signed_nights(paths: Iterable[Path]) -> tuple[Session, ...]:
    """The nights in which a protocol was signed, as far as each journal holds, the latest first.

    A journal that cannot be read is passed over: it has its own page.
    """
    nights: list[Session] = []
    for path in paths:
        try:
            session = session_of(look_at(path, read_again).examined)
        except (OSError, Mistakes, ExportUnreadable):
            continue
        if session is not None and session.night.records:
            nights.append(session)
    return tuple(sorted(nights, key=_ended, reverse=True))


def save_again(
    night: Session, copy: str, trust: Trust | None, outbox: Outbox, words: Mapping[str, str]
) -> tuple[str, ...]:
    """The signed papers of a night once more; where they lie.

    `copy` is the path of a copy of the record that replaced one, "" when there is none: that
    protocol is superseded then, and says so. `words` are those of the language for a reason. Raises
    RefusedError `copy-missing` and as `later_record`, OSError.
    """
    replaced: dict[str, bytes] = {}
    if copy:
        path = Path(copy)
        if not path.is_file():
            raise RefusedError("copy-missing", path=copy)
        with path.open("rb") as file:
            given = Input(copy, file.read(LARGEST_FILE + 1))
        contest, digest = later_record(given, night, trust, words)
        replaced[contest] = digest
    return tuple(save_kept(night, outbox, replaced))


def save_readable(looked: Looked, outbox: Outbox) -> tuple[str, ...]:
    """What a broken journal holds, its signed papers too, as files; where they lie."""
    lines = "".join(f"{line}\n" for line in lines_of(looked.entries))
    saved = [outbox.save("journal.jsonl", lines.encode("utf-8", "backslashreplace"))]
    session = session_of(looked.examined)
    if session is not None:
        saved += save_kept(session, outbox)
    return tuple(saved)


def package_at(path: Path) -> Package | None:
    """The package of a broken journal, for names and times; None when it is that which broke."""
    try:
        plan = look_at(path, read_again).examined.plan
    except (OSError, Mistakes):
        return None
    return plan.package if plan else None


def _ended(session: Session) -> float:
    return max(frozen.completed.timestamp() for frozen in session.night.frozen.values())
