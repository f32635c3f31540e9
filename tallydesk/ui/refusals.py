"""Why the workflow or the disk refused, as a value for states and as a sentence for people."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from tallydesk.assets import words
from tallydesk.workflow.refusal import RefusedError


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal's code with the facts that its sentence names."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


def refusal_of(error: RefusedError | OSError) -> Refusal:
    """The value for what was raised; a disk that refuses has the code `disk`."""
    if isinstance(error, RefusedError):
        return Refusal(error.code, tuple(error.facts.items()))
    return Refusal("disk", (("reason", error.strerror or str(error)),))


def said(refusal: Refusal, language: str) -> str:
    """The sentence in `resources/words` for a refusal, its facts filled in."""
    facts = dict(refusal.facts)
    if refusal.code == "disk":
        full = QCoreApplication.translate(
            "Refusals",
            "The disk did not take this ({reason}). Make room or free the disk, then try again.",
        )
        return full.format(**facts)
    return words(language)[f"refusal.{refusal.code}"].format(**facts)
