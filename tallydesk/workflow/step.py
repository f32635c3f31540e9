"""Where the night stands, what may come next, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
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
    and papers only those of the same contest count. Raises KeyError for a step of another night.
    """
    for each, free in _walk(session):
        if each.id == step.id:
            return free
    raise KeyError(step.id)


def _walk(session: Session) -> Iterator[tuple[Step, bool]]:
    """Every step in the order of the night, and whether it may be worked on."""
    waits_for_all = False
    waiting: set[str] = set()
    for step in session.plan.steps:
        free = not waits_for_all and step.contest not in waiting
        if step.kind == "handover":
            free = free and not waiting
        elif step.kind == "remarks":
            free = free and _a_contest_is_counted(session)
        yield step, free
        if not done(session, step):
            if _holds_up_all(step):
                waits_for_all = True
            else:
                waiting.add(step.contest)


def _a_contest_is_counted(session: Session) -> bool:
    """Remarks are asked for once a count is over; which contest's does not matter."""
    return any(
        all(done(session, step) for step in session.plan.steps if step.group == group)
        for group in session.plan.groups
        if group.startswith("count.")
    )


def _holds_up_all(step: Step) -> bool:
    return not step.contest or bool(step.group and not step.group.startswith("count."))


def marks(session: Session) -> tuple[tuple[Step, Mark], ...]:
    """Every step with its mark for the rail."""
    at = session.night.step
    return tuple((step, _mark(session, step, at, free=free)) for step, free in _walk(session))


def _mark(session: Session, step: Step, at: str, *, free: bool) -> Mark:
    if step.id == at:
        return "here"
    if done(session, step):
        return "done"
    return "open" if free else "later"


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
    walked = list(_walk(session))
    at = session.plan.steps.index(here(session))
    for step, free in (*walked[at + 1 :], *walked[:at]):
        if free and not done(session, step):
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
