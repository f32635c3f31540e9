"""Makes the page of the findings while people still write the last sheet before it.

Everything on that page is dressed by the style sheet, widget by widget, which takes longer than
anybody should wait after Continue. While nobody presses a key it costs nobody anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.page import Page, Workplace
from tallydesk.workflow.plan import Step

CALM = 150
"""Milliseconds after a page was opened, so that this does not take the first keys' time."""


class Ahead(QObject):
    """Holds one page at most, empty of all figures: it is asked what to show when it opens."""

    def __init__(self, window: MainWindow, workplace: Workplace) -> None:
        super().__init__(window)
        self._window, self._workplace = window, workplace
        self._step: Step | None = None
        self._page: Page | None = None
        self._left: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer)

    def look_from(self, at: Step) -> None:
        """The page of `at` is open: whether findings may come next, and their page with them."""
        self._drop()
        steps = self._workplace.session.plan.steps
        following = steps[steps.index(at) + 1 :][:1]
        if at.kind == "entry" and following and following[0].kind == "findings":
            self._step = following[0]
            self._timer.start(CALM)

    def page_for(self, step: Step) -> Page | None:
        """The page for a step, when it was made; finished at once when it is only begun."""
        page, self._page = self._page, None
        if page is not None and step != self._step:
            page.deleteLater()
            page = None
        self._drop()
        return page

    def _drop(self) -> None:
        self._timer.stop()
        self._left = iter(())
        self._step = None
        if self._page is not None:
            self._page.deleteLater()
            self._page = None

    def _on_timer(self) -> None:
        if self._step is None:
            return
        if self._page is None:
            from tallydesk.ui.pages.findings import FindingsPage

            page = FindingsPage(self._workplace, self._step)
            self._window.hold(page)
            self._page, self._left = page, page.prepare()
        elif next(self._left, self) is self:
            return
        # One small piece at a time: a key that is pressed meanwhile waits for no more than that.
        self._timer.start(0)
