"""The laptop's clock is turned, so that a record seems to be completed at another hour."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tallydesk.protocol.model import Stance
from tallydesk.workflow import attendance, entry, hour, sealing, step
from tallydesk.workflow.happening import Resumed
from tallydesk.workflow.happening_json import read
from tallydesk.workflow.official_happening import ClockConfirmed
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.resuming import resume_night
from tests.official import PIN, clock_of, official_at, trust

FIRST = "before.station.first"


def refused(code: str) -> pytest.RaisesExc[RefusedError]:
    return pytest.raises(RefusedError, match=f"^{code}")


def test_no_figure_is_written_before_two_members_confirmed_the_clock() -> None:
    session, shelf = official_at("clock")
    with refused("too-early"):
        step.require(session, FIRST)
    with refused("clock-same-member"):
        attendance.confirm_clock(session, shelf, session.night.member, PIN)
    with refused("clock-unconfirmed"):
        hour.require(session)

    attendance.confirm_clock(session, shelf, 4, PIN)

    confirmed = [
        happened
        for each in session.journal.entries()
        if isinstance(happened := read(each.kind, each.body), ClockConfirmed)
    ]
    assert [each.by for each in confirmed] == [4]
    assert hour.trouble(session) == ""


@pytest.mark.parametrize("hours", [-3, 3])
def test_a_turned_clock_stops_entry_and_signing_until_two_confirm_again(hours: int) -> None:
    """U26."""
    session, _ = official_at(FIRST)
    place = session.plan.sheet("before.station").places[0]
    entry.write(session, FIRST, place, 1)

    clock_of(session).at += timedelta(hours=hours)
    with refused("clock-turned"):
        entry.write(session, FIRST, place, 2)

    clock_of(session).at -= timedelta(hours=hours)
    entry.write(session, FIRST, place, 2)


@pytest.mark.parametrize("step_id", ["stances.fruit", "sign.fruit"])
def test_nothing_freezes_and_nobody_signs_on_a_turned_clock(step_id: str) -> None:
    session, shelf = official_at(step_id)
    clock_of(session).at -= timedelta(hours=1)
    with refused("clock-turned"):
        if step_id == "sign.fruit":
            sealing.sign(session, shelf, "fruit", 1, PIN)
        else:
            sealing.freeze(session, "fruit")


def test_a_clock_set_right_is_confirmed_again_and_never_runs_behind_the_journal() -> None:
    session, shelf = official_at("stances.fruit")
    last = session.night.last_at
    assert last is not None
    clock_of(session).at -= timedelta(minutes=30)
    attendance.confirm_clock(session, shelf, 4, PIN)
    assert hour.trouble(session) == ""

    for member, stance in zip(session.package.deciding, (1, 1, 1, 2, 3, 1), strict=True):
        sealing.take_stance(session, "fruit", member.number, Stance(stance))
    sealing.freeze(session, "fruit")

    assert session.night.frozen["fruit"].completed >= last.replace(microsecond=0)


def test_outside_the_cards_window_nothing_is_confirmed() -> None:
    session, shelf = official_at("clock")
    clock_of(session).at += timedelta(days=3)
    with refused("clock-outside"):
        attendance.confirm_clock(session, shelf, 4, PIN)


def test_a_restart_behind_the_journal_asks_for_a_new_confirmation() -> None:
    session, shelf = official_at(FIRST)
    clock = clock_of(session)
    clock.at -= timedelta(hours=2)
    clock.ticked = 0
    again = resume_night(
        lambda *_: session.package, session.journal, clock, session.chance, "t", trust()
    )
    again.secret = session.secret

    last = again.journal.entries()[-1]
    kept = read(last.kind, last.body)
    assert isinstance(kept, Resumed)
    assert kept.wall is not None
    assert again.night.last_at is not None
    assert kept.wall < again.night.last_at
    with refused("clock-behind"):
        hour.require(again)
    attendance.confirm_clock(again, shelf, 4, PIN)
    hour.require(again)
