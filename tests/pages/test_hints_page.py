"""One calm sentence beside a finding, and the piles to count first (U5, U9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest

from tallydesk.assets import words
from tallydesk.counting.place import Place
from tallydesk.rules.diagnosis import Slip
from tallydesk.ui.answering import Acted
from tallydesk.ui.findings_presenter import FindingsPresenter
from tallydesk.ui.hint_words import said_of_hint
from tallydesk.ui.language import Language
from tallydesk.ui.pages.findings import FindingsPage
from tallydesk.ui.place_names import PlaceNames
from tallydesk.workflow import entry
from tallydesk.workflow.happening import SatDown
from tallydesk.workflow.hints import Hint
from tests.evening import CHAIR, SECRETARY, Evening, package
from tests.pages.legibility import settle
from tests.pages.night import opened
from tests.pages.operator import Operator

LANGUAGES = ("az", "en", "ru")
SLIPS: tuple[Slip, ...] = (
    *("digits-exchanged", "digit-missing", "digit-doubled", "bundle-more", "bundle-less"),
    *("row-lower", "lines-swapped", "spoilt-as-unused", "blank-as-zero", "mobile-twice"),
)
ALIKE: tuple[tuple[Slip, Slip], ...] = (
    ("digit-missing", "digit-doubled"),
    ("bundle-more", "bundle-less"),
)


@dataclass
class Paper(Evening):
    """An evening on which the papers say something."""

    paper: dict[str, int] = field(default_factory=dict)

    def fill(self, step_id: str) -> None:
        at = self.session.plan.step(step_id)
        self.session.happen(SatDown(CHAIR if at.entry == 1 else SECRETARY))
        for place in self.session.plan.sheet(at.sheet).places:
            entry.write(self.session, step_id, place, self.paper.get(place.id, 0))
        entry.close_sheet(self.session, step_id)


AGREEING = {"3": 900, "5": 640, "6": 0, "8": 260, "12": 0, "13": 640, "14": 630, "15": 10} | {
    f"c{number}": count for number, count in enumerate((220, 148, 96, 83, 45, 25, 13))
}


def at_the_count(language: Language, **wrong: int) -> Evening:
    return Paper(language, paper=AGREEING | wrong).up_to("count.pear.findings", member=CHAIR)


def hint_on(operator: Operator) -> str:
    page = operator.window.page
    assert isinstance(page, FindingsPage)
    (card,) = page.cards
    return card.hint.text() if card.hint.isVisible() else ""


def presenter_of(evening: Evening) -> FindingsPresenter:
    at = evening.session.plan.step("count.pear.findings")
    return FindingsPresenter(evening.session, evening.workplace.shelf, at)


def test_the_card_says_where_to_look_first(language: Language) -> None:
    with opened(at_the_count(language, c3=38).workplace) as operator:
        said = hint_on(operator)

        assert said == ("Look first at Candidate 4, Quince: two digits may have changed places.")


def test_the_sentence_follows_the_language(language: Language) -> None:
    with opened(at_the_count(language, c3=38).workplace) as operator:
        before = hint_on(operator)
        language.speak("az")
        settle()

        assert hint_on(operator) != before
        assert "Heyva" in hint_on(operator)


def test_the_pile_to_count_first_stands_on_top_and_says_so(language: Language) -> None:
    with opened(at_the_count(language, c3=38).workplace) as operator:
        assert "count this first" in operator.everything()
        assert operator.field.startswith("Candidate 4, Quince")


def test_piles_keep_their_order_while_somebody_counts(language: Language) -> None:
    presenter = presenter_of(at_the_count(language, c3=38))
    before = [pile.place for pile in presenter.state.matters[0].recounts]
    for _ in range(2):
        presenter.acted(0, Acted("recount", 0, "38"))
        presenter.acted(0, Acted("recounted", 0))
    piles = presenter.state.matters[0].recounts

    assert [pile.place for pile in piles] == before
    assert [pile.place.id for pile in piles if pile.first] == ["c0"]


def test_a_finding_without_a_likely_slip_has_no_sentence(language: Language) -> None:
    with opened(at_the_count(language, c3=82).workplace) as operator:
        assert hint_on(operator) == ""


def test_a_finding_that_agrees_after_the_recount_has_no_sentence(language: Language) -> None:
    with opened(at_the_count(language, c3=38).workplace) as operator:
        operator.writes("83", "83")

        assert hint_on(operator) == ""


def test_enter_stays_at_a_pile_until_two_counts_agree(language: Language) -> None:
    with opened(at_the_count(language, c3=38).workplace) as operator:
        operator.writes("38", "37", "38")
        assert operator.field.startswith("Candidate 4, Quince")
        operator.writes("38")

        assert operator.field.startswith("Candidate 1, Apple")
        operator.enter()
        assert operator.field.startswith("Candidate 2, Pear")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("slip", SLIPS)
def test_no_sentence_holds_a_figure_of_the_count(slip: Slip, code: str) -> None:
    names = PlaceNames(package())
    said = said_of_hint(Hint(slip, (Place("pear", "line", "14"),)), names, code)

    assert said
    assert set(re.findall(r"\d+", said)) <= {"14", "0"}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("more", "less"), ALIKE)
def test_what_is_too_many_and_what_is_too_few_have_the_same_words(
    more: Slip, less: Slip, code: str
) -> None:
    assert words(code)[f"slip.{more}"] == words(code)[f"slip.{less}"]


def test_of_many_rows_the_first_and_the_last_are_named() -> None:
    rows = tuple(Place("pear", "vote", f"c{number}") for number in range(5))
    said = said_of_hint(Hint("row-lower", rows), PlaceNames(package()), "en")

    assert said == (
        "Look first at Candidate 1, Apple … Candidate 5, Pomegranate: "
        "figures may stand one row lower than they belong."
    )


def test_without_a_hint_nothing_is_said() -> None:
    assert said_of_hint(None, PlaceNames(package()), "en") == ""
