"""Nothing is cut and Continue is there, also in the smallest window and between two sizes (U15).

1093x540 at 100 % and 150 % is in `test_every_page`, with all states of a page.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tallydesk.ui import theme
from tallydesk.ui.guide import Guide
from tallydesk.ui.language import LANGUAGES, Language
from tallydesk.ui.main_window import MainWindow
from tests.fakes import EVENING
from tests.pages.legibility import cut_texts, settle
from tests.walk import Walk

SIZES = {100: ((800, 480),), 125: ((1093, 540),)}
"""Text size to widths and heights; changing the text size is slow, so each has a night."""


@pytest.mark.timeout(300)
@pytest.mark.parametrize("scale", SIZES)
def test_no_text_is_cut_on_any_page_of_the_night(
    language: Language, qtbot: QtBot, scale: int
) -> None:
    walk = Walk(language)
    window = MainWindow(language, lambda: EVENING)
    qtbot.addWidget(window)
    window.show()
    guide = Guide(window, walk.workplace)
    cut: dict[tuple[str, str, int], list[str]] = {}
    window.wear(theme.Theme("light", scale))

    for at in walk.steps():
        guide.follow()
        for width, height in SIZES[scale]:
            window.resize(width, height)
            for code in LANGUAGES:
                language.speak(code)
                settle()
                found = cut_texts(window)
                if not _continue_is_there(window):
                    found.append("Continue")
                if found:
                    cut[at.id, code, width] = found
    window.wear(theme.Theme())

    assert cut == {}


def _continue_is_there(window: MainWindow) -> bool:
    button = window.foot.continue_button
    corner = button.mapTo(window, QPoint(button.width(), button.height()))
    return button.isVisible() and corner.x() <= window.width() and corner.y() <= window.height()
