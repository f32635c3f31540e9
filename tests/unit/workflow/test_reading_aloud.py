"""Reading ballots aloud (U10): each stroke in the journal, compared every n, blind as any entry."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallydesk.assets import LANGUAGES, words
from tallydesk.counting.place import Place
from tallydesk.workflow import entry, reading_aloud, taking_back
from tallydesk.workflow.chain import verify_chain
from tallydesk.workflow.examination import examine
from tallydesk.workflow.happening import SatDown, StageReopened
from tallydesk.workflow.happening_json import read
from tallydesk.workflow.night import Tally
from tallydesk.workflow.reading_aloud import Struck, Undone
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.tally_happening import TallyStroke, TallyStrokeUndone
from tallydesk.workflow.telling import Telling
from tests.builders import FORM
from tests.unit.workflow.commission import Commission
from tests.unit.workflow.pile import (
    ANJOU,
    BOSC,
    COMPARE_EVERY,
    FIRST,
    INVALID,
    SECOND,
    SHEET,
    VALID,
    another_takes_over,
    at_the_count,
    decides,
    pears,
    reads,
    reads_the_pile,
)


@pytest.fixture
def commission() -> Commission:
    commission = at_the_count()
    reading_aloud.begin(commission.session, FIRST)
    return commission


def refused(code: str) -> pytest.RaisesExc[RefusedError]:
    return pytest.raises(RefusedError, match=f"^{code}")


def tally(commission: Commission, step_id: str = FIRST) -> Tally:
    found = reading_aloud.tally_of(commission.session, step_id)
    assert found is not None
    return found


def compared(commission: Commission, *, agreed: bool = True) -> None:
    reading_aloud.compare(commission.session, FIRST, agreed=agreed)


def test_every_stroke_is_in_the_journal_with_its_place_and_number(commission: Commission) -> None:
    before = len(commission.journal.rows)
    reads(commission, ANJOU, INVALID, "undo", None)
    rows = commission.journal.rows[before:]
    assert [read(each.kind, each.body) for each in rows] == [
        TallyStroke(SHEET, 1, 1, ANJOU, decided=False),
        TallyStroke(SHEET, 1, 2, INVALID, decided=False),
        TallyStrokeUndone(SHEET, 1, 2),
        TallyStroke(SHEET, 1, 3, None, decided=False),
    ]
    assert verify_chain(commission.journal.rows) is None


def test_a_disk_that_refuses_lets_no_stroke_count(commission: Commission) -> None:
    reads(commission, ANJOU)
    before = commission.session.night
    commission.journal.refuses = True
    with pytest.raises(OSError, match="No space"):
        reads(commission, BOSC, BOSC)
    assert commission.session.night is before
    commission.journal.refuses = False
    assert reads(commission, BOSC, BOSC) == 2
    assert tally(commission).strokes.counts == {ANJOU: 1, BOSC: 2}


def test_after_every_five_nobody_reads_before_three_have_compared(commission: Commission) -> None:
    assert reads(commission, *[ANJOU] * (COMPARE_EVERY + 2)) == COMPARE_EVERY
    assert reading_aloud.due(commission.session, tally(commission))
    assert reads(commission, BOSC) == 0
    compared(commission)
    assert reads(commission, BOSC) == 1
    assert tally(commission).strokes.ballots == COMPARE_EVERY + 1


def test_where_the_keepers_differ_the_lot_is_read_once_more(commission: Commission) -> None:
    reads(commission, *[ANJOU] * COMPARE_EVERY)
    compared(commission)
    reads(commission, *[BOSC] * COMPARE_EVERY)
    compared(commission, agreed=False)
    assert tally(commission).strokes.counts == {ANJOU: COMPARE_EVERY}
    assert tally(commission).strokes.number == 2 * COMPARE_EVERY


def test_what_was_agreed_on_cannot_be_undone(commission: Commission) -> None:
    reads(commission, ANJOU)
    compared(commission)
    assert reads(commission, "undo") == 0
    assert tally(commission).strokes.ballots == 1
    with refused("nothing-to-compare"):
        compared(commission)


def test_an_undone_stroke_at_the_comparison_lets_another_be_read(commission: Commission) -> None:
    reads(commission, *[ANJOU] * COMPARE_EVERY)
    assert reads(commission, "undo", BOSC) == 2
    assert tally(commission).strokes.counts == {ANJOU: COMPARE_EVERY - 1, BOSC: 1}


def test_a_doubtful_ballot_is_set_apart_until_it_is_decided(commission: Commission) -> None:
    reads(commission, ANJOU, None)
    compared(commission)
    with refused("doubtful-open"):
        reading_aloud.finish(commission.session, FIRST)
    assert decides(commission, None) == 0
    assert decides(commission, INVALID) == 1
    assert decides(commission, INVALID) == 0
    assert tally(commission).strokes.ballots == 2
    with refused("compare-first"):
        reading_aloud.finish(commission.session, FIRST)
    compared(commission)
    reading_aloud.finish(commission.session, FIRST)
    first = commission.session.night.first
    assert (first[ANJOU], first[BOSC], first[INVALID]) == (1, 0, 1)


def test_the_totals_are_the_figures_of_the_entry_and_valid_votes_are_not_added_up(
    commission: Commission,
) -> None:
    entry.write(commission.session, FIRST, ANJOU, 1)
    reads_the_pile(commission, a=7, b=4, invalid=2)
    session = commission.session
    first = session.night.first
    assert (first[ANJOU], first[BOSC], first[INVALID]) == (7, 4, 2)
    assert entry.blanks(session, FIRST) == (VALID,)
    assert reading_aloud.read_figures(session, FIRST) == {ANJOU: 7, BOSC: 4, INVALID: 2}
    assert reading_aloud.read_figures(session, SECOND) == {}
    assert session.night.last_place is None


def test_the_figures_can_be_changed_until_the_sheet_is_closed(commission: Commission) -> None:
    reads_the_pile(commission, a=7, b=4, invalid=2)
    entry.write(commission.session, FIRST, ANJOU, 8)
    entry.write(commission.session, FIRST, VALID, 12)
    assert entry.close_sheet(commission.session, FIRST) == ()
    assert commission.session.night.first[ANJOU] == 8


def test_figures_that_were_read_aloud_are_taken_back_as_any_other(
    commission: Commission,
) -> None:
    """U22: one by one, down to what stood there before the reading."""
    session = commission.session
    entry.write(session, FIRST, ANJOU, 3)
    entry.write(session, FIRST, BOSC, 4)
    reads_the_pile(commission, a=7, b=4, invalid=2)
    assert taking_back.take_back(session, FIRST) == INVALID
    assert taking_back.take_back(session, FIRST) == ANJOU
    assert session.night.first[ANJOU] == 3
    assert INVALID not in session.night.first
    assert taking_back.take_back(session, FIRST, again=True) == ANJOU
    assert session.night.first[ANJOU] == 7
    assert examine(commission.journal.rows, lambda *_: commission.package).fault is None


def test_a_pile_of_bundles_gives_way_to_the_reading(commission: Commission) -> None:
    from tallydesk.counting.bundles import Pile

    entry.write(commission.session, FIRST, ANJOU, 52, Pile(1, 50, 2))
    reads_the_pile(commission, a=1)
    assert commission.session.night.piles == {}


def test_the_second_entry_has_a_reading_of_its_own_by_another_member(
    commission: Commission,
) -> None:
    """U7: what the first entry read is not there in the second."""
    session = commission.session
    reads_the_pile(commission, a=7, b=4, invalid=2)
    entry.write(session, FIRST, VALID, 11)
    entry.close_sheet(session, FIRST)
    another_takes_over(commission)
    assert reading_aloud.tally_of(session, SECOND) is None
    reading_aloud.begin(session, SECOND)
    assert tally(commission, SECOND) == Tally()
    reads_the_pile(commission, SECOND, a=7, b=4, invalid=1)
    entry.write(session, SECOND, VALID, 11)
    assert entry.close_sheet(session, SECOND) == (INVALID,)


def test_the_member_of_the_first_entry_reads_no_second_one(commission: Commission) -> None:
    session = commission.session
    commission.writes(FIRST)
    entry.close_sheet(session, FIRST)
    another_takes_over(commission)
    reading_aloud.begin(session, SECOND)
    session.happen(SatDown(session.night.closed_sheets[SHEET, 1]))
    with refused("same-member"):
        reads(commission, ANJOU, step_id=SECOND)


def test_a_pause_takes_no_stroke_until_somebody_goes_on(commission: Commission) -> None:
    session = commission.session
    reading_aloud.pause(session, FIRST)
    with refused("tally-not-open"):
        reads(commission, ANJOU)
    with refused("tally-not-open"):
        reading_aloud.pause(session, FIRST)
    reading_aloud.go_on(session, FIRST)
    assert reads(commission, ANJOU) == 1
    with refused("tally-not-open"):
        reading_aloud.go_on(session, FIRST)


def test_a_reading_that_was_left_goes_on_where_it_was(commission: Commission) -> None:
    session = commission.session
    reads(commission, ANJOU)
    reading_aloud.leave(session, FIRST)
    assert not reading_aloud.at_work(session, FIRST)
    rows = len(commission.journal.rows)
    reading_aloud.leave(session, FIRST)
    assert len(commission.journal.rows) == rows
    reading_aloud.begin(session, FIRST)
    reading_aloud.begin(session, FIRST)
    assert reading_aloud.at_work(session, FIRST)
    assert reads(commission, ANJOU) == 1
    assert tally(commission).strokes.counts == {ANJOU: 2}


def test_a_pile_can_be_read_anew_from_a_pause(commission: Commission) -> None:
    reads(commission, ANJOU)
    with refused("tally-not-open"):
        reading_aloud.begin_again(commission.session, FIRST)
    reading_aloud.pause(commission.session, FIRST)
    reading_aloud.begin_again(commission.session, FIRST)
    assert tally(commission) == Tally()


def test_a_finished_pile_can_be_read_anew(commission: Commission) -> None:
    reads_the_pile(commission, a=7)
    reading_aloud.begin(commission.session, FIRST)
    assert tally(commission) == Tally()


def test_an_empty_pile_gives_no_figures(commission: Commission) -> None:
    with refused("tally-empty"):
        reading_aloud.finish(commission.session, FIRST)


def test_after_a_crash_every_stroke_is_there_and_nobody_reads_yet(commission: Commission) -> None:
    """U21: the night goes on at the same page, and waits for the caller."""
    reads(commission, ANJOU, BOSC, None)
    strokes = tally(commission).strokes
    commission.starts_again()
    assert tally(commission) == Tally(strokes, "paused")
    assert reading_aloud.at_work(commission.session, FIRST)


def test_a_reading_that_was_left_stays_left_after_a_crash(commission: Commission) -> None:
    reading_aloud.leave(commission.session, FIRST)
    commission.starts_again()
    assert tally(commission).phase == "left"


def test_a_stage_that_is_opened_again_is_read_anew(commission: Commission) -> None:
    reads(commission, ANJOU)
    commission.session.happen(StageReopened("count.pear", "a pile fell down"))
    assert reading_aloud.tally_of(commission.session, FIRST) is None


def test_sheets_without_candidates_are_not_read_aloud() -> None:
    commission = Commission(pears())
    commission.opens_the_station()
    assert reading_aloud.places(commission.session, "before.pear.first") == ()
    with refused("nothing-to-read"):
        reading_aloud.begin(commission.session, "before.pear.first")


def test_a_form_that_names_no_line_has_no_key_for_invalid_ballots() -> None:
    commission = at_the_count(FORM)
    assert reading_aloud.places(commission.session, FIRST) == (ANJOU, BOSC)
    reading_aloud.begin(commission.session, FIRST)
    assert reads(commission, INVALID) == 0


DEEDS = st.lists(st.sampled_from([ANJOU, BOSC, INVALID, None, "undo"]), max_size=60)


@settings(max_examples=40)
@given(DEEDS, st.lists(st.integers(1, 8), max_size=20))
def test_strokes_in_batches_of_any_size_fold_to_what_a_plain_list_says(
    deeds: list[Place | str | None], batches: list[int]
) -> None:
    """However many keys came while the disk worked, the journal says the same."""
    commission = _counting()
    session, kept = commission.session, list(commission.journal.rows)
    night = session.night
    queue = [Undone() if isinstance(each, str) else Struck(each) for each in deeds]
    agreed: list[Place | None] = []
    lot: list[Place | None] = []
    sizes = iter(batches)
    while queue:
        size = next(sizes, 3)
        batch, queue = queue[:size], queue[size:]
        reading_aloud.strike(session, FIRST, batch)
        for deed in batch:
            if isinstance(deed, Struck) and len(lot) < COMPARE_EVERY:
                lot.append(deed.place)
            elif isinstance(deed, Undone) and lot:
                lot.pop()
        if len(lot) == COMPARE_EVERY:
            reading_aloud.compare(session, FIRST, agreed=True)
            agreed, lot = agreed + lot, []
    strokes = tally(commission).strokes
    everything = agreed + lot
    assert strokes.ballots == len(everything)
    assert strokes.doubtful == everything.count(None)
    for place in (ANJOU, BOSC, INVALID):
        assert strokes.counts.get(place, 0) == everything.count(place)
    assert examine(commission.journal.rows, lambda *_: commission.package).fault is None
    commission.journal.rows[:] = kept
    session.night = night


_COMMISSIONS: list[Commission] = []


def _counting() -> Commission:
    if not _COMMISSIONS:
        _COMMISSIONS.append(at_the_count())
        reading_aloud.begin(_COMMISSIONS[0].session, FIRST)
    return _COMMISSIONS[0]


def test_the_journal_tells_of_the_reading_in_every_language(commission: Commission) -> None:
    reads(commission, ANJOU, "undo", None)
    compared(commission, agreed=False)
    rows = commission.journal.rows[-5:]
    for language in LANGUAGES:
        spoken = words(language)
        telling = Telling(spoken, language, commission.package)
        told = [telling.event(each) for each in rows]
        assert spoken["journal.doubtful"] in told[-2]
        assert spoken["journal.differed"] in told[-1]
    english = Telling(words("en"), "en", commission.package)
    assert english.event(rows[1]) == "Ballot read aloud: stroke 1, Anjou"


def test_a_whole_reading_is_a_night_that_could_have_happened(commission: Commission) -> None:
    session = commission.session
    reads_the_pile(commission, a=7, b=4, invalid=2)
    reading_aloud.begin(session, FIRST)
    reads(commission, None, ANJOU, "undo")
    reading_aloud.pause(session, FIRST)
    reading_aloud.begin_again(session, FIRST)
    reads(commission, None)
    decides(commission, BOSC)
    reading_aloud.leave(session, FIRST)
    reading_aloud.begin(session, FIRST)
    commission.starts_again()
    reading_aloud.go_on(commission.session, FIRST)
    compared(commission)
    reading_aloud.finish(commission.session, FIRST)
    assert examine(commission.journal.rows, lambda *_: commission.package).fault is None
