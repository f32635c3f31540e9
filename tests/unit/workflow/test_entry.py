"""Figures are written twice, blind, by two members; nothing is lost and nothing is shown early."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallydesk.counting.bundles import Pile
from tallydesk.counting.place import Place
from tallydesk.workflow import entry, reopening, step
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.tally import figures_of
from tests.builders import CONTEST, PACKAGE
from tests.unit.workflow.commission import Commission

FIRST, SECOND = "before.pear.first", "before.pear.second"
LINE_8 = Place("pear", "line", "8")


@pytest.fixture
def commission() -> Commission:
    commission = Commission()
    commission.opens_the_station()
    return commission


def refused(code: str) -> pytest.RaisesExc[RefusedError]:
    return pytest.raises(RefusedError, match=f"^{code}")


def test_continue_with_a_blank_names_it_and_zero_passes(commission: Commission) -> None:
    """U1."""
    commission.writes(FIRST)
    entry.write(commission.session, FIRST, LINE_8, None)
    assert entry.blanks(commission.session, FIRST) == (LINE_8,)
    with refused("blank"):
        entry.close_sheet(commission.session, FIRST)
    entry.write(commission.session, FIRST, LINE_8, 0)
    assert entry.close_sheet(commission.session, FIRST) == ()


def test_a_figure_written_again_leaves_no_trace(commission: Commission) -> None:
    entry.write(commission.session, FIRST, LINE_8, 30)
    before = len(commission.journal.rows)
    entry.write(commission.session, FIRST, LINE_8, 30)
    assert len(commission.journal.rows) == before


def test_a_disk_that_refuses_keeps_the_figure_out_of_the_night(commission: Commission) -> None:
    commission.journal.refuses = True
    with pytest.raises(OSError, match="No space"):
        entry.write(commission.session, FIRST, LINE_8, 30)
    assert LINE_8 not in commission.session.night.first


def test_the_second_entry_is_for_another_member_with_their_own_pin(
    commission: Commission,
) -> None:
    """U7."""
    commission.writes(FIRST)
    entry.close_sheet(commission.session, FIRST)
    assert commission.here == "before.takeover"
    with refused("same-member"):
        commission.hands_over_to(1, "before.takeover")
    commission.hands_over_to(2, "before.takeover")
    assert commission.here == SECOND


def test_only_what_differs_is_blanked_and_two_looks_settle_it(commission: Commission) -> None:
    """U8."""
    commission.writes(FIRST, line_8=29)
    entry.close_sheet(commission.session, FIRST)
    commission.hands_over_to(2, "before.takeover")
    commission.writes(SECOND)
    assert entry.close_sheet(commission.session, SECOND) == (LINE_8,)
    assert entry.blanks(commission.session, SECOND) == (LINE_8,)
    entry.write(commission.session, SECOND, LINE_8, 30)
    assert entry.close_sheet(commission.session, SECOND) == ()
    assert commission.session.night.settled[LINE_8] == 30


def test_no_figure_shows_before_every_count_of_the_stage_stands_twice(
    commission: Commission,
) -> None:
    """U5."""
    commission.writes(FIRST)
    entry.close_sheet(commission.session, FIRST)
    assert figures_of(commission.session, CONTEST).lines == {}
    commission.hands_over_to(2, "before.takeover")
    commission.writes(SECOND, line_8=31)
    entry.close_sheet(commission.session, SECOND)
    assert figures_of(commission.session, CONTEST).lines == {}


def test_a_closed_sheet_opens_only_with_a_reason(commission: Commission) -> None:
    commission.enters_twice("before", "before.pear")
    with refused("sheet-closed"):
        entry.write(commission.session, FIRST, LINE_8, 1)
    with refused("reopen-needs-reason"):
        reopening.reopen(commission.session, "before", "  ")
    reopening.reopen(commission.session, "before", "a bundle of unused ballots was found")
    assert commission.here == FIRST
    assert entry.blanks(commission.session, FIRST) == commission.places(FIRST)
    assert commission.session.night.reopened[0].reason == "a bundle of unused ballots was found"


def test_a_pile_is_kept_as_it_was_counted(commission: Commission) -> None:
    entry.write(commission.session, FIRST, LINE_8, 130, Pile(2, 50, 30))
    assert commission.session.night.piles[1, LINE_8] == (2, 30)
    with refused("rest-too-large"):
        entry.write(commission.session, FIRST, LINE_8, 150, Pile(2, 50, 50))
    entry.write(commission.session, FIRST, LINE_8, 130)
    assert commission.session.night.piles == {}


def test_boxes_stay_closed_until_the_stage_before_is_finished(commission: Commission) -> None:
    """U12."""
    with refused("too-early"):
        entry.write(commission.session, "mobile.M1.first", Place("pear", "line", "12", "M1"), 4)
    with refused("too-early"):
        step.go(commission.session, "count.pear.first")


def test_without_a_second_entry_in_the_policy_the_first_one_stands() -> None:
    once = replace(PACKAGE, policy=replace(PACKAGE.policy, second_entry=()))
    commission = Commission(once)
    commission.opens_the_station()
    commission.writes(FIRST)
    entry.close_sheet(commission.session, FIRST)
    assert commission.here == "before.findings"
    assert figures_of(commission.session, CONTEST).lines["8"] == 30
