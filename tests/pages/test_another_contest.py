"""Two contests in one night: a key turns to the one that waits, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tallydesk.assets import form_bytes, read_bytes
from tallydesk.training.rehearsal import Rehearsal
from tallydesk.training.scenario import read_scenario
from tallydesk.ui.language import Language
from tallydesk.ui.page import Workplace
from tallydesk.workflow.opening import read_shipped
from tallydesk.workflow.session import open_night
from tests.fakes import CountingChance, DictKeyShelf, DictOutbox, ListJournal, TickingClock
from tests.journeys.test_two_contests import PAPER
from tests.pages.night import night, opened, stands_at


@pytest.fixture
def counting(language: Language) -> Workplace:
    """Both counts are open and nothing is counted yet."""
    session = open_night(
        read_bytes("packages", "practice-two-contests.toml"),
        form_bytes,
        read_shipped,
        ListJournal(),
        TickingClock(),
        CountingChance(),
        "test",
    )
    shelf, outbox = DictKeyShelf(), DictOutbox()
    Rehearsal(session, shelf, outbox, read_scenario(PAPER)).play(until="count.fruit.first")
    return Workplace(session, shelf, outbox, language)


def test_f6_turns_to_the_contest_that_waits_and_back(counting: Workplace) -> None:
    with opened(counting) as operator:
        assert stands_at(counting) == "count.fruit.first"
        assert (
            operator.window.head.contest.text() == "Fruit of the year (F6: Council of vegetables)"
        )
        operator.press(Qt.Key.Key_F6)
        assert stands_at(counting) == "count.vegetables.first"
        assert (
            operator.window.head.contest.text() == "Council of vegetables (F6: Fruit of the year)"
        )
        operator.press(Qt.Key.Key_F6)
        assert stands_at(counting) == "count.fruit.first"


def test_where_nothing_else_waits_f6_stays(language: Language) -> None:
    with night(language, "count.fruit.first") as (operator, workplace):
        assert operator.window.head.contest.text() == "Fruit of the year"
        operator.press(Qt.Key.Key_F6)
        assert stands_at(workplace) == "count.fruit.first"
