"""Why the workflow or the disk refused, as a value for states and as a sentence for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from tallydesk.assets import words

if TYPE_CHECKING:
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
    """A refusal's code with the facts that its sentence names."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


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
        return Refusal(DISK + known, (("path", path), ("detail", detail)))
    return Refusal(error.code, tuple(error.facts.items()))


def said(refusal: Refusal, language: str) -> str:
    """The sentence for a refusal, its facts filled in."""
    facts = dict(refusal.facts)
    if refusal.code.startswith(DISK):
        sentence = str(_OF_DISK[refusal.code.removeprefix(DISK)])
        return QCoreApplication.translate("Refusals", sentence).format(**facts)
    return words(language)[f"refusal.{refusal.code}"].format(**facts)
