"""A language twice as long as English, which nobody speaks: nothing is cut on any page (U15, U18).

Its catalogue is made here and ships nowhere: every text of the window and of `resources/words`,
said twice. Names of places and people, and a form's lines, are no catalogue's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from PySide6.QtTest import QTest

from tallydesk import assets
from tallydesk.ui import finding_words
from tallydesk.ui.language import Language
from tallydesk.ui.main_window import MainWindow
from tests.album import album
from tests.fakes import EVENING
from tests.i18n.test_messages import window as catalogue
from tests.official import played
from tests.pages.every_page import every_page
from tests.pages.legibility import cut_texts, settle
from tests.pages.test_every_page import continue_is_there


def twice(text: str) -> str:
    """Twice as long, with the same placeholders."""
    return f"{text} {text}"


class TwiceAsLong(QTranslator):
    """Says every sentence of the window twice."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._said = {(owner, source): twice(source) for owner, source, _, _ in catalogue("az")}

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(
        self,
        context: str,
        source: str,
        _disambiguation: str | None = None,
        _n: int = -1,
    ) -> str:
        return self._said.get((context, source), "")


@pytest.fixture
def spoken(language: Language, monkeypatch: pytest.MonkeyPatch) -> Iterator[Language]:
    """The window and the words in that language, under the name of English."""
    # Nights are played before: what they keep is said in a language that people speak.
    album(), played()
    english = assets.words("en")
    long = {key: twice(text) for key, text in english.items()}

    def said(_table: Mapping[str, object], _prefix: str) -> Iterator[tuple[str, str]]:
        yield from long.items()

    monkeypatch.setattr(assets, "_flat", said)
    translator = TwiceAsLong(language)
    QCoreApplication.installTranslator(translator)
    _forget()
    yield language
    QCoreApplication.removeTranslator(translator)
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    """What was read before."""
    assets.words.cache_clear()
    finding_words._terms.cache_clear()  # noqa: SLF001


@pytest.mark.timeout(600)
def test_nothing_is_cut_in_a_language_twice_as_long(spoken: Language) -> None:
    window = MainWindow(spoken, lambda: EVENING)
    window.resize(1093, 540)
    window.show()
    QTest.qWaitForWindowActive(window)
    cut: dict[str, list[str]] = {}
    main_buttons: set[str] = set()
    for name in every_page(window, spoken):
        main_buttons.add(window.foot.continue_button.text())
        settle()
        found = cut_texts(window)
        if not continue_is_there(window):
            found.append("Continue")
        if found:
            cut[name] = found
    window.close()
    assert main_buttons >= {"Continue Continue", "Sign the protocol Sign the protocol"}
    assert cut == {}
