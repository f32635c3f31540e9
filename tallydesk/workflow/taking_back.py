"""Undo and redo on a sheet that is open, figure by figure (requirement U22).

Taking back is an event of its own: the journal keeps what stood there, what stands there now, who
did it and when. A closed sheet is opened again with a reason instead.
"""

from __future__ import annotations

from tallydesk.counting.place import Place
from tallydesk.workflow import entry
from tallydesk.workflow.night import Change
from tallydesk.workflow.safety_happening import FigureTakenBack
from tallydesk.workflow.session import Session


def last_change(session: Session, step_id: str, *, again: bool = False) -> Change | None:
    """What would be taken back on a sheet now, or written `again`; None when there is nothing.

    Only what was written in this entry, on this sheet, since this member sat down: no figure of the
    other entry, and none of anybody else, comes to light.
    """
    night, at = session.night, session.plan.step(step_id)
    if night.sheet_done(at.sheet, at.entry):
        return None
    places = session.plan.sheet(at.sheet).places
    for each in reversed(night.redoable if again else night.undoable):
        if each.entry == at.entry and each.place in places:
            return each
    return None


def take_back(session: Session, step_id: str, *, again: bool = False) -> Place | None:
    """Take the last figure of a sheet back, or write it `again`; where, None for nothing to do.

    Durable on return. Raises as `entry.require_writable`, OSError.
    """
    at = entry.require_writable(session, step_id)
    change = last_change(session, step_id, again=again)
    if change is None:
        return None
    stands, becomes = (change.before, change.after) if again else (change.after, change.before)
    count, pile = becomes
    bundles, rest = pile or (None, None)
    session.happen(
        FigureTakenBack(change.place, at.entry, stands[0], count, bundles, rest, again=again)
    )
    return change.place
