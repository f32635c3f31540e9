"""The original leaves the station: who carries it, when a copy was posted, when they left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.election.definition import Member
from tallydesk.ui.attempts import attempt
from tallydesk.ui.clock_text import moment_near, read_clock
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.people_words import office_said
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.travelling import Travels, travelling
from tallydesk.ui.widgets.asked import Asked, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.fact_rows import FactRows
from tallydesk.ui.widgets.row_list import Row, RowList
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow import handover, step
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session

Box = Literal["posted", "left"]


@dataclass(frozen=True, slots=True)
class HandOverState:
    """Everything the page shows, the times as typed. `unread` are boxes that hold no time."""

    members: tuple[Member, ...]
    travels: tuple[Travels, ...]
    carriers: frozenset[int] = frozenset()
    posted: str = ""
    left: str = ""
    unread: tuple[Box, ...] = ()
    refused: Refusal | None = None
    done: bool = False


class HandOverPresenter:
    """Text in, state out; a time is the one nearest to now."""

    def __init__(self, session: Session) -> None:
        self._session, self._hours = session, session.package.hours
        night = session.night
        state = HandOverState(
            tuple(each for each in session.package.members if each.number in night.present),
            travelling(session),
        )
        over = night.handed_over
        if over is not None:
            state = replace(
                state,
                carriers=frozenset(over.carriers),
                posted=self._hours.on_the_wall(over.posted),
                left=self._hours.on_the_wall(over.left),
                done=True,
            )
        self.state = state

    def toggled(self, index: int) -> HandOverState:
        """A member carries it, or was marked by mistake."""
        number = self.state.members[index].number
        if not self.state.done:
            self.state = replace(self.state, carriers=self.state.carriers ^ {number})
        return self.state

    def typed(self, box: Box, text: str) -> HandOverState:
        """The text that stands in a box now."""
        if box == "posted":
            self.state = replace(self.state, posted=text)
        else:
            self.state = replace(self.state, left=text)
        return self.state

    def go_on(self) -> HandOverState:
        """Record it; after that the night is over."""
        state = self.state
        if state.done:
            return state
        posted, left = self._moment(state.posted), self._moment(state.left)
        if posted is None or left is None:
            unread: tuple[Box, ...] = ("posted",) if posted is None else ()
            if left is None:
                unread += ("left",)
            self.state = replace(state, unread=unread, refused=None)
            return self.state
        refused = attempt(lambda: handover.hand_over(self._session, state.carriers, posted, left))
        self.state = replace(state, unread=(), refused=refused, done=refused is None)
        return self.state

    def turn(self) -> bool:
        """To what an official night still asks after the hand-over; False when that was all."""
        if not self.more:
            return False
        step.turn(self._session)
        return True

    @property
    def more(self) -> bool:
        """Whether the night still asks for something after the hand-over."""
        return step.elsewhere(self._session) is not None

    def _moment(self, text: str) -> datetime | None:
        clock = read_clock(text)
        return moment_near(clock, self._hours, self._session.clock.now()) if clock else None


class HandOverPage(Page):
    """Carriers at the left, times at the right, what travels along below."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        del at
        super().__init__(parent)
        self._presenter = HandOverPresenter(workplace.session)
        self._language = workplace.language
        card = Card(self)
        columns = Columns(card)
        self._carriers_label, self._travels_label = QLabel(card), QLabel(card)
        for label in (self._carriers_label, self._travels_label):
            label.setProperty("role", "subheading")
            label.setWordWrap(True)
        self.carriers = RowList(card, shape="box")
        self.boxes: dict[Box, TextLine] = {"posted": TextLine(card), "left": TextLine(card)}
        self._asked_carriers = Asked(self.carriers)
        self._asked = {box: Asked(line) for box, line in self.boxes.items()}
        self.travels = FactRows(card)
        columns.left.addWidget(self._carriers_label)
        columns.left.addWidget(self._asked_carriers)
        for widget in (*self._asked.values(), self._travels_label, self.travels):
            columns.right.addWidget(widget)
        self.carriers.pressed.connect(self._on_carrier)
        self.carriers.entered.connect(self._on_carriers_entered)
        for line in self.boxes.values():
            line.typed.connect(self._on_typed)
            line.entered.connect(self._on_entered)
        card.rows.addWidget(columns)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: HandOverState) -> None:
        """Paint a state."""
        language = self._language.code
        self.carriers.show_rows(
            [
                Row(
                    each.name,
                    office_said(each.office, language),
                    "done" if each.number in state.carriers else "",
                )
                for each in state.members
            ]
        )
        for box, line in self.boxes.items():
            line.put(state.posted if box == "posted" else state.left)
            line.box.setReadOnly(state.done)
        self.travels.show_facts([each.said(language) for each in state.travels])
        over = self.tr("The night is over and everything is saved. This window may be closed.")
        self.notice.say(over if state.done and not self._presenter.more else "")
        self._display_problems(state)
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Hand-over"),
            self.tr("Post a copy at the door, then send the original off at once."),
        )
        self._carriers_label.setText(self.tr("Who carries the original"))
        self.carriers.setAccessibleName(self._carriers_label.text())
        self.boxes["posted"].name(self.tr("Copy posted at the station at (time)"))
        self.boxes["left"].name(self.tr("Carriers left at (time)"))
        self._travels_label.setText(self.tr("What travels along"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        if self._presenter.state.done:
            if self._presenter.turn():
                self.finished.emit()
            else:
                self.window().close()
            return
        state = self._presenter.go_on()
        self.display(state)
        if state.done:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return None if self._presenter.state.done else self.carriers.field()

    def act_words(self) -> str:
        done = self._presenter.state.done
        if done and self._presenter.more:
            return ""
        return self.tr("Close the window") if done else self.tr("Record the hand-over")

    def _display_problems(self, state: HandOverState) -> None:
        unread = self.tr("write the time as four digits, as in 0115")
        problems = [
            ProblemLine(f"{self.boxes[box].label.text()}: {unread}.", self.boxes[box].box)
            for box in state.unread
        ]
        for box, asked in self._asked.items():
            asked.complain(unread if box in state.unread else "")
        text = said(state.refused, self._language.code) if state.refused else ""
        about_time = state.refused is not None and state.refused.code.startswith("time-")
        self._asked_carriers.complain("" if about_time else text)
        if text:
            if about_time:
                self._asked["left"].complain(text)
            field = self.boxes["left"].box if about_time else self.carriers.field()
            problems.append(ProblemLine(text, field))
        self.summary.show_problems(problems)

    def _on_carrier(self, index: int) -> None:
        self.display(self._presenter.toggled(index))

    def _on_carriers_entered(self) -> None:
        walk_to(self.boxes["posted"].box)

    def _on_typed(self, text: str) -> None:
        self._presenter.typed(self._sending(), text)

    def _on_entered(self) -> None:
        if self._sending() == "posted":
            walk_to(self.boxes["left"].box)
        else:
            self.go_on()

    def _sending(self) -> Box:
        return "posted" if self.sender() is self.boxes["posted"] else "left"
