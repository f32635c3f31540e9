"""Where the night stands, what may come next, and the way back."""

from __future__ import annotations

from typing import Literal

from tallydesk.workflow.happening import FindingsShown, StepClosed, StepOpened, Stopped
from tallydesk.workflow.plan import Step
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session

Mark = Literal["done", "here", "open", "later"]


def here(session: Session) -> Step:
    """The step whose page is open."""
    return session.plan.step(session.night.step)


def done(session: Session, step: Step) -> bool:
    """Whether the step's task is finished."""
    if step.kind == "entry":
        return session.night.sheet_done(step.sheet, step.entry)
    return step.id in session.night.closed_steps


def reachable(session: Session, step: Step) -> bool:
    """Whether everything the law wants before this step is done.

    An unfinished contest never holds up another: of the steps that belong to one contest's count
    and papers only those of the same contest count.
    """
    for earlier in session.plan.steps:
        if earlier.id == step.id:
            return step.kind != "remarks" or _a_contest_is_counted(session)
        if _holds_up(earlier, step) and not done(session, earlier):
            return False
    raise KeyError(step.id)


def _a_contest_is_counted(session: Session) -> bool:
    """Remarks are asked for once a count is over; which contest's does not matter."""
    return any(
        all(done(session, step) for step in session.plan.steps if step.group == group)
        for group in session.plan.groups
        if group.startswith("count.")
    )


def _holds_up(earlier: Step, step: Step) -> bool:
    shared = not earlier.contest or (earlier.group and not earlier.group.startswith("count."))
    if shared or step.kind == "handover":
        return True
    return earlier.contest == step.contest


def marks(session: Session) -> tuple[tuple[Step, Mark], ...]:
    """Every step with its mark for the rail."""
    at = session.night.step
    return tuple((step, _mark(session, step, at)) for step in session.plan.steps)


def _mark(session: Session, step: Step, at: str) -> Mark:
    if step.id == at:
        return "here"
    if done(session, step):
        return "done"
    return "open" if reachable(session, step) else "later"


def require(session: Session, step_id: str) -> Step:
    """The step, when it may be worked on. Raises RefusedError `too-early`."""
    step = session.plan.step(step_id)
    if not reachable(session, step):
        code = "too-early"
        raise RefusedError(code, step=step_id)
    return step


def go(session: Session, step_id: str) -> None:
    """Turn to a step's page. Raises RefusedError `too-early`.

    A page of findings shows them as soon as it opens, so the two are written as one.
    """
    step, night = require(session, step_id), session.night
    if night.step != step_id:
        hints = step.kind == "findings" and step.group not in night.shown
        session.happen(StepOpened(step_id), *((FindingsShown(step.group),) if hints else ()))


def close(session: Session, step_id: str) -> None:
    """Finish a step that has no task of its own to check, and turn to what comes next."""
    require(session, step_id)
    with session.together():
        if step_id not in session.night.closed_steps:
            session.happen(StepClosed(step_id))
        advance(session)


def advance(session: Session) -> None:
    """Turn to the next step that is open, from here on and then from the start."""
    turn(session)


def elsewhere(session: Session) -> Step | None:
    """Another step that waits and may be worked on now; None when there is no other.

    That is the other contest's, or, after looking back, the one where the work stands.
    """
    steps = session.plan.steps
    at = steps.index(here(session))
    for step in (*steps[at + 1 :], *steps[:at]):
        if not done(session, step) and reachable(session, step):
            return step
    return None


def turn(session: Session) -> None:
    """Turn to the step that waits elsewhere, if there is one."""
    step = elsewhere(session)
    if step is not None:
        go(session, step.id)


def back(session: Session) -> None:
    """Turn to the step before; on the first one nothing happens."""
    steps = session.plan.steps
    at = steps.index(here(session))
    if at:
        go(session, steps[at - 1].id)


def boxes_open(session: Session) -> bool:
    """Whether a box was opened and a contest is still unsigned: ballots need a guard now."""
    night = session.night
    opened = any(place.box for place in night.first) or any(
        place.kind == "vote" for place in night.first
    )
    unsigned = any(
        contest.id not in night.records for contest in session.package.definition.contests
    )
    return opened and unsigned


def stop(session: Session, reason: str = "", guard: str = "") -> None:
    """Save and stop. Once boxes are open reason and guard are asked (requirement U23).

    Raises RefusedError `stop-needs-reason`.
    """
    if boxes_open(session) and not (reason.strip() and guard.strip()):
        code = "stop-needs-reason"
        raise RefusedError(code)
    session.happen(Stopped(reason.strip(), guard.strip()))
