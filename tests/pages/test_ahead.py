"""The page of the findings is made while the last sheet is open, and shows what was found first."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tallydesk.ui.card_stock import SPARE
from tallydesk.ui.language import Language
from tallydesk.ui.matter_card import MatterCard
from tallydesk.ui.page import Page
from tallydesk.ui.pages.findings import FindingsPage
from tallydesk.ui.widgets.figure_field import FigureField
from tests.pages.night import night, stands_at
from tests.pages.operator import Operator


def made_ahead(operator: Operator) -> list[FindingsPage]:
    """The pages of findings that lie ready and are not open."""
    window = operator.window
    return [page for page in window.findChildren(FindingsPage) if page.isHidden()]


def page_of(operator: Operator) -> Page:
    """The page that is open."""
    return operator.window.page


def waits_for_the_page(operator: Operator, qtbot: QtBot) -> FindingsPage:
    """Somebody reads the sheet for a while; meanwhile the page after it is made."""

    def ready() -> bool:
        found = made_ahead(operator)
        return [len(each.findChildren(MatterCard)) for each in found] == [SPARE]

    qtbot.waitUntil(ready)
    return made_ahead(operator)[0]


def last_sheet(language: Language) -> str:
    """The step of the last sheet whose findings come next."""
    with night(language, "stationary.findings") as (_, workplace):
        steps = [each.id for each in workplace.session.plan.steps]
        return steps[steps.index("stationary.findings") - 1]


def write_all(operator: Operator, figures: tuple[str, ...]) -> None:
    for figure in figures[:-1]:
        operator.writes(figure)
    operator.types(figures[-1])


@pytest.fixture
def figures(language: Language) -> tuple[str, ...]:
    """What the first entry of that sheet says."""
    with night(language, "stationary.findings") as (_, workplace):
        session = workplace.session
        sheet = session.plan.step(last_sheet(language)).sheet
        return tuple(
            str(session.night.settled[place]) for place in session.plan.sheet(sheet).places
        )


def test_a_page_that_lies_ready_holds_no_figure(
    language: Language, figures: tuple[str, ...], qtbot: QtBot
) -> None:
    with night(language, last_sheet(language)) as (operator, _):
        write_all(operator, figures)
        page = waits_for_the_page(operator, qtbot)

        assert page.isHidden()
        assert page.cards == []
        assert not any(field.text() for field in page.findChildren(FigureField))
        assert not any(area.toPlainText() for area in page.findChildren(QPlainTextEdit))


def test_the_finding_comes_first_and_its_field_with_the_next_paint(
    language: Language, figures: tuple[str, ...], qtbot: QtBot
) -> None:
    with night(language, last_sheet(language)) as (operator, workplace):
        write_all(operator, figures)
        ready = waits_for_the_page(operator, qtbot)
        came = QSignalSpy(ready.came)
        operator.enter()

        assert operator.window.page is ready
        assert stands_at(workplace) == "stationary.findings"
        assert page_of(operator).coming
        assert "Left side" in operator.everything()
        assert operator.window.foot.continue_button.hasFocus()

        qtbot.waitUntil(lambda: came.count() == 1)
        assert not page_of(operator).coming
        assert operator.field == "Explanation: what happened, who saw it, when"


def test_enter_before_the_field_is_there_answers_nothing(
    language: Language, figures: tuple[str, ...], qtbot: QtBot
) -> None:
    with night(language, last_sheet(language)) as (operator, workplace):
        write_all(operator, figures)
        waits_for_the_page(operator, qtbot)
        operator.enter()
        assert operator.window.page.coming
        operator.enter()

        assert stands_at(workplace) == "stationary.findings"
        assert operator.problems == ()
        assert operator.field == "Explanation: what happened, who saw it, when"


def test_an_answer_that_was_kept_stands_there_at_once(
    language: Language, figures: tuple[str, ...], qtbot: QtBot
) -> None:
    with night(language, last_sheet(language)) as (operator, _):
        write_all(operator, figures)
        page = waits_for_the_page(operator, qtbot)
        operator.enter()
        qtbot.waitUntil(lambda: not page.coming)
        operator.types("Bir seçici bülleteni apardı")
        operator.goes_back()
        again = waits_for_the_page(operator, qtbot)
        operator.goes_on()

        assert operator.window.page is again
        assert not again.coming
        assert again.cards[0].words.box.toPlainText() == "Bir seçici bülleteni apardı"


def test_the_page_made_ahead_is_given_back_when_the_work_goes_elsewhere(
    language: Language, qtbot: QtBot
) -> None:
    with night(language, last_sheet(language)) as (operator, _):
        gone = QSignalSpy(waits_for_the_page(operator, qtbot).destroyed)
        operator.goes_back()

        qtbot.waitUntil(lambda: gone.count() == 1)
