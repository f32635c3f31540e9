"""U14: how many keys a whole practice night takes, counted where they arrive, and what it may take.

A figure wants its digits and a key to go on, twice: two members write it on a sheet, and on the
booklet a pen writes it before it is read back. What people say is typed once, letter by letter. A
page may want two keys of its own.
"""

from __future__ import annotations

import sys
from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tallydesk.app import App
from tallydesk.workflow.booklet_happening import BookletNamed, LineReadBack
from tallydesk.workflow.happening import (
    CopySaved,
    FindingExplained,
    HandedOver,
    Happening,
    KeyMade,
    OpinionWritten,
    RemarkWritten,
    SatDown,
    Signed,
    VotingClosed,
)
from tallydesk.workflow.plan import Plan
from tests.first_use import tried_before
from tests.journeys.commission_at_the_window import Commission
from tests.journeys.outcome import happenings
from tests.journeys.table import Table, demo_table
from tests.journeys.test_whole_night import works_through

A_PAGE, BESIDES = 2, 40
"""Keys that a page may want, and that a night may want besides."""
A_TIME = len("2359")


def figures_of(table: Table, night: list[Happening]) -> list[str]:
    """Every figure as the paper has it: once for its sheet, once for its line of the booklet."""
    sheets = [place for sheet in Plan(table.package).sheets for place in sheet.places]
    on_sheets = [str(table.scenario.says(place)) for place in sheets]
    return on_sheets + [str(each.count) for each in night if isinstance(each, LineReadBack)]


def typed_for(table: Table, happened: Happening) -> int:
    """Characters of PINs, texts and times that something wants."""
    pin = len(table.scenario.pin)
    match happened:
        case KeyMade():
            return 2 * pin
        case SatDown() | Signed():
            return pin
        case FindingExplained(words=words) | OpinionWritten(words=words):
            return len(words)
        case RemarkWritten(by=by, words=words):
            return len(by) + len(words)
        case BookletNamed(series=series, number=number):
            return len(series) + len(number)
        case CopySaved(receiver=receiver):
            return len(receiver)
        case VotingClosed() | HandedOver():
            return 2 * A_TIME
        case _:
            return 0


@pytest.fixture
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    return demo_table(tmp_path_factory.mktemp("table") / "booklet.json")


def test_a_night_takes_no_more_keys_than_its_figures_and_words_want(
    qapp: QApplication,
    qtbot: QtBot,
    table: Table,
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tried_before(tmp_path_factory.mktemp("night"))
    app = App(qapp, folder, "en")
    pages: Counter[object] = Counter()
    with qtbot.waitActive(app.window):
        app.show()
    commission = Commission(app.window, table)
    commission.pressed.connect(lambda _key: pages.update([app.window.page]))
    works_through(commission, qtbot)
    app.window.close()
    app.close()

    night = happenings(folder)
    figures = figures_of(table, night)
    digits, fields = sum(map(len, figures)), len(figures)
    words = sum(typed_for(table, each) for each in night)
    allowed = 2 * digits + 2 * fields + words + A_PAGE * len(pages) + BESIDES
    with capsys.disabled():
        sys.stdout.write(
            f"\nkeys of a practice night: {commission.keys}, allowed {allowed}: "
            f"2 x {digits} digits, 2 x {fields} fields, {words} characters, {len(pages)} pages"
        )
    assert commission.keys <= allowed
