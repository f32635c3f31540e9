"""How each happening changes the night: the only way from a journal to a `Night`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from tallydesk.counting.comparison import compare
from tallydesk.counting.place import Place
from tallydesk.protocol.model import Booklet
from tallydesk.workflow import booklet_happening as b
from tallydesk.workflow import happening as h
from tallydesk.workflow.night import (
    ClockMark,
    Copy,
    Frozen,
    Gap,
    Night,
    Remark,
    Reopening,
    Voided,
    Written,
)
from tallydesk.workflow.official_fold import CLOCK_SLACK, OFFICIAL, Changes
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.safety_fold import NOTHING_TO_TAKE_BACK, SAFETY, changed, with_figure
from tallydesk.workflow.station_fold import STATION, without_pages
from tallydesk.workflow.tally_fold import TALLY, paused, without_tallies


def fold(plan: Plan, entries: Iterable[tuple[Entry, h.Happening]], night: Night) -> Night:
    """`night` after `entries`."""
    for entry, happening in entries:
        night = after(plan, night, entry, happening)
    return night


def after(plan: Plan, night: Night, entry: Entry, happening: h.Happening) -> Night:
    """`night` after one more entry."""
    changes = _EFFECTS[type(happening)](plan, night, entry, happening)
    return replace(night, entries=entry.number, head=entry.digest, last_at=entry.at, **changes)


def _opened(_plan: Plan, _night: Night, entry: Entry, it: h.NightOpened) -> Changes:
    return {"opened_at": entry.at, "opening": entry.digest, "opened_with": it}


def _step_opened(_plan: Plan, _night: Night, _entry: Entry, it: h.StepOpened) -> Changes:
    return {"step": it.step, "last_place": None}


def _step_closed(_plan: Plan, night: Night, _entry: Entry, it: h.StepClosed) -> Changes:
    return {"closed_steps": night.closed_steps | {it.step}}


def _attendance(_plan: Plan, _night: Night, _entry: Entry, it: h.AttendanceTaken) -> Changes:
    return {
        "present": frozenset(it.present),
        "member": it.at_laptop,
        **NOTHING_TO_TAKE_BACK,
    }


def _key_made(_plan: Plan, night: Night, _entry: Entry, it: h.KeyMade) -> Changes:
    return {"points": {**night.points, it.member: it.point}}


def _sat_down(_plan: Plan, _night: Night, _entry: Entry, it: h.SatDown) -> Changes:
    return {"member": it.member, **NOTHING_TO_TAKE_BACK}


def _voting_closed(_plan: Plan, _night: Night, entry: Entry, it: h.VotingClosed) -> Changes:
    return {"voting": it, "closed_by": entry.member}


def _figure(_plan: Plan, night: Night, _entry: Entry, it: h.FigureWritten) -> Changes:
    undoable = (*night.undoable, changed(night, it))
    return {**with_figure(night, it), "undoable": undoable, "redoable": ()}


def _sheet_closed(plan: Plan, night: Night, entry: Entry, it: h.SheetClosed) -> Changes:
    return {**_compared(plan, night, entry, it), **NOTHING_TO_TAKE_BACK}


def _compared(plan: Plan, night: Night, entry: Entry, it: h.SheetClosed) -> Changes:
    sheet = plan.sheet(it.sheet)
    closed = {**night.closed_sheets, (it.sheet, it.entry): entry.member}
    if it.entry == 1:
        if plan.twice(sheet.group):
            return {"closed_sheets": closed}
        agreed = {place: night.first[place] for place in sheet.places}
        return {"closed_sheets": closed, **_stands(night, agreed)}
    outcome = compare(sheet.places, night.first, night.second, night.tried)
    settled = _stands(night, outcome.agreed)
    differing = {**night.differing, it.sheet: outcome.differing}
    if not outcome.differing:
        return {"closed_sheets": closed, **settled, "differing": differing}
    again = set(outcome.differing)
    return {
        **without_pages(night, again, 2),
        **settled,
        "differing": differing,
        "tried": {
            **night.tried,
            **{place: night.second[place] for place in again if place in night.second},
        },
        "second": {place: n for place, n in night.second.items() if place not in again},
        "last_place": None,
    }


def _stands(night: Night, agreed: Mapping[Place, int]) -> Changes:
    """Figures stand now; those that stood otherwise when differences were shown are counted."""
    changed_now = sum(
        count != night.hinted[place] for place, count in agreed.items() if place in night.hinted
    )
    return {
        "settled": {**night.settled, **agreed},
        "changed_after_hint": night.changed_after_hint + changed_now,
        "hinted": {place: count for place, count in night.hinted.items() if place not in agreed},
    }


def _hinted(night: Night, it: h.StageReopened, places: set[Place]) -> Changes:
    """What was recounted is written anew; journals from before any words printed went on as it was.

    A figure that comes back another one was changed after a hint, whichever way it was changed.
    """
    if not it.words:
        return {}
    stood = {place: night.settled[place] for place in places if place in night.settled}
    return {
        "hinted": {**night.hinted, **stood} if it.group in night.shown else night.hinted,
        "recounts": {at: counts for at, counts in night.recounts.items() if at not in places},
    }


def _reopened(plan: Plan, night: Night, entry: Entry, it: h.StageReopened) -> Changes:
    sheets = {sheet.id for sheet in plan.sheets_of(it.group)}
    places = {place for sheet in plan.sheets_of(it.group) for place in sheet.places}
    steps = {step.id for step in plan.steps if step.group == it.group}
    if it.group == "before":
        steps.add("slip")

    def without(figures: Mapping[Place, int]) -> dict[Place, int]:
        return {place: count for place, count in figures.items() if place not in places}

    return {
        "closed_sheets": {
            key: who for key, who in night.closed_sheets.items() if key[0] not in sheets
        },
        "differing": {key: value for key, value in night.differing.items() if key not in sheets},
        "first": without(night.first),
        "second": without(night.second),
        "tried": without(night.tried),
        "settled": without(night.settled),
        "closed_steps": night.closed_steps - steps,
        "slip": b"" if it.group == "before" else night.slip,
        **without_pages(night, places, 1, 2),
        "reopened": (
            *night.reopened,
            Reopening(it.group, it.reason, entry.at, entry.member, it.words, it.salt),
        ),
        **_hinted(night, it, places),
        "late": {group: late for group, late in night.late.items() if group != it.group},
        **NOTHING_TO_TAKE_BACK,
        **without_tallies(night, sheets),
    }


def _shown(_plan: Plan, night: Night, _entry: Entry, it: h.FindingsShown) -> Changes:
    return {"shown": night.shown | {it.group}}


def _recounted(plan: Plan, night: Night, _entry: Entry, it: h.Recounted) -> Changes:
    """A recount that says twice running the same closes the figure (requirement U9)."""
    history = (*night.recounts.get(it.place, ()), it.count)
    changes: Changes = {"recounts": {**night.recounts, it.place: history}}
    twice = len(history) > 1 and history[-2] == it.count
    if twice and night.settled.get(it.place) != it.count:
        changes["settled"] = {**night.settled, it.place: it.count}
        if plan.group_by_place[it.place] in night.shown:
            changes["changed_after_hint"] = night.changed_after_hint + 1
    return changes


def _written(entry: Entry, it: h.FindingExplained | h.VarianceRecorded | h.BoxVoided) -> Written:
    confirmed = it.confirmed_by if isinstance(it, h.VarianceRecorded) else 0
    return Written(it.words, it.basis, entry.member, entry.at, it.salt, confirmed)


def _explained(_plan: Plan, night: Night, entry: Entry, it: h.FindingExplained) -> Changes:
    return {"explained": {**night.explained, (it.contest, it.code): _written(entry, it)}}


def _variance(_plan: Plan, night: Night, entry: Entry, it: h.VarianceRecorded) -> Changes:
    return {"variances": {**night.variances, (it.contest, it.code): _written(entry, it)}}


def _voided(_plan: Plan, night: Night, entry: Entry, it: h.BoxVoided) -> Changes:
    decision = Voided(_written(entry, it), it.box, it.papers, it.carriers)
    return {"voided": {**night.voided, (it.contest, it.code): decision}}


def _slip(_plan: Plan, _night: Night, _entry: Entry, it: h.SlipMade) -> Changes:
    return {"slip": it.payload}


def _remark(_plan: Plan, night: Night, entry: Entry, it: h.RemarkWritten) -> Changes:
    return {"remarks": (*night.remarks, Remark(it.kind, it.by, it.words, entry.at, it.salt))}


def _opinion(_plan: Plan, night: Night, entry: Entry, it: h.OpinionWritten) -> Changes:
    written = Written(it.words, "", it.member, entry.at, it.salt)
    return {"opinions": {**night.opinions, it.member: written}}


def _booklet(_plan: Plan, night: Night, entry: Entry, it: b.BookletNamed) -> Changes:
    return {
        "booklets": {**night.booklets, it.contest: Booklet(it.series, it.number)},
        "transcriber": {**night.transcriber, it.contest: entry.member},
    }


def _booklet_spoilt(_plan: Plan, night: Night, entry: Entry, it: b.BookletSpoilt) -> Changes:
    spoilt = (it.contest, Booklet(it.series, it.number))
    act = (it.contest, Written(it.words, "", entry.member, entry.at, it.salt))
    return {
        "spoilings": (*night.spoilings, act) if it.words else night.spoilings,
        "spoilt_booklets": (*night.spoilt_booklets, spoilt),
        "booklets": {key: value for key, value in night.booklets.items() if key != it.contest},
        "transcribed": frozenset(each for each in night.transcribed if each[0] != it.contest),
        "read_back": _without(night.read_back, it.contest),
        "closed_steps": night.closed_steps
        - {
            f"transcribe.{it.contest}",
            f"readback-takeover.{it.contest}",
            f"readback.{it.contest}",
        },
    }


def _transcribed(_plan: Plan, night: Night, _entry: Entry, it: b.LineTranscribed) -> Changes:
    return {"transcribed": night.transcribed | {(it.contest, it.place)}, "last_place": it.place}


def _read_back(_plan: Plan, night: Night, _entry: Entry, it: b.LineReadBack) -> Changes:
    return {
        "read_back": {**night.read_back, (it.contest, it.place): it.count},
        "last_place": it.place,
    }


def _stance(_plan: Plan, night: Night, _entry: Entry, it: h.StanceTaken) -> Changes:
    """A changed stance opens a frozen protocol again and ends the signatures under it."""
    return {
        "stances": {**night.stances, (it.contest, it.member): it.stance},
        "frozen": {key: value for key, value in night.frozen.items() if key != it.contest},
        "signatures": _without(night.signatures, it.contest),
        "closed_steps": night.closed_steps - {f"stances.{it.contest}"},
    }


def _without(held: Mapping[tuple[str, Any], Any], contest: str) -> dict[tuple[str, Any], Any]:
    return {key: value for key, value in held.items() if key[0] != contest}


def _frozen(_plan: Plan, night: Night, _entry: Entry, it: h.PayloadFrozen) -> Changes:
    return {
        "frozen": {
            **night.frozen,
            it.contest: Frozen(it.payload, it.card, it.journal_head, it.completed),
        },
        "signatures": _without(night.signatures, it.contest),
    }


def _signed(_plan: Plan, night: Night, _entry: Entry, it: h.Signed) -> Changes:
    return {"signatures": {**night.signatures, (it.contest, it.member): it.signature}}


def _sealed(_plan: Plan, night: Night, _entry: Entry, it: h.RecordSealed) -> Changes:
    return {"records": {**night.records, it.contest: it.record}}


def _copy(_plan: Plan, night: Night, entry: Entry, it: h.CopySaved) -> Changes:
    copy = Copy(it.contest, it.number, it.name, it.receiver, entry.at)
    return {"copies": (*night.copies, copy)}


def _handed_over(_plan: Plan, _night: Night, _entry: Entry, it: h.HandedOver) -> Changes:
    return {"handed_over": it}


def _stopped(_plan: Plan, night: Night, entry: Entry, it: h.Stopped) -> Changes:
    return {"stopped": True, "gaps": (*night.gaps, Gap(entry.at, None, it.reason, it.guard))}


def _resumed(_plan: Plan, night: Night, entry: Entry, it: h.Resumed) -> Changes:
    """A pause nobody announced began with the last entry."""
    return {**_clock_on_resume(night, it), **_gap(night, entry), **paused(night)}


def _clock_on_resume(night: Night, it: h.Resumed) -> Changes:
    """The new moment is the one to measure from; whether it is plausible, only the journal says."""
    if it.wall is None or it.ticks is None or not night.clock_confirmed:
        return {}
    last = night.last_at
    behind = last is not None and it.wall + CLOCK_SLACK < last
    return {
        "clock": ClockMark(it.wall, it.ticks),
        "clock_behind": night.clock_behind or behind,
    }


def _gap(night: Night, entry: Entry) -> Changes:
    if night.stopped:
        last = replace(night.gaps[-1], ended=entry.at)
        return {"stopped": False, "gaps": (*night.gaps[:-1], last)}
    began = night.last_at or entry.at
    return {"gaps": (*night.gaps, Gap(began, entry.at, "", ""))}


def _restored(_plan: Plan, night: Night, entry: Entry, _it: h.Restored) -> Changes:
    """The pause began with the copy's last entry, and ends when the work goes on."""
    if night.stopped:
        return {}
    return {"stopped": True, "gaps": (*night.gaps, Gap(night.last_at or entry.at, None, "", ""))}


