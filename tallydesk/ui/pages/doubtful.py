"""Doubtful ballots: what is seen on each, how the members voted, whom it counts for."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.ui.doubtful_presenter import BOXES, INVALID, Box, DoubtfulPresenter, DoubtfulState
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.refusals import said
from tallydesk.ui.widgets.asked import Asked, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.fact_rows import FactRows
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.ui.widgets.row_list import Row, RowList
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow.plan import Step

_FIELD_OF: dict[str, Box] = {
    "doubtful-number": "number",
    "words-missing": "description",
    "votes-missing": "votes_for",
    "votes-too-many": "votes_for",
}

VOTES_NARROW = 300
"""Below this width the two numbers of votes stand one below the other."""


class DoubtfulPage(Page):
    """The ballot and the votes at the left, the decision at the right, what is decided below."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = DoubtfulPresenter(workplace.session, at.contest)
        self._language = workplace.language
        card = Card(self)
        columns = Columns(card, shares=(3, 2))
        self.boxes: dict[Box, TextLine] = {box: TextLine(card) for box in BOXES}
        self._asked = {box: Asked(line) for box, line in self.boxes.items()}
        self._whom = QLabel(card)
        self._whom.setWordWrap(True)
        shape: Literal["ring", "box"] = "ring" if self._presenter.seats == 1 else "box"
        self.decisions = RowList(card, shape=shape)
        self._asked_whom = Asked(self.decisions)
        self.keep_button = KeyButton(card)
        self.acts = FactRows(card)
        votes = Columns(card, narrow=VOTES_NARROW)
        votes.left.addWidget(self._asked["votes_for"])
        votes.right.addWidget(self._asked["votes_against"])
        for widget in (self._asked["number"], self._asked["description"], votes):
            columns.left.addWidget(widget)
        columns.left.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignLeft)
        columns.right.addWidget(self._whom)
        columns.right.addWidget(self._asked_whom)
        card.rows.addWidget(columns)
        card.rows.addWidget(self.acts)
        for line in self.boxes.values():
            line.typed.connect(self._on_typed)
            line.entered.connect(self._on_entered)
        self.decisions.pressed.connect(self._on_chosen)
        self.decisions.entered.connect(self._on_keep)
        self.keep_button.clicked.connect(self._on_keep)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: DoubtfulState) -> None:
        """Paint a state."""
        for box, line in self.boxes.items():
            line.put(state.text(box))
        names = [each.name.said_in(self._language.code) for each in self._presenter.candidates]
        marked = {len(names) if each == INVALID else each for each in state.chosen}
        self.decisions.show_rows(
            [
                Row(name, "", "done" if number in marked else "")
                for number, name in enumerate((*names, self.tr("Invalid ballot")))
            ]
        )
        self.acts.show_facts([(str(number), act, "") for number, act in state.acts])
        self._display_problems(state)
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Doubtful ballots"),
            self.tr(
                "Vote on each ballot, then lay it on the pile it was decided for: "
                "it is counted there. The decisions print on the protocol."
            ),
        )
        self.boxes["number"].name(self.tr("Number of the doubtful ballot"))
        self.boxes["description"].name(self.tr("What is seen on it"))
        self.boxes["votes_for"].name(self.tr("Members for the decision"))
        self.boxes["votes_against"].name(self.tr("Members against it"))
        self._whom.setText(self.tr("The decision: valid for"))
        self.decisions.setAccessibleName(self._whom.text())
        self.keep_button.setText(self.tr("Enter it"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return self.boxes["description"].box

    def left_words(self) -> str:
        return self.tr("Decided: {count}").format(count=len(self._presenter.state.acts))

    def _display_problems(self, state: DoubtfulState) -> None:
        digits = self.tr("write it with the digits 0 to 9 only")
        wrong: dict[Box, str] = dict.fromkeys(state.unread, digits)
        if state.refused:
            text = said(state.refused, self._language.code)
            wrong[_FIELD_OF.get(state.refused.code, "number")] = text
        for box, asked in self._asked.items():
            asked.complain(wrong.get(box, ""))
        whom = self.tr("Choose whom the ballot counts for, or “Invalid ballot”.")
        self._asked_whom.complain(whom if state.undecided else "")
        lines = [
            ProblemLine(
                f"{self.boxes[box].label.text()}: {text}." if box in state.unread else text,
                self.boxes[box].box,
            )
            for box, text in wrong.items()
        ]
        if state.undecided:
            lines.append(ProblemLine(whom, self.decisions.field()))
        self.summary.show_problems(lines)

    def _on_typed(self, text: str) -> None:
        for box, line in self.boxes.items():
            if line is self.sender():
                self.display(self._presenter.typed(box, text))

    def _on_entered(self) -> None:
        lines = list(self.boxes.values())
        at = next(n for n, line in enumerate(lines) if line is self.sender())
        walk_to(lines[at + 1].box if at + 1 < len(lines) else self.decisions.field())

    def _on_chosen(self, number: int) -> None:
        self.display(self._presenter.chose(number))

    def _on_keep(self) -> None:
        state = self._presenter.keep()
        self.display(state)
        if state.begun:
            self.summary.take_focus()
        else:
            walk_to(self.boxes["description"].box)
