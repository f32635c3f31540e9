"""What a person sees in the window: words, fields, rows, and where the focus is. No hand here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.widgets.figure_field import FigureField
from tallydesk.ui.widgets.finding_head import FindingHead

_CLOCK = re.compile(r"\d\d:\d\d")


class Screen:
    """Reads what is visible, and nothing else of the program."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def language(self) -> str:
        """The language that is marked in the head."""
        (marked,) = (
            button
            for button in self.window.head.findChildren(QPushButton)
            if button.isChecked() and button.isVisible()
        )
        return marked.text().lower()

    @property
    def clock(self) -> str:
        """The time in the head, as four digits."""
        return self.window.head.clock.text().replace(":", "")

    @property
    def heading(self) -> str:
        """The page's heading."""
        return self.window.page.heading.text()

    @property
    def hour(self) -> str:
        """The time that is named under the heading, as four digits."""
        found = _CLOCK.search(self.window.page.task.text())
        return found[0].replace(":", "") if found else ""

    @property
    def words(self) -> tuple[str, ...]:
        """Every sentence that stands on the page."""
        return tuple(_texts_in(self.window.page))

    @property
    def figures(self) -> Mapping[str, str]:
        """What stands in the boxes for figures, by their names."""
        fields = self.window.page.findChildren(FigureField)
        return {field.accessibleName(): field.text() for field in fields if field.isVisible()}

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands in all boxes of the page, PINs too."""
        page = self.window.page
        lines = (box.text() for box in page.findChildren(QLineEdit))
        areas = (box.toPlainText() for box in page.findChildren(QPlainTextEdit))
        return (*lines, *areas)

    @property
    def problems(self) -> tuple[str, ...]:
        """The sentences of the summary, while it is there."""
        summary = self.window.page.summary
        return summary.sentences if summary.isVisible() else ()

    @property
    def focus(self) -> QWidget:
        """Where the keys go. Raises LookupError when they go nowhere."""
        focus = _focus_in(self.window)
        if focus is None or not focus.hasFocus():
            raise LookupError(f"no key would arrive anywhere on “{self.heading}”")
        return focus

    @property
    def field(self) -> str:
        """What a screen reader calls the focus; a button without a name by its words."""
        focus = self.focus
        if isinstance(focus, QAbstractButton):
            return focus.accessibleName() or focus.text()
        return focus.accessibleName()

    @property
    def text(self) -> str:
        """What stands in the box with the focus."""
        focus = self.focus
        return focus.text() if isinstance(focus, QLineEdit) else ""

    @property
    def in_figure(self) -> bool:
        """Whether the focus is in a box for a figure."""
        return isinstance(self.focus, FigureField)

    @property
    def at_problem(self) -> bool:
        """Whether the focus is on a sentence of the summary."""
        return self.window.page.summary.isAncestorOf(self.focus)

    @property
    def at_main_button(self) -> bool:
        """Whether Enter would continue."""
        return bool(self.focus.property("role") == "main")

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows of the list that has the focus, from top to bottom."""
        return tuple(button.text() for button in self._row_buttons())

    @property
    def spoken_rows(self) -> tuple[str, ...]:
        """The same rows as a screen reader says them, with the quieter words below."""
        return tuple(button.accessibleName() for button in self._row_buttons())

    def _row_buttons(self) -> list[QAbstractButton]:
        holder = self.focus.parentWidget()
        only = Qt.FindChildOption.FindDirectChildrenOnly
        found = holder.findChildren(QAbstractButton, options=only) if holder else []
        return [button for button in found if button.isVisible()]

    @property
    def in_list(self) -> bool:
        """Whether the focus is on one of several rows."""
        focus = self.focus
        return isinstance(focus, QAbstractButton) and not isinstance(focus, QPushButton)

    @property
    def at_button(self) -> bool:
        """Whether the focus is on a button of the page."""
        return isinstance(self.focus, QPushButton) and self.window.page.isAncestorOf(self.focus)

    @property
    def in_box(self) -> bool:
        """Whether the focus is in a box for words, a time or a PIN."""
        return isinstance(self.focus, QLineEdit | QPlainTextEdit) and not self.in_figure

    @property
    def list_name(self) -> str:
        """What the list that has the focus is called."""
        holder = self.focus.parentWidget()
        return holder.accessibleName() if holder else ""

    def near(self, texts: Mapping[str, str]) -> str:
        """Which of the texts stands nearest around the focus. Raises LookupError when none."""
        around: QWidget | None = self.focus
        while around is not None:
            for text in _texts_in(around):
                if text in texts:
                    return text
            around = around.parentWidget()
        raise LookupError(f"none of {list(texts)} stands on “{self.heading}”")


def _texts_in(widget: QWidget) -> Iterator[str]:
    """Every sentence that is shown in a widget, as a label or painted."""
    for each in widget.findChildren(QWidget):
        if not each.isVisible():
            continue
        if isinstance(each, FindingHead):
            yield from (block.text for block in each.blocks())
        elif isinstance(each, QLabel) and each.text():
            yield each.text()


def _focus_in(window: QWidget) -> QWidget | None:
    return window.focusWidget()
