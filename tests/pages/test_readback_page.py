from __future__ import annotations

from tallydesk.ui.language import Language
from tallydesk.ui.pages.readback import ReadBackPresenter
from tallydesk.workflow import booklet
from tests.album import night_at
from tests.pages.night import night, stands_at

STEP = "readback.fruit"


def figures_at(step_id: str) -> list[str]:
    session, _ = night_at(step_id)
    return [str(booklet.figure(session, place)) for place in booklet.places(session, "fruit")]


def test_no_figure_of_the_draft_is_anywhere(language: Language) -> None:
    """U37."""
    with night(language, STEP) as (operator, _):
        shown = operator.everything()

        assert operator.figures == ("",) * len(operator.figures)
        for figure in figures_at(STEP):
            if len(figure) > 2:
                assert figure not in shown.replace("19:03", "")


def test_a_difference_says_only_to_look_at_the_booklet(language: Language) -> None:
    """U37."""
    with night(language, STEP) as (operator, workplace):
        right = figures_at(STEP)
        operator.writes("9999", *right[1:])

        assert [each.split(": ")[1:] for each in operator.problems] == [
            ["does not match", "look at the booklet."]
        ]
        assert right[0] not in operator.everything()
        operator.enter()
        operator.types(right[0])
        operator.goes_on()
        assert stands_at(workplace) == "stances.fruit"


def test_blanks_are_named_first() -> None:
    presenter = ReadBackPresenter(night_at(STEP)[0], "fruit")
    presenter.typed(0, "total", "9999")

    state = presenter.go_on()

    assert {trouble for _, trouble in state.problems} == {"blank"}
    assert state.rows[0].total == "9999"


def test_a_figure_is_on_the_disk_when_its_box_is_left() -> None:
    session, _ = night_at(STEP)
    presenter = ReadBackPresenter(session, "fruit")
    presenter.typed(3, "total", "12")
    presenter.left(3)

    assert list(session.night.read_back.values()) == [12]
    assert ReadBackPresenter(session, "fruit").state.rows[3].total == "12"


def test_a_spoilt_booklet_leads_back_to_a_new_one(language: Language) -> None:
    """U37."""
    with night(language, STEP) as (operator, workplace):
        page = operator.window.page
        page.spoilt.click()  # type: ignore[attr-defined]
        operator.writes("two figures were written over")

        assert stands_at(workplace) == "transcribe.fruit"
        assert workplace.session.night.booklets == {}
