from __future__ import annotations

import pytest

from tallydesk.ui.copies_presenter import CopiesPresenter
from tallydesk.ui.language import Language
from tests.album import night_at
from tests.fakes import DictOutbox
from tests.pages.night import night, stands_at

STEP = "print.fruit"


class FullDisk(DictOutbox):
    def save(self, name: str, content: bytes) -> str:
        raise OSError(28, "No space left on device")


@pytest.fixture
def presenter() -> CopiesPresenter:
    session, _ = night_at(STEP)
    return CopiesPresenter(session, DictOutbox(), session.plan.step(STEP))


def test_a_protocol_that_was_never_saved_is_asked_about(presenter: CopiesPresenter) -> None:
    assert presenter.go_on().none


def test_each_copy_has_its_number_and_its_receiver(presenter: CopiesPresenter) -> None:
    """U31."""
    presenter.save()
    presenter.typed("N. N., observer")

    state = presenter.save()

    assert [(each.number, each.receiver) for each in state.copies] == [
        (1, ""),
        (2, "N. N., observer"),
    ]
    assert state.receiver == ""
    assert state.codes.endswith("-codes.txt")
    assert presenter.paper().startswith(b"%PDF")
    assert presenter.go_on().finished


def test_a_full_disk_keeps_what_was_typed() -> None:
    session, _ = night_at(STEP)
    presenter = CopiesPresenter(session, FullDisk(), session.plan.step(STEP))
    presenter.typed("N. N.")

    state = presenter.save()

    assert state.refused is not None
    assert state.receiver == "N. N."
    assert state.copies == ()


def test_copies_are_saved_by_enter_and_listed(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        operator.goes_on()
        assert operator.problems == (
            "Save one copy at least: so far the protocol is on this laptop alone.",
        )
        operator.window.page.first_field().setFocus()  # type: ignore[union-attr]
        operator.writes("N. N., “Açıq say”")

        shown = operator.everything()
        assert "Əsli ilə düzdür" in shown
        assert "PRACTICE-000-01-fruit-copy-01.pdf" in shown
        assert "There is no printer here" in shown
        assert operator.left == "Copies: 1"
        operator.enter()
        assert stands_at(workplace) == "handover"
