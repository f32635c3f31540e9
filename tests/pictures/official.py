"""The pages that only an official night has, and the one on which a member makes their own key."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent

from tallydesk.ui.guide import Guide
from tallydesk.ui.language import Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.page import Workplace
from tallydesk.ui.pages.enrol import EnrolPage, Wishes
from tests.fakes import DictOutbox
from tests.official import official_at

STEPS = ("letter", "keys", "clock", "sign.fruit", "seal.fruit")
LAST = "destroy"


def official_pages(window: MainWindow, language: Language) -> Iterator[str]:
    """Opens one page after the other in the window; the name of each for its pictures."""
    for step_id in (*STEPS, LAST):
        session, shelf = official_at("over" if step_id == LAST else step_id)
        guide = Guide(window, Workplace(session, shelf, DictOutbox(), language))
        guide.follow()
        yield f"official-{step_id}"
        # A guide that is left behind would go on telling the rail of its own night.
        guide.deleteLater()
        QCoreApplication.sendPostedEvents(guide, QEvent.Type.DeferredDelete.value)
    window.open_page(EnrolPage(language, _not_made))
    yield "official-enrol"


def _not_made(wishes: Wishes) -> str:
    """Nobody presses the button for a picture."""
    raise AssertionError(f"a key was made for {wishes.name}")
