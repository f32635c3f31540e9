"""Requirement U22: figures are taken back and written again, and the journal keeps it all."""

from __future__ import annotations

import pytest

from tallydesk.counting.bundles import Pile
from tallydesk.counting.place import Place
from tallydesk.workflow import entry
from tallydesk.workflow.happening import SatDown
from tallydesk.workflow.happening_json import read
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.safety_happening import FigureTakenBack
from tallydesk.workflow.taking_back import last_change, take_back
from tests.evening import CHAIR, MEMBER, SECRETARY, Evening

BEFORE, AGAIN = "before.pear.first", "before.pear.second"
THREE, FIVE = Place("pear", "line", "3"), Place("pear", "line", "5")


@pytest.fixture
def evening() -> Evening:
    from tallydesk.ui.language import Language

    return Evening(Language("en"))


def test_the_last_figure_is_taken_back_across_fields_and_written_again(evening: Evening) -> None:
    session = evening.up_to(BEFORE).session
    entry.write(session, BEFORE, THREE, 1250)
    entry.write(session, BEFORE, FIVE, 1034)
    entry.write(session, BEFORE, THREE, 1205)

    assert take_back(session, BEFORE) == THREE
    assert session.night.first == {THREE: 1250, FIVE: 1034}
    assert take_back(session, BEFORE) == FIVE
    assert take_back(session, BEFORE) == THREE
    assert take_back(session, BEFORE) is None
    assert not session.night.first

    assert [take_back(session, BEFORE, again=True) for _ in range(4)] == [THREE, FIVE, THREE, None]
    assert session.night.first == {THREE: 1205, FIVE: 1034}


def test_the_journal_keeps_old_and_new_and_who_and_when(evening: Evening) -> None:
    session = evening.up_to(BEFORE).session
    entry.write(session, BEFORE, THREE, 1250)
    entry.write(session, BEFORE, THREE, 1205)
    before = len(evening.journal.rows)
    take_back(session, BEFORE)

    (row,) = evening.journal.rows[before:]
    assert read(row.kind, row.body) == FigureTakenBack(THREE, 1, 1205, 1250)
    assert (row.member, row.at) == (CHAIR, session.night.last_at)


def test_a_pile_comes_back_as_it_was_counted(evening: Evening) -> None:
    step, place = "count.pear.first", Place("pear", "vote", "c0")
    session = evening.up_to(step).session
    entry.write(session, step, place, 412, Pile(8, 50, 12))
    entry.write(session, step, place, 413)
    take_back(session, step)

    assert session.night.first[place] == 412
    assert session.night.piles[1, place] == (8, 12)


def test_what_is_written_after_taking_back_ends_what_could_be_written_again(
    evening: Evening,
) -> None:
    session = evening.up_to(BEFORE).session
    entry.write(session, BEFORE, THREE, 1250)
    take_back(session, BEFORE)
    entry.write(session, BEFORE, FIVE, 7)

    assert last_change(session, BEFORE, again=True) is None


def test_nobody_takes_back_what_another_member_wrote(evening: Evening) -> None:
    session = evening.up_to(BEFORE).session
    entry.write(session, BEFORE, THREE, 1250)
    session.happen(SatDown(MEMBER))

    assert take_back(session, BEFORE) is None
    assert session.night.first[THREE] == 1250


def test_the_second_entry_takes_back_nothing_of_the_first(evening: Evening) -> None:
    session = evening.up_to(AGAIN, member=SECRETARY).session
    assert last_change(session, AGAIN) is None
    entry.write(session, AGAIN, THREE, 8)
    take_back(session, AGAIN)

    assert last_change(session, AGAIN) is None
    assert not session.night.second


def test_what_did_not_match_does_not_come_back_by_itself(evening: Evening) -> None:
    session = evening.up_to(AGAIN, member=SECRETARY).session
    for place in session.plan.sheet("before.pear").places:
        entry.write(session, AGAIN, place, 8 if place == THREE else 7)
    assert entry.close_sheet(session, AGAIN) == (THREE,)

    assert take_back(session, AGAIN) is None
    assert THREE not in session.night.second


def test_a_closed_sheet_is_opened_again_and_not_taken_back(evening: Evening) -> None:
    session = evening.up_to(BEFORE).session
    evening.fill(BEFORE)

    assert last_change(session, BEFORE) is None
    with pytest.raises(RefusedError) as refused:
        take_back(session, BEFORE)
    assert refused.value.code == "sheet-closed"
