from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tallydesk.ui.language import Language
from tallydesk.ui.pages.draft import DraftPage, DraftPresenter
from tallydesk.ui.printing import document_of, page_picture
from tallydesk.ui.reopening import Reopening
from tallydesk.workflow import reopening
from tallydesk.workflow.refusal import RefusedError
from tests.album import night_at
from tests.pages.night import night, stands_at


def test_the_draft_is_the_paper_itself() -> None:
    session, _ = night_at("draft.fruit")

    state = DraftPresenter(session, session.plan.step("draft.fruit")).state

    assert state.pdf.startswith(b"%PDF")
    assert state.reasons == ()


def test_what_is_missing_is_said_instead() -> None:
    session, _ = night_at("count.fruit.first")

    state = DraftPresenter(session, session.plan.step("draft.fruit")).state

    assert state.pdf == b""
    assert {reason.code for reason in state.reasons} >= {"blank-votes"}
    assert not DraftPresenter(session, session.plan.step("draft.fruit")).go_on().finished


def test_the_paper_is_printed_grey_on_white(language: Language) -> None:
    session, _ = night_at("draft.fruit")
    state = DraftPresenter(session, session.plan.step("draft.fruit")).state
    document = document_of(state.pdf, None)

    picture = page_picture(document, 0, dpi=60)

    assert picture.isGrayscale()
    assert picture.pixelColor(2, 2).value() == 255
    assert any(
        picture.pixelColor(x, y).value() < 100
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )


def test_keys_enlarge_and_enter_goes_on(language: Language) -> None:
    with night(language, "draft.fruit") as (operator, workplace):
        page = operator.window.page
        assert isinstance(page, DraftPage)
        assert operator.field == "Draft of the protocol"
        operator.types("+")
        first = page.paper.zoomFactor()
        operator.types("+")
        assert page.paper.zoomFactor() > first
        operator.types("--")
        assert page.paper.zoomFactor() < first
        operator.types("0")
        assert page.paper.zoomMode() is page.paper.ZoomMode.FitToWidth
        operator.press(Qt.Key.Key_Down)
        operator.enter()

        assert stands_at(workplace) == "transcribe.fruit"


def test_everything_is_listed_with_a_link_to_change_each_section(language: Language) -> None:
    """The check page (U27): the paper lists it all, and each section has its link."""
    with night(language, "draft.fruit") as (operator, workplace):
        page = operator.window.page
        assert isinstance(page, DraftPage)
        assert [link.accessibleName() for link in page.changes.links] == [
            "Change: Close of voting",
            "Change: Before opening",
            "Change: Mobile box",
            "Change: Stationary boxes",
            "Change: Sort and count",
            "Change: Remarks",
        ]
        page.changes.links[1].setFocus()
        operator.enter()
        assert stands_at(workplace).startswith("before.")
        assert "Why this stage is opened again" in operator.everything()

        (reopening,) = operator.window.page.findChildren(Reopening)
        assert operator.focus is reopening.line.box
        operator.writes("Two pages of the list had been left out.")
        (reopened,) = workplace.session.night.reopened
        assert reopened.reason == "Two pages of the list had been left out."


def test_nothing_can_be_changed_once_the_protocol_is_closed_for_signing(
    language: Language,
) -> None:
    """Not by a link, and not past it (U27)."""
    for at in ("sign.fruit", "over"):
        session, _ = night_at(at)
        presenter = DraftPresenter(session, session.plan.step("draft.fruit"))
        assert presenter.state.sections == ()
        before = session.night.entries
        for group in ("before", "count.fruit"):
            with pytest.raises(RefusedError, match="contest-frozen"):
                reopening.reopen(session, group, "too late")
        assert session.night.entries == before
    with night(language, "sign.fruit") as (operator, _):
        assert operator.window.foot.continue_button.text() == "Sign the protocol"
