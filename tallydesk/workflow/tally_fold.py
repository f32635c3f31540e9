"""How ballots read aloud change the night; `workflow.fold` takes these in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from tallydesk.counting.place import Place
from tallydesk.workflow import tally_happening as h
from tallydesk.workflow.night import Change, Night, Tally
from tallydesk.workflow.official_fold import Changes
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.ports import Entry


def places_read_aloud(plan: Plan, sheet_id: str) -> tuple[Place, ...]:
    """The places of a sheet that ballots are read for, () where it has no candidates.

    The candidates in the order of the ballot, then the line of the invalid ballots where the form
    names one.
    """
    sheet = plan.sheet(sheet_id)
    votes = tuple(place for place in sheet.places if place.kind == "vote")
    if not votes:
        return ()
    form = plan.package.contest(sheet.contest).form
    invalid = {line.id for line in form.lines if line.read_aloud}
    return votes + tuple(
        place for place in sheet.places if place.kind == "line" and place.id in invalid
    )


def paused(night: Night) -> Changes:
    """The program was started again: nobody reads until somebody says so."""
    return {
        "tallies": {
            key: replace(tally, phase="paused") if tally.phase == "reading" else tally
            for key, tally in night.tallies.items()
        }
    }


def without_tallies(night: Night, sheets: set[str]) -> Changes:
    """These sheets were opened again: their ballots are read anew."""
    return {"tallies": {key: each for key, each in night.tallies.items() if key[0] not in sheets}}


def _changed(night: Night, it: h.TallyHappening, tally: Tally) -> Changes:
    return {"tallies": {**night.tallies, (it.sheet, it.entry): tally}}


def _tally(night: Night, it: h.TallyHappening) -> Tally:
    return night.tallies[it.sheet, it.entry]


def _begun(_plan: Plan, night: Night, _entry: Entry, it: h.TallyBegun) -> Changes:
    return _changed(night, it, Tally())


def _stroke(_plan: Plan, night: Night, _entry: Entry, it: h.TallyStroke) -> Changes:
    tally = _tally(night, it)
    strokes = tally.strokes.with_stroke(it.place, decided=it.decided)
    return _changed(night, it, replace(tally, strokes=strokes))


def _undone(_plan: Plan, night: Night, _entry: Entry, it: h.TallyStrokeUndone) -> Changes:
    tally = _tally(night, it)
    return _changed(night, it, replace(tally, strokes=tally.strokes.without_last()))


def _compared(_plan: Plan, night: Night, _entry: Entry, it: h.TallyCompared) -> Changes:
    tally = _tally(night, it)
    return _changed(night, it, replace(tally, strokes=tally.strokes.compared(agreed=it.agreed)))


def _paused(_plan: Plan, night: Night, _entry: Entry, it: h.TallyPaused) -> Changes:
    return _changed(night, it, replace(_tally(night, it), phase="paused"))


def _left(_plan: Plan, night: Night, _entry: Entry, it: h.TallyLeft) -> Changes:
    return _changed(night, it, replace(_tally(night, it), phase="left"))


def _gone_on(_plan: Plan, night: Night, _entry: Entry, it: h.TallyGoneOn) -> Changes:
    return _changed(night, it, replace(_tally(night, it), phase="reading"))


def _finished(plan: Plan, night: Night, _entry: Entry, it: h.TallyFinished) -> Changes:
    """Each figure is one that was written, and can be taken back as one."""
    tally, figures = _tally(night, it), night.figures_of(it.entry)
    places = places_read_aloud(plan, it.sheet)
    read = {place: tally.strokes.counts.get(place, 0) for place in places}
    changes = tuple(
        Change(it.entry, place, before, (count, None))
        for place, count in read.items()
        if (before := (figures.get(place), night.piles.get((it.entry, place)))) != (count, None)
    )
    gone = {(it.entry, place) for place in places}
    return {
        **_changed(night, it, replace(tally, phase="done")),
        "first" if it.entry == 1 else "second": {**figures, **read},
        "piles": {key: pile for key, pile in night.piles.items() if key not in gone},
        "last_place": None,
        "undoable": (*night.undoable, *changes),
        "redoable": (),
    }


TALLY: Mapping[Any, Callable[[Plan, Night, Entry, Any], Changes]] = {
    h.TallyBegun: _begun,
    h.TallyStroke: _stroke,
    h.TallyStrokeUndone: _undone,
    h.TallyCompared: _compared,
    h.TallyPaused: _paused,
    h.TallyLeft: _left,
    h.TallyGoneOn: _gone_on,
    h.TallyFinished: _finished,
}
