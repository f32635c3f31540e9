"""A night that stops anywhere goes on at the same place; what was written is there."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta

import pytest

from tallydesk.assets import form_bytes, read_bytes
from tallydesk.counting.place import Place
from tallydesk.workflow import attendance, entry, step
from tallydesk.workflow.chain import GENESIS, digest_of, verify_chain
from tallydesk.workflow.happening import NightOpened
from tallydesk.workflow.happening_json import KINDS, StrangeEntry, read, written
from tallydesk.workflow.night import Night
from tallydesk.workflow.opening import read_again, read_shipped
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.resuming import resume_night
from tallydesk.workflow.session import open_night
from tests.builders import PACKAGE
from tests.fakes import EVENING, CountingChance, ListJournal, TickingClock
from tests.unit.workflow.commission import Commission


def state(night: Night) -> dict[str, object]:
    """All of a night but what every start adds."""
    return {
        field.name: getattr(night, field.name)
        for field in fields(night)
        if field.name not in {"entries", "head", "last_at", "gaps"}
    }


def test_a_whole_night_reads_back_from_its_journal_alone() -> None:
    commission = Commission()
    commission.comes_to_the_stances()
    commission.everybody_signs()
    before = state(commission.session.night)
    commission.starts_again()
    assert state(commission.session.night) == before
    assert verify_chain(commission.journal.rows) is None


def test_the_program_goes_on_at_the_field_where_it_stopped() -> None:
    """U21."""
    commission = Commission()
    commission.opens_the_station()
    entry.write(commission.session, "before.pear.first", Place("pear", "line", "3"), 120)
    entry.write(commission.session, "before.pear.first", Place("pear", "line", "5"), 90)
    commission.starts_again()
    assert commission.here == "before.pear.first"
    assert commission.session.night.last_place == Place("pear", "line", "5")


def test_a_pause_stands_in_the_night_with_its_reason() -> None:
    """U23."""
    commission = Commission()
    commission.counts_everything()
    assert step.boxes_open(commission.session)
    with pytest.raises(RefusedError, match=r"^stop-needs-reason"):
        step.stop(commission.session)
    step.stop(commission.session, "power failed", "Ben and two observers")
    commission.clock.at += timedelta(minutes=7)
    commission.starts_again()
    (gap,) = commission.session.night.gaps
    assert (gap.reason, gap.guard) == ("power failed", "Ben and two observers")
    assert gap.ended is not None
    assert gap.ended - gap.began >= timedelta(minutes=7)


def test_a_crash_leaves_a_pause_without_a_reason() -> None:
    commission = Commission()
    commission.opens_the_station()
    commission.clock.at += timedelta(minutes=9)
    commission.starts_again()
    (gap,) = commission.session.night.gaps
    assert gap.reason == ""
    assert gap.ended is not None
    assert gap.ended - gap.began >= timedelta(minutes=9)


def test_before_the_boxes_are_open_nobody_is_asked_why() -> None:
    commission = Commission()
    commission.opens_the_station()
    step.stop(commission.session)
    assert commission.session.night.stopped


def test_a_clock_set_back_never_takes_the_journal_with_it() -> None:
    commission = Commission()
    commission.clock.at = EVENING - timedelta(days=1)
    step.close(commission.session, "package")
    moments = [row.at for row in commission.journal.rows]
    assert moments == sorted(moments)


def test_an_empty_or_foreign_journal_is_no_night() -> None:
    with pytest.raises(RefusedError, match=r"^not-a-night"):
        resume_night(lambda *_: PACKAGE, ListJournal(), TickingClock(), CountingChance(), "test")


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("Unheard", "{}"),
        ("StepOpened", "{}"),
        ("StepOpened", '{"step":"a","more":1}'),
        ("StepOpened", "[]"),
        ("StepOpened", "{"),
        ("StanceTaken", '{"contest":"a","member":1,"stance":9}'),
        ("SlipMade", '{"payload":"zz"}'),
        ("AttendanceTaken", '{"present":1,"at_laptop":1}'),
        ("FigureWritten", '{"place":"a/b","entry":1,"count":1}'),
    ],
)
def test_an_entry_that_cannot_be_read_is_named_and_not_guessed(kind: str, body: str) -> None:
    with pytest.raises(StrangeEntry, match=kind):
        read(kind, body)


def entry_after(head: bytes, number: int, kind: str, body: str) -> Entry:
    digest = digest_of(head, number, EVENING, 1, kind, body)
    return Entry(number, EVENING, 1, kind, body, digest)


def test_a_journal_of_a_later_version_is_refused_by_the_entry_it_cannot_read() -> None:
    commission = Commission()
    rows = commission.journal.rows
    rows.append(entry_after(rows[-1].digest, len(rows) + 1, "Unheard", "{}"))
    with pytest.raises(RefusedError, match=r"^strange-entry: number 2$"):
        commission.starts_again()


def test_a_package_that_this_version_does_not_accept_is_refused_by_its_first_mistake() -> None:
    body = written(NightOpened("format = 2", (), "test"))
    journal = ListJournal([entry_after(GENESIS, 1, *body)])
    with pytest.raises(RefusedError, match=r"^strange-package: mistake line 1, "):
        resume_night(read_again, journal, TickingClock(), CountingChance(), "test")


def test_every_kind_of_happening_survives_the_journal() -> None:
    commission = Commission()
    commission.comes_to_the_stances()
    commission.everybody_signs()
    seen = {row.kind for row in commission.journal.rows}
    assert seen <= set(KINDS)
    for row in commission.journal.rows:
        assert written(read(row.kind, row.body)) == (row.kind, row.body)


def test_attendance_asks_for_people() -> None:
    commission = Commission()
    step.close(commission.session, "package")
    with pytest.raises(RefusedError, match=r"^nobody-present"):
        attendance.take(commission.session, (), 1)
    with pytest.raises(RefusedError, match=r"^laptop-absent"):
        attendance.take(commission.session, {1, 2}, 3)


@pytest.mark.parametrize(
    ("pin", "again", "code"),
    [
        ("1234567", "1234567", "pin-too-short"),
        ("1234567a", "1234567a", "pin-too-short"),
        ("12345678", "12345679", "pin-differs"),
    ],
)
def test_a_pin_has_eight_digits_and_is_typed_twice(pin: str, again: str, code: str) -> None:
    commission = Commission()
    step.close(commission.session, "package")
    attendance.take(commission.session, {1, 2, 3}, 1)
    with pytest.raises(RefusedError, match=f"^{code}"):
        attendance.choose_pin(commission.session, commission.shelf, 1, pin, again)
    with pytest.raises(RefusedError, match=r"^keys-missing"):
        attendance.close_keys(commission.session)


def test_the_close_is_announced_at_its_hour_or_by_decision() -> None:
    commission = Commission()
    step.close(commission.session, "package")
    attendance.take(commission.session, {1, 2}, 1)
    for member in (1, 2):
        attendance.choose_pin(commission.session, commission.shelf, member, "12345678", "12345678")
    attendance.close_keys(commission.session)
    closes = commission.package.hours.closes
    early = closes - timedelta(minutes=30)
    future = closes + timedelta(hours=3)
    for announced, last, code in (
        (early, early, "early-needs-reason"),
        (future, closes, "close-in-future"),
        (closes, future, "last-vote-in-future"),
    ):
        with pytest.raises(RefusedError, match=f"^{code}"):
            attendance.close_voting(commission.session, announced, last)
    attendance.close_voting(commission.session, early, early, "all listed voters have voted")
    assert commission.here == "before.pear.first"


def test_hours_relative_to_the_opening_are_the_same_when_the_night_goes_on() -> None:
    """The minute turns between reading the package and writing the first entry."""
    clock = TickingClock(EVENING, timedelta(seconds=50))
    journal = ListJournal()
    package_file = read_bytes("packages", "practice.toml")
    opened = open_night(
        package_file, form_bytes, read_shipped, journal, clock, CountingChance(), "test"
    )
    again = resume_night(read_shipped, journal, clock, CountingChance(), "test")
    assert again.package.hours == opened.package.hours
