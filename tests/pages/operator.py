"""A robot that works a page as a person at the laptop does: keys in, what stands there out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.pages.entry import EntryPage
from tallydesk.ui.sheet_view import SheetView
from tallydesk.ui.widgets.figure_field import FigureField
from tallydesk.ui.widgets.finding_head import FindingHead
from tallydesk.ui.widgets.gate_board import GateBoard
from tallydesk.ui.widgets.line_row import LineRow
from tallydesk.ui.widgets.tally_head import TallyHead

NO_KEY = Qt.KeyboardModifier.NoModifier


class Operator:
    """Sits at a window. Reads only what is visible, and types only where the focus is."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    # --- hands ---------------------------------------------------------------------------------

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = NO_KEY,
        text: str = "",
    ) -> None:
        """One key, sent to whatever has the focus, as Qt would."""
        target = self.focus or self.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))

    def types(self, text: str) -> None:
        """Any text, letters that no keyboard layout here has included."""
        for letter in text:
            self.press(Qt.Key.Key_unknown, text=letter)

    def enter(self) -> None:
        """The Enter key."""
        self.press(Qt.Key.Key_Return)

    def writes(self, *figures: str) -> None:
        """Figures one after the other, each finished with Enter; the last one is Continue."""
        for figure in figures:
            self.types(figure)
            self.enter()

    def goes_on(self) -> None:
        """The Continue button."""
        self.window.foot.continue_button.click()

    def goes_back(self) -> None:
        """The Back button."""
        self.window.foot.back_button.click()

    def changes_over(self) -> None:
        """Between totals and bundles, on the page for figures."""
        page = self.window.page
        assert isinstance(page, EntryPage)
        page.ways.way.click()

    # --- eyes ----------------------------------------------------------------------------------

    @property
    def focus(self) -> QWidget | None:
        """The widget that has the focus in the window."""
        return self.window.focusWidget()

    @property
    def field(self) -> str:
        """What a screen reader calls the field with the focus."""
        return self.focus.accessibleName() if self.focus else ""

    @property
    def heading(self) -> str:
        """The page's heading."""
        return self.window.page.heading.text()

    @property
    def problems(self) -> tuple[str, ...]:
        """The sentences of the summary, when it is there."""
        summary = self.window.page.summary
        return summary.sentences if not summary.isHidden() else ()

    @property
    def left(self) -> str:
        """What the foot says is left."""
        return self.window.page.left_words()

    @property
    def figures(self) -> tuple[str, ...]:
        """What stands in the fields, from top to bottom."""
        return tuple(field.text() for field in self.sheet.fields)

    @property
    def words(self) -> tuple[str, ...]:
        """What stands beside the fields."""
        return tuple(row.blocks()[2].text for row in self.sheet.rows)

    @property
    def sheet(self) -> SheetView:
        """The rows of the page. Raises LookupError when it has none."""
        found = self.window.page.findChild(SheetView)
        if found is None:
            raise LookupError("this page has no rows")
        return found

    def everything(self) -> str:
        """Every text there is in the window: shown, painted, or told to a screen reader."""
        texts: list[str] = []
        for widget in (self.window, *self.window.findChildren(QWidget)):
            texts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            if isinstance(widget, LineRow | FindingHead | TallyHead | GateBoard):
                texts += [block.text for block in widget.blocks()]
            if isinstance(widget, QLabel | FigureField):
                texts.append(widget.text())
        return "\n".join(texts)
