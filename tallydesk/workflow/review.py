"""The sections of a protocol that may still be changed before it is closed for signing (U27)."""

from __future__ import annotations

from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session


def sections(session: Session, contest_id: str) -> tuple[Step, ...]:
    """The first step of each section in the order of the night; none once a contest is closed.

    The close of voting, every stage's figures, and the remarks. Whoever changes a finished stage is
    asked for a reason there, and it prints. Stages belong to the whole night: when one contest is
    closed for signing, nothing that its protocol rests on is opened again.
    """
    if session.night.frozen:
        return ()
    found: dict[str, Step] = {}
    for step in session.plan.steps:
        if step.kind == "entry" and step.contest in ("", contest_id):
            found.setdefault(step.group, step)
        elif step.kind in ("close", "remarks"):
            found.setdefault(step.id, step)
    return tuple(found.values())
