"""Why the workflow or the disk refused, as a value for states and as a sentence for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from tallydesk.assets import words

if TYPE_CHECKING:
    from tallydesk.election.definition import Package
    from tallydesk.workflow.fault import Fault
    from tallydesk.workflow.refusal import RefusedError

DISK = "disk."
"""Codes of what a disk refuses begin so; all others are the workflow's."""

_DAMAGED = QT_TRANSLATE_NOOP(
    "Refusals",
    "The journal {path} was damaged or changed by another program. "
    "Keep a copy of the file and go on from the last backup.",
)
_FOREIGN = QT_TRANSLATE_NOOP(
    "Refusals", "{path} is not a journal of tallydesk. Move it away, then try again."
)
_OF_DISK: dict[str, object] = {
    "altered": _DAMAGED,
    "damaged": _DAMAGED,
    "truncated": _DAMAGED,
    "folder": _FOREIGN,
    "foreign": _FOREIGN,
    "no-database": _FOREIGN,
    "busy": QT_TRANSLATE_NOOP(
        "Refusals",
        "The journal {path} is in use by another program. Close that program, then try again.",
    ),
    "full": QT_TRANSLATE_NOOP(
        "Refusals", "The disk is full and nothing more was saved. Make room, then try again."
    ),
    "lost": QT_TRANSLATE_NOOP(
        "Refusals",
        "The journal {path} is gone, but the file {detail} with its last entries is still there. "
        "Put the journal back beside it, or move that file away.",
    ),
    "newer": QT_TRANSLATE_NOOP(
        "Refusals",
        "The journal {path} was written by a newer tallydesk. Open it with that version.",
    ),
    "read-only": QT_TRANSLATE_NOOP(
        "Refusals", "The journal {path} cannot be written. Allow writing there, then try again."
    ),
    "running": QT_TRANSLATE_NOOP(
        "Refusals", "tallydesk is already open with this data. Go on in its other window."
    ),
    "": QT_TRANSLATE_NOOP(
        "Refusals",
        "The disk did not take this ({detail}). Check the disk and its room, then try again.",
    ),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal's code with the facts that its sentence names.

    `fault` names the event at which a journal breaks; its sentence then stands for the code's,
    with names and times from `package` where that could still be read.
    """

    code: str
    facts: tuple[tuple[str, str], ...] = ()
    fault: Fault | None = None
    package: Package | None = None


def refusal_of(error: RefusedError | OSError) -> Refusal:
    """The value for what was raised.

    The journal's own errors name their `reason` and `path`; any other trouble with a disk is told
    with the system's words.
    """
    if isinstance(error, OSError):
        reason = str(getattr(error, "reason", ""))
        known = reason if reason in _OF_DISK else ""
        path = str(getattr(error, "path", ""))
        detail = str(getattr(error, "detail", "")) or error.strerror or str(error)
        facts = (("path", path), ("detail", detail))
        return Refusal(DISK + known, facts, getattr(error, "fault", None))
    return Refusal(error.code, tuple(error.facts.items()), getattr(error, "fault", None))


BROKEN = frozenset(
    DISK + reason for reason in ("altered", "damaged", "truncated", "no-database")
) | {"journal-broken", "strange-entry"}
"""Codes of a journal that is there and on which no night goes on."""


def said(refusal: Refusal, language: str) -> str:
    """The sentence for a refusal, its facts filled in."""
    facts = dict(refusal.facts)
    if refusal.fault is not None and refusal.fault.why != "strange":
        from tallydesk.workflow.telling import Telling

        spoken = words(language)
        named = Telling(spoken, language, refusal.package).fault(refusal.fault)
        return f"{named} {spoken['journal.ways']}"
    if refusal.code.startswith(DISK):
        sentence = str(_OF_DISK[refusal.code.removeprefix(DISK)])
        return QCoreApplication.translate("Refusals", sentence).format(**facts)
    return words(language)[f"refusal.{refusal.code}"].format(**facts)
