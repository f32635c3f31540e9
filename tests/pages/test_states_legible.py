"""Nothing is cut either where a problem is shown, something is half done, or all is done."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from tallydesk.ui import theme
from tallydesk.ui.language import LANGUAGES, Language
from tallydesk.ui.main_window import MainWindow
from tests.fakes import EVENING
from tests.pages.legibility import cut_texts, settle
from tests.pictures.states import scenes


@pytest.mark.timeout(300)
def test_no_text_is_cut_in_any_state_of_a_page(language: Language) -> None:
    window = MainWindow(language, lambda: EVENING)
    window.resize(1093, 540)
    window.show()
    QTest.qWaitForWindowActive(window)
    cut: dict[tuple[str, str, int], list[str]] = {}

    for name in scenes(window, language):
        for scale in (100, 150):
            window.wear(theme.Theme("light", scale))
            for code in LANGUAGES:
                language.speak(code)
                settle()
                found = cut_texts(window)
                if found:
                    cut[name, code, scale] = found
        window.wear(theme.Theme())
    window.close()

    assert cut == {}
