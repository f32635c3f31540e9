"""When each step of the night was finished: what a wall may show, for it holds no figure (U35)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from tallydesk.workflow.happening import SheetClosed, StepClosed
from tallydesk.workflow.happening_json import read
from tallydesk.workflow.session import Session

_KINDS = {StepClosed.__name__, SheetClosed.__name__}


def finished_at(session: Session) -> Mapping[str, datetime]:
    """The moment (UTC) at which each finished step was last closed, by its id.

    Raises OSError when the journal cannot be read.
    """
    sheets = {
        (step.sheet, step.entry): step.id for step in session.plan.steps if step.kind == "entry"
    }
    found: dict[str, datetime] = {}
    for entry in session.journal.entries():
        if entry.kind not in _KINDS:
            continue
        happening = read(entry.kind, entry.body)
        if isinstance(happening, StepClosed):
            found[happening.step] = entry.at
        elif isinstance(happening, SheetClosed):
            found[sheets[happening.sheet, happening.entry]] = entry.at
    return found
