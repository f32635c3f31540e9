"""How what keeps a night safe changes it; `workflow.fold` takes these in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tallydesk.workflow import safety_happening as h
from tallydesk.workflow.happening import FigureWritten, Happening
from tallydesk.workflow.night import Change, Figure, Gap, Late, Night, Written
from tallydesk.workflow.official_fold import Changes
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.ports import Entry

NOTHING_TO_TAKE_BACK: Changes = {"undoable": (), "redoable": ()}
"""After a sheet was closed, a stage opened again, or another member sat down."""


def with_figure(night: Night, it: FigureWritten | h.FigureTakenBack) -> Changes:
    """The figures of an entry with this one in them, or without."""
    name = "first" if it.entry == 1 else "second"
    figures = dict(night.figures_of(it.entry))
    piles = dict(night.piles)
    piles.pop((it.entry, it.place), None)
    if it.count is None:
        figures.pop(it.place, None)
    else:
        figures[it.place] = it.count
        if it.bundles is not None and it.rest is not None:
            piles[it.entry, it.place] = (it.bundles, it.rest)
    return {name: figures, "piles": piles, "last_place": it.place}


def changed(night: Night, it: FigureWritten) -> Change:
    """What a figure that is written puts in the place of what."""
    pile = None if it.bundles is None or it.rest is None else (it.bundles, it.rest)
    return Change(it.entry, it.place, standing(night, it), (it.count, pile))


def standing(night: Night, it: FigureWritten | h.FigureTakenBack) -> Figure:
    """The figure that stands in a place now, and its pile."""
    return night.figures_of(it.entry).get(it.place), night.piles.get((it.entry, it.place))


def _taken_back(_plan: Plan, night: Night, _entry: Entry, it: h.FigureTakenBack) -> Changes:
    source = night.redoable if it.again else night.undoable
    at = max(n for n, each in enumerate(source) if (each.entry, each.place) == (it.entry, it.place))
    left, moved = (*source[:at], *source[at + 1 :]), source[at]
    undoable, redoable = (
        ((*night.undoable, moved), left) if it.again else (left, (*night.redoable, moved))
    )
    return {**with_figure(night, it), "undoable": undoable, "redoable": redoable}


def _snapshot(_plan: Plan, _night: Night, _entry: Entry, it: h.SnapshotKept) -> Changes:
    return {"snapshot": it}


def _moved(_plan: Plan, night: Night, entry: Entry, it: h.MovedHere) -> Changes:
    """The pause began with the snapshot's last entry, and ends when the work goes on."""
    changes: Changes = {"moves": (*night.moves, it), "fork": None}
    if not night.stopped:
        gap = Gap(night.last_at or entry.at, None, "", "")
        changes |= {"stopped": True, "gaps": (*night.gaps, gap)}
    return changes


def _fork(_plan: Plan, _night: Night, _entry: Entry, it: h.ForkNoticed) -> Changes:
    return {"fork": it}


def _on_paper(_plan: Plan, night: Night, entry: Entry, it: h.CountedOnPaper) -> Changes:
    late = Late(it.counted, entry.at, it.words, entry.member, it.salt)
    return {"late": {**night.late, it.group: late}}


def _pause(_plan: Plan, night: Night, entry: Entry, it: h.PauseTold) -> Changes:
    told = Written(it.words, "", entry.member, entry.at, it.salt)
    return {"pauses": (*night.pauses, told)}


SAFETY: Mapping[type[Happening], Callable[[Plan, Night, Entry, Any], Changes]] = {
    h.FigureTakenBack: _taken_back,
    h.SnapshotKept: _snapshot,
    h.MovedHere: _moved,
    h.ForkNoticed: _fork,
    h.CountedOnPaper: _on_paper,
    h.PauseTold: _pause,
}
