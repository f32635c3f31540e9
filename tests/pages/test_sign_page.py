from __future__ import annotations

from hashlib import sha256

import pytest
from PySide6.QtWidgets import QLineEdit

from tallydesk.signing.codes import long_digest
from tallydesk.ui import theme
from tallydesk.ui.language import LANGUAGES, Language
from tallydesk.ui.pages.sign import SignPresenter
from tallydesk.workflow import papers
from tests.album import PIN, night_at
from tests.pages.legibility import settle
from tests.pages.night import night, stands_at
from tests.screenshot import codes_in

STEP = "sign.fruit"


def test_the_digest_of_what_is_signed_stands_there() -> None:
    session, shelf = night_at(STEP)

    state = SignPresenter(session, shelf, "fruit").state

    payload = session.night.frozen["fruit"].payload
    assert state.digest == long_digest(sha256(payload).digest())
    assert len(state.digest.replace(" ", "")) == 32


def test_only_those_who_said_so_sign() -> None:
    session, shelf = night_at(STEP)

    state = SignPresenter(session, shelf, "fruit").state

    assert state.left == (1, 2, 3, 4, 6)


def test_a_member_may_sign_first() -> None:
    session, shelf = night_at(STEP)
    presenter = SignPresenter(session, shelf, "fruit")

    member = presenter.chose(3).member

    assert member is not None
    assert member.number == 4
    assert presenter.chose(4).member == member


def test_no_pin_is_in_what_a_log_could_print() -> None:
    session, shelf = night_at(STEP)

    assert "31415926" not in repr(SignPresenter(session, shelf, "fruit").typed("31415926"))


def test_a_wrong_pin_says_whose(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        operator.writes("00000000")

        assert operator.problems[0].startswith("This PIN does not open the key of Bənövşə Sınaqçı.")
        assert workplace.session.night.signatures == {}
        operator.enter()
        assert operator.field == "Your own PIN"


def test_each_signs_with_their_own_pin(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        assert operator.window.foot.continue_button.text() == "Sign the protocol"
        operator.writes(PIN)
        assert operator.left == "Signed: 1 of 5"
        operator.writes(PIN, PIN, PIN, PIN)

        assert "fruit" in workplace.session.night.records
        assert stands_at(workplace) == "print.fruit"


@pytest.mark.parametrize("scale", [100, 125, 150])
@pytest.mark.parametrize("spoken", LANGUAGES)
def test_the_draft_code_is_read_from_the_window_as_it_opens(
    language: Language, scale: int, spoken: str
) -> None:
    """Without scrolling: a second device reads it beside the box for the first PIN."""
    with night(language, STEP) as (operator, workplace):
        window = operator.window
        window.wear(theme.Theme("light", scale))
        language.speak(spoken)
        settle()
        found = codes_in(window.body)
        (draft,) = [
            code.text
            for code in papers.draft_codes(workplace.session, "fruit")
            if code.kind == "draft"
        ]
        assert found == [draft]
        assert window.body.verticalScrollBar().value() == 0
        (pin,) = [box for box in window.page.findChildren(QLineEdit) if box.isVisible()]
        assert window.body.viewport().rect().contains(pin.mapTo(window.body, pin.rect().center()))
