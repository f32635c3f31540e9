from __future__ import annotations

from PySide6.QtCore import Qt

from tallydesk.ui.language import Language
from tallydesk.ui.pages.draft import DraftPage, DraftPresenter
from tallydesk.ui.printing import document_of, page_picture
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
