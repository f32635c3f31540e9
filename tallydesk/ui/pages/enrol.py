"""A member makes their own key on their own stick, weeks before the night."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.ui.attempts import attempt
from tallydesk.ui.language import Language
from tallydesk.ui.page import Page
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.asked import Asked, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.row_list import Row, RowList
from tallydesk.ui.widgets.text_area import TextLine

Box = Literal["folder", "station", "name", "pin", "again"]
BOXES: tuple[Box, ...] = ("folder", "station", "name", "pin", "again")
LEFT: tuple[Box, ...] = ("folder", "station", "name")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a member typed. `station` is constituency and number, as 012-03."""

    folder: str = ""
    station: str = ""
    name: str = ""
    pin: str = field(default="", repr=False)
    again: str = field(default="", repr=False)
    seals: bool = False


MakeKey = Callable[[Wishes], str]
"""Makes key and enrolment and writes both; the path of the enrolment."""


@dataclass(frozen=True, slots=True)
class EnrolState:
    """Everything the page shows; `made` is the path of the enrolment, "" before."""

    wishes: Wishes
    made: str = ""
    refused: Refusal | None = None


class EnrolPresenter:
    """Text in, state out; the key itself is made by whoever wires the window."""

    def __init__(self, make: MakeKey, folder: str = "") -> None:
        self._make = make
        self.state = EnrolState(Wishes(folder))

    def typed(self, box: Box, text: str) -> EnrolState:
        """The text that stands in a box now."""
        wishes = self.state.wishes
        changed = {
            "folder": lambda: replace(wishes, folder=text),
            "station": lambda: replace(wishes, station=text),
            "name": lambda: replace(wishes, name=text),
            "pin": lambda: replace(wishes, pin=text),
            "again": lambda: replace(wishes, again=text),
        }[box]()
        self.state = replace(self.state, wishes=changed)
        return self.state

    def seals(self) -> EnrolState:
        """A seal key is wanted too, or is not after all."""
        wishes = replace(self.state.wishes, seals=not self.state.wishes.seals)
        self.state = replace(self.state, wishes=wishes)
        return self.state

    def go_on(self) -> EnrolState:
        """Make the key and write it."""
        made: list[str] = []
        refused = attempt(lambda: made.append(self._make(self.state.wishes)))
        wishes = self.state.wishes if refused else replace(self.state.wishes, pin="", again="")
        self.state = EnrolState(wishes, made[0] if made else "", refused)
        return self.state


class EnrolPage(Page):
    """Whose key it is at the left, the PIN at the right; `left` when the member goes back.

    `folder` is that of the one stick that is in, "" when there is none or several.
    """

    left = Signal()

    def __init__(
        self, language: Language, make: MakeKey, folder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = EnrolPresenter(make, folder)
        self._language = language
        card = Card(self)
        columns = Columns(card)
        self.boxes = {box: TextLine(card, secret=box in ("pin", "again")) for box in BOXES}
        self._asked = {box: Asked(line) for box, line in self.boxes.items()}
        for box, asked in self._asked.items():
            (columns.left if box in LEFT else columns.right).addWidget(asked)
            self.boxes[box].typed.connect(self._on_typed)
            self.boxes[box].entered.connect(self._on_entered)
        self._made = QLabel(card)
        self._made.setWordWrap(True)
        self._made.setProperty("role", "done")
        self.seal = RowList(card, shape="box")
        self.seal.pressed.connect(self._on_seal)
        self.seal.entered.connect(self.go_on)
        columns.right.addWidget(self.seal)
        columns.right.addWidget(self._made)
        card.rows.addWidget(columns)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: EnrolState) -> None:
        """Paint a state."""
        for box, line in self.boxes.items():
            line.put(str(getattr(state.wishes, box)))
            self._asked[box].complain("")
        wanted = self.tr("Chair or deputy: make a seal key too")
        self.seal.show_rows([Row(wanted, "", "done" if state.wishes.seals else "")])
        done = self.tr(
            "The key is made. Hand in {path}; keep the stick, and show the other files to nobody."
        )
        self._made.setText(done.format(path=state.made) if state.made else "")
        text = said(state.refused, self._language.code) if state.refused else ""
        wrong = self._wrong(state)
        self._asked[wrong].complain(text)
        self.summary.show_problems([ProblemLine(text, self.boxes[wrong].box)] if text else [])
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Make your own key"),
            self.tr("Nobody else can make it for you, and nobody else learns the PIN."),
        )
        names: dict[Box, str] = {
            "folder": self.tr("Folder of your stick"),
            "station": self.tr("Constituency and station, as 012-03"),
            "name": self.tr("First and last name, as on the roster"),
            "pin": self.tr("PIN, eight digits or more"),
            "again": self.tr("The same PIN again"),
        }
        for box, name in names.items():
            self.boxes[box].name(name)
        self.seal.setAccessibleName(self.tr("Seal key"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        if self._presenter.state.made:
            self.left.emit()
            return
        state = self._presenter.go_on()
        self.display(state)
        if state.refused:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return self.boxes["station" if self._presenter.state.wishes.folder else "folder"].box

    def act_words(self) -> str:
        return "" if self._presenter.state.made else self.tr("Make the key")

    def _wrong(self, state: EnrolState) -> Box:
        """The box that the refusal is about."""
        about: dict[str, Box] = {
            "pin-differs": "again",
            "pin-too-short": "pin",
            "name-missing": "name",
            "station-missing": "station",
        }
        return about.get(state.refused.code, "folder") if state.refused else "folder"

    def _box(self) -> Box:
        return next(box for box, line in self.boxes.items() if line is self.sender())

    def _on_typed(self, text: str) -> None:
        self._presenter.typed(self._box(), text)

    def _on_entered(self) -> None:
        at = BOXES.index(self._box())
        walk_to(self.boxes[BOXES[at + 1]].box if at + 1 < len(BOXES) else self.seal.field())

    def _on_seal(self, _index: int) -> None:
        self.display(self._presenter.seals())
