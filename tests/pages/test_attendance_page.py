from __future__ import annotations

from PySide6.QtCore import Qt

from tallydesk.ui.language import Language
from tallydesk.ui.pages.attendance import AttendancePage, AttendancePresenter
from tests.album import night_at
from tests.pages.legibility import settle
from tests.pages.night import night, stands_at


def test_nobody_marked_is_asked_for() -> None:
    presenter = AttendancePresenter(night_at("attendance")[0])

    state = presenter.go_on()

    assert state.refused is not None
    assert state.refused.code == "nobody-present"
    assert not state.finished


def test_whoever_sits_at_the_laptop_is_present() -> None:
    presenter = AttendancePresenter(night_at("attendance")[0])
    presenter.toggled(0)
    presenter.seated(1)

    state = presenter.go_on()

    assert state.refused is not None
    assert state.refused.code == "laptop-absent"


def test_a_mark_is_taken_back_by_the_same_key() -> None:
    presenter = AttendancePresenter(night_at("attendance")[0])
    presenter.toggled(2)

    assert presenter.toggled(2).present == frozenset()


def test_the_roll_is_called_with_digits_and_enter(language: Language) -> None:
    with night(language, "attendance") as (operator, workplace):
        operator.types("1245")
        operator.enter()
        operator.types("2")
        assert operator.left == "Present: 4 of 6"
        operator.enter()

        assert workplace.session.night.present == {1, 2, 4, 5}
        assert workplace.session.night.member == 2
        assert stands_at(workplace) == "keys"


def test_down_and_space_do_the_same(language: Language) -> None:
    with night(language, "attendance") as (operator, workplace):
        operator.press(Qt.Key.Key_Space)
        operator.press(Qt.Key.Key_Down)
        operator.press(Qt.Key.Key_Down)
        operator.press(Qt.Key.Key_Space)
        operator.enter()
        operator.press(Qt.Key.Key_Down)
        operator.press(Qt.Key.Key_Down)
        operator.enter()

        assert workplace.session.night.present == {1, 3}
        assert workplace.session.night.member == 3


def test_the_summary_says_what_stands_beside_the_list(language: Language) -> None:
    with night(language, "attendance") as (operator, _):
        operator.goes_on()
        page = operator.window.page

        assert isinstance(page, AttendancePage)
        assert operator.problems == ("Mark the members who are present.",)
        assert page.asked_present.problem == operator.problems[0]
        operator.enter()
        assert operator.field == "Bənövşə Sınaqçı, chair: absent"


def test_marks_and_focus_survive_another_language(language: Language) -> None:
    with night(language, "attendance") as (operator, _):
        operator.types("13")
        before = operator.focus
        language.speak("ru")
        settle()

        assert operator.heading == "Присутствие"
        assert operator.focus is before
        assert "присутствует" in operator.field
