"""What stands beside the sheets is looked at like everything else when a journal is read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tallydesk.counting.place import Place
from tallydesk.workflow import booklet_happening as b
from tallydesk.workflow import happening as h
from tallydesk.workflow.examination import examine
from tallydesk.workflow.fault import Why
from tallydesk.workflow.happening_json import read, written
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.station_happening import DoubtfulDecided, PageCounted, TurnoutReported
from tests.attacks.night import Whole, rechained, whole_night
from tests.benchmarks.nights import NIGHT
from tests.unit.workflow.test_possible import NOWHERE, SALT, fault_of

LIST = Place("", "line", "1a")
UNUSED = Place("fruit", "line", "8")
NOON = NIGHT - timedelta(hours=7)
ACT = "Doubtful ballot no. 1 (torn): valid for Alma; votes for this decision 4, against 2."


def decided(
    number: int = 1,
    votes: tuple[int, int] = (4, 2),
    valid_for: tuple[str, ...] = ("alma",),
    words: str = ACT,
    salt: bytes = SALT,
    contest: str = "fruit",
) -> DoubtfulDecided:
    return DoubtfulDecided(contest, number, "torn", *votes, valid_for, words, salt)


@pytest.fixture(scope="module")
def whole() -> Whole:
    return whole_night()


GOOD: list[tuple[str, h.Happening]] = [
    ("SheetClosed", PageCounted(LIST, 1, 1, 40)),
    ("VotingClosed", TurnoutReported(NOON, 500)),
    ("RemarkWritten", decided()),
    ("RemarkWritten", decided(valid_for=(), words="ballot 1 (torn): invalid, 4 : 2")),
]
CASES: list[tuple[str, h.Happening, Why]] = [
    ("SheetClosed", PageCounted(NOWHERE, 1, 1, 40), "no-place"),
    ("SheetClosed", PageCounted(UNUSED, 1, 1, 40), "no-place"),
    ("SheetClosed", PageCounted(LIST, 2, 1, 40), "too-early"),
    ("SlipMade", PageCounted(LIST, 1, 1, 40), "frozen"),
    ("SheetClosed", PageCounted(LIST, 1, 0, 40), "number"),
    ("SheetClosed", PageCounted(LIST, 1, 1000, 40), "number"),
    ("SheetClosed", PageCounted(LIST, 1, 1, -1), "number"),
    ("SheetClosed", PageCounted(LIST, 1, 1, None), "nothing-new"),
    ("AttendanceTaken", TurnoutReported(NOON, 500), "too-early"),
    ("SheetClosed", TurnoutReported(NOON, 500), "frozen"),
    ("VotingClosed", TurnoutReported(NIGHT + timedelta(hours=9), 500), "time"),
    ("VotingClosed", TurnoutReported(NIGHT - timedelta(days=2), 500), "time"),
    ("VotingClosed", TurnoutReported(NOON, -1), "number"),
    ("SheetClosed", decided(), "too-early"),
    ("Signed", decided(), "frozen"),
    ("RemarkWritten", decided(2), "number"),
    ("RemarkWritten", decided(0), "number"),
    ("RemarkWritten", decided(votes=(0, 0)), "number"),
    ("RemarkWritten", decided(votes=(-1, 2)), "number"),
    ("RemarkWritten", decided(votes=(4, 3)), "number"),
    ("RemarkWritten", decided(valid_for=("alma", "nar")), "no-place"),
    ("RemarkWritten", decided(valid_for=("zeytun",)), "no-place"),
    ("RemarkWritten", decided(words=""), "words"),
    ("RemarkWritten", decided(salt=b""), "words"),
    ("RemarkWritten", decided(votes=(5, 1)), "words"),
    ("RemarkWritten", decided(valid_for=("nar",)), "words"),
    ("RemarkWritten", decided(contest="nuts"), "no-such-thing"),
    ("LineTranscribed", b.BookletSpoilt("fruit", "T", "000417", "torn", SALT), "words"),
    ("LineTranscribed", b.BookletSpoilt("fruit", "T", "000417", "T 000417 torn"), "words"),
]


@pytest.mark.parametrize(("before", "happening", "why"), CASES, ids=range(len(CASES)))
def test_what_could_not_have_happened_is_named_with_its_reason(
    whole: Whole, before: str, happening: h.Happening, why: Why
) -> None:
    assert fault_of(whole, before, happening).why == why


@pytest.mark.parametrize(("before", "happening"), GOOD, ids=range(len(GOOD)))
def test_what_could_have_happened_passes_and_may_not_come_twice_the_same(
    whole: Whole, before: str, happening: h.Happening
) -> None:
    at = whole.number_of(before) - 1
    kind, body = written(happening)
    assert read(kind, body) == happening
    entries = rechained((*whole.entries[:at], _put_in(whole, at, kind, body)))
    assert examine(entries, lambda *_: whole.session.package).fault is None
    twice = rechained((*entries, _put_in(whole, at, kind, body)))
    fault = examine(twice, lambda *_: whole.session.package).fault
    assert fault is not None
    assert fault.why == "nothing-new"


def _put_in(whole: Whole, at: int, kind: str, body: str) -> Entry:
    return replace(whole.entries[at], at=whole.entries[at - 1].at, kind=kind, body=body)
