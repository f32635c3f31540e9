"""Counting by reading the ballots aloud: one stroke a ballot, compared every n (requirement U10).

The caller reads, two members keep tallies, one of them at the laptop. After as many ballots as the
policy says the three compare; what they agree on stands, else the lot is read once more. When the
pile is done its totals become the figures of this entry, and can still be changed on the sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tallydesk.counting.place import Place
from tallydesk.workflow import entry
from tallydesk.workflow.night import Tally
from tallydesk.workflow.plan import Step
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session
from tallydesk.workflow.tally_fold import places_read_aloud
from tallydesk.workflow.tally_happening import (
    TallyBegun,
    TallyCompared,
    TallyFinished,
    TallyGoneOn,
    TallyLeft,
    TallyPaused,
    TallyStroke,
    TallyStrokeUndone,
)


@dataclass(frozen=True, slots=True)
class Struck:
    """A key for a ballot: its place, None for a doubtful one. `decided` as in `TallyStroke`."""

    place: Place | None
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Undone:
    """The key that takes the last stroke back."""


Deed = Struck | Undone


def places(session: Session, step_id: str) -> tuple[Place, ...]:
    """The places that ballots are read for, () where nothing can be read aloud."""
    return places_read_aloud(session.plan, session.plan.step(step_id).sheet)


def tally_of(session: Session, step_id: str) -> Tally | None:
    """The reading of an entry step, None before it began."""
    at = session.plan.step(step_id)
    return session.night.tallies.get((at.sheet, at.entry))


def at_work(session: Session, step_id: str) -> bool:
    """Whether the page of the reading stands open: begun, and neither left nor done."""
    at, tally = session.plan.step(step_id), tally_of(session, step_id)
    open_ = tally is not None and tally.phase in {"reading", "paused"}
    return open_ and not session.night.sheet_done(at.sheet, at.entry)


def due(session: Session, tally: Tally) -> bool:
    """Whether the next thing to do is to compare."""
    return tally.strokes.lot >= session.package.policy.compare_every


def read_figures(session: Session, step_id: str) -> dict[Place, int]:
    """The figures that a finished reading gave; {} before it is finished."""
    tally = tally_of(session, step_id)
    if tally is None or tally.phase != "done":
        return {}
    return {place: tally.strokes.counts.get(place, 0) for place in places(session, step_id)}


def begin(session: Session, step_id: str) -> None:
    """Go on where the reading was left, else begin with the first ballot.

    Raises RefusedError `nothing-to-read` and what `entry.require_writable` raises.
    """
    at = entry.require_writable(session, step_id)
    if not places(session, step_id):
        raise RefusedError("nothing-to-read")
    tally = tally_of(session, step_id)
    if tally is None or tally.phase == "done":
        session.happen(TallyBegun(at.sheet, at.entry))
    elif tally.phase != "reading":
        session.happen(TallyGoneOn(at.sheet, at.entry))


def begin_again(session: Session, step_id: str) -> None:
    """Read the whole pile anew; the strokes so far stay in the journal and count no longer.

    Raises RefusedError `tally-not-open` and what `entry.require_writable` raises.
    """
    at, _ = _open(session, step_id, "paused")
    session.happen(TallyBegun(at.sheet, at.entry))


def strike(session: Session, step_id: str, deeds: Sequence[Deed]) -> int:
    """Write strokes and undone ones in one transaction; durable on return.

    Returns how many of `deeds` were done. Left out are strokes where three people have to compare
    first, undoing where nothing is left, and a decision when no ballot is set apart. Raises
    RefusedError `tally-not-open`, what `entry.require_writable` raises, and OSError when the disk
    refuses: then none was done.
    """
    at, _ = _open(session, step_id, "reading")
    known = {*places(session, step_id), None}
    done = 0
    with session.together():
        for deed in deeds:
            tally = session.night.tallies[at.sheet, at.entry]
            done += _do(session, at, tally, deed, known)
    return done


def _do(session: Session, at: Step, tally: Tally, deed: Deed, known: set[Place | None]) -> bool:
    strokes = tally.strokes
    if isinstance(deed, Undone):
        if not strokes.since:
            return False
        session.happen(TallyStrokeUndone(at.sheet, at.entry, strokes.since[-1].number))
        return True
    decidable = bool(strokes.doubtful and deed.place) or not deed.decided
    if deed.place not in known or not decidable or due(session, tally):
        return False
    number = strokes.number + 1
    session.happen(TallyStroke(at.sheet, at.entry, number, deed.place, deed.decided))
    return True


def compare(session: Session, step_id: str, *, agreed: bool) -> None:
    """Caller and both keepers compared; without agreement the lot is read once more.

    Raises RefusedError `tally-not-open`, `nothing-to-compare`, and what `entry.require_writable`
    raises.
    """
    at, tally = _open(session, step_id, "reading")
    if not tally.strokes.since:
        raise RefusedError("nothing-to-compare")
    session.happen(TallyCompared(at.sheet, at.entry, tally.strokes.ballots, agreed))


def pause(session: Session, step_id: str) -> None:
    """Stop reading for a while. Raises as `strike`."""
    at, _ = _open(session, step_id, "reading")
    session.happen(TallyPaused(at.sheet, at.entry))


def go_on(session: Session, step_id: str) -> None:
    """Read on after a pause. Raises as `strike`."""
    at, _ = _open(session, step_id, "paused")
    session.happen(TallyGoneOn(at.sheet, at.entry))


def leave(session: Session, step_id: str) -> None:
    """Back to the sheet; the strokes are kept. Without an open reading nothing happens."""
    if at_work(session, step_id):
        at = session.plan.step(step_id)
        session.happen(TallyLeft(at.sheet, at.entry))


def finish(session: Session, step_id: str) -> None:
    """The pile is done and compared: its totals become the figures of this entry.

    Raises RefusedError `tally-not-open`, `tally-empty` before the first ballot, `doubtful-open`
    while a ballot is set apart, `compare-first`, and what `entry.require_writable` raises.
    """
    at, tally = _open(session, step_id, "reading")
    strokes = tally.strokes
    if not strokes.ballots:
        raise RefusedError("tally-empty")
    if strokes.doubtful:
        raise RefusedError("doubtful-open", count=str(strokes.doubtful))
    if strokes.since:
        raise RefusedError("compare-first")
    session.happen(TallyFinished(at.sheet, at.entry))


def _open(session: Session, step_id: str, phase: str) -> tuple[Step, Tally]:
    at, tally = entry.require_writable(session, step_id), tally_of(session, step_id)
    if tally is None or tally.phase != phase:
        raise RefusedError("tally-not-open")
    return at, tally
