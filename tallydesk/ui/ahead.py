"""Makes the page of the findings and its foreword while people write the last sheet before it.

Everything on that page is dressed by the style sheet, widget by widget, which takes longer than
anybody should wait after Continue. While nobody presses a key it costs nobody anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.page import Page, Workplace
from tallydesk.workflow.plan import Step

if TYPE_CHECKING:
    from tallydesk.ui.foreword import Foreword
    from tallydesk.ui.pages.findings import FindingsPage

CALM = 150
"""Milliseconds after a page was opened, so that this does not take the first keys' time."""


class Ahead(QObject):
    """Holds one page at most, empty of all figures: it is asked what to show when it opens."""

    def __init__(self, window: MainWindow, workplace: Workplace) -> None:
        super().__init__(window)
        self._window, self._workplace = window, workplace
        self._step: Step | None = None
        self._page: FindingsPage | None = None
        self._foreword: Foreword | None = None
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

    def foreword_for(self, step: Step) -> Foreword | None:
        """What comes before the page of a step, when that was made; asked once."""
        foreword = self._foreword if step == self._step else None
        if foreword is not None:
            self._foreword = None
            self._timer.stop()
        return foreword

    def page_for(self, step: Step) -> Page | None:
        """The page for a step, when it was made; finished at once when it is only begun."""
        page = None
        if step == self._step:
            page, self._page = self._page, None
        self._drop()
        return page

    def _drop(self) -> None:
        self._timer.stop()
        self._left = iter(())
        self._step = None
        for page in (self._page, self._foreword):
            if page is not None:
                page.deleteLater()
        self._page = self._foreword = None

    def _on_timer(self) -> None:
        if self._step is None:
            return
        if self._page is None:
            from tallydesk.ui.pages.findings import FindingsPage

            page = FindingsPage(self._workplace, self._step)
            self._window.hold(page)
            self._page, self._left = page, page.prepare()
        elif self._foreword is not None:
            return
        elif next(self._left, self) is self:
            from tallydesk.ui.foreword import Foreword

            self._foreword = Foreword(self._page, self._workplace.language)
            self._window.hold_above(self._foreword)
            self._foreword.prepare()
            return
        # One small piece at a time: a key that is pressed meanwhile waits for no more than that.
        self._timer.start(0)
