"""The page of the findings is made while the last sheet is open, and shows what was found first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tallydesk.ui.card_stock import SPARE
from tallydesk.ui.foreword import Foreword
from tallydesk.ui.language import Language
from tallydesk.ui.matter_card import MatterCard
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.pages.findings import FindingsPage
from tallydesk.ui.widgets.figure_field import FigureField
from tallydesk.ui.widgets.finding_head import FindingHead
from tests.pages.night import night, stands_at
from tests.pages.operator import Operator

STEP = "stationary.findings"
FIELD = "Explanation: what happened, who saw it, when"


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


@dataclass
class Evening:
    """Somebody sits before the last sheet whose findings come next, with every figure written."""

    operator: Operator
    workplace: Workplace
    qtbot: QtBot
    sheet: str

    def reads(self) -> FindingsPage:
        """Meanwhile the page after it is made."""
        return waits_for_the_page(self.operator, self.qtbot)

    def waits_for(self, page: Page) -> None:
        """Until a page has come by itself."""
        self.qtbot.waitUntil(lambda: page_of(self.operator) is page)


@pytest.fixture
def evening(language: Language, qtbot: QtBot) -> Iterator[Evening]:
    """The figures are those of the first entry."""
    with night(language, STEP) as (_, workplace):
        session = workplace.session
        steps = [each.id for each in session.plan.steps]
        before = session.plan.step(steps[steps.index(STEP) - 1])
        places = session.plan.sheet(before.sheet).places
        figures = [str(session.night.settled[place]) for place in places]
    with night(language, before.id) as (operator, workplace):
        for figure in figures[:-1]:
            operator.writes(figure)
        operator.types(figures[-1])
        yield Evening(operator, workplace, qtbot, before.id)


def test_a_page_that_lies_ready_holds_no_figure(evening: Evening) -> None:
    operator = evening.operator
    page = evening.reads()

    assert page.isHidden()
    assert page.cards == []
    assert not any(field.text() for field in page.findChildren(FigureField))
    assert not any(area.toPlainText() for area in page.findChildren(QPlainTextEdit))
    heads = foreword_of(operator).findChildren(FindingHead)
    assert {block.text for head in heads for block in head.blocks()} == {""}
    assert not any(head.accessibleDescription() for head in heads)


def test_the_finding_comes_first_and_its_field_with_the_next_paint(evening: Evening) -> None:
    operator = evening.operator
    ready = evening.reads()
    operator.enter()

    assert isinstance(page_of(operator), Foreword)
    assert page_of(operator).coming
    assert stands_at(evening.workplace) == STEP
    assert "Left side" in operator.everything()
    assert operator.window.foot.continue_button.hasFocus()

    evening.waits_for(ready)
    assert not ready.coming
    assert operator.field == FIELD


def test_the_foreword_says_what_the_page_says(evening: Evening) -> None:
    operator = evening.operator
    ready = evening.reads()
    operator.enter()
    foreword = page_of(operator)
    before = place_and_words(operator, foreword.findChildren(FindingHead)[0])
    heading = foreword.heading.text()
    evening.waits_for(ready)

    assert place_and_words(operator, ready.cards[0].head) == before
    assert ready.heading.text() == heading


def test_enter_before_the_field_is_there_answers_nothing(evening: Evening) -> None:
    operator = evening.operator
    ready = evening.reads()
    operator.enter()
    assert page_of(operator).coming
    operator.enter()

    assert page_of(operator) is ready
    assert stands_at(evening.workplace) == STEP
    assert operator.problems == ()
    assert operator.field == FIELD


def test_going_back_before_the_field_is_there_goes_back(evening: Evening) -> None:
    operator = evening.operator
    evening.reads()
    operator.enter()
    gone = QSignalSpy(foreword_of(operator).destroyed)
    operator.goes_back()
    page = page_of(operator)
    evening.qtbot.waitUntil(lambda: gone.count() == 1)

    assert stands_at(evening.workplace) == evening.sheet
    assert page_of(operator) is page


def test_an_answer_that_was_kept_is_told_at_once(evening: Evening) -> None:
    operator = evening.operator
    page = evening.reads()
    operator.enter()
    evening.waits_for(page)
    operator.types("Bir seçici bülleteni apardı")
    operator.goes_back()
    again = evening.reads()
    operator.goes_on()

    assert "✓ answered" in operator.everything()
    evening.waits_for(again)
    assert again.cards[0].words.box.toPlainText() == "Bir seçici bülleteni apardı"


def test_the_page_made_ahead_is_given_back_when_the_work_goes_elsewhere(evening: Evening) -> None:
    gone = QSignalSpy(evening.reads().destroyed)
    evening.operator.goes_back()

    evening.qtbot.waitUntil(lambda: gone.count() == 1)
