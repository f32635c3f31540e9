from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallydesk.election.definition import Hours
from tallydesk.ui.clock_text import moment_near, read_clock
from tallydesk.ui.language import Language
from tallydesk.ui.pages.close_voting import ClosePresenter
from tests.album import night_at
from tests.pages.night import night, stands_at

CLOSES = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
HOURS = Hours(CLOSES - timedelta(hours=11), CLOSES, "Asia/Baku", 240)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1900", time(19, 0)),
        ("19:00", time(19, 0)),
        ("19.05", time(19, 5)),
        ("705", time(7, 5)),
        (" 0000 ", time(0, 0)),
        ("2359", time(23, 59)),
        ("2400", None),
        ("1960", None),
        ("19", None),
        ("", None),
        ("19:0", None),
        ("12345", None),
        ("٢٠٠٠", None),
        ("7pm", None),
    ],
)
def test_a_time_is_typed_as_digits(typed: str, read: time | None) -> None:
    assert read_clock(typed) == read


@given(st.times(), st.integers(-2000, 2000))
def test_a_time_means_the_nearest_moment(clock: time, minutes: int) -> None:
    clock = clock.replace(second=0, microsecond=0, tzinfo=None)
    near = CLOSES + timedelta(minutes=minutes)

    found = moment_near(clock, HOURS, near)

    assert abs(found - near) <= timedelta(hours=12)
    assert HOURS.on_the_wall(found) == f"{clock:%H:%M}"


def test_times_that_are_none_are_named_and_stay() -> None:
    presenter = ClosePresenter(night_at("close")[0])
    presenter.typed("announced", "7pm")

    state = presenter.go_on()

    assert state.unread == ("announced", "last_vote")
    assert state.announced == "7pm"


def test_an_early_close_asks_who_decided_it() -> None:
    presenter = ClosePresenter(night_at("close")[0])
    presenter.typed("announced", "1830")
    presenter.typed("last_vote", "1825")

    state = presenter.go_on()

    assert state.is_early
    assert state.refused is not None
    assert state.refused.code == "early-needs-reason"
    presenter.typed("early", "Everybody on the list has voted; the commission decided.")
    assert presenter.go_on().finished


def test_the_future_is_refused() -> None:
    presenter = ClosePresenter(night_at("close")[0])
    presenter.typed("announced", "2300")
    presenter.typed("last_vote", "2300")

    state = presenter.go_on()

    assert state.refused is not None
    assert state.refused.code == "close-in-future"


def test_two_times_and_enter(language: Language) -> None:
    with night(language, "close") as (operator, workplace):
        operator.writes("1900", "1900")

        voting = workplace.session.night.voting
        assert voting is not None
        assert (voting.announced, voting.early) == (workplace.session.package.hours.closes, "")
        assert stands_at(workplace) == "before.station.first"


def test_the_reason_appears_with_an_early_time_and_is_reached_by_enter(language: Language) -> None:
    with night(language, "close") as (operator, workplace):
        operator.writes("1830", "1830")
        assert operator.field == "Voting ended early: who decided it, and why"
        operator.writes("Hamı səs verib, komissiya qərar verdi")

        voting = workplace.session.night.voting
        assert voting is not None
        assert voting.early == "Hamı səs verib, komissiya qərar verdi"
