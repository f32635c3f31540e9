from __future__ import annotations

from tallydesk.ui.language import Language
from tallydesk.ui.pages.slip import SlipPresenter
from tests.album import night_at
from tests.fakes import DictOutbox
from tests.pages.night import night, stands_at


def test_the_slip_carries_the_figures_that_stand() -> None:
    session, _ = night_at("slip")

    state = SlipPresenter(session, DictOutbox()).state

    shown = {place.id: count for place, count in state.figures}
    assert (shown["3"], shown["5"], shown["8"]) == (1450, 1034, 415)
    assert "12" not in shown


def test_the_same_slip_is_there_when_the_page_opens_again() -> None:
    session, _ = night_at("slip")
    first = SlipPresenter(session, DictOutbox())

    assert SlipPresenter(session, DictOutbox()).codes == first.codes
    assert len(first.codes) >= 1


def test_it_is_saved_as_pdf() -> None:
    session, _ = night_at("slip")
    outbox = DictOutbox()

    state = SlipPresenter(session, outbox).save()

    assert state.saved == "PRACTICE-000-01-slip.pdf"
    assert outbox.files[state.saved].startswith(b"%PDF")


def test_without_a_printer_there_is_a_way_on(language: Language) -> None:
    """U31."""
    with night(language, "slip") as (operator, workplace):
        assert "There is no printer here" in operator.everything()
        operator.enter()
        assert "Saved: PRACTICE-000-01-slip.pdf" in operator.everything()
        operator.enter()

        assert stands_at(workplace) == "mobile.M1.first"
