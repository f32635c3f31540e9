"""Whether ballots could have been read aloud then, as the journal says they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tallydesk.workflow import happening as h
from tallydesk.workflow import tally_happening as t
from tallydesk.workflow.conditions import Rule, first_members
from tallydesk.workflow.fault import Why
from tallydesk.workflow.night import Tally
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.possible_counting import sheet_open
from tallydesk.workflow.reading_aloud import due
from tallydesk.workflow.session import Session
from tallydesk.workflow.tally_fold import places_read_aloud


def _begun(session: Session, _entry: Entry, it: t.TallyBegun) -> Iterator[Why]:
    yield from sheet_open(session, it.sheet, it.entry)
    if not places_read_aloud(session.plan, it.sheet):
        yield "no-place"
    tally = session.night.tallies.get((it.sheet, it.entry))
    if tally is not None and tally.phase not in {"paused", "done"}:
        yield "nothing-new"


def _stroke(session: Session, _entry: Entry, it: t.TallyStroke) -> Iterator[Why]:
    tally = _tally(session, it)
    yield from _phase(session, it, tally, "reading")
    strokes = tally.strokes
    if it.number != strokes.number + 1:
        yield "number"
    if it.place is not None and it.place not in places_read_aloud(session.plan, it.sheet):
        yield "no-place"
    if it.decided and (it.place is None or not strokes.doubtful):
        yield "number"
    if due(session, tally):
        yield "too-early"


def _undone(session: Session, _entry: Entry, it: t.TallyStrokeUndone) -> Iterator[Why]:
    tally = _tally(session, it)
    yield from _phase(session, it, tally, "reading")
    if not tally.strokes.since or tally.strokes.since[-1].number != it.number:
        yield "number"


def _compared(session: Session, _entry: Entry, it: t.TallyCompared) -> Iterator[Why]:
    tally = _tally(session, it)
    yield from _phase(session, it, tally, "reading")
    if not tally.strokes.since:
        yield "nothing-new"
    if it.ballots != tally.strokes.ballots:
        yield "number"


def _paused(session: Session, _entry: Entry, it: t.TallyPaused) -> Iterator[Why]:
    yield from _phase(session, it, _tally(session, it), "reading")


def _left(session: Session, _entry: Entry, it: t.TallyLeft) -> Iterator[Why]:
    yield from _phase(session, it, _tally(session, it), "reading", "paused")


def _gone_on(session: Session, _entry: Entry, it: t.TallyGoneOn) -> Iterator[Why]:
    yield from sheet_open(session, it.sheet, it.entry)
    yield from _phase(session, it, _tally(session, it), "paused", "left")


def _finished(session: Session, _entry: Entry, it: t.TallyFinished) -> Iterator[Why]:
    tally = _tally(session, it)
    yield from sheet_open(session, it.sheet, it.entry)
    yield from _phase(session, it, tally, "reading")
    if not tally.strokes.ballots or tally.strokes.doubtful or tally.strokes.since:
        yield "too-early"


def _tally(session: Session, it: t.TallyHappening) -> Tally:
    """The reading that an event speaks of. Raises KeyError when there is none."""
    return session.night.tallies[it.sheet, it.entry]


def _phase(session: Session, it: t.TallyHappening, tally: Tally, *phases: str) -> Iterator[Why]:
    """Nothing when the reading was at one of `phases` and its sheet still open.

    That everything before the sheet was done is asked where a reading begins and goes on; asked
    of each of a thousand strokes it would hold up a night that goes on.
    """
    if tally.phase not in phases:
        yield "nothing-new"
    night = session.night
    if night.sheet_done(it.sheet, it.entry):
        yield "frozen"
    group = session.plan.sheet(it.sheet).group
    if it.entry != 1 and night.member in first_members(session, group):
        yield "same-member"


TALLY: Mapping[type[h.Happening], Rule] = {
    t.TallyBegun: _begun,
    t.TallyStroke: _stroke,
    t.TallyStrokeUndone: _undone,
    t.TallyCompared: _compared,
    t.TallyPaused: _paused,
    t.TallyLeft: _left,
    t.TallyGoneOn: _gone_on,
    t.TallyFinished: _finished,
}
