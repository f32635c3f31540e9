"""Reports of the day are preliminary; one above the final signatures asks for a word."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tallydesk.workflow import findings, step, turnout
from tallydesk.workflow.fold import after
from tallydesk.workflow.papers import draft_pdf
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session
from tallydesk.workflow.station_happening import TurnoutReported
from tallydesk.workflow.tally import figures_of
from tests.album import night_at


def at(step_id: str = "close") -> Session:
    return night_at(step_id)[0]


def reported(session: Session, voters: int) -> Session:
    """The same night, with a report during the day."""
    hour = session.package.hours.opens + timedelta(hours=2)
    entry = session.journal.entries()[-1]
    session.night = after(session.plan, session.night, entry, TurnoutReported(hour, voters))
    return session


def test_the_hours_of_the_form_come_one_after_the_other() -> None:
    session = at()
    hours = turnout.report_hours(session)
    opens = session.package.hours.opens
    assert all(each >= opens for each in hours)
    due = turnout.next_due(session)
    assert due == hours[0]
    turnout.report(session, hours[0], 210)
    turnout.report(session, hours[0], 210)
    assert turnout.next_due(session) != hours[0]
    assert session.night.turnout == {hours[0]: 210}
    assert session.journal.entries()[-1].kind == "TurnoutReported"
    assert session.journal.entries()[-2].kind != "TurnoutReported"


def test_the_same_hour_again_replaces_what_was_reported() -> None:
    session = at()
    hour = turnout.report_hours(session)[0]
    assert turnout.highest(session) is None
    turnout.report(session, hour, 210)
    turnout.report(session, hour, 201)
    assert turnout.highest(session) == 201


def test_the_log_is_open_from_the_first_member_at_the_laptop_to_the_close() -> None:
    session = at("attendance")
    now = session.clock.now()
    assert not turnout.may_report(session)
    with pytest.raises(RefusedError, match="too-early"):
        turnout.report(session, now, 1)
    session = at("before.station.first")
    with pytest.raises(RefusedError, match="turnout-closed"):
        turnout.report(session, now, 1)
    assert turnout.may_report(at())


def test_an_hour_before_the_opening_or_in_the_future_is_refused() -> None:
    session = at()
    opens = session.package.hours.opens
    with pytest.raises(RefusedError, match="turnout-before-opening"):
        turnout.report(session, opens - timedelta(minutes=1), 1)
    with pytest.raises(RefusedError, match="turnout-in-future"):
        turnout.report(session, session.clock.now() + timedelta(hours=1), 1)


@pytest.mark.parametrize(("voters", "codes"), [(1034, []), (1035, ["T1"])])
def test_a_report_above_the_signatures_wants_an_explanation(voters: int, codes: list[str]) -> None:
    session = reported(at("before.findings"), voters)
    matters = findings.matters_of(session, "before")
    assert [matter.key for matter in matters] == codes
    for matter in matters:
        with pytest.raises(RefusedError, match="findings-open"):
            findings.close(session, "before")
        findings.explain(session, matter, "Two queues were counted twice at noon.")
    findings.close(session, "before")
    assert step.here(session).id == "slip"


def test_no_report_leaves_the_question_unasked_and_no_line_ever_shows_one() -> None:
    session = at("before.findings")
    contest = session.package.contest("fruit")
    assert "reported" not in figures_of(session, contest).given
    lines = figures_of(session, contest).lines
    assert figures_of(reported(session, 5), contest).lines == lines


def test_before_both_entries_nothing_is_said_of_it() -> None:
    session = reported(at("before.fruit.second"), 1400)
    assert findings.matters_of(session, "before") == ()


def test_the_explanation_prints_and_the_report_itself_stands_in_no_line() -> None:
    session = reported(at("draft.fruit"), 1)
    assert draft_pdf(session, "fruit").startswith(b"%PDF")
