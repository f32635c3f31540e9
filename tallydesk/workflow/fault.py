"""What is wrong with a journal: the first event that breaks it, and what of it differs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tallydesk.workflow.ports import Entry
from tallydesk.workflow.refusal import RefusedError

Differs = Literal[
    "moment",
    "member",
    "kind",
    "text",
    "digest",
    "content",
    "missing",
    "moved",
    "extra",
    "impossible",
]
"""What differs of an event. "content" is one of the first five, and which cannot be told;
"impossible" is an event that was chained in well and could never have happened then."""

Why = Literal[
    "at-desk",
    "before-the-last",
    "card",
    "copy-number",
    "figures-missing",
    "frozen",
    "head",
    "member-not-there",
    "no-member",
    "no-place",
    "no-such-thing",
    "not-canonical",
    "nothing-new",
    "number",
    "opening",
    "payload",
    "point",
    "record",
    "same-member",
    "signature",
    "slip",
    "strange",
    "time",
    "too-early",
    "words",
]
"""Why an event could not have happened then; its sentence is `journal.why.` in the words."""


@dataclass(frozen=True, slots=True)
class Fault:
    """The first event that breaks a journal.

    `number` is the number that was due there, from 1; `entry` is what stands there, None where
    nothing does. `elsewhere` is the number under which the event that belongs here stands now,
    0 when it is nowhere. `was` is what stood there before, as text, where the digest still
    proves it: a member's number, a kind, a moment in ISO 8601.
    """

    number: int
    differs: Differs
    entry: Entry | None = None
    why: Why | None = None
    elsewhere: int = 0
    was: str = ""


class NightBroken(RefusedError):
    """A journal holds an event that could not have happened; `fault` names it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(
            "strange-entry" if fault.why == "strange" else "journal-broken",
            number=str(fault.number),
        )
        self.fault = fault
