"""What goes wrong in the night, at the real window over a real journal (requirements U21-U26)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tallydesk.app import App
from tallydesk.counting.place import Place
from tallydesk.device.data_folder import DataFolderRefused, data_folder
from tallydesk.storage.journal import open_journal
from tallydesk.storage.reading import read_entries
from tallydesk.ui.language import Language
from tallydesk.ui.page import Workplace
from tallydesk.ui.pages.start import StartPage
from tallydesk.ui.trouble import LOG, Trouble
from tallydesk.workflow.opening import read_again
from tallydesk.workflow.resuming import resume_night
from tests.album import night_at
from tests.fakes import CountingChance, DictOutbox, TickingClock
from tests.first_use import tried_before
from tests.ordinary_user import ordinary_user
from tests.pages.night import opened
from tests.small_disk import no_file_beyond

STEP = "before.fruit.first"


@contextmanager
def on_the_disk(folder: Path, language: Language) -> Iterator[tuple[Workplace, TickingClock]]:
    """The practice night at the first sheet of its contest, with its journal in a file."""
    session, shelf = night_at(STEP)
    clock = TickingClock(session.journal.entries()[-1].at)
    with open_journal(folder / "journal.sqlite") as journal:
        journal.append(session.journal.entries())
        again = resume_night(read_again, journal, clock, CountingChance(), "test")
        yield Workplace(again, shelf, DictOutbox(), language), clock


def figures_in(folder: Path) -> list[str]:
    """What the file itself says of figures, read after the program has gone."""
    entries = read_entries(folder / "journal.sqlite")
    return [entry.body for entry in entries if entry.kind == "FigureWritten"]


def count_in(body: str) -> object:
    return json.loads(body)["count"]


def test_u24_a_disk_that_fills_up_while_typing_is_told_and_the_figure_waits(
    language: Language, tmp_path: Path
) -> None:
    """U24."""
    with on_the_disk(tmp_path, language) as (workplace, _), opened(workplace) as operator:
        written = len(workplace.session.journal.entries())
        log = tmp_path / "journal.sqlite-wal"
        with no_file_beyond(log.stat().st_size):
            operator.writes("1450", "1034")
            (said,) = operator.problems
            assert said.startswith("The disk did not take this")
            assert operator.figures[:2] == ("1450", "1034")
        assert len(workplace.session.journal.entries()) == written

        # Somebody made room: with the next figure that is left, those before are written, too.
        operator.writes("18")
        assert operator.problems == ()
    assert [count_in(body) for body in figures_in(tmp_path)[-3:]] == [18, 1450, 1034]


def test_u24_a_journal_that_cannot_be_written_at_the_start_is_told_on_the_first_page(
    qapp: QApplication, language: Language
) -> None:
    with ordinary_user() as own:
        folder = data_folder(own / "data")
        with on_the_disk(folder.root, language):
            pass
        folder.journal.chmod(0o400)
        before = folder.journal.read_bytes()
        app = App(qapp, folder, "en")
        app.window.page.go_on()
        assert isinstance(app.window.page, StartPage)
        (said,) = app.window.page.summary.sentences
        assert said == (
            f"The journal {folder.journal} cannot be written. Allow writing there, then try again."
        )
        app.close()
        assert folder.journal.read_bytes() == before


def test_u24_a_folder_on_a_read_only_disk_is_refused_before_any_window() -> None:
    with ordinary_user() as own:
        (own / "data").mkdir()
        (own / "data").chmod(0o500)
        with pytest.raises(DataFolderRefused, match="it cannot be written"):
            data_folder(own / "data")


def test_u26_a_second_instance_on_the_same_data_is_refused_with_an_explanation(
    qapp: QApplication, tmp_path: Path
) -> None:
    first, second = (App(qapp, tried_before(tmp_path), "en") for _ in range(2))
    first.window.page.go_on()
    assert not isinstance(first.window.page, StartPage)

    second.window.page.go_on()

    page = second.window.page
    assert isinstance(page, StartPage)
    assert page.summary.sentences == (
        "tallydesk is already open with this data. Go on in its other window.",
    )
    # The night is as before, and opens once the other window is closed.
    first.close()
    page.go_on()
    assert not isinstance(second.window.page, StartPage)
    second.close()


def test_u26_a_clock_behind_the_last_entry_is_told_in_practice_too(
    language: Language, tmp_path: Path
) -> None:
    with on_the_disk(tmp_path, language) as (workplace, clock):
        clock.at -= timedelta(hours=3)
        with opened(workplace) as operator:
            assert "earlier than the last entry" in operator.everything()
            # It is told and no more: figures are written all the same.
            operator.writes("1450")
            assert workplace.session.night.first[Place("fruit", "line", "3")] == 1450


def test_u26_a_clock_that_is_turned_during_the_night_is_told(
    language: Language, tmp_path: Path
) -> None:
    with on_the_disk(tmp_path, language) as (workplace, clock), opened(workplace) as operator:
        assert operator.window.page.notice.isHidden()
        clock.at += timedelta(hours=1)
        operator.window.page.finished.emit()
        assert "The laptop’s clock was turned" in operator.everything()
        clock.at -= timedelta(hours=1)
        operator.window.page.finished.emit()
        assert operator.window.page.notice.isHidden()


def test_u25_after_an_exception_nobody_caught_the_figure_is_safe_and_the_app_usable(
    language: Language, tmp_path: Path, qtbot: QtBot
) -> None:
    """U25."""
    trouble = Trouble(tmp_path)
    with on_the_disk(tmp_path, language) as (workplace, _), opened(workplace) as operator:
        trouble.tell = operator.window.tell_trouble
        operator.writes("1450")
        with capture_exceptions() as caught:
            QTimer.singleShot(0, _nobody_expected)
            qtbot.waitUntil(lambda: bool(caught))
        kind, error, trace = caught[0]
        with pytest.MonkeyPatch.context() as quiet:
            quiet.setattr(sys, "stderr", None)
            trouble.happened(kind, error, trace)

        (number,) = [
            line.split()[1]
            for line in (tmp_path / LOG).read_text("utf-8").splitlines()
            if line.startswith("20")
        ]
        said = operator.everything()
        assert f"Something went wrong, number {number}." in said
        assert "Every figure written before is safe" in said
        # The work goes on with the next key.
        operator.writes("1034")
        assert operator.figures[:2] == ("1450", "1034")
    trouble.close()
    assert [count_in(body) for body in figures_in(tmp_path)[-2:]] == [1450, 1034]


def _nobody_expected() -> None:
    raise ZeroDivisionError("nobody expected this")


def test_u21_the_window_that_is_closed_keeps_the_figure_that_is_being_typed(
    language: Language, tmp_path: Path
) -> None:
    with on_the_disk(tmp_path, language) as (workplace, _), opened(workplace) as operator:
        operator.types("1450")
    assert count_in(figures_in(tmp_path)[-1]) == 1450
