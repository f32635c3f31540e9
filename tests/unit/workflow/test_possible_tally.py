"""A stroke that nobody could have made then is named, however well it is chained in (U10)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tallydesk.counting.place import Place
from tallydesk.workflow import entry, reading_aloud
from tallydesk.workflow import tally_happening as t
from tallydesk.workflow.chain import entry_after
from tallydesk.workflow.examination import examine
from tallydesk.workflow.fault import Why
from tallydesk.workflow.happening import Happening, SatDown
from tallydesk.workflow.happening_json import written
from tests.unit.workflow.commission import Commission
from tests.unit.workflow.pile import (
    ANJOU,
    COMPARE_EVERY,
    FIRST,
    SECOND,
    SHEET,
    VALID,
    another_takes_over,
    at_the_count,
    reads,
    reads_the_pile,
)

NOBODY = Place("pear", "vote", "z")
Deed = Callable[[Commission], object]


def nothing(_commission: Commission) -> None:
    """Nobody has read a ballot yet."""


def begins(commission: Commission) -> None:
    reading_aloud.begin(commission.session, FIRST)


def reads_one(commission: Commission) -> None:
    begins(commission)
    reads(commission, ANJOU)


def reads_a_lot(commission: Commission) -> None:
    begins(commission)
    reads(commission, *[ANJOU] * COMPARE_EVERY)


def sets_one_apart(commission: Commission) -> None:
    begins(commission)
    reads(commission, None)
    reading_aloud.compare(commission.session, FIRST, agreed=True)


def pauses(commission: Commission) -> None:
    begins(commission)
    reading_aloud.pause(commission.session, FIRST)


def leaves(commission: Commission) -> None:
    begins(commission)
    reading_aloud.leave(commission.session, FIRST)


def finishes(commission: Commission) -> None:
    reads_the_pile(commission, a=1)


def closes(commission: Commission) -> None:
    begins(commission)
    commission.writes(FIRST)
    entry.close_sheet(commission.session, FIRST)


def sits_down_again(commission: Commission) -> None:
    commission.writes(FIRST)
    entry.close_sheet(commission.session, FIRST)
    another_takes_over(commission)
    reading_aloud.begin(commission.session, SECOND)
    commission.session.happen(SatDown(commission.session.night.closed_sheets[SHEET, 1]))


def stroke(number: int, place: Place | None = ANJOU, *, decided: bool = False) -> t.TallyStroke:
    return t.TallyStroke(SHEET, 1, number, place, decided)


CASES: list[tuple[Deed, Happening, Why]] = [
    (nothing, t.TallyBegun("nowhere", 1), "no-such-thing"),
    (nothing, t.TallyBegun("before.pear", 1), "frozen"),
    (nothing, t.TallyBegun(SHEET, 2), "too-early"),
    (nothing, stroke(1), "no-such-thing"),
    (begins, t.TallyBegun(SHEET, 1), "nothing-new"),
    (leaves, t.TallyBegun(SHEET, 1), "nothing-new"),
    (begins, stroke(2), "number"),
    (begins, stroke(0), "number"),
    (begins, stroke(1, NOBODY), "no-place"),
    (begins, stroke(1, VALID), "no-place"),
    (reads_one, stroke(1), "number"),
    (reads_one, stroke(2, decided=True), "number"),
    (sets_one_apart, stroke(2, None, decided=True), "number"),
    (reads_a_lot, stroke(COMPARE_EVERY + 1), "too-early"),
    (pauses, stroke(1), "nothing-new"),
    (finishes, stroke(2), "nothing-new"),
    (closes, stroke(1), "frozen"),
    (sits_down_again, t.TallyStroke(SHEET, 2, 1, ANJOU, decided=False), "same-member"),
    (begins, t.TallyStrokeUndone(SHEET, 1, 0), "number"),
    (reads_one, t.TallyStrokeUndone(SHEET, 1, 2), "number"),
    (sets_one_apart, t.TallyStrokeUndone(SHEET, 1, 1), "number"),
    (begins, t.TallyCompared(SHEET, 1, 0, agreed=True), "nothing-new"),
    (reads_one, t.TallyCompared(SHEET, 1, 2, agreed=True), "number"),
    (pauses, t.TallyPaused(SHEET, 1), "nothing-new"),
    (leaves, t.TallyLeft(SHEET, 1), "nothing-new"),
    (begins, t.TallyGoneOn(SHEET, 1), "nothing-new"),
    (begins, t.TallyFinished(SHEET, 1), "too-early"),
    (reads_one, t.TallyFinished(SHEET, 1), "too-early"),
    (sets_one_apart, t.TallyFinished(SHEET, 1), "too-early"),
    (finishes, t.TallyFinished(SHEET, 1), "nothing-new"),
]


@pytest.mark.parametrize(("deed", "happening", "why"), CASES, ids=range(len(CASES)))
def test_what_could_not_have_happened_is_named_with_its_reason(
    deed: Deed, happening: Happening, why: Why
) -> None:
    commission = at_the_count()
    deed(commission)
    last = commission.journal.rows[-1]
    kind, body = written(happening)
    forged = entry_after(last, last.at, commission.session.night.member, kind, body)
    rows = (*commission.journal.rows, forged)

    assert examine(rows[:-1], lambda *_: commission.package).fault is None
    fault = examine(rows, lambda *_: commission.package).fault

    assert fault is not None
    assert (fault.number, fault.why) == (forged.number, why)


def test_a_sheet_without_candidates_was_never_read_aloud() -> None:
    commission = Commission()
    commission.opens_the_station()
    last = commission.journal.rows[-1]
    kind, body = written(t.TallyBegun("before.pear", 1))
    forged = entry_after(last, last.at, last.member, kind, body)
    fault = examine((*commission.journal.rows, forged), lambda *_: commission.package).fault
    assert fault is not None
    assert fault.why == "no-place"
