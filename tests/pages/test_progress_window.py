"""The whole screen on every page, and the night's progress for a projector (U35)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tallydesk.ui.language import Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.pages.start import StartPage
from tallydesk.ui.progress import ProgressPresenter
from tallydesk.ui.progress_window import ProgressWindow
from tallydesk.workflow.ports import Entry
from tests.fakes import EVENING, ListJournal
from tests.official import official_at
from tests.pages.conftest import Open
from tests.pages.legibility import settle
from tests.pages.operator import Operator

SECOND = "before.pear.second"


class Unplugged(ListJournal):
    """A journal on a disk that is gone."""

    def entries(self) -> Sequence[Entry]:
        raise OSError(5, "Input/output error")


def turns(operator: Operator) -> ProgressWindow:
    """F10, with the focus left where it was."""
    QTest.keyClick(operator.window, Qt.Key.Key_F10)
    (window,) = operator.window.findChildren(ProgressWindow)
    return window


def shown(window: ProgressWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_f10_shows_the_steps_and_takes_no_key_from_the_work(open_at: Open) -> None:
    operator, _ = open_at("before.pear.first")
    progress = turns(operator)
    assert progress.isVisible()
    assert progress.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    words = shown(progress)
    assert "PRACTICE" in words
    assert "Before opening" in words
    assert progress.accessibleName().count("●") == 1
    assert sum(not cell.pixmap().isNull() for cell in progress.findChildren(QLabel)) > 1
    operator.writes("1450")
    assert operator.figures[0] == "1450"
    turns(operator)
    assert not progress.isVisible()


def test_no_figure_of_the_night_is_in_it(open_at: Open) -> None:
    """Counted first, compared afterwards: a wall that showed one would tell the second entry."""
    operator, _ = open_at("before.pear.first")
    progress = turns(operator)
    operator.writes("1450", "1034")
    texts = shown(progress)
    texts.remove(progress.station.text())
    assert all(re.fullmatch(r"\d\d:\d\d|\D*", text) for text in texts)


def test_it_follows_the_night_with_the_time_of_what_is_done(open_at: Open) -> None:
    operator, evening = open_at(SECOND)
    presenter = ProgressPresenter(evening.session)
    done = [stop for stop in presenter.look("en").stops if stop.mark == "done"]
    assert done
    assert all(re.fullmatch(r"\d\d:\d\d", stop.at) for stop in done)
    assert all(not stop.at for stop in presenter.look("en").stops if stop.mark != "done")
    progress = turns(operator)
    evening.workplace.language.speak("ru")
    settle()
    assert presenter.look("ru").stops[0].name in shown(progress)


def test_a_journal_that_cannot_be_read_leaves_out_the_times(open_at: Open) -> None:
    _, evening = open_at(SECOND)
    evening.session.journal = Unplugged()
    assert {stop.at for stop in ProgressPresenter(evening.session).look("en").stops} == {""}


def test_an_official_night_has_no_ribbon(qapp: QApplication, language: Language) -> None:
    del qapp
    session, _ = official_at("before.station.first")
    assert not ProgressPresenter(session).look(language.code).practice


def test_a_double_click_takes_the_whole_screen_and_gives_it_back(open_at: Open) -> None:
    operator, _ = open_at("before.pear.first")
    progress = turns(operator)
    for whole in (True, False):
        QTest.mouseDClick(progress, Qt.MouseButton.LeftButton)
        assert progress.isFullScreen() is whole


def test_f11_takes_the_whole_screen_on_a_page_of_the_night(open_at: Open) -> None:
    operator, _ = open_at("before.pear.first")
    _takes_it_and_gives_it_back(operator.window)


def test_f11_takes_the_whole_screen_before_a_night_is_open(
    qapp: QApplication, language: Language
) -> None:
    del qapp
    window = MainWindow(language, lambda: EVENING)
    window.open_page(StartPage(language, stopped_night=False))
    window.show()
    QTest.qWaitForWindowActive(window)
    _takes_it_and_gives_it_back(window)
    window.close()
    window.deleteLater()


def _takes_it_and_gives_it_back(window: MainWindow) -> None:
    for whole in (True, False):
        QTest.keyClick(window, Qt.Key.Key_F11)
        assert window.isFullScreen() is whole
