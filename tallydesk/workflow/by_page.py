"""A figure that is counted from a list, written page by page; the sum becomes the figure.

The pages belong to one entry by one member, as the figure does: whoever writes the second entry
counts them again and sees nothing of the first.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tallydesk.counting.place import Place
from tallydesk.counting.typed import LARGEST_COUNT
from tallydesk.election.definition import Package
from tallydesk.workflow import entry
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session
from tallydesk.workflow.station_happening import PageCounted

MOST_PAGES = 999
"""A list of a station has a few hundred pages at most."""


def counted_by_page(package: Package, place: Place) -> bool:
    """Whether the form says that this figure is counted from a list."""
    return place.kind == "line" and any(
        line.id == place.id and line.by_page
        for contest in package.definition.contests
        if place.contest in ("", contest.id)
        for line in contest.form.lines
    )


def lists_of(session: Session, step_id: str) -> tuple[Place, ...]:
    """The figures of a sheet that are counted from a list, in the order of the sheet."""
    sheet = session.plan.sheet(session.plan.step(step_id).sheet)
    return tuple(place for place in sheet.places if counted_by_page(session.package, place))


def pages_of(session: Session, step_id: str, place: Place) -> Mapping[int, int]:
    """What was counted on each page so far in the entry of this step, by page from 1."""
    held = session.night.pages.get((session.plan.step(step_id).entry, place), {})
    return MappingProxyType(dict(sorted(held.items())))


def write_page(session: Session, step_id: str, place: Place, page: int, count: int | None) -> None:
    """Put down what one page has (None empties it); durable on return.

    The same again leaves no trace. Raises RefusedError `not-by-page`, `page-number`, and what
    `entry.require_writable` raises.
    """
    at = entry.require_writable(session, step_id)
    if place not in lists_of(session, step_id):
        code = "not-by-page"
        raise RefusedError(code)
    if not 1 <= page <= MOST_PAGES:
        code = "page-number"
        raise RefusedError(code, most=str(MOST_PAGES))
    if pages_of(session, step_id, place).get(page) != count:
        session.happen(PageCounted(place, at.entry, page, count))


def take_over(session: Session, step_id: str, place: Place) -> int:
    """Write the sum of all pages as the figure, and say it.

    Raises RefusedError `page-missing` with the first page that is blank, `sum-too-large`, and what
    `entry.write` raises.
    """
    pages = pages_of(session, step_id, place)
    blank = next(page for page in range(1, len(pages) + 2) if page not in pages)
    if blank <= max(pages, default=1):
        code = "page-missing"
        raise RefusedError(code, page=str(blank))
    total = sum(pages.values())
    if total > LARGEST_COUNT:
        code = "sum-too-large"
        raise RefusedError(code)
    entry.write(session, step_id, place, total)
    return total
