"""U17: what is wrong is said at once to people who cannot see the page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from tallydesk.ui.widgets import error_summary, notice
from tests.pages.conftest import Open


def test_problems_are_said_at_once_to_who_cannot_see_them(
    open_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def hear(_widget: QWidget, words: str) -> None:
        heard.append(words)

    monkeypatch.setattr(error_summary, "announce", hear)
    monkeypatch.setattr(notice, "announce", hear)
    operator, _ = open_at("before.pear.first")

    operator.writes("1250", "12a")
    assert heard == []
    operator.goes_on()
    operator.window.tell_trouble("00C0FFEE")

    summary, trouble = heard
    assert summary == " ".join(("There is a problem", *operator.problems))
    assert len(operator.problems) == 4
    assert "00C0FFEE" in trouble
