from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tallydesk.signing.keys import make_key
from tallydesk.ui.answering import Acted
from tallydesk.ui.findings_presenter import FindingsPresenter
from tallydesk.ui.language import Language
from tallydesk.ui.pages.findings import FindingsPage
from tallydesk.workflow import entry
from tallydesk.workflow.happening import KeyMade, SatDown
from tests.evening import Evening
from tests.pages.night import night, opened, stands_at
from tests.pages.operator import Operator

PIN = "12345678"
At = Callable[..., FindingsPresenter]


def evening_at(language: Language, step_id: str, *, mobile: int = 7) -> Evening:
    """Every figure is 7 (those of the mobile box may differ), so that nothing adds up."""

    class Mobile(Evening):
        def fill(self, step_id: str) -> None:
            self.count = mobile if step_id.startswith("mobile") else 7
            super().fill(step_id)

    evening = Mobile(language)
    session, shelf = evening.session, evening.workplace.shelf
    for member in (1, 2, 3):
        key = make_key(PIN, session.package.station_secret, session.chance.octets)
        shelf.store(member, key.file)
        session.happen(KeyMade(member, key.point))
    evening.up_to(step_id)
    session.happen(SatDown(1))
    return evening


@pytest.fixture
def at(language: Language) -> At:
    def presenter(step_id: str, *, mobile: int = 7) -> FindingsPresenter:
        evening = evening_at(language, step_id, mobile=mobile)
        session = evening.session
        return FindingsPresenter(session, evening.workplace.shelf, session.plan.step(step_id))

    return presenter


def index_of(presenter: FindingsPresenter, code: str) -> int:
    codes = [each.matter.finding.code for each in presenter.state.matters]
    return codes.index(code)


def page_of(operator: Operator) -> FindingsPage:
    page = operator.window.page
    assert isinstance(page, FindingsPage)
    return page


# --- an account that does not balance -----------------------------------------------------------


def test_an_account_wants_its_explanation(at: At) -> None:
    """U6."""
    presenter = at("before.findings")

    state = presenter.go_on()

    assert [each.trouble for each in state.matters] == ["words"]
    presenter.acted(0, Acted("words", text="One voter took a ballot home."))
    assert presenter.go_on().finished


def test_an_explanation_is_kept_when_its_box_is_left(at: At) -> None:
    presenter = at("before.findings")
    presenter.acted(0, Acted("words", text="One voter took a ballot home."))

    state = presenter.acted(0, Acted("left"))

    assert not state.matters[0].open
    assert state.matters[0].matter.answer is not None


def test_a_figure_counted_again_asks_for_the_explanation_again(at: At) -> None:
    presenter = at("before.findings")
    presenter.acted(0, Acted("words", text="One voter took a ballot home."))
    presenter.acted(0, Acted("left"))
    for _ in range(2):
        presenter.acted(0, Acted("recount", 0, "9"))
        presenter.acted(0, Acted("recounted", 0))

    state = presenter.state.matters[0]

    assert state.open
    assert state.words == ""
    assert state.matter.stale == "One voter took a ballot home."


def test_a_finding_that_agrees_after_the_recount_stays_visible(at: At) -> None:
    presenter = at("before.findings")
    for _ in range(2):
        presenter.acted(0, Acted("recount", 0, "14"))
        presenter.acted(0, Acted("recounted", 0))

    state = presenter.state

    assert state.matters[0].settled
    assert presenter.go_on().finished


# --- arithmetic ---------------------------------------------------------------------------------


def test_arithmetic_is_counted_again_and_not_explained(at: At) -> None:
    """U6."""
    presenter = at("count.pear.findings")
    index = index_of(presenter, "A1")

    presenter.acted(index, Acted("words", text="It is just so."))
    presenter.acted(index, Acted("left"))
    state = presenter.go_on()

    assert state.matters[index].open
    assert state.matters[index].trouble == "recount"


def test_counts_are_told_apart_without_showing_them(at: At) -> None:
    presenter = at("count.pear.findings")
    index = index_of(presenter, "A1")
    told = []
    for count in ("7", "8", "8"):
        presenter.acted(index, Acted("recount", 0, count))
        pile = presenter.acted(index, Acted("recounted", 0)).matters[index].recounts[0]
        told.append((pile.counted, pile.text))

    assert told == [("once", ""), ("differs", ""), ("twice", "")]


def test_what_is_no_figure_stays_and_is_named(at: At) -> None:
    presenter = at("count.pear.findings")
    index = index_of(presenter, "A1")
    presenter.acted(index, Acted("recount", 0, "1.2"))

    pile = presenter.acted(index, Acted("recounted", 0)).matters[index].recounts[0]

    assert (pile.text, pile.wrong) == ("1.2", True)
    assert presenter.go_on().matters[index].trouble == "not-a-number"


