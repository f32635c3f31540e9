from __future__ import annotations

from PySide6.QtCore import Qt

from tallydesk.ui.language import Language
from tallydesk.ui.pages.transcribe import TranscribePresenter
from tests.album import night_at
from tests.pages.night import night, stands_at

STEP = "transcribe.fruit"


def test_the_booklet_has_series_and_number() -> None:
    presenter = TranscribePresenter(night_at(STEP)[0], "fruit")
    presenter.typed(series="T")

    state = presenter.go_on()

    assert state.refused is not None
    assert state.refused.code == "booklet-number"
    presenter.typed(number="000417")
    assert presenter.go_on().named


def test_a_line_is_done_before_the_next_one_is_shown() -> None:
    """U37."""
    session, _ = night_at(STEP)
    presenter = TranscribePresenter(session, "fruit")
    presenter.typed(series="T", number="000417")
    presenter.go_on()
    presenter.go_on()

    state = presenter.go_on()

    assert (state.at, state.written) == (2, 2)
    assert len(session.night.transcribed) == 2
    assert TranscribePresenter(session, "fruit").state.at == 2


def test_looking_back_never_runs_ahead() -> None:
    session, _ = night_at(STEP)
    presenter = TranscribePresenter(session, "fruit")
    presenter.typed(series="T", number="000417")
    for _ in range(4):
        presenter.go_on()

    assert presenter.went(-2).at == 1
    assert presenter.went(9).at == 3
    assert presenter.went(-9).at == 0


def test_a_spoilt_booklet_is_kept_by_its_number_with_the_reason(language: Language) -> None:
    """U37."""
    with night(language, STEP) as (operator, workplace):
        operator.writes("T", "000417")
        operator.writes(*[""] * 3)
        operator.window.page.spoilt.click()  # type: ignore[attr-defined]
        assert operator.heading == "Spoilt booklet"
        operator.enter()
        assert operator.problems == ("Write it in a few words.",)
        operator.window.page.reason.box.setFocus()  # type: ignore[attr-defined]
        operator.writes("ink ran over line 8")

        night_now = workplace.session.night
        assert stands_at(workplace) == STEP
        assert operator.field == "Series of the booklet"
        assert night_now.spoilt_booklets[0][1].number == "000417"
        assert not night_now.transcribed
        assert "ink ran over line 8" in night_now.spoilings[0][1].words


def test_back_from_the_spoilt_booklet_keeps_it(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        operator.writes("T", "000417", "")
        operator.window.page.spoilt.click()  # type: ignore[attr-defined]
        operator.goes_back()
        assert workplace.session.night.booklets["fruit"].number == "000417"
        assert operator.left.startswith("Line 2 of ")


def test_figures_and_words_stand_in_the_official_language(language: Language) -> None:
    with night(language, STEP) as (operator, _):
        operator.writes("T", "000417")

        shown = operator.everything()
        assert "1412" in shown or "1419" in shown
        assert "min dörd yüz" in shown


def test_the_whole_booklet_by_enter(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        operator.writes("T", "000417")
        assert operator.left.startswith("Line 1 of ")
        operator.enter()
        operator.press(Qt.Key.Key_Up)
        assert operator.left.startswith("Line 1 of ")
        lines = int(operator.left.split()[-1])
        for _ in range(lines):
            operator.enter()

        assert stands_at(workplace) == "readback-takeover.fruit"
