"""The page on which the commission votes on doubtful ballots, worked by its keys."""

from __future__ import annotations

from tallydesk.ui.doubtful_presenter import INVALID, DoubtfulPresenter
from tallydesk.ui.language import Language
from tallydesk.workflow import doubtful
from tests.album import night_at
from tests.pages.night import night, stands_at
from tests.pages.test_by_page_page import follows_the_link

STEP = "count.fruit.first"


def test_a_ballot_is_described_voted_on_and_decided_by_keys(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        follows_the_link(operator, "doubtful")
        operator.writes("two marks, one crossed out", "4", "2")
        operator.types("5")
        operator.enter()

        held = doubtful.decided(workplace.session, "fruit")
        assert [(each.votes_for, each.votes_against, each.valid_for) for each in held.values()] == [
            (4, 2, ("nar",))
        ]
        assert operator.left == "Decided: 1"
        assert operator.field == "What is seen on it"
        operator.goes_on()
        assert stands_at(workplace) == STEP
        assert operator.heading == "Sort and count"


def test_behind_the_last_candidate_stands_invalid(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        follows_the_link(operator, "doubtful")
        operator.writes("torn", "6", "0")
        operator.types("8")
        operator.goes_on()
        (held,) = doubtful.decided(workplace.session, "fruit").values()
        assert held.valid_for == ()


def test_nothing_is_kept_until_all_is_said(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        follows_the_link(operator, "doubtful")
        operator.writes("torn", "six")
        operator.goes_on()
        assert len(operator.problems) == 3
        assert not workplace.session.night.doubtful


def test_more_votes_than_members_is_said_beside_the_votes(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        follows_the_link(operator, "doubtful")
        operator.writes("torn", "6", "1")
        operator.types("8")
        operator.enter()
        assert operator.problems == ("6 members are here to vote. Write for and against again.",)
        assert not workplace.session.night.doubtful


def test_the_number_of_an_earlier_ballot_brings_it_back_to_be_written_anew() -> None:
    session, _ = night_at(STEP)
    presenter = DoubtfulPresenter(session, "fruit")
    for number, (seen, whom) in enumerate((("torn", 7), ("two marks", 0)), start=1):
        presenter.typed("description", seen)
        presenter.typed("votes_for", "6")
        presenter.typed("votes_against", "0")
        presenter.chose(whom)
        assert presenter.keep().texts[0] == str(number + 1)

    state = presenter.typed("number", "1")
    assert (state.texts, state.chosen) == (("1", "torn", "6", "0"), frozenset({INVALID}))
    presenter.chose(4)
    presenter.keep()

    held = doubtful.decided(session, "fruit")
    assert {number: each.valid_for for number, each in held.items()} == {
        1: ("nar",),
        2: ("alma",),
    }


def test_with_several_seats_a_ballot_counts_for_several() -> None:
    session, _ = night_at(STEP)
    presenter = DoubtfulPresenter(session, "fruit")
    presenter.seats = 3
    presenter.chose(0)
    assert presenter.chose(4).chosen == frozenset({0, 4})
    assert presenter.chose(0).chosen == frozenset({4})
    assert presenter.chose(7).chosen == frozenset({INVALID})


def test_continue_without_a_ballot_goes_back_to_the_sheet(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        follows_the_link(operator, "doubtful")
        operator.goes_on()
        assert stands_at(workplace) == STEP
        assert operator.heading == "Sort and count"
