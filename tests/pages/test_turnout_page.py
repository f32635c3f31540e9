"""The log of the day's reports, worked by its keys; everything in it is preliminary."""

from __future__ import annotations

from datetime import timedelta

from tallydesk.ui.asides import AsideLinks
from tallydesk.ui.language import Language
from tallydesk.ui.pages.turnout import TurnoutPresenter
from tests.album import night_at
from tests.pages.night import night, stands_at
from tests.pages.test_by_page_page import follows_the_link


def test_the_hour_that_is_due_stands_there_and_the_report_is_kept(language: Language) -> None:
    with night(language, "close") as (operator, workplace):
        follows_the_link(operator, "turnout")
        due = operator.window.page.boxes["hour"].box.text()  # type: ignore[attr-defined]
        operator.writes("312")

        shown = operator.everything()
        assert due
        assert "312 voters so far" in shown
        assert "preliminary" in shown
        assert list(workplace.session.night.turnout.values()) == [312]

        operator.goes_on()
        assert stands_at(workplace) == "close"
        assert operator.heading == "Close of voting"


def test_continue_keeps_what_was_begun(language: Language) -> None:
    with night(language, "close") as (operator, workplace):
        follows_the_link(operator, "turnout")
        operator.types("312")
        operator.goes_on()
        assert list(workplace.session.night.turnout.values()) == [312]
        assert operator.heading == "Close of voting"


def test_what_is_no_time_and_no_number_is_named_beside_its_box(language: Language) -> None:
    with night(language, "close") as (operator, workplace):
        follows_the_link(operator, "turnout")
        boxes = operator.window.page.boxes  # type: ignore[attr-defined]
        boxes["hour"].box.setFocus()
        boxes["hour"].box.selectAll()
        operator.writes("noon", "many")
        assert len(operator.problems) == 2
        assert not workplace.session.night.turnout


def test_an_hour_that_has_not_struck_is_refused_in_a_sentence() -> None:
    session, _ = night_at("close")
    presenter = TurnoutPresenter(session)
    later = session.clock.now() + timedelta(hours=1)
    presenter.typed("hour", session.package.hours.on_the_wall(later))
    presenter.typed("voters", "5")
    state = presenter.go_on()
    assert state.refused is not None
    assert state.refused.code == "turnout-in-future"
    assert not state.finished


def test_after_the_close_there_is_no_link(language: Language) -> None:
    with night(language, "close") as (operator, workplace):
        assert operator.window.page.findChild(AsideLinks) is not None
        operator.writes("1900", "1900")
        operator.goes_on()
        assert stands_at(workplace) == "before.station.first"
        operator.goes_back()
        assert operator.window.page.findChild(AsideLinks) is None
