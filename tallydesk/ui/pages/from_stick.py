"""Going on here with a night that another laptop began, from a snapshot on a stick (U24)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tallydesk.ui.language import Language
from tallydesk.ui.page import Page
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.choice_list import ChoiceList
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.file_line import FileLine

GoOn = Callable[[str, str], str]
"""From the path of a snapshot and a language to the sentence that says why not, or ""."""

SHOWN_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class FromStickState:
    """The snapshots that were found, the latest first; the path that counts; why it was refused."""

    found: tuple[str, ...]
    path: str = ""
    refused: str = ""
    moved: bool = False

    @property
    def choice(self) -> int:
        """Which of those found is named, -1 for another file."""
        return self.found.index(self.path) if self.path in self.found else -1


class FromStickPresenter:
    """A choice or a path in, state out."""

    def __init__(self, found: Sequence[Path], go_on: GoOn) -> None:
        self._go_on = go_on
        paths = tuple(str(each) for each in found[:SHOWN_AT_MOST])
        self.state = FromStickState(paths, paths[0] if paths else "")

    def chooses(self, choice: int) -> FromStickState:
        """One of those that were found."""
        return self.names(self.state.found[choice])

    def names(self, path: str) -> FromStickState:
        """Where the snapshot lies."""
        self.state = replace(self.state, path=path, refused="")
        return self.state

    def go_on(self, language: str) -> FromStickState:
        """Bring the night here, when the snapshot holds."""
        if self.state.path:
            refused = self._go_on(self.state.path, language)
            self.state = replace(self.state, refused=refused, moved=not refused)
        return self.state


class FromStickPage(Page):
    """The snapshots on the sticks that are in, and a line for the path of another one."""

    def __init__(
        self,
        language: Language,
        found: Sequence[Path],
        go_on: GoOn,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = FromStickPresenter(found, go_on)
        self._language = language
        card = Card(self)
        self.choices, self.path = ChoiceList(card), FileLine(card)
        self.choices.setVisible(bool(found))
        self.choices.chosen.connect(self._on_chosen)
        self.choices.entered.connect(self.go_on)
        self.path.typed.connect(self._on_path)
        self.path.entered.connect(self.go_on)
        card.rows.addWidget(self.choices)
        card.rows.addWidget(self.path)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: FromStickState) -> None:
        """Paint a state; painting it again changes nothing."""
        if state.found:
            self.choices.offer([Path(each).name for each in state.found], state.choice)
        self.path.line.put(state.path)
        self.path.complain(state.refused)
        lines = [ProblemLine(state.refused, self.path.line.box)] if state.refused else []
        self.summary.show_problems(lines)

    def speak(self) -> None:
        self.title(
            self.tr("Go on with a night from a stick"),
            self.tr("It goes on where its snapshot ends. A night on this laptop is kept whole."),
        )
        self.path.name(self.tr("File of the snapshot"), self.tr("Choose the file"))
        self.choices.setAccessibleName(self.tr("Snapshots on the sticks, the latest first"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on(self._language.code)
        self.display(state)
        if state.moved:
            self.finished.emit()
        elif state.refused:
            self.summary.take_focus()
        else:
            self.path.line.box.setFocus()

    def first_field(self) -> QWidget | None:
        return self.choices.field() if self._presenter.state.found else self.path.line.box

    def act_words(self) -> str:
        return self.tr("Go on on this laptop")

    def _on_chosen(self, choice: int) -> None:
        self.display(self._presenter.chooses(choice))

    def _on_path(self, text: str) -> None:
        self.display(self._presenter.names(text))
