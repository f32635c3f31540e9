"""The first page: begin a practice, or go on with the night that is on the disk.

It is painted before a journal is opened or a package is read, so that it comes at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tallydesk.ui.language import Language
from tallydesk.ui.page import Page
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.choice_list import ChoiceList
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.facts import Facts

GO_ON, ANEW = 0, 1
"""What can be chosen where a night is under way; to make a key comes last everywhere."""


@dataclass(frozen=True, slots=True)
class StartState:
    """Whether a night is on the disk, what is chosen then, and why it was refused."""

    stopped_night: bool
    choice: int = GO_ON
    refused: Refusal | None = None
    official: bool = False

    @property
    def anew(self) -> bool:
        """Whether a new night is to begin."""
        return not self.stopped_night or self.choice == ANEW

    @property
    def enrols(self) -> bool:
        """Whether a member wants to make their own key instead."""
        return self.choice == (ANEW + 1 if self.stopped_night else ANEW)


class StartPresenter:
    """A choice in, state out."""

    def __init__(self, *, stopped_night: bool, official: bool = False) -> None:
        self.state = StartState(stopped_night, official=official)

    def chooses(self, choice: int) -> StartState:
        """Go on, or begin anew."""
        self.state = replace(self.state, choice=choice, refused=None)
        return self.state

    def was_refused(self, refusal: Refusal) -> StartState:
        """The night could not be opened."""
        self.state = replace(self.state, refused=refusal)
        return self.state


class StartPage(Page):
    """`begins` carries whether a new night is to begin; the night then opens the next page.

    `enrols` says that somebody wants to make their own key. `official` is whether a new night
    counts what the authority signed.
    """

    begins = Signal(bool)
    enrols = Signal()

    def __init__(
        self,
        language: Language,
        *,
        stopped_night: bool,
        official: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = StartPresenter(stopped_night=stopped_night, official=official)
        self._language = language
        self.choices = ChoiceList(self)
        self.choices.chosen.connect(self._on_chosen)
        self.choices.entered.connect(self.go_on)
        card = Card(self)
        card.rows.addWidget(self.choices)
        keys = Card(self)
        self._keys = Facts(keys)
        keys.rows.addWidget(self._keys)
        self.fill(card)
        self.fill(keys)
        self.end()
        self.speak()

    def display(self, state: StartState) -> None:
        """Paint a state; painting it again changes nothing."""
        anew = self.tr("Begin a new practice")
        if state.official:
            anew = self.tr("Open the authority’s package")
        ways = [anew, self.tr("Make your own key on a stick")]
        if state.stopped_night:
            ways.insert(0, self.tr("Go on where it stopped"))
        self.choices.offer(ways, state.choice)
        refused = state.refused
        lines: list[ProblemLine] = []
        if refused:
            # Enter on the sentence leads to the choice of the other way.
            lines = [ProblemLine(said(refused, self._language.code), self.first_field())]
        self.summary.show_problems(lines)

    def speak(self) -> None:
        if self._presenter.state.stopped_night:
            self.title(
                self.tr("A night is under way"),
                self.tr("Everything that was written is here. The earlier night is always kept."),
            )
        elif self._presenter.state.official:
            self.title(
                self.tr("Count the votes of this station"),
                self.tr("Signature, card and form are checked as the package opens."),
            )
        else:
            self.title(
                self.tr("Count a practice night"),
                self.tr("Invented candidates and members, station 000. Nothing here is a result."),
            )
        self._keys.say(
            [
                (
                    self.tr("Enter"),
                    self.tr("goes to the next field, and after the last one it continues"),
                ),
                (self.tr("Alt + Left"), self.tr("the page before, nothing is lost")),
                (
                    self.tr("Alt+1, Alt+2, Alt+3"),
                    self.tr("Azerbaijani, English, Russian, at any moment"),
                ),
                (
                    self.tr("Ctrl + and Ctrl -"),
                    self.tr("larger and smaller letters, Ctrl 0 as they were"),
                ),
                (self.tr("F9"), self.tr("light, dark, high contrast")),
            ]
        )
        self.display(self._presenter.state)

    def refuse(self, refusal: Refusal) -> None:
        """Say why the night could not be opened."""
        self.display(self._presenter.was_refused(refusal))
        self.summary.take_focus()

    def go_on(self) -> None:
        if self._presenter.state.enrols:
            self.enrols.emit()
        else:
            self.begins.emit(self._presenter.state.anew)

    def first_field(self) -> QWidget | None:
        return self.choices.field()

    @property
    def may_go_back(self) -> bool:
        return False

    def _on_chosen(self, choice: int) -> None:
        self.display(self._presenter.chooses(choice))
