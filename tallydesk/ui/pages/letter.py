"""The sealed letter: two blocks that chance asks for, and the station secret."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from PySide6.QtWidgets import QWidget

from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.asked import Asked, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow import letter
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session

Box = Literal["first", "second", "secret"]


@dataclass(frozen=True, slots=True)
class LetterState:
    """Everything the page shows; what was typed is never among what a log could print.

    `blocks` are the numbers of the blocks asked for, none when the secret alone is asked again.
    """

    blocks: tuple[int, ...]
    typed: tuple[tuple[Box, str], ...] = field(default=(), repr=False)
    refused: Refusal | None = None
    finished: bool = False

    def text(self, box: Box) -> str:
        """What stands in a box."""
        return dict(self.typed).get(box, "")


class LetterPresenter:
    """Text in, state out. After a restart only the secret is asked."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._again = letter.wanted(session)
        self.state = LetterState(() if self._again else letter.blocks(session))

    def typed(self, box: Box, text: str) -> LetterState:
        """The text that stands in a box now."""
        kept = dict(self.state.typed) | {box: text}
        self.state = replace(self.state, typed=tuple(kept.items()))
        return self.state

    def go_on(self) -> LetterState:
        """Continue was pressed."""
        state, session = self.state, self._session
        if self._again:
            refused = attempt(lambda: letter.again(session, state.text("secret")))
        else:
            blocks = (state.text("first"), state.text("second"))
            refused = attempt(lambda: letter.prove(session, state.text("secret"), blocks))
        self.state = replace(state, refused=refused, finished=refused is None)
        return self.state


class LetterPage(Page):
    """The two blocks side by side, the secret below; that alone after a restart."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        del at
        super().__init__(parent)
        self._presenter = LetterPresenter(workplace.session)
        self._language = workplace.language
        card = Card(self)
        shown: tuple[Box, ...] = ("first", "second", "secret")
        if not self._presenter.state.blocks:
            shown = ("secret",)
        self.boxes: dict[Box, TextLine] = {
            box: TextLine(card, secret=box == "secret") for box in shown
        }
        self._asked = {box: Asked(line) for box, line in self.boxes.items()}
        blocks = Columns(card)
        blocks.setVisible(bool(self._presenter.state.blocks))
        card.rows.addWidget(blocks)
        rows = {"first": blocks.left, "second": blocks.right, "secret": card.rows}
        for box, line in self.boxes.items():
            line.box.setObjectName(box)
            line.typed.connect(self._on_typed)
            line.entered.connect(self._on_entered)
            rows[box].addWidget(self._asked[box])
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: LetterState) -> None:
        """Paint a state."""
        for box, line in self.boxes.items():
            line.put(state.text(box))
            self._asked[box].complain("")
        text = said(state.refused, self._language.code) if state.refused else ""
        wrong = self._wrong(state)
        self._asked[wrong].complain(text)
        lines = [ProblemLine(text, self.boxes[wrong].box)] if text else []
        self.summary.show_problems(lines)
        self.news.emit()

    def speak(self) -> None:
        blocks = self._presenter.state.blocks
        if blocks:
            self.title(
                self.tr("The sealed letter"),
                self.tr("Open the letter together and type what is asked; small letters will do."),
            )
            for box, number in zip(("first", "second"), blocks, strict=True):
                label = self.tr("Block {number} of the letter, four characters")
                self._line(box).name(label.format(number=number))
        else:
            self.title(
                self.tr("The station secret once more"),
                self.tr("The program was started again, and the secret is never written down."),
            )
        self.boxes["secret"].name(self.tr("Station secret, four groups of four"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return next(iter(self.boxes.values())).box

    @property
    def may_go_back(self) -> bool:
        return bool(self._presenter.state.blocks)

    def _line(self, box: str) -> TextLine:
        return next(line for name, line in self.boxes.items() if name == box)

    def _wrong(self, state: LetterState) -> Box:
        """The box that the refusal is about."""
        if state.refused is None or state.refused.code != "block-wrong":
            return "secret"
        number = int(dict(state.refused.facts)["number"])
        return "first" if state.blocks.index(number) == 0 else "second"

    def _sending(self) -> Box:
        return next(box for box, line in self.boxes.items() if line is self.sender())

    def _on_typed(self, text: str) -> None:
        self._presenter.typed(self._sending(), text)

    def _on_entered(self) -> None:
        lines = list(self.boxes.values())
        at = [line is self.sender() for line in lines].index(True)
        if at + 1 < len(lines):
            walk_to(lines[at + 1].box)
        else:
            self.go_on()
