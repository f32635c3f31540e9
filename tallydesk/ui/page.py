"""What all pages have in common: heading, what to do with the hands, problems, content.

A page is one file in `ui/pages` with three classes in reading order: a frozen `…State`, a plain
`…Presenter` (text in, state out, no Qt) and the `…Page`. To write one:

* the presenter gets the `Session` and the `Step` and calls `tallydesk.workflow`; each method
  returns the new state and none raises for what a person can do;
* the page builds its widgets once, `display(state)` paints a state and may be called twice,
  `speak()` puts every word on it (called at start and when the language changes);
* `go_on()` is what Continue does: ask the presenter, display, and `finished.emit()` when the
  night moved on. `ui.guide` then opens the page of the step where the night stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tallydesk.ui.widgets.error_summary import ErrorSummary
from tallydesk.ui.widgets.link_row import LinkRow
from tallydesk.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tallydesk.ui.language import Language
    from tallydesk.ui.widgets.wrapped_button import WrappedButton
    from tallydesk.workflow.ports import KeyShelf, Outbox
    from tallydesk.workflow.session import Session
    from tallydesk.workflow.snapshots import SafePlace


@dataclass(frozen=True, slots=True)
class Workplace:
    """What a page works with: the night, the keys, the place for papers, the language.

    `safe` makes the place where snapshots go when the first one is due, None where nobody keeps
    any.
    """

    session: Session
    shelf: KeyShelf
    outbox: Outbox
    language: Language
    safe: Callable[[], SafePlace] | None = None


class Page(QWidget):
    """One task on one page."""

    finished = Signal()
    """The night moved on: another page is to be shown."""

    to_change = Signal()
    """As `finished`, to a step whose page somebody wants to change what stands there."""

    news = Signal()
    """What the foot or the head says changed: ask the page again."""

    done_here = Signal()
    """What the focus was on is done and needs no second press: Continue comes next."""

    aside_asked = Signal(str)
    """A place beside this step was asked for: its name in `ui.asides`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.heading, self.task = QLabel(self), QLabel(self)
        self.heading.setProperty("role", "heading")
        self.heading.setWordWrap(True)
        self.task.setProperty("role", "muted")
        self.task.setWordWrap(True)
        self.summary = ErrorSummary(self)
        self.notice = Notice(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 12, 28, 12)
        self.column.setSpacing(8)
        for widget in (self.heading, self.task, self.summary, self.notice):
            self.column.addWidget(widget)

    # --- what the window asks ------------------------------------------------------------------

    def begin(self) -> None:
        """The night has come here. A page that was made before asks only now what to show."""

    def begin_change(self) -> None:
        """Somebody came here to change something: go to where that begins."""

    def go_on(self) -> None:
        """What Continue does."""
        self.finished.emit()

    def first_field(self) -> QWidget | None:
        """Where the focus goes when the page opens; None is Continue itself."""
        return None

    def left_words(self) -> str:
        """What is left to do here, said in the foot."""
        return ""

    def act_words(self) -> str:
        """What the main button does, when it is more than to continue ("Sign the protocol")."""
        return ""

    @property
    def coming(self) -> bool:
        """Whether it gives way to another page by itself, within a few milliseconds."""
        return False

    @property
    def may_go_back(self) -> bool:
        """Whether there is a page before this one."""
        return True

    def went_back(self) -> bool:
        """What Back does on a page beside the steps, True; else the night turns a step back."""
        return False

    def take_links(self, links: Sequence[WrappedButton]) -> None:
        """Links to places beside the step: below the notice, in a row of their own."""
        row = LinkRow(self)
        row.put(*links)
        self.column.insertWidget(self.column.indexOf(self.notice) + 1, row)

    # --- what pages fill in --------------------------------------------------------------------

    def speak(self) -> None:
        """Put every word on the page."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.speak()
            self.news.emit()

    def title(self, heading: str, task: str) -> None:
        """Say heading and task."""
        self.heading.setText(heading)
        self.task.setText(task)
        self.task.setVisible(bool(task))
        self.setAccessibleName(heading)

    def fill(self, widget: QWidget, *, as_small_as_it_is: bool = False) -> None:
        """Lay content below the problems, over the whole width or only as wide as it wants."""
        if as_small_as_it_is:
            self.column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.column.addWidget(widget)

    def end(self) -> None:
        """All content is there: the rest of the page stays empty."""
        self.column.addStretch(1)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
