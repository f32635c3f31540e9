"""Places beside the steps of the night, reached by a link from a step's page and left to it.

The night stays at its step meanwhile: whoever starts the program again finds the step's page. A new
place is a line in `PAGES` and one in `offered`.
"""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QWidget

from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.widgets.wrapped_button import WrappedButton
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session

PAGES: dict[str, tuple[str, str]] = {
    "by-page": ("by_page", "ByPagePage"),
    "turnout": ("turnout", "TurnoutPage"),
    "doubtful": ("doubtful", "DoubtfulPage"),
    "spoilt": ("spoilt_booklet", "SpoiltBookletPage"),
}
"""Module in `ui/pages` and class, called with the workplace and the step."""

LINKS: dict[str, object] = {
    "by-page": QT_TRANSLATE_NOOP("Asides", "Count a list page by page"),
    "turnout": QT_TRANSLATE_NOOP("Asides", "Reports of the day: how many have voted so far"),
    "doubtful": QT_TRANSLATE_NOOP("Asides", "Doubtful ballots"),
}


def offered(session: Session, at: Step) -> tuple[str, ...]:
    """The places that a step's page links to; a page may lead to others by itself."""
    if at.kind in ("attendance", "close"):
        from tallydesk.workflow import turnout

        return ("turnout",) if turnout.may_report(session) else ()
    if at.kind == "entry" and not session.night.sheet_done(at.sheet, at.entry):
        from tallydesk.workflow import by_page

        if by_page.lists_of(session, at.id):
            return ("by-page",)
    if at.kind == "entry" and at.group.startswith("count."):
        return () if at.contest in session.night.frozen else ("doubtful",)
    return ()


def aside_page(name: str, workplace: Workplace, at: Step) -> Page:
    """The page of a place beside a step."""
    module, page_name = PAGES[name]
    page = getattr(import_module(f"tallydesk.ui.pages.{module}"), page_name)(workplace, at)
    if not isinstance(page, Page):
        raise TypeError(f"{page_name} is not a page")
    return page


class AsideLinks(QWidget):
    """A link for each place, which the page lays where it wants; `asked` carries its name."""

    asked = Signal(str)

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.links = {name: WrappedButton("", "accent", self) for name in names}
        for link in self.links.values():
            link.clicked.connect(self._on_clicked)
        # It has no room of its own: it hears of another language for them.
        self.hide()
        self._speak()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        for name, link in self.links.items():
            link.reword(QCoreApplication.translate("Asides", str(LINKS[name])))

    def _on_clicked(self) -> None:
        sender = self.sender()
        for name, link in self.links.items():
            if link is sender:
                self.asked.emit(name)