def test_two_equal_counts_offer_the_variance_with_a_second_member(at: At) -> None:
    """U9."""
    presenter = at("count.pear.findings")
    index = index_of(presenter, "A1")
    for _ in range(2):
        presenter.acted(index, Acted("recount", 0, "7"))
        presenter.acted(index, Acted("recounted", 0))
    assert presenter.go_on().matters[index].trouble == "confirm"

    presenter.acted(index, Acted("variance"))
    assert presenter.state.matters[index].trouble == "words"
    presenter.acted(index, Acted("words", text="Counted twice by two members."))
    presenter.acted(index, Acted("variance"))
    assert presenter.state.matters[index].trouble == "confirm"
    presenter.acted(index, Acted("confirmer", 0))
    presenter.acted(index, Acted("pin", text="87654321"))
    refused = presenter.acted(index, Acted("variance")).matters[index].refused
    assert refused is not None
    assert refused.code == "pin-wrong"
    presenter.acted(index, Acted("pin", text=PIN))

    state = presenter.acted(index, Acted("variance")).matters[index]

    assert not state.open
    assert state.pin == ""


# --- the mobile box -----------------------------------------------------------------------------


def test_the_commission_decides_on_the_mobile_box(at: At) -> None:
    presenter = at("mobile.findings", mobile=9)
    index = index_of(presenter, "C1")
    assert presenter.go_on().matters[index].trouble == "way"
    presenter.acted(index, Acted("way", 0))
    assert presenter.go_on().matters[index].trouble == "carriers"
    presenter.acted(index, Acted("carrier", 0))
    presenter.acted(index, Acted("carrier", 2))
    assert presenter.go_on().matters[index].trouble == "words"
    presenter.acted(index, Acted("words", text="Act no. 1, the box held more papers."))

    state = presenter.acted(index, Acted("left")).matters[index]

    assert state.matter.voided is not None
    assert state.matter.voided.carriers == (1, 3)
    assert not state.open


def test_the_commission_may_decide_otherwise_and_say_why(at: At) -> None:
    presenter = at("mobile.findings", mobile=9)
    index = index_of(presenter, "C1")
    presenter.acted(index, Acted("way", 1))
    presenter.acted(index, Acted("words", text="Two applications lay in the wrong envelope."))

    state = presenter.acted(index, Acted("left")).matters[index]

    assert state.matter.voided is None
    assert not state.open


# --- the page -----------------------------------------------------------------------------------


def test_nothing_to_find_is_one_calm_sentence(language: Language) -> None:
    with night(language, "before.findings") as (operator, workplace):
        shown = operator.everything()
        assert "There is nothing to find" in shown
        operator.enter()

        assert stands_at(workplace) == "slip"


def test_both_sides_stand_there_with_their_figures(language: Language) -> None:
    """U5."""
    with night(language, "stationary.findings") as (operator, workplace):
        shown = operator.everything()

        assert "R9c" in shown
        assert "Left side 18 + 1015 = 1033; right side 1034" in shown
        operator.writes("Bir seçici bülleteni apardı")
        assert stands_at(workplace) == "count.fruit.first"


def test_an_answer_may_be_changed_later(language: Language) -> None:
    with night(language, "stationary.findings") as (operator, workplace):
        operator.writes("First words")
        operator.goes_back()
        box = page_of(operator).cards[0].words.box
        assert box.toPlainText() == "First words"
        box.setFocus()
        operator.types(", second words")
        operator.goes_on()

        said = [each.words for each in workplace.session.night.explained.values()]
        assert len(said) == 1
        assert "second words" in said[0]


def test_problems_lead_to_their_card(language: Language) -> None:
    with night(language, "stationary.findings") as (operator, _):
        operator.goes_on()
        assert operator.problems == ("R9c: write it in your own words",)
        operator.enter()

        assert operator.field == "Explanation: what happened, who saw it, when"


def test_a_pile_is_counted_again_by_keys(language: Language) -> None:
    evening = evening_at(language, "count.pear.findings")
    with opened(evening.workplace) as operator:
        assert operator.field.endswith("counted again")
        operator.types("7")
        operator.enter()
        operator.press(Qt.Key.Key_Up)
        operator.types("7")
        operator.enter()

        shown = operator.everything()
        assert "two counts agree: this figure stands" in shown
        variance = page_of(operator).cards[0].variance
        assert variance.isVisible()
        assert variance.button.text() == "Record the variance"


def test_typed_words_survive_another_language(language: Language) -> None:
    with night(language, "stationary.findings") as (operator, _):
        operator.types("Bir seçici")
        before = operator.focus
        language.speak("az")

        assert operator.focus is before
        assert page_of(operator).cards[0].words.box.toPlainText() == "Bir seçici"


def test_the_known_figures_of_the_package_are_seen_only_where_they_differ(
    language: Language,
) -> None:
    with night(language, "before.findings") as (operator, workplace):
        assert entry.settled(workplace.session, "before")
        assert "1450" not in operator.everything()
