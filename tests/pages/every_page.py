"""Every page of the program and every state it can be in, one after the other in one window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent

from tallydesk.ui.guide import Guide
from tallydesk.ui.language import Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.page import Page
from tallydesk.ui.pages.entry import EntryPage
from tallydesk.ui.pages.start import StartPage
from tests.album import album, scenario, workplace_at
from tests.pictures.first_use import first_use
from tests.pictures.official import official_pages, pages_without_a_night
from tests.pictures.states import scenes

COUNTING = "count.fruit.first"


def every_page(window: MainWindow, language: Language) -> Iterator[str]:
    """Opens one after the other; a name for each. Whoever asks for the next may have changed
    language, colours and size, but not the page."""
    yield from _first_page(window, language)
    yield from _night(window, language)
    yield from _stopping(window, language)
    for pages in (scenes, official_pages, first_use, pages_without_a_night):
        for name in pages(window, language):
            _give_back(window)
            yield name
            language.speak("en")


def _first_page(window: MainWindow, language: Language) -> Iterator[str]:
    for stopped in (False, True):
        window.open_page(StartPage(language, stopped_night=stopped))
        yield "resume" if stopped else "start"


def _night(window: MainWindow, language: Language) -> Iterator[str]:
    """Each step as it opens; a sheet also half written, and with what Continue says of that."""
    for at in album().plan.steps:
        workplace = workplace_at(at.id, language)
        guide = Guide(window, workplace)
        guide.follow()
        _give_back(window)
        yield at.id
        page = window.page
        if isinstance(page, EntryPage):
            places = workplace.session.plan.sheet(at.sheet).places
            write_some(page, [str(scenario().says(place)) for place in places])
            yield f"{at.id}-written"
            page.go_on()
            yield f"{at.id}-problem"
            if page.ways.way.isVisible():
                page.ways.way.click()
                yield f"{at.id}-bundles"
        _leave(guide)


def _stopping(window: MainWindow, language: Language) -> Iterator[str]:
    """Save and stop while boxes are open."""
    guide = Guide(window, workplace_at(COUNTING, language))
    window.foot.stop_button.click()
    _give_back(window)
    yield "stop"
    window.page.go_on()
    yield "stop-problem"
    _leave(guide)


def _leave(guide: Guide) -> None:
    """A guide that is left behind would go on telling the rail of its own night."""
    guide.deleteLater()
    QCoreApplication.sendPostedEvents(guide, QEvent.Type.DeferredDelete.value)


def _give_back(window: MainWindow) -> None:
    """The pages that were left: in the app a timer does it, for which nobody waits here."""
    for page in window.findChildren(Page):
        if page is not window.page:
            page.deleteLater()
            QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)


def write_some(page: EntryPage, figures: list[str]) -> None:
    """All figures but the last two: one is no figure, and one stays blank."""
    for field, figure in zip(page.sheet.fields, [*figures[:-2], "12a", ""], strict=False):
        field.setText(figure)
        field.textEdited.emit(figure)
