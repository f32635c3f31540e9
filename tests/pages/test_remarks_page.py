from __future__ import annotations

from tallydesk.ui.language import Language
from tallydesk.ui.pages.remarks import RemarksPresenter
from tests.album import night_at
from tests.pages.night import night, stands_at


def test_nothing_to_write_down_is_none(language: Language) -> None:
    with night(language, "remarks") as (operator, workplace):
        assert operator.window.foot.continue_button.text() == "None, continue"
        operator.goes_on()

        assert stands_at(workplace) == "draft.fruit"


def test_enter_alone_goes_on_where_nobody_has_anything_to_say(language: Language) -> None:
    for kind in ("1", "3"):
        with night(language, "remarks") as (operator, workplace):
            operator.types(kind)
            operator.enter()
            operator.enter()
            assert operator.focus is operator.window.foot.continue_button
            operator.enter()

            assert stands_at(workplace) == "draft.fruit"
            assert workplace.session.night.remarks == ()


def test_a_remark_has_a_writer_and_words() -> None:
    presenter = RemarksPresenter(night_at("remarks")[0])
    presenter.typed(text="The light went out twice.")

    state = presenter.keep()

    assert state.refused is not None
    assert state.refused.code == "writer-missing"
    presenter.typed(by="N. N., observer 17")
    assert [each.words for each in presenter.keep().entered] == ["The light went out twice."]
    assert not presenter.state.begun


def test_continue_keeps_what_was_begun() -> None:
    session, _ = night_at("remarks")
    presenter = RemarksPresenter(session)
    presenter.chose(1)
    presenter.typed(by="N. N.", text="My complaint was not taken.")

    assert presenter.go_on().finished
    assert session.night.remarks[0].kind == "complaint"


def test_continue_stops_at_half_a_remark() -> None:
    presenter = RemarksPresenter(night_at("remarks")[0])
    presenter.typed(by="N. N.")

    state = presenter.go_on()

    assert not state.finished
    assert state.refused is not None
    assert state.refused.code == "words-missing"


def test_an_opinion_is_a_members() -> None:
    session, _ = night_at("remarks")
    presenter = RemarksPresenter(session)
    presenter.chose(2)
    presenter.typed(text="The act was signed too late.")
    assert presenter.keep().nobody
    presenter.wrote(3)

    state = presenter.keep()

    assert [each.kind for each in state.entered] == ["opinion"]
    assert list(session.night.opinions) == [4]


def test_an_opinion_written_before_is_there_to_go_on_with() -> None:
    presenter = RemarksPresenter(night_at("remarks")[0])
    presenter.chose(2)
    presenter.typed(text="First words.")
    presenter.wrote(0)
    presenter.keep()

    assert presenter.wrote(0).words == "First words."


def test_a_remark_is_entered_by_keys_alone(language: Language) -> None:
    with night(language, "remarks") as (operator, workplace):
        operator.types("1")
        operator.enter()
        operator.writes("Müşahidəçi N. N., 00017", "İşıq iki dəfə söndü.")
        assert operator.focus is not None
        operator.enter()

        assert [each.words for each in workplace.session.night.remarks] == ["İşıq iki dəfə söndü."]
        assert "İşıq iki dəfə söndü." in operator.everything()
        operator.goes_on()
        assert stands_at(workplace) == "draft.fruit"


def test_words_that_look_like_markup_are_shown_as_they_are(language: Language) -> None:
    with night(language, "remarks") as (operator, _):
        operator.enter()
        operator.writes("N. N.", "<b>three</b> & more")
        operator.enter()

        assert "N. N.: <b>three</b> & more" in operator.everything()
