"""Whether what keeps a night safe could have happened then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tallydesk.workflow import safety_happening as h
from tallydesk.workflow.conditions import Rule, open_still, reached, said, salted
from tallydesk.workflow.fault import Why
from tallydesk.workflow.happening import Happening
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.possible_counting import HEAD, sheet_open
from tallydesk.workflow.safety_fold import standing
from tallydesk.workflow.session import Session


def _taken_back(session: Session, _entry: Entry, it: h.FigureTakenBack) -> Iterator[Why]:
    night, group = session.night, session.plan.group_by_place.get(it.place)
    if group is None:
        yield "no-place"
        return
    sheet = next(each for each in session.plan.sheets_of(group) if it.place in each.places)
    yield from sheet_open(session, sheet.id, it.entry)
    source = night.redoable if it.again else night.undoable
    # The last of this sheet and no other: whoever takes back an earlier one writes it anew.
    last = next(
        (
            each
            for each in reversed(source)
            if each.entry == it.entry and each.place in sheet.places
        ),
        None,
    )
    if last is None or last.place != it.place:
        yield "nothing-new"
        return
    pile = None if it.bundles is None or it.rest is None else (it.bundles, it.rest)
    if standing(night, it)[0] != it.was:
        yield "number"
    if (it.count, pile) != (last.after if it.again else last.before):
        yield "number"


def _snapshot(session: Session, _entry: Entry, it: h.SnapshotKept) -> Iterator[Why]:
    yield from said(it.name, it.place, it.machine)
    yield from _common(session, it.events, it.head)
    if len(it.digest) != HEAD:
        yield "number"


def _moved(session: Session, _entry: Entry, it: h.MovedHere) -> Iterator[Why]:
    yield from said(it.machine)
    if it.head != session.night.head:
        yield "head"
    if it.left_out < 0:
        yield "number"


def _fork(session: Session, _entry: Entry, it: h.ForkNoticed) -> Iterator[Why]:
    yield from said(it.machine)
    yield from _common(session, it.events, it.head)


def _common(session: Session, events: int, head: bytes) -> Iterator[Why]:
    """Nothing for the digest of an event that is there: of the last one it must be this."""
    if not 0 < events <= session.night.entries or len(head) != HEAD:
        yield "number"
    if events == session.night.entries and head != session.night.head:
        yield "head"


def _on_paper(session: Session, entry: Entry, it: h.CountedOnPaper) -> Iterator[Why]:
    sheets = session.plan.sheets_of(it.group)
    if not sheets:
        yield "no-such-thing"
        return
    yield from reached(session, f"{sheets[0].id}.first")
    yield from open_still(session, sheets[0].contest)
    yield from said(it.words)
    yield from salted(it.salt)
    if it.counted > entry.at:
        yield "time"


def _pause(session: Session, _entry: Entry, it: h.PauseTold) -> Iterator[Why]:
    yield from said(it.words)
    yield from salted(it.salt)
    gaps = session.night.gaps
    if not gaps or not gaps[-1].long or session.night.voting is None:
        yield "too-early"


SAFETY: Mapping[type[Happening], Rule] = {
    h.FigureTakenBack: _taken_back,
    h.SnapshotKept: _snapshot,
    h.MovedHere: _moved,
    h.ForkNoticed: _fork,
    h.CountedOnPaper: _on_paper,
    h.PauseTold: _pause,
}
