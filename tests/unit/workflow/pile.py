"""A commission that has come to the count, with ballots to read aloud."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Literal

from tallydesk.counting.place import Place
from tallydesk.election.definition import Package
from tallydesk.election.form import Form
from tallydesk.workflow import reading_aloud, slip
from tallydesk.workflow.happening import SatDown, StepClosed
from tallydesk.workflow.reading_aloud import Deed, Struck, Undone
from tests.builders import FORM, PACKAGE, with_form
from tests.unit.workflow.commission import Commission

FIRST, SECOND = "count.pear.first", "count.pear.second"
SHEET = "count.pear"
ANJOU = Place("pear", "vote", "a")
BOSC = Place("pear", "vote", "b")
VALID = Place("pear", "line", "14")
INVALID = Place("pear", "line", "15")
COMPARE_EVERY = 5


def pears() -> Package:
    """The pears, with a key for the invalid ballots, compared after every five."""
    lines = tuple(replace(line, read_aloud=line.id == "15") for line in FORM.lines)
    package = with_form(replace(FORM, lines=lines))
    return replace(package, policy=replace(PACKAGE.policy, compare_every=COMPARE_EVERY))


def at_the_count(form: Form | None = None) -> Commission:
    """Everything before the count is over; nobody has read a ballot.

    PINs make an evening slow, hence one is played for each form and every commission goes on
    from there.
    """
    package = pears() if form is None else with_form(form)
    played = _played(read_aloud=form is None)
    commission = Commission(package)
    commission.journal.rows[:] = played.journal.rows
    commission.clock.at = played.clock.at
    commission.shelf.files.update(played.shelf.files)
    commission.session.night = played.session.night
    return commission


@cache
def _played(*, read_aloud: bool) -> Commission:
    commission = Commission(pears() if read_aloud else PACKAGE)
    commission.opens_the_station()
    for group, sheet in (
        ("before", "before.pear"),
        ("mobile", "mobile.M1"),
        ("stationary", "stationary.S1"),
    ):
        commission.enters_twice(group, sheet)
        commission.closes_findings(group)
        if group == "before":
            slip.close(commission.session)
    return commission


def another_takes_over(commission: Commission) -> None:
    """The first entry is closed; another member sits down for the second."""
    first = commission.session.night.closed_sheets[SHEET, 1]
    other = 2 if first == 1 else 1
    commission.session.happen(SatDown(other), StepClosed("count.pear.takeover"))


def reads(
    commission: Commission, *read: Place | Literal["undo"] | None, step_id: str = FIRST
) -> int:
    """Read ballots; "undo" takes the last one back. How many keys did something."""
    deeds: list[Deed] = [Struck(each) if not isinstance(each, str) else Undone() for each in read]
    return reading_aloud.strike(commission.session, step_id, deeds)


def decides(commission: Commission, place: Place | None) -> int:
    """The commission decides on a ballot that is set apart."""
    return reading_aloud.strike(commission.session, FIRST, [Struck(place, decided=True)])


def reads_the_pile(commission: Commission, step_id: str = FIRST, **counts: int) -> None:
    """Read so many ballots for each (a, b, invalid), compare whenever it is due, and finish."""
    session = commission.session
    reading_aloud.begin(session, step_id)
    places = {"a": ANJOU, "b": BOSC, "invalid": INVALID}
    for name, count in counts.items():
        for _ in range(count):
            if not reading_aloud.strike(session, step_id, [Struck(places[name])]):
                reading_aloud.compare(session, step_id, agreed=True)
                reading_aloud.strike(session, step_id, [Struck(places[name])])
    reading_aloud.compare(session, step_id, agreed=True)
    reading_aloud.finish(session, step_id)
