from __future__ import annotations

from tallydesk.ui.language import Language
from tallydesk.ui.pages.keys import KeysPresenter
from tests.album import night_at
from tests.fakes import DictKeyShelf
from tests.pages.night import night, stands_at


def test_a_short_pin_is_refused_and_stays() -> None:
    session, _ = night_at("keys")
    presenter = KeysPresenter(session, DictKeyShelf())
    presenter.typed(pin="1234567", again="1234567")

    state = presenter.go_on()

    assert state.refused is not None
    assert state.refused.code == "pin-too-short"
    assert state.pin == "1234567"


def test_two_different_pins_are_refused() -> None:
    session, _ = night_at("keys")
    presenter = KeysPresenter(session, DictKeyShelf())
    presenter.typed(pin="12345678", again="12345679")

    state = presenter.go_on()

    assert state.refused is not None
    assert state.refused.code == "pin-differs"


def test_no_pin_is_in_what_a_log_could_print() -> None:
    session, _ = night_at("keys")
    presenter = KeysPresenter(session, DictKeyShelf())

    assert "31415926" not in repr(presenter.typed(pin="31415926", again="31415926"))


def test_a_member_may_come_first() -> None:
    session, _ = night_at("keys")
    presenter = KeysPresenter(session, DictKeyShelf())

    state = presenter.chose(3)

    assert state.member is not None
    assert state.member.number == 4


def test_everybody_makes_a_key_and_the_night_goes_on(language: Language) -> None:
    with night(language, "keys") as (operator, workplace):
        for _ in range(6):
            operator.writes("24681357", "24681357")

        assert len(workplace.session.night.points) == 6
        assert stands_at(workplace) == "close"


def test_two_pins_that_differ_are_both_typed_over_what_nobody_can_read(language: Language) -> None:
    with night(language, "keys") as (operator, workplace):
        operator.writes("24681357", "24681358")
        assert operator.problems == ("The two PINs are not the same. Type both again.",)
        operator.enter()
        assert operator.field == "PIN, eight digits or more"
        operator.writes("24681357", "24681357")

        assert operator.window.page.summary.isHidden()
        assert len(workplace.session.night.points) == 1
