"""The pages that only an official night has, worked as a person at the laptop does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtTest import QTest

from tallydesk.signing.keys import point_of, unlock
from tallydesk.ui import theme
from tallydesk.ui.guide import Guide
from tallydesk.ui.language import LANGUAGES, Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.page import Workplace
from tallydesk.workflow import letter, own_keys
from tests.fakes import EVENING, DictOutbox
from tests.official import PIN, authority, clock_of, official_at
from tests.pages.legibility import cut_texts, settle
from tests.pages.night import opened, stands_at
from tests.pages.operator import Operator
from tests.pictures.official import pages_without_a_night

SIZES = (((800, 480), 100), ((1093, 540), 125))
"""Width and height, text size; 1093x540 at 100 % and 150 % is in `test_every_page`."""


@contextmanager
def official(language: Language, step_id: str) -> Iterator[tuple[Operator, Workplace]]:
    session, shelf = official_at(step_id)
    workplace = Workplace(session, shelf, DictOutbox(), language)
    with opened(workplace) as operator:
        yield operator, workplace


def test_the_letter_is_typed_block_by_block_and_the_night_goes_on(language: Language) -> None:
    with official(language, "letter") as (operator, workplace):
        first, second = letter.blocks(workplace.session)
        blocks, secret = authority().letter.blocks, authority().letter.secret
        assert operator.field == f"Block {first} of the letter, four characters"

        operator.writes(blocks[first - 1], "0000", secret)
        assert operator.problems[0].startswith(f"Block {second} does not belong to this package.")
        operator.enter()
        operator.writes(blocks[second - 1].lower())
        operator.enter()

        assert stands_at(workplace) == "attendance"
        assert secret not in operator.everything()


def test_a_wrong_secret_locks_nothing(language: Language) -> None:
    with official(language, "letter") as (operator, workplace):
        first, second = letter.blocks(workplace.session)
        blocks = authority().letter.blocks
        operator.writes(blocks[first - 1], blocks[second - 1], "0000-0000-0000-0000")
        assert operator.problems[0].startswith("This is not the secret of this station.")
        operator.enter()
        operator.writes(authority().letter.secret)
        assert stands_at(workplace) == "attendance"


def test_after_a_restart_the_secret_is_asked_first_wherever_the_night_stands(
    language: Language,
) -> None:
    session, shelf = official_at("before.station.first")
    session.secret = ""
    with opened(Workplace(session, shelf, DictOutbox(), language)) as operator:
        assert operator.heading == "The station secret once more"
        assert not operator.window.page.may_go_back
        operator.writes(authority().letter.secret)
        assert operator.heading != "The station secret once more"
        assert session.secret


def test_keys_are_opened_lost_and_replaced_by_a_hand_on_paper(language: Language) -> None:
    with official(language, "keys") as (operator, workplace):
        night = workplace.session.night
        assert operator.left == "Keys opened: 0 of 6"
        operator.writes("00000000")
        assert "does not open the key of Bənövşə Sınaqçı" in operator.problems[0]
        operator.enter()
        operator.writes(PIN, PIN)
        # The third lost the stick: its row is the first of the reasons.
        page = operator.window.page
        page.lacks.pressed.emit(0)  # type: ignore[attr-defined]
        operator.writes(PIN, PIN, PIN)
        assert operator.left == "Keys opened: 5 of 6"
        operator.goes_on()

        night = workplace.session.night
        assert set(night.points) == {1, 2, 4, 5, 6}
        assert dict(night.keyless) == {3: "no-stick"}
        assert stands_at(workplace) == "clock"


def test_where_the_authority_chose_the_pins_each_member_may_type_their_own(
    language: Language,
) -> None:
    session, shelf = official_at("keys")
    card = replace(session.official.card, custody="authority")
    session.authority = replace(session.official, card=card)
    with opened(Workplace(session, shelf, DictOutbox(), language)) as operator:
        operator.writes(PIN)
        assert operator.field.startswith("A PIN of your own instead; empty")
        operator.writes("135724680", "135724681")
        assert operator.problems == ("The two PINs are not the same. Type both again.",)
        operator.enter()
        operator.writes("135724680", "135724680")
        assert operator.window.page.summary.isHidden()
        # The second member keeps the first PIN.
        operator.writes(PIN, "", "")
        assert set(session.night.points) == {1, 2}
        assert operator.left == "Keys opened: 2 of 6"
        secret = authority().letter.secret
        for member, pin in ((1, "135724680"), (2, PIN)):
            file = shelf.find(session.night.points[member])
            assert file is not None
            assert unlock(file, pin, secret).point == session.night.points[member]


def test_a_substitute_is_named_beside_the_absent_member(language: Language) -> None:
    session, shelf = official_at("keys")
    session.night = replace(session.night, present=frozenset({2, 3, 4, 5, 6}))
    with opened(Workplace(session, shelf, DictOutbox(), language)) as operator:
        page = operator.window.page
        page.asks.members.pressed.emit(0)  # type: ignore[attr-defined]
        page.asks.members.entered.emit()  # type: ignore[attr-defined]
        assert operator.field == "Who sits in this member’s place, when somebody does"
        operator.writes("Nar Ağacı")
        assert session.night.substitutes[1].name == "Nar Ağacı"


def test_two_members_confirm_the_clock(language: Language) -> None:
    with official(language, "clock") as (operator, workplace):
        operator.enter()
        operator.writes(PIN)
        assert workplace.session.night.clock_confirmed
        assert stands_at(workplace) == "close"


def test_nobody_chosen_and_a_wrong_pin_are_told(language: Language) -> None:
    with official(language, "clock") as (operator, workplace):
        operator.goes_on()
        assert operator.problems == ("Choose the member who confirms the clock.",)
        operator.enter()
        operator.types("1")
        operator.enter()
        operator.writes("00000000")
        assert operator.problems[0].startswith("This PIN does not open the key of")
        assert stands_at(workplace) == "clock"


def test_a_turned_clock_leads_back_to_its_page_and_on_again(language: Language) -> None:
    with official(language, "before.station.first") as (operator, workplace):
        clock_of(workplace.session).at += timedelta(hours=2)
        operator.writes("1419")
        operator.goes_back()
        assert operator.heading in ("The laptop’s clock", "Close of voting")
        operator.window.guide.follow()  # type: ignore[attr-defined]


def test_the_draft_code_stands_on_the_page_before_any_pin_and_prints(language: Language) -> None:
    with official(language, "sign.fruit") as (operator, workplace):
        page = operator.window.page
        texts = operator.everything()
        assert "Draft code, 1 of 1" in texts
        page.draft.save_button.click()  # type: ignore[attr-defined]
        outbox = workplace.outbox
        assert isinstance(outbox, DictOutbox)
        assert list(outbox.files) == ["000-01-fruit-draft.pdf"]
        assert not workplace.session.night.signatures


def test_chair_seals_or_nobody(language: Language) -> None:
    with official(language, "seal.fruit") as (operator, workplace):
        assert operator.window.foot.continue_button.text() == "Seal"
        operator.writes("00000000")
        assert operator.problems
        operator.enter()
        operator.writes(PIN)
        assert workplace.session.night.seals == {"fruit": 1}
        assert stands_at(workplace) == "print.fruit"
    with official(language, "seal.fruit") as (operator, workplace):
        page = operator.window.page
        page.asks.members.pressed.emit(1)  # type: ignore[attr-defined]
        assert operator.window.foot.continue_button.text() == "Go on without a seal"
        operator.goes_on()
        assert workplace.session.night.seals == {"fruit": 0}


def test_after_the_hand_over_the_keys_are_destroyed_but_for_those_marked(
    language: Language,
) -> None:
    with official(language, "over") as (operator, workplace):
        assert stands_at(workplace) == "destroy"
        operator.types("2")
        operator.goes_on()
        done = workplace.session.night.keys_destroyed
        assert done is not None
        assert done.kept == (2,)
        assert "5 keys were destroyed." in operator.everything()
        shelf = workplace.shelf
        member = workplace.session.official.card.members[1].point
        assert [point_of(file) for file in shelf.files.values()] == [member]  # type: ignore[attr-defined]


def test_a_member_without_a_key_may_sit_down_for_the_second_entry(language: Language) -> None:
    session, shelf = official_at("before.takeover")
    own_keys.missing(session, 4, "lost-pin")
    with opened(Workplace(session, shelf, DictOutbox(), language)) as operator:
        names = [each.text() for each in operator.window.page.asks.members._buttons]  # type: ignore[attr-defined]  # noqa: SLF001
        assert any("Çinar" in name for name in names)


@pytest.mark.timeout(300)
def test_no_text_is_cut_on_any_page_of_an_official_night(language: Language) -> None:
    window = MainWindow(language, lambda: EVENING)
    window.show()
    QTest.qWaitForWindowActive(window)
    cut: dict[tuple[str, str, int], list[str]] = {}
    for step_id in ("letter", "keys", "clock", "sign.fruit", "seal.fruit", "destroy"):
        session, shelf = official_at(step_id if step_id != "destroy" else "over")
        guide = Guide(window, Workplace(session, shelf, DictOutbox(), language))
        for size, scale in SIZES:
            window.wear(theme.Theme("light", scale))
            window.resize(*size)
            for code in LANGUAGES:
                language.speak(code)
                settle()
                found = cut_texts(window)
                if found:
                    cut[step_id, code, scale] = found
        window.wear(theme.Theme())
        language.speak("en")
        guide.deleteLater()
    window.close()
    assert cut == {}


def test_no_text_is_cut_where_no_night_is_open(language: Language) -> None:
    window = MainWindow(language, lambda: EVENING)
    window.show()
    QTest.qWaitForWindowActive(window)
    cut: dict[tuple[str, str, int], list[str]] = {}
    for name in pages_without_a_night(window, language):
        for size, scale in SIZES:
            window.wear(theme.Theme("light", scale))
            window.resize(*size)
            for code in LANGUAGES:
                language.speak(code)
                settle()
                found = cut_texts(window)
                if found:
                    cut[name, code, scale] = found
        window.wear(theme.Theme())
        language.speak("en")
    window.close()
    assert cut == {}
