"""The page of the findings is made while the last sheet is open, and shows what was found first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tallydesk.ui.card_stock import SPARE
from tallydesk.ui.foreword import Foreword
from tallydesk.ui.language import Language
from tallydesk.ui.matter_card import MatterCard
from tallydesk.ui.page import Page
from tallydesk.ui.pages.findings import FindingsPage
from tallydesk.ui.widgets.figure_field import FigureField
from tallydesk.ui.widgets.finding_head import FindingHead
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
        pages, forewords = made_ahead(operator), operator.window.findChildren(Foreword)
        return len(pages) == len(forewords) == 1

    qtbot.waitUntil(ready)
    (page,) = made_ahead(operator)
    assert len(page.findChildren(MatterCard)) == SPARE
    return page


def foreword_of(operator: Operator) -> Foreword:
    """What comes before the page."""
    (foreword,) = operator.window.findChildren(Foreword)
    return foreword


def place_and_words(operator: Operator, head: FindingHead) -> tuple[QPoint, tuple[str, ...]]:
    """Where a finding stands in the window, and what it says."""
    words = tuple(block.text for block in head.blocks())
    return head.mapTo(operator.window, QPoint()), words


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
        heads = foreword_of(operator).findChildren(FindingHead)
        assert {block.text for head in heads for block in head.blocks()} == {""}
        assert not any(head.accessibleDescription() for head in heads)


def test_the_finding_comes_first_and_its_field_with_the_next_paint(
    language: Language, figures: tuple[str, ...], qtbot: QtBot
) -> None:
    with night(language, last_sheet(language)) as (operator, workplace):
        write_all(operator, figures)
        ready = waits_for_the_page(operator, qtbot)
        operator.enter()

        assert isinstance(page_of(operator), Foreword)
        assert page_of(operator).coming
        assert stands_at(workplace) == "stationary.findings"
        assert "Left side" in operator.everything()
        assert operator.window.foot.continue_button.hasFocus()

        qtbot.waitUntil(lambda: page_of(operator) is ready)
        assert not ready.coming
        assert operator.field == "Explanation: what happened, who saw it, when"


def test_the_foreword_says_what_the_page_says(
    language: Language, figures: tuple[str, ...], qtbot: QtBot
) -> None:
    with night(language, last_sheet(language)) as (operator, _):
        write_all(operator, figures)
        ready = waits_for_the_page(operator, qtbot)
        operator.enter()
        foreword = page_of(operator)
        before = place_and_words(operator, foreword.findChildren(FindingHead)[0])
        heading = foreword.heading.text()
        qtbot.waitUntil(lambda: page_of(operator) is ready)

        assert place_and_words(operator, ready.cards[0].head) == before
        assert ready.heading.text() == heading


def test_enter_before_the_field_is_there_answers_nothing(
    language: Language, figures: tuple[str, ...], qtbot: QtBot
) -> None:
    with night(language, last_sheet(language)) as (operator, workplace):
        write_all(operator, figures)
        ready = waits_for_the_page(operator, qtbot)
        operator.enter()
        assert page_of(operator).coming
        operator.enter()

        assert page_of(operator) is ready
        assert stands_at(workplace) == "stationary.findings"
        assert operator.problems == ()
        assert operator.field == "Explanation: what happened, who saw it, when"


def test_going_back_before_the_field_is_there_goes_back(
    language: Language, figures: tuple[str, ...], qtbot: QtBot
) -> None:
    with night(language, last_sheet(language)) as (operator, workplace):
        write_all(operator, figures)
        waits_for_the_page(operator, qtbot)
        operator.enter()
        gone = QSignalSpy(foreword_of(operator).destroyed)
        operator.goes_back()
        page = page_of(operator)
        qtbot.waitUntil(lambda: gone.count() == 1)

        assert stands_at(workplace) == last_sheet(language)
        assert page_of(operator) is page


def test_an_answer_that_was_kept_is_told_at_once(
    language: Language, figures: tuple[str, ...], qtbot: QtBot
) -> None:
    with night(language, last_sheet(language)) as (operator, _):
        write_all(operator, figures)
        page = waits_for_the_page(operator, qtbot)
        operator.enter()
        qtbot.waitUntil(lambda: page_of(operator) is page)
        operator.types("Bir seçici bülleteni apardı")
        operator.goes_back()
        again = waits_for_the_page(operator, qtbot)
        operator.goes_on()

        assert "✓ answered" in operator.everything()
        qtbot.waitUntil(lambda: page_of(operator) is again)
        assert again.cards[0].words.box.toPlainText() == "Bir seçici bülleteni apardı"


def test_the_page_made_ahead_is_given_back_when_the_work_goes_elsewhere(
    language: Language, qtbot: QtBot
) -> None:
    with night(language, last_sheet(language)) as (operator, _):
        gone = QSignalSpy(waits_for_the_page(operator, qtbot).destroyed)
        operator.goes_back()

        qtbot.waitUntil(lambda: gone.count() == 1)
