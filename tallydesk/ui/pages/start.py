"""The first page: begin a practice, or go on with the night that is on the disk.

It is painted before a journal is opened or a package is read, so that it comes at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tallydesk.ui.language import Language
from tallydesk.ui.page import Page
from tallydesk.ui.refusals import BROKEN, Refusal, said
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.choice_list import ChoiceList
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.facts import Facts

Way = Literal[
    "go-on", "anew", "read", "restore", "enrol", "papers", "stick", "ready", "keys", "about"
]
"""On with the night or into a new one; of a broken one what can be read, or a copy of it; or
somebody makes their own key first, wants the papers of a night that is over, goes on with a night
that another laptop began, asks whether this one is ready, tries the keys, or asks what this program
is."""


@dataclass(frozen=True, slots=True)
class StartState:
    """Whether a night is on the disk, what is chosen then, and why it was refused.

    `broken` once its journal was found not to hold: then there are other ways on.
    """

    stopped_night: bool
    choice: int = 0
    refused: Refusal | None = None
    broken: bool = False
    official: bool = False
    kept: bool = False
    tried: bool = True
    """Whether somebody went through the exercise here, or skipped it."""

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways on, in the order in which they are offered."""
        if self.broken:
            return ("read", "restore", "anew", "stick")
        if not (self.tried or self.kept or self.official):
            return ("keys", "anew", "enrol", "stick", "ready", "about")
        papers: tuple[Way, ...] = ("papers",) if self.kept else ()
        ways: tuple[Way, ...] = ("anew", "enrol", *papers, "stick", "ready", "keys", "about")
        return ("go-on", *ways) if self.stopped_night else ways

    @property
    def way(self) -> Way:
        """The chosen way."""
        return self.ways[self.choice]


class StartPresenter:
    """A choice in, state out."""

    def __init__(
        self,
        *,
        stopped_night: bool,
        official: bool = False,
        kept: bool = False,
        tried: bool = True,
    ) -> None:
        self.state = StartState(stopped_night, official=official, kept=kept, tried=tried)

    def chooses(self, choice: int) -> StartState:
        """Go on, or begin anew."""
        # What is broken stays so, and is still said while another way is chosen.
        refused = self.state.refused if self.state.broken else None
        self.state = replace(self.state, choice=choice, refused=refused)
        return self.state

    def was_refused(self, refusal: Refusal) -> StartState:
        """The night could not be opened."""
        broken = self.state.stopped_night and refusal.code in BROKEN
        choice = 0 if broken else self.state.choice
        self.state = replace(self.state, refused=refusal, broken=broken, choice=choice)
        return self.state


class StartPage(Page):
    """`begins` carries whether a new night is to begin; the night then opens the next page.

    `reads` and `restores` ask for the pages that a broken journal leads to, `enrols` for the one on
    which a member makes their own key, `prints` for the one with the papers of an earlier night,
    `moves` for the one that brings a night here from a stick,
    `prepares` for the one that says whether the laptop is ready, `tries` for the exercise, `abouts`
    for what the program is. `official` is whether a new night counts what the authority signed,
    `kept` whether there is any night on this laptop, `tried` whether the exercise was done here:
    where it was not, and nothing was counted, a practice offers it first.
    """

    begins = Signal(bool)
    reads = Signal()
    restores = Signal()
    enrols = Signal()
    prints = Signal()
    moves = Signal()
    prepares = Signal()
    tries = Signal()
    abouts = Signal()

    def __init__(
        self,
        language: Language,
        *,
        stopped_night: bool,
        official: bool = False,
        kept: bool = False,
        tried: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = StartPresenter(
            stopped_night=stopped_night, official=official, kept=kept, tried=tried
        )
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
        ways: dict[Way, str] = {
            "go-on": self.tr("Go on where it stopped"),
            "anew": anew,
            "read": self.tr("Open the journal to read only"),
            "restore": self.tr("Restore the night from a copy"),
            "enrol": self.tr("Make your own key on a stick"),
            "papers": self.tr("Signed papers of a night once more"),
            "stick": self.tr("Go on with a night from a stick"),
            "ready": self.tr("Check whether this laptop is ready"),
            "keys": self.tr("Try the keys: five short screens"),
            "about": self.tr("About this program"),
        }
        self.choices.offer([ways[way] for way in state.ways], state.choice)
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
                (
                    self.tr("F10 and F11"),
                    self.tr("the steps of the night for a projector, and the whole screen"),
                ),
                (self.tr("Shift + F1"), self.tr("what this program is, and what went wrong")),
            ]
        )
        self.display(self._presenter.state)

    def refuse(self, refusal: Refusal) -> None:
        """Say why the night could not be opened."""
        self.display(self._presenter.was_refused(refusal))
        self.summary.take_focus()

    def go_on(self) -> None:
        way = self._presenter.state.way
        asks = {
            "read": self.reads,
            "restore": self.restores,
            "enrol": self.enrols,
            "papers": self.prints,
            "stick": self.moves,
            "ready": self.prepares,
            "keys": self.tries,
            "about": self.abouts,
        }
        if way in asks:
            asks[way].emit()
        else:
            self.begins.emit(way == "anew")

    def first_field(self) -> QWidget | None:
        return self.choices.field()

    @property
    def may_go_back(self) -> bool:
        return False

    def _on_chosen(self, choice: int) -> None:
        self.display(self._presenter.chooses(choice))
