from __future__ import annotations

from tallydesk.protocol.model import Stance
from tallydesk.ui.guide import Guide
from tallydesk.ui.language import Language
from tallydesk.ui.pages.stances import ORDER, StancesPresenter
from tallydesk.workflow.happening import AttendanceTaken
from tests.album import night_at
from tests.pages.night import night, stands_at

STEP = "stances.fruit"


def test_everything_that_is_missing_is_said_at_once() -> None:
    presenter = StancesPresenter(night_at(STEP)[0], "fruit")

    state = presenter.go_on()

    assert [reason.code for reason in state.reasons] == ["stance-missing", "quorum-not-met"]


def test_an_absent_member_is_not_asked() -> None:
    session, _ = night_at(STEP)
    session.happen(AttendanceTaken((1, 2, 3, 4, 5), 2))

    state = StancesPresenter(session, "fruit").state

    assert state.stances[5] is Stance.ABSENT
    assert state.left == 5


def test_an_opinion_has_to_be_written_first() -> None:
    presenter = StancesPresenter(night_at(STEP)[0], "fruit")

    state = presenter.took(ORDER.index(Stance.SIGNS_WITH_OPINION))

    assert state.refused is not None
    assert state.refused.code == "opinion-missing"
    assert state.stances[0] is None


def test_one_member_after_the_other_by_keys(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        for choice in "111231":
            operator.types(choice)
            operator.enter()

        assert [workplace.session.night.stances["fruit", number] for number in range(1, 7)] == [
            Stance.SIGNS,
            Stance.SIGNS,
            Stance.SIGNS,
            Stance.SIGNS_WITH_OPINION,
            Stance.REFUSES,
            Stance.SIGNS,
        ]
        assert stands_at(workplace) == "sign.fruit"


def test_whoever_starts_again_when_all_have_said_it_stands_at_the_last_one(
    language: Language,
) -> None:
    """As the page stood when the program ended: Enter closes the protocol (U21)."""
    with night(language, STEP) as (operator, workplace):
        for choice in "11111":
            operator.types(choice)
            operator.enter()
        operator.types("1")
        before = operator.focus
        assert before is not None
        Guide(operator.window, workplace)
        after = operator.focus
        assert after is not None
        assert after.accessibleName() == before.accessibleName()
        assert workplace.session.package.member(6).name in operator.everything()
        operator.enter()
        assert stands_at(workplace) == "sign.fruit"


def test_signing_on_paper_without_a_key_is_enough(language: Language) -> None:
    """U28."""
    with night(language, STEP) as (operator, workplace):
        for choice in "444433":
            operator.types(choice)
            operator.enter()

        assert stands_at(workplace) == "sign.fruit"
        operator.goes_on()
        assert stands_at(workplace) == "print.fruit"


def test_too_few_hands_are_told_in_a_sentence(language: Language) -> None:
    """U28."""
    with night(language, STEP) as (operator, _):
        for choice in "113333":
            operator.types(choice)
            operator.enter()

        assert operator.problems == (
            "Too few members sign. Without the others there is only a draft.",
        )
