from __future__ import annotations

from tallydesk.ui.language import Language
from tests.pages.legibility import settle
from tests.pages.night import night, stands_at


def test_everybody_sees_what_this_laptop_counts(language: Language) -> None:
    with night(language, "package") as (operator, workplace):
        shown = operator.everything()

        for words in ("1. Apple", "7. Grape", "000-01", "presidential election", "PRACTICE"):
            assert words in shown
        assert workplace.session.package.station_secret in shown
        for member in workplace.session.package.members:
            assert member.name in shown


def test_known_figures_are_not_shown_before_they_are_counted(language: Language) -> None:
    with night(language, "package") as (operator, workplace):
        station = workplace.session.package.station

        assert str(station.listed) not in operator.everything()
        assert str(station.received["fruit"]) not in operator.everything()


def test_it_is_read_in_every_language(language: Language) -> None:
    with night(language, "package") as (operator, _):
        language.speak("az")
        settle()

        assert "1. Alma" in operator.everything()


def test_continue_calls_the_roll(language: Language) -> None:
    with night(language, "package") as (operator, workplace):
        operator.enter()

        assert stands_at(workplace) == "attendance"
