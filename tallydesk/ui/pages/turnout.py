"""How many have voted so far, hour by hour: preliminary, and no figure of the protocol."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tallydesk.counting.typed import Count, read_typed
from tallydesk.protocol.words import in_words
from tallydesk.ui.attempts import attempt
from tallydesk.ui.clock_text import moment_near, read_clock
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.asked import Asked, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.fact_rows import FactRows
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow import turnout
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session

Box = Literal["hour", "voters"]


@dataclass(frozen=True, slots=True)
class TurnoutState:
    """Everything the page shows. `reported` is by the station's clock, in the order of the day.

    `asked` are the hours at which a report is wanted. `unread` are boxes whose text says nothing.
    """

    reported: tuple[tuple[str, int], ...]
    asked: tuple[str, ...] = ()
    hour: str = ""
    voters: str = ""
    unread: tuple[Box, ...] = ()
    refused: Refusal | None = None
    finished: bool = False


class TurnoutPresenter:
    """One report after the other; Continue keeps the last one too."""

    def __init__(self, session: Session) -> None:
        self._session, self._hours = session, session.package.hours
        self.state = self._opened()

    def typed(self, box: Box, text: str) -> TurnoutState:
        """The text that stands in a box now."""
        state = self.state
        self.state = replace(state, hour=text) if box == "hour" else replace(state, voters=text)
        return self.state

    def keep(self) -> TurnoutState:
        """Write the report down; the boxes are free for the next one."""
        state, hour = self.state, self._moment()
        voters = read_typed(state.voters)
        if hour is None or not isinstance(voters, Count):
            unread: tuple[Box, ...] = () if hour else ("hour",)
            unread += () if isinstance(voters, Count) else ("voters",)
            self.state = replace(state, unread=unread, refused=None)
            return self.state
        refused = attempt(lambda: turnout.report(self._session, hour, voters.number))
        if refused:
            self.state = replace(state, refused=refused, unread=())
        else:
            self.state = self._opened()
        return self.state

    def go_on(self) -> TurnoutState:
        """Continue: keep what was begun, then back to where the work was."""
        if self.state.voters and (self.keep().refused or self.state.unread):
            return self.state
        self.state = replace(self.state, finished=True)
        return self.state

    def _moment(self) -> datetime | None:
        clock = read_clock(self.state.hour)
        # A day's hour never lies before the opening, so the nearest to now is the one meant.
        now = self._session.clock.now()
        return moment_near(clock, self._hours, now) if clock else None

    def _opened(self) -> TurnoutState:
        due = turnout.next_due(self._session)
        return TurnoutState(
            tuple(
                (self._hours.on_the_wall(hour), voters)
                for hour, voters in sorted(self._session.night.turnout.items())
            ),
            tuple(self._hours.on_the_wall(each) for each in turnout.report_hours(self._session)),
            hour=self._hours.on_the_wall(due) if due else "",
        )


class TurnoutPage(Page):
    """Hour and number side by side, what was reported below."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        del at
        super().__init__(parent)
        self._presenter = TurnoutPresenter(workplace.session)
        self._language = workplace.language
        card = Card(self)
        columns = Columns(card)
        self.boxes: dict[Box, TextLine] = {"hour": TextLine(card), "voters": TextLine(card)}
        self._asked = {box: Asked(line) for box, line in self.boxes.items()}
        self.keep_button = KeyButton(card)
        self.reported = FactRows(card)
        columns.left.addWidget(self._asked["hour"])
        columns.right.addWidget(self._asked["voters"])
        card.rows.addWidget(columns)
        card.rows.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignLeft)
        card.rows.addWidget(self.reported)
        self.boxes["hour"].typed.connect(self._on_hour)
        self.boxes["hour"].entered.connect(self._on_hour_entered)
        self.boxes["voters"].typed.connect(self._on_voters)
        self.boxes["voters"].entered.connect(self._on_keep)
        self.keep_button.clicked.connect(self._on_keep)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: TurnoutState) -> None:
        """Paint a state."""
        self.boxes["hour"].put(state.hour)
        self.boxes["voters"].put(state.voters)
        language = self._language.code
        problems = {
            "hour": self.tr("write the time as four digits, as in 1000"),
            "voters": self.tr("write it with the digits 0 to 9 only"),
        }
        wrong: dict[Box, str] = {box: problems[box] for box in state.unread}
        if state.refused:
            wrong["hour"] = said(state.refused, language)
        for box, asked in self._asked.items():
            asked.complain(wrong.get(box, ""))
        self.summary.show_problems(
            [
                ProblemLine(
                    f"{self.boxes[box].label.text()}: {words}." if box in state.unread else words,
                    self.boxes[box].box,
                )
                for box, words in wrong.items()
            ]
        )
        fact = self.tr("{voters} voters so far ({words}), preliminary")
        self.reported.show_facts(
            [
                (hour, fact.format(voters=voters, words=in_words(voters, language)), "")
                for hour, voters in state.reported
            ]
        )
        self.news.emit()

    def speak(self) -> None:
        state = self._presenter.state
        task = self.tr(
            "Preliminary: these numbers stand in no protocol and fill nothing in. "
            "The hours of this day: {hours}."
        )
        free = self.tr("Preliminary: these numbers stand in no protocol and fill nothing in.")
        self.title(
            self.tr("Reports of the day"),
            task.format(hours=", ".join(state.asked)) if state.asked else free,
        )
        self.boxes["hour"].name(self.tr("Hour of the report"))
        self.boxes["voters"].name(self.tr("Voters so far, preliminary"))
        self.keep_button.setText(self.tr("Enter it"))
        self.display(state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return self.boxes["voters" if self._presenter.state.hour else "hour"].box

    def _on_hour(self, text: str) -> None:
        self.display(self._presenter.typed("hour", text))

    def _on_hour_entered(self) -> None:
        walk_to(self.boxes["voters"].box)

    def _on_voters(self, text: str) -> None:
        self.display(self._presenter.typed("voters", text))

    def _on_keep(self) -> None:
        state = self._presenter.keep()
        self.display(state)
        if state.refused or state.unread:
            self.summary.take_focus()
        else:
            walk_to(self.boxes["voters" if state.hour else "hour"].box)
