"""A copy of the night in the place of its broken journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from tallydesk.ui.language import Language
from tallydesk.ui.page import Page
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.file_line import FileLine

Restore = Callable[[str, str], str]
"""From the path of a copy and a language to the sentence that says why it was not taken, or ""."""


@dataclass(frozen=True, slots=True)
class RestoreState:
    """The path that was written, and the sentence that says why the copy was refused."""

    path: str = ""
    refused: str = ""
    restored: bool = False


class RestorePresenter:
    """Text in, state out."""

    def __init__(self, restore: Restore) -> None:
        self._restore = restore
        self.state = RestoreState()

    def names(self, path: str) -> RestoreState:
        """Where the copy lies."""
        self.state = replace(self.state, path=path, refused="")
        return self.state

    def go_on(self, language: str) -> RestoreState:
        """Put the copy in place, when it holds and is of this night."""
        refused = self._restore(self.state.path, language) if self.state.path else ""
        done = bool(self.state.path) and not refused
        self.state = replace(self.state, refused=refused, restored=done)
        return self.state


class RestorePage(Page):
    """The path of a journal or of an export, written or chosen with the system's own dialog."""

    def __init__(self, language: Language, restore: Restore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = RestorePresenter(restore)
        self._language = language
        card = Card(self)
        self.path = FileLine(card)
        self.path.typed.connect(self._on_path)
        self.path.entered.connect(self.go_on)
        card.rows.addWidget(self.path)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: RestoreState) -> None:
        """Paint a state; painting it again changes nothing."""
        self.path.line.put(state.path)
        self.path.complain(state.refused)
        lines = [ProblemLine(state.refused, self.path.line.box)] if state.refused else []
        self.summary.show_problems(lines)

    def speak(self) -> None:
        self.title(
            self.tr("Restore the night from a copy"),
            self.tr("The copy must hold and be of this night. The broken journal is kept whole."),
        )
        self.path.name(
            self.tr("File of the copy: a journal or an export"), self.tr("Choose the file")
        )
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on(self._language.code)
        self.display(state)
        if state.restored:
            self.finished.emit()
        elif state.refused:
            self.summary.take_focus()
        else:
            self.path.line.box.setFocus()

    def first_field(self) -> QWidget | None:
        return self.path.line.box

    def act_words(self) -> str:
        return self.tr("Restore")

    def _on_path(self, text: str) -> None:
        self.display(self._presenter.names(text))
