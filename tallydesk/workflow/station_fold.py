"""How pages of lists, reports of the day and doubtful ballots change the night."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from tallydesk.counting.place import Place
from tallydesk.workflow.night import Doubtful, Night, Written
from tallydesk.workflow.official_fold import Changes
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.station_happening import DoubtfulDecided, PageCounted, TurnoutReported


def without_pages(night: Night, places: Collection[Place], *entries: int) -> Changes:
    """The pages behind these places are counted anew in these entries."""
    return {
        "pages": {
            (entry, place): pages
            for (entry, place), pages in night.pages.items()
            if entry not in entries or place not in places
        }
    }


def _page(_plan: Plan, night: Night, _entry: Entry, it: PageCounted) -> Changes:
    pages = dict(night.pages.get((it.entry, it.place), {}))
    if it.count is None:
        pages.pop(it.page, None)
    else:
        pages[it.page] = it.count
    return {"pages": {**night.pages, (it.entry, it.place): pages}}


def _turnout(_plan: Plan, night: Night, _entry: Entry, it: TurnoutReported) -> Changes:
    return {"turnout": {**night.turnout, it.hour: it.voters}}


def _doubtful(_plan: Plan, night: Night, entry: Entry, it: DoubtfulDecided) -> Changes:
    written = Written(it.words, "", entry.member, entry.at, it.salt)
    decided = Doubtful(it.description, it.votes_for, it.votes_against, it.valid_for, written)
    return {"doubtful": {**night.doubtful, (it.contest, it.number): decided}}


STATION: Mapping[type, Any] = {
    PageCounted: _page,
    TurnoutReported: _turnout,
    DoubtfulDecided: _doubtful,
}
