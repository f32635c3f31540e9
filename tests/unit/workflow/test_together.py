"""What belongs together is written in one transaction: all of it, or nothing at all."""

from __future__ import annotations

import pytest

from tallydesk.workflow import entry, step
from tallydesk.workflow.chain import verify_chain
from tallydesk.workflow.happening import StepClosed, StepOpened
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session
from tests.unit.workflow.commission import Commission

FIRST = "before.pear.first"


@pytest.fixture
def commission() -> Commission:
    commission = Commission()
    commission.opens_the_station()
    return commission


def closes_too_early(session: Session, step_id: str) -> None:
    """Closes a step and, in one with that, turns to a page that may not be opened yet."""
    with session.together():
        session.happen(StepClosed(step_id))
        step.go(session, "handover")


def test_nothing_is_on_the_disk_before_everything_is(commission: Commission) -> None:
    session, rows = commission.session, commission.journal.rows
    before = len(rows)
    with session.together():
        session.happen(StepClosed("x"))
        session.happen(StepOpened("package"))
        assert session.night.step == "package"
        assert len(rows) == before
    assert [each.kind for each in rows[before:]] == ["StepClosed", "StepOpened"]
    assert session.night.entries == len(rows)
    assert session.night.head == rows[-1].digest
    assert verify_chain(rows) is None


def test_a_disk_that_refuses_leaves_the_night_as_it_was(commission: Commission) -> None:
    commission.writes(FIRST)
    before = commission.session.night
    commission.journal.refuses = True
    with pytest.raises(OSError, match="No space"):
        entry.close_sheet(commission.session, FIRST)
    assert commission.session.night is before


def test_after_a_refusal_the_same_can_be_done_again(commission: Commission) -> None:
    commission.writes(FIRST)
    commission.journal.refuses = True
    with pytest.raises(OSError, match="No space"):
        entry.close_sheet(commission.session, FIRST)
    commission.journal.refuses = False
    assert entry.close_sheet(commission.session, FIRST) == ()
    assert commission.here == "before.takeover"
    assert verify_chain(commission.journal.rows) is None


def test_a_refusal_in_the_middle_takes_the_beginning_back(commission: Commission) -> None:
    session, before = commission.session, commission.session.night
    rows = len(commission.journal.rows)
    with pytest.raises(RefusedError, match=r"^too-early"):
        closes_too_early(session, "x")
    assert session.night is before
    assert len(commission.journal.rows) == rows


def test_one_inside_another_is_written_with_the_outer_one(commission: Commission) -> None:
    session, rows = commission.session, len(commission.journal.rows)
    with session.together():
        with session.together():
            session.happen(StepClosed("x"))
        assert len(commission.journal.rows) == rows
    assert len(commission.journal.rows) == rows + 1


def test_what_an_inner_one_took_back_is_not_written_by_the_outer_one(
    commission: Commission,
) -> None:
    session, rows = commission.session, len(commission.journal.rows)
    with session.together():
        session.happen(StepClosed("x"))
        with pytest.raises(RefusedError, match=r"^too-early"):
            closes_too_early(session, "y")
        session.happen(StepClosed("z"))
    assert [each.body for each in commission.journal.rows[rows:]] == [
        '{"step":"x"}',
        '{"step":"z"}',
    ]
    assert verify_chain(commission.journal.rows) is None


def test_findings_are_shown_in_the_very_step_that_opens_their_page() -> None:
    commission = Commission()
    commission.comes_to_the_stances()
    kinds = [each.kind for each in commission.journal.rows]
    shown = [n for n, kind in enumerate(kinds) if kind == "FindingsShown"]
    assert shown
    assert all(kinds[n - 1] == "StepOpened" for n in shown)
