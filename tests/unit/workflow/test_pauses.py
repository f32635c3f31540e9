"""Requirement U23: a pause of more than five minutes prints on the protocol, a shorter one not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tallydesk.workflow import pauses, step
from tallydesk.workflow.examination import examine
from tallydesk.workflow.opening import read_again
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.resuming import resume_night
from tallydesk.workflow.session import Session
from tests.album import night_at
from tests.fakes import CountingChance, ListJournal, TickingClock


def goes_on(session: Session, minutes: float) -> Session:
    """The same night after a pause."""
    entries: list[Entry] = list(session.journal.entries())
    clock = TickingClock(entries[-1].at + timedelta(minutes=minutes))
    return resume_night(read_again, ListJournal(entries), clock, CountingChance(77), "again")


def told(session: Session) -> list[str]:
    return [act.words for act in pauses.acts(session, session.clock.now())]


@pytest.mark.parametrize(("minutes", "prints"), [(4.9, 0), (5.1, 1), (180, 1)])
def test_only_a_long_pause_prints(minutes: float, prints: int) -> None:
    session, _ = night_at("count.fruit.first")
    assert len(told(goes_on(session, minutes))) == prints


def test_what_was_announced_prints_with_its_reason_and_guard() -> None:
    session, _ = night_at("count.fruit.first")
    step.stop(session, "The power failed.", "Nərgiz Nümunə")
    (words,) = told(goes_on(session, 30))

    assert "The power failed" in words
    assert "Nərgiz Nümunə" in words
    assert ".." not in words


def test_what_nobody_announced_says_so_and_the_journal_holds() -> None:
    session, _ = night_at("count.fruit.first")
    again = goes_on(session, 30)

    (words,) = told(again)
    began, ended = (
        f"{at + timedelta(hours=4):%H:%M}"
        for at in (again.night.gaps[-1].began, again.night.last_at or again.night.gaps[-1].began)
    )
    assert began in words
    assert ended in words
    assert examine(tuple(again.journal.entries()), read_again).fault is None


def test_before_the_close_nobody_counts_and_nothing_prints() -> None:
    session, _ = night_at("close")
    assert told(goes_on(session, 600)) == []


def test_a_protocol_that_was_closed_before_says_nothing_of_a_later_pause() -> None:
    session, _ = night_at("sign.fruit")
    (frozen,) = session.night.frozen.values()
    again = goes_on(session, 30)

    assert list(pauses.acts(again, frozen.completed)) == []
    assert len(told(again)) == 1
