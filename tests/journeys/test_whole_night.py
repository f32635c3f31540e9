"""A whole practice night at the real window, by keyboard alone, once in each language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tallydesk.app import App
from tallydesk.counting.place import Place
from tallydesk.device.data_folder import DataFolder
from tallydesk.protocol.model import Stance
from tallydesk.training.rehearsal import STANCES
from tallydesk.ui.guide import PAGES
from tallydesk.workflow.happening import (
    FindingExplained,
    OpinionWritten,
    RemarkWritten,
    SheetClosed,
)
from tests.first_use import tried_before
from tests.journeys.commission_at_the_window import NOW_AND_THEN, Commission, Key, alt
from tests.journeys.outcome import happenings, lines_of, sealed
from tests.journeys.table import Table, demo_table

LANGUAGES = {"az": 1, "en": 2, "ru": 3}
"""The digit that, with Alt, speaks a language."""
OTHER = {"az": "ru", "en": "az", "ru": "en"}
A_NIGHT_MS = 110_000
WITHIN = 1200
"""Keys of a night. A figure wants its digits and Enter; more than this and a way got longer."""


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return tried_before(tmp_path / "data")


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return demo_table(tmp_path / "booklet.json")


@pytest.fixture
def app_in(qapp: QApplication, qtbot: QtBot, folder: DataFolder) -> Iterator[Callable[[str], App]]:
    """The real app in a language, its window in front."""
    apps: list[App] = []

    def start(language: str) -> App:
        app = App(qapp, folder, language)
        apps.append(app)
        with qtbot.waitActive(app.window):
            app.show()
        return app

    yield start
    for app in apps:
        app.language.speak("en")
        app.window.close()
        app.close()
        app.window.deleteLater()


def works_through(commission: Commission, qtbot: QtBot) -> None:
    with qtbot.waitSignal(commission.over, timeout=A_NIGHT_MS):
        commission.begin()
    if commission.failure is not None:
        raise commission.failure


def speaks_another_language(
    commission: Commission, language: str, switched: Counter[str]
) -> Iterator[Key]:
    """Alt and a digit speak another language, and then the first one again.

    Whatever stands in the boxes, half-typed or not, and the focus stay as they are.
    """
    screen = commission.screen
    heading, field, texts = screen.heading, screen.focus, screen.texts
    switched[heading] += 1
    for spoken in (OTHER[language], language):
        yield alt(LANGUAGES[spoken])
        assert screen.language == spoken
        assert (screen.heading == heading) is (spoken == language)
        assert screen.focus is field
        assert screen.texts == texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_night_by_keyboard_alone_seals_the_figures_of_the_paper(
    language: str,
    app_in: Callable[[str], App],
    folder: DataFolder,
    table: Table,
    qtbot: QtBot,
    record_testsuite_property: Callable[[str, object], None],
) -> None:
    """U14, U19."""
    app = app_in(language)
    commission, switched = Commission(app.window, table), Counter[str]()
    commission.interruption = partial(speaks_another_language, commission, language, switched)

    works_through(commission, qtbot)
    assert len(switched) > len(PAGES)
    assert switched.total() * NOW_AND_THEN > commission.keys
    app.close()

    record_testsuite_property(f"keys of a night in {language}", commission.keys)
    assert commission.keys < WITHIN
    shown = sealed(folder)
    assert dict(shown.lines) == lines_of(table.scenario, table.contest.id)
    assert dict(shown.votes) == table.paper.votes
    assert [each.stance for each in shown.stances] == [
        STANCES[each] for each in table.paper.stances
    ]
    assert Stance.REFUSES in [each.stance for each in shown.stances]
    night = happenings(folder)
    assert [each.words for each in night if isinstance(each, FindingExplained)] == [
        table.scenario.answers["R9c"]
    ]
    assert [each.words for each in night if isinstance(each, RemarkWritten)] == [
        each.words for each in table.scenario.remarks
    ]
    assert [each.words for each in night if isinstance(each, OpinionWritten)] == [
        each.words for each in table.scenario.opinions
    ]
    # The one figure misread in the first entry sends the second member back to the paper.
    again = [each for each in night if isinstance(each, SheetClosed) and each.entry == 2]
    assert len(again) == len({each.sheet for each in again}) + 1


def test_no_place_is_without_paper(table: Table) -> None:
    """The commission finds every line and candidate by what the screen calls it."""
    assert table.place("Line 1a, " + label(table, "1a"), "en") == Place("fruit", "line", "1a")
    assert table.place("Candidate 3, Apricot", "en") == Place("fruit", "vote", "erik")
    with pytest.raises(LookupError):
        table.place("Line 1a, something else", "en")


def label(table: Table, line: str) -> str:
    return table.contest.form.line(line).label.said_in("en")
