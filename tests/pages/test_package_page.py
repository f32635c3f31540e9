from __future__ import annotations

from tallydesk.ui.language import Language
from tallydesk.ui.pages.package import PackagePage, PackagePresenter
from tests.album import night_at
from tests.pages.legibility import settle
from tests.pages.night import night, stands_at
from tests.pages.test_copies_page import FullDisk


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


def test_blank_papers_are_saved_for_the_printer(language: Language) -> None:
    """Forms, tally sheets, acts and the sheet of keys can be printed beforehand (U32)."""
    with night(language, "package") as (operator, workplace):
        page = operator.window.page
        assert isinstance(page, PackagePage)
        page.blank_button.setFocus()
        operator.enter()

        shown = operator.everything()
        for name in ("form-fruit", "tally-fruit", "acts", "keys"):
            assert f"PRACTICE-000-01-{name}.pdf" in shown
        operator.enter()
        assert stands_at(workplace) == "attendance"


def test_a_full_disk_refuses_blank_papers_with_a_sentence(language: Language) -> None:
    session, _ = night_at("package")
    presenter = PackagePresenter(session, FullDisk(), session.plan.step("package"))

    state = presenter.save_pack()

    assert state.refused is not None
    assert state.saved == ()
    assert presenter.go_on().finished
