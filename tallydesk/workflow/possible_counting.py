"""Whether what was said of people, steps, figures and findings could have happened then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tallydesk.workflow import happening as h
from tallydesk.workflow import step
from tallydesk.workflow.conditions import (
    REASON_END,
    Rule,
    among,
    first_members,
    known_member,
    open_still,
    reached,
    said,
    salted,
)
from tallydesk.workflow.fault import Why
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.session import Session

POINT = 33
"""Octets of a compressed point."""

HEAD = 32
"""Octets of a digest."""


def _opened(_session: Session, _entry: Entry, it: h.NightOpened) -> Iterator[Why]:
    if len(it.forms) % 2 or not it.software:
        yield "opening"


def _turned(session: Session, _entry: Entry, it: h.StepOpened) -> Iterator[Why]:
    yield from reached(session, it.step)
    if it.step == session.night.step:
        yield "nothing-new"


def _step_closed(session: Session, _entry: Entry, it: h.StepClosed) -> Iterator[Why]:
    at, night = session.plan.step(it.step), session.night
    yield from reached(session, it.step)
    # Who is here, the close and the hand-over may be said once more; all else is done once.
    if it.step in night.closed_steps and at.kind not in {"attendance", "close", "handover"}:
        yield "nothing-new"
    if not _task_done(session, at):
        yield "too-early"
    if at.kind == "takeover":
        yield from _not_the_first(session, at)


def _task_done(session: Session, at: Step) -> bool:
    night = session.night
    match at.kind:
        case "entry":
            # A sheet is closed by itself, never as a step.
            return False
        case "attendance":
            return bool(night.present)
        case "close":
            return night.voting is not None
        case "slip":
            return bool(night.slip)
        case "transcribe":
            return at.contest in night.booklets
        case "stances":
            return at.contest in night.frozen
        case "sign":
            return at.contest in night.records
        case "handover":
            return night.handed_over is not None
        case _:
            return True


def _not_the_first(session: Session, at: Step) -> Iterator[Why]:
    night = session.night
    first = first_members(session, at.group) if at.group else {night.transcriber.get(at.contest)}
    if night.member in first:
        yield "same-member"


def _attendance(session: Session, _entry: Entry, it: h.AttendanceTaken) -> Iterator[Why]:
    yield from reached(session, "attendance")
    yield from among(session, it.present)
    if it.at_laptop not in it.present:
        yield "member-not-there"


def _key_made(session: Session, _entry: Entry, it: h.KeyMade) -> Iterator[Why]:
    yield from reached(session, "keys")
    yield from known_member(session, it.member)
    if len(it.point) != POINT or it.point[0] not in {2, 3}:
        yield "point"
    if session.authority is not None:
        # On an official night nobody makes a key: the card says which there are.
        yield "point"
    if it.member in session.night.points or it.point in session.night.points.values():
        yield "nothing-new"


def _sat_down(session: Session, _entry: Entry, it: h.SatDown) -> Iterator[Why]:
    yield from known_member(session, it.member)
    night = session.night
    if it.member not in (night.keyless if it.without_key else night.points):
        yield "member-not-there"


def _voting_closed(session: Session, entry: Entry, it: h.VotingClosed) -> Iterator[Why]:
    yield from reached(session, "close")
    if max(it.announced, it.last_vote) > entry.at:
        yield "time"
    if it.announced < session.package.hours.closes and not it.early:
        yield "time"


def _figure(session: Session, _entry: Entry, it: h.FigureWritten) -> Iterator[Why]:
    group = session.plan.group_by_place.get(it.place)
    if group is None:
        yield "no-place"
        return
    sheet = next(each for each in session.plan.sheets_of(group) if it.place in each.places)
    yield from sheet_open(session, sheet.id, it.entry)
    pile = None if it.bundles is None or it.rest is None else (it.bundles, it.rest)
    if (it.bundles is None) != (it.rest is None) or (it.count is None and pile is not None):
        yield "number"
    if any(each < 0 for each in (it.count or 0, *(pile or ()))):
        yield "number"
    if pile and it.count is not None and not _adds_up(it.count, *pile):
        yield "number"
    night = session.night
    if (night.figures_of(it.entry).get(it.place), night.piles.get((it.entry, it.place))) == (
        it.count,
        pile,
    ):
        yield "nothing-new"


def _adds_up(count: int, bundles: int, rest: int) -> bool:
    """Whether full bundles, whatever their size, and the rest can make this pile."""
    return count == rest if bundles == 0 else count >= rest and (count - rest) % bundles == 0


def sheet_open(session: Session, sheet_id: str, entry: h.Pass) -> Iterator[Why]:
    """Nothing when figures may be written on a sheet in that entry by who sits there.

    Raises KeyError.
    """
    sheet, night = session.plan.sheet(sheet_id), session.night
    yield from reached(session, f"{sheet_id}.{'first' if entry == 1 else 'second'}")
    if night.sheet_done(sheet_id, entry):
        yield "frozen"
    if entry != 1 and night.member in first_members(session, sheet.group):
        yield "same-member"


def _sheet_closed(session: Session, _entry: Entry, it: h.SheetClosed) -> Iterator[Why]:
    yield from sheet_open(session, it.sheet, it.entry)
    figures = session.night.figures_of(it.entry)
    if any(place not in figures for place in session.plan.sheet(it.sheet).places):
        yield "figures-missing"


def _reopened(session: Session, _entry: Entry, it: h.StageReopened) -> Iterator[Why]:
    if it.group not in session.plan.groups:
        yield "no-such-thing"
    yield from said(it.reason)
    if it.words or it.salt:
        yield from salted(it.salt)
        if it.reason.rstrip(REASON_END) not in it.words:
            yield "words"
    yield from open_still(session, "")


def _shown(session: Session, _entry: Entry, it: h.FindingsShown) -> Iterator[Why]:
    yield from reached(session, f"{it.group}.findings")
    if it.group in session.night.shown:
        yield "nothing-new"


def _recounted(session: Session, _entry: Entry, it: h.Recounted) -> Iterator[Why]:
    if it.place not in session.night.settled:
        yield "no-place"
    yield from open_still(session, it.place.contest)
    if it.count < 0:
        yield "number"


def _answered(
    session: Session, _entry: Entry, it: h.FindingExplained | h.VarianceRecorded | h.BoxVoided
) -> Iterator[Why]:
    form = session.package.contest(it.contest).form
    if it.code.partition(".")[0] not in {relation.code for relation in form.relations} and (
        it.code not in {relation.code for relation in form.relations}
    ):
        yield "no-such-thing"
    yield from said(it.words)
    yield from salted(it.salt)
    yield from open_still(session, it.contest)


def _variance(session: Session, entry: Entry, it: h.VarianceRecorded) -> Iterator[Why]:
    yield from _answered(session, entry, it)
    yield from known_member(session, it.confirmed_by)
    if it.confirmed_by == session.night.member:
        yield "same-member"


def _voided(session: Session, entry: Entry, it: h.BoxVoided) -> Iterator[Why]:
    yield from _answered(session, entry, it)
    yield from among(session, it.carriers)
    if it.box and it.box not in {box.id for box in session.package.station.boxes}:
        yield "no-place"
    if it.papers < 0:
        yield "number"


def _remark(session: Session, _entry: Entry, it: h.RemarkWritten) -> Iterator[Why]:
    yield from reached(session, "remarks")
    yield from open_still(session, "")
    yield from said(it.by, it.words)
    yield from salted(it.salt)


def _opinion(session: Session, _entry: Entry, it: h.OpinionWritten) -> Iterator[Why]:
    yield from reached(session, "remarks")
    yield from open_still(session, "")
    yield from known_member(session, it.member)
    yield from said(it.words)
    yield from salted(it.salt)


def _stopped(session: Session, _entry: Entry, it: h.Stopped) -> Iterator[Why]:
    if it.reason != it.reason.strip() or it.guard != it.guard.strip():
        yield "words"
    if not (it.reason and it.guard) and step.boxes_open(session):
        yield "words"


def _resumed(_session: Session, _entry: Entry, it: h.Resumed) -> Iterator[Why]:
    if not it.software:
        yield "words"


def _restored(_session: Session, _entry: Entry, it: h.Restored) -> Iterator[Why]:
    if it.left_out < 0 or len(it.head) not in {0, HEAD}:
        yield "number"


COUNTING: Mapping[type[h.Happening], Rule] = {
    h.NightOpened: _opened,
    h.StepOpened: _turned,
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
    h.FindingExplained: _answered,
    h.VarianceRecorded: _variance,
    h.BoxVoided: _voided,
    h.RemarkWritten: _remark,
    h.OpinionWritten: _opinion,
    h.Stopped: _stopped,
    h.Resumed: _resumed,
    h.Restored: _restored,
}
