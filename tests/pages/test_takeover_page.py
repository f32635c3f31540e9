from __future__ import annotations

from PySide6.QtCore import Qt

from tallydesk.ui.language import Language
from tallydesk.ui.pages.takeover import TakeoverPresenter
from tests.album import PIN, night_at
from tests.pages.night import night, stands_at


def presenter_at(step_id: str) -> TakeoverPresenter:
    session, shelf = night_at(step_id)
    return TakeoverPresenter(session, shelf, session.plan.step(step_id))


def test_whoever_sits_here_is_not_offered() -> None:
    session, _ = night_at("before.takeover")

    offered = presenter_at("before.takeover").state.members

    assert session.night.member not in {each.number for each in offered}


def test_nobody_chosen_is_asked_for() -> None:
    state = presenter_at("before.takeover").go_on()

    assert state.nobody
    assert state.refused is None


def test_a_wrong_pin_is_typed_anew() -> None:
    presenter = presenter_at("before.takeover")
    presenter.chose(1)
    presenter.typed("00000000")

    state = presenter.go_on()

    assert state.refused is not None
    assert state.refused.code == "pin-wrong"
    assert state.pin == ""


def test_another_member_sits_down_by_keys_alone(language: Language) -> None:
    with night(language, "before.takeover") as (operator, workplace):
        before = workplace.session.night.member
        operator.types("2")
        operator.enter()
        operator.writes(PIN)

        assert workplace.session.night.member != before
        assert stands_at(workplace) == "before.station.second"


def test_enter_on_a_row_takes_the_member_whose_pin_follows(language: Language) -> None:
    with night(language, "before.takeover") as (operator, workplace):
        operator.press(Qt.Key.Key_Down)
        operator.press(Qt.Key.Key_Up)
        operator.enter()
        operator.writes(PIN)

        assert stands_at(workplace) == "before.station.second"


def test_who_looks_back_from_the_second_entry_comes_forward_again(language: Language) -> None:
    with night(language, "before.station.second") as (operator, workplace):
        seated = workplace.session.night.member
        operator.goes_back()
        assert "sits at the laptop. Continue" in operator.everything()
        operator.enter()

        assert stands_at(workplace) == "before.station.second"
        assert workplace.session.night.member == seated


def test_the_wrong_pin_is_named_with_its_member(language: Language) -> None:
    with night(language, "before.takeover") as (operator, _):
        operator.types("1")
        operator.enter()
        operator.writes("99999999")

        assert operator.problems[0].startswith("This PIN does not open the key of ")
