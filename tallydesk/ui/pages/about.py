"""About this program: what runs here and under which licences, to read, copy, or send along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tallydesk.ui.page import Page
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.fact_rows import FactRows
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.workflow.software import Software

Look = Callable[[], Software]
Copy = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class AboutState:
    """What was found, and whether it was copied."""

    software: Software
    copied: bool = False


class AboutPresenter:
    """Looks once; nothing of a night is changed."""

    def __init__(self, look: Look, copy: Copy) -> None:
        self._copy = copy
        self.state = AboutState(look())

    def copies(self) -> AboutState:
        """All of it as text, for a letter to whoever helps."""
        self._copy(self.state.software.text)
        self.state = replace(self.state, copied=True)
        return self.state


class AboutPage(Page):
    """Versions, the buttons, and below them the licences. Continue leads back to the work."""

    log_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = AboutPresenter(look, _to_clipboard)
        card, licences = Card(self), Card(self)
        self.facts, self.parts = FactRows(card), FactRows(licences)
        self._told, self._licences = QLabel(card), QLabel(licences)
        self._told.setProperty("role", "done")
        self._licences.setProperty("role", "subheading")
        self._licences.setWordWrap(True)
        self.copy_button, self.log_button = KeyButton(card), KeyButton(card)
        card.rows.addWidget(self.facts)
        buttons = QHBoxLayout()
        for widget in (self.copy_button, self.log_button, self._told):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        card.rows.addLayout(buttons)
        licences.rows.addWidget(self._licences)
        licences.rows.addWidget(self.parts)
        self.copy_button.clicked.connect(self._on_copy)
        self.log_button.clicked.connect(self.log_asked)
        self.fill(card)
        self.fill(licences)
        self.end()
        self.speak()

    def display(self, state: AboutState) -> None:
        """Paint a state; painting it again changes nothing."""
        software = state.software
        names = {
            "Build": self.tr("Build"),
            "System": self.tr("System"),
        }
        self.facts.show_facts([(names.get(name, name), fact, "") for name, fact in software.facts])
        own = ("tallydesk", software.licence, "")
        self.parts.show_facts(
            [own, *((part.called, part.licence or "–", "") for part in software.parts)]
        )
        self._told.setText(self.tr("Copied.") if state.copied else "")
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("About this program"),
            self.tr("Two laptops that show the same build run the same program."),
        )
        self.copy_button.setText(self.tr("Copy"))
        self.log_button.setText(self.tr("What went wrong so far"))
        self._licences.setText(self.tr("Licences"))
        self.display(self._presenter.state)

    def first_field(self) -> QWidget | None:
        return self.copy_button

    def act_words(self) -> str:
        return self.tr("Back to the work")

    @property
    def may_go_back(self) -> bool:
        return False

    def _on_copy(self) -> None:
        self.display(self._presenter.copies())
        self.done_here.emit()


def _to_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
