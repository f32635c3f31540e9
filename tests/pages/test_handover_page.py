from __future__ import annotations

from tallydesk.ui.language import Language
from tallydesk.ui.pages.handover import HandOverPresenter
from tests.album import night_at
from tests.pages.night import night


def test_somebody_carries_it() -> None:
    presenter = HandOverPresenter(night_at("handover")[0])
    presenter.typed("posted", "1905")
    presenter.typed("left", "1905")

    state = presenter.go_on()

    assert state.refused is not None
    assert state.refused.code in {"carriers-missing", "time-in-future"}


def test_times_that_are_none_are_named_and_stay() -> None:
    presenter = HandOverPresenter(night_at("handover")[0])
    presenter.typed("posted", "half past")

    state = presenter.go_on()

    assert state.unread == ("posted", "left")
    assert state.posted == "half past"


def test_what_travels_along_is_listed() -> None:
    state = HandOverPresenter(night_at("handover")[0]).state

    assert [each.said("en") for each in state.travels] == [
        ("Fruit of the year", "booklet T 000417", ""),
        ("Separate opinions", "1", ""),
        ("Ballots and lists", "packed and sealed, with their acts", ""),
    ]


def test_the_original_leaves_and_the_night_is_over(language: Language) -> None:
    with night(language, "handover") as (operator, workplace):
        operator.types("146")
        operator.enter()
        operator.writes("1904", "1904")

        over = workplace.session.night.handed_over
        assert over is not None
        assert over.carriers == (1, 4, 6)
        assert "The night is over" in operator.everything()
        assert operator.window.foot.continue_button.text() == "Close the window"
        operator.enter()
        assert not operator.window.isVisible()


def test_the_far_future_is_refused_beside_its_box(language: Language) -> None:
    with night(language, "handover") as (operator, _):
        operator.types("1")
        operator.enter()
        operator.writes("2200", "2200")

        assert len(operator.problems) == 1
        operator.enter()
        assert operator.field == "Carriers left at (time)"
