"""Whether what stands beside the sheets could have happened then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tallydesk.counting.typed import LARGEST_COUNT
from tallydesk.workflow.by_page import MOST_PAGES, counted_by_page
from tallydesk.workflow.conditions import Rule, open_still, reached, said, salted
from tallydesk.workflow.doubtful import decided, named, voices
from tallydesk.workflow.fault import Why
from tallydesk.workflow.happening import Happening
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.possible_counting import sheet_open
from tallydesk.workflow.session import Session
from tallydesk.workflow.station_happening import DoubtfulDecided, PageCounted, TurnoutReported


def _page(session: Session, _entry: Entry, it: PageCounted) -> Iterator[Why]:
    group = session.plan.group_by_place.get(it.place)
    if group is None or not counted_by_page(session.package, it.place):
        yield "no-place"
        return
    sheet = next(each for each in session.plan.sheets_of(group) if it.place in each.places)
    yield from sheet_open(session, sheet.id, it.entry)
    if not 1 <= it.page <= MOST_PAGES or not 0 <= (it.count or 0) <= LARGEST_COUNT:
        yield "number"
    if session.night.pages.get((it.entry, it.place), {}).get(it.page) == it.count:
        yield "nothing-new"


def _turnout(session: Session, entry: Entry, it: TurnoutReported) -> Iterator[Why]:
    night = session.night
    if not night.member:
        yield "too-early"
    if "close" in night.closed_steps:
        yield "frozen"
    if not session.package.hours.opens <= it.hour <= entry.at:
        yield "time"
    if not 0 <= it.voters <= LARGEST_COUNT:
        yield "number"
    if night.turnout.get(it.hour) == it.voters:
        yield "nothing-new"


def _doubtful(session: Session, _entry: Entry, it: DoubtfulDecided) -> Iterator[Why]:
    yield from reached(session, f"count.{it.contest}.first")
    yield from open_still(session, it.contest)
    yield from said(it.description, it.words)
    yield from salted(it.salt)
    contest = session.package.contest(it.contest)
    before = decided(session, it.contest)
    if not 1 <= it.number <= len(before) + 1:
        yield "number"
    if it.number in before and before[it.number].written.words == it.words:
        yield "nothing-new"
    votes = it.votes_for, it.votes_against
    if min(votes) < 0 or not 0 < sum(votes) <= voices(session):
        yield "number"
    standing = tuple(each.id for each in contest.standing if each.id in it.valid_for)
    if it.valid_for != standing or len(standing) > contest.seats:
        yield "no-place"
    names = (named(session, it.contest, each) for each in standing)
    if any(part not in it.words for part in (it.description, *map(str, votes), *names)):
        # The act prints; it says nothing else than what was decided.
        yield "words"


STATION: Mapping[type[Happening], Rule] = {
    PageCounted: _page,
    TurnoutReported: _turnout,
    DoubtfulDecided: _doubtful,
}