_EFFECTS: Mapping[type[h.Happening], Callable[[Plan, Night, Entry, Any], Changes]] = {
    h.NightOpened: _opened,
    h.StepOpened: _step_opened,
    h.StepClosed: _step_closed,
    h.AttendanceTaken: _attendance,
    h.KeyMade: _key_made,
    h.SatDown: _sat_down,
    h.VotingClosed: _voting_closed,
    h.FigureWritten: _figure,
    h.SheetClosed: _sheet_closed,
    h.StageReopened: _reopened,
    h.FindingsShown: _shown,
    h.Recounted: _recounted,
    h.FindingExplained: _explained,
    h.VarianceRecorded: _variance,
    h.BoxVoided: _voided,
    h.SlipMade: _slip,
    h.RemarkWritten: _remark,
    h.OpinionWritten: _opinion,
    b.BookletNamed: _booklet,
    b.BookletSpoilt: _booklet_spoilt,
    b.LineTranscribed: _transcribed,
    b.LineReadBack: _read_back,
    h.StanceTaken: _stance,
    h.PayloadFrozen: _frozen,
    h.Signed: _signed,
    h.RecordSealed: _sealed,
    h.CopySaved: _copy,
    h.HandedOver: _handed_over,
    h.Stopped: _stopped,
    h.Resumed: _resumed,
    **OFFICIAL,
    **STATION,
    **TALLY,
    h.Restored: _restored,
    **SAFETY,
}
