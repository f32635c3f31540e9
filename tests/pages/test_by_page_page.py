"""The page on which a list is counted page by page, worked by its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tallydesk.counting.place import Place
from tallydesk.ui.asides import AsideLinks
from tallydesk.ui.language import LANGUAGES, Language
from tallydesk.ui.page_rows import PageRows
from tallydesk.ui.pages.by_page import ByPagePage, ByPagePresenter
from tests.album import night_at
from tests.pages.legibility import settle
from tests.pages.night import night, stands_at
from tests.pages.operator import Operator

STEP = "before.fruit.first"
SIGNATURES = Place("fruit", "line", "5")


def follows_the_link(operator: Operator, name: str = "by-page") -> None:
    """Presses a link below the heading."""
    links = operator.window.page.findChild(AsideLinks)
    assert links is not None
    links.links[name].click()


def fields(operator: Operator) -> list[str]:
    rows = operator.window.page.findChild(PageRows)
    assert rows is not None
    return [field.text() for field in rows.fields]


def test_each_page_is_a_row_and_the_next_one_waits_below(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        follows_the_link(operator)
        assert "Line 5, Voters who received a ballot (signatures)" in operator.everything()
        operator.writes("25", "30", "0")

        assert fields(operator) == ["25", "30", "0", ""]
        assert operator.left == "Pages: 3"
        assert "Subtotal of this list: 55 (fifty-five)" in operator.everything()
        assert SIGNATURES not in workplace.session.night.first


def test_enter_on_the_blank_page_puts_the_sum_onto_the_sheet(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        follows_the_link(operator)
        operator.writes("25", "30", "")

        assert stands_at(workplace) == STEP
        assert operator.heading.startswith("Before any box is opened")
        assert workplace.session.night.first[SIGNATURES] == 55
        assert "55" in operator.figures


def test_no_other_figure_is_shown_there(language: Language) -> None:
    """U7."""
    with night(language, "before.fruit.second") as (operator, workplace):
        first = workplace.session.night.first
        follows_the_link(operator)
        page = operator.window.page
        assert isinstance(page, ByPagePage)
        shown = operator.everything()
        for count in (1450, 1034, 451):
            assert count in first.values()
            assert str(count) not in shown


def test_back_leaves_the_sheet_as_it_was_and_the_pages_stay(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        follows_the_link(operator)
        operator.writes("25")
        operator.goes_back()
        assert stands_at(workplace) == STEP
        assert SIGNATURES not in workplace.session.night.first
        follows_the_link(operator)
        assert fields(operator) == ["25", ""]


def test_what_is_no_figure_is_named(language: Language) -> None:
    """U2, U4."""
    with night(language, STEP) as (operator, workplace):
        follows_the_link(operator)
        operator.writes("25", "3x")
        operator.goes_on()
        assert operator.problems == ("Page 2: write it with the digits 0 to 9 only.",)
        assert SIGNATURES not in workplace.session.night.first


def test_a_page_that_was_emptied_is_asked_for() -> None:
    """U1."""
    session, _ = night_at(STEP)
    presenter = ByPagePresenter(session, session.plan.step(STEP))
    for number, text in enumerate(("25", "30")):
        presenter.typed(number, text)
        presenter.left(number)
    presenter.typed(0, "")
    presenter.left(0)

    state = presenter.go_on()

    assert [row.trouble for row in state.rows] == ["blank", None, None]
    assert not state.finished


def test_without_a_page_continue_goes_back_to_the_sheet(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        follows_the_link(operator)
        operator.goes_on()
        assert operator.heading.startswith("Before any box is opened")
        assert SIGNATURES not in workplace.session.night.first


def test_a_station_with_several_lists_chooses_one(language: Language) -> None:
    with night(language, "before.station.first") as (operator, workplace):
        follows_the_link(operator)
        page = operator.window.page
        assert isinstance(page, ByPagePage)
        operator.writes("12")
        page.lists.field().setFocus()
        operator.press(Qt.Key.Key_Down)
        operator.enter()
        operator.writes("7", "")
        assert workplace.session.night.first == {Place("", "line", "1b"): 7}
        assert workplace.session.night.pages[1, Place("", "line", "1a")] == {1: 12}


def test_the_link_speaks_every_language(language: Language) -> None:
    said: set[str] = set()
    with night(language, STEP) as (operator, _):
        links = operator.window.page.findChild(AsideLinks)
        assert links is not None
        for code in LANGUAGES:
            language.speak(code)
            settle()
            said.add(links.links["by-page"].text())
    assert len(said) == len(LANGUAGES)
