"""What can be read of a journal that breaks, with nothing to write; and how to hand it on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tallydesk.assets import words
from tallydesk.ui import theme
from tallydesk.ui.language import Language
from tallydesk.ui.page import Page
from tallydesk.ui.refusals import Refusal, refusal_of, said
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.workflow.examination import Examined
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.telling import Telling

LINES = 5
"""Lines of the list that are seen at least; it takes all the room there is."""


@dataclass(frozen=True, slots=True)
class ReadOnlyState:
    """How far the journal holds, the files that were saved of it, and why none was."""

    examined: Examined
    saved: tuple[str, ...] = ()
    refused: Refusal | None = None


class ReadOnlyPresenter:
    """Nothing to type; `save` writes journal and papers elsewhere and gives their paths."""

    def __init__(self, examined: Examined, save: Callable[[], tuple[str, ...]]) -> None:
        self._save = save
        self.state = ReadOnlyState(examined)

    def go_on(self) -> ReadOnlyState:
        """Save what can be read."""
        try:
            saved = self._save()
        except (RefusedError, OSError) as refusal:
            self.state = replace(self.state, refused=refusal_of(refusal))
        else:
            self.state = replace(self.state, saved=saved, refused=None)
        return self.state


class ReadOnlyPage(Page):
    """The events up to the break, each on a line; Continue saves them and the signed papers."""

    def __init__(
        self,
        language: Language,
        examined: Examined,
        save: Callable[[], tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = ReadOnlyPresenter(examined, save)
        self._language = language
        card = Card(self)
        self.events = QPlainTextEdit(card)
        self.events.setReadOnly(True)
        self.events.setTabChangesFocus(True)
        card.rows.addWidget(self.events)
        self.column.addWidget(card, 1)
        self._dress()
        self.speak()

    def display(self, state: ReadOnlyState) -> None:
        """Paint a state; painting it again changes nothing."""
        if state.saved:
            places = ", ".join(state.saved)
            self.notice.say(self.tr("Saved: {places}").format(places=places))
        else:
            self.notice.say(self.tr("Read only. Nothing can be written into this night."))
        refused = state.refused
        code = self._language.code
        self.summary.show_problems([ProblemLine(said(refused, code))] if refused else [])

    def speak(self) -> None:
        examined, code = self._presenter.state.examined, self._language.code
        spoken = words(code)
        telling = Telling(spoken, code, examined.plan.package if examined.plan else None)
        task = spoken["journal.read-to"].format(count=len(examined.events))
        if examined.fault is not None:
            task = f"{telling.fault(examined.fault)} {task}"
        self.title(self.tr("The journal, to read only"), task)
        lines = (
            f"{entry.number}  {telling.wall(entry.at)}  {telling.member(entry.member)}: "
            f"{telling.happening(happening)}"
            for entry, happening in examined.events
        )
        self.events.setPlainText("\n".join(lines))
        self.events.setAccessibleName(self.tr("Events"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.refused:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return self.events

    def act_words(self) -> str:
        return self.tr("Save what can be read")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.events.setMinimumHeight(theme.in_force().high(LINES))
