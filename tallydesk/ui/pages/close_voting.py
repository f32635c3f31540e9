"""The announced close and the time of the last vote: two facts (Art. 104)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from PySide6.QtWidgets import QWidget

from tallydesk.ui.attempts import attempt
from tallydesk.ui.clock_text import moment_near, read_clock
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.asked import Asked, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow import attendance
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session

Box = Literal["announced", "last_vote", "early"]
BOXES: tuple[Box, ...] = ("announced", "last_vote", "early")
_FIELD_OF: dict[str, Box] = {
    "close-in-future": "announced",
    "early-needs-reason": "early",
    "last-vote-in-future": "last_vote",
}


@dataclass(frozen=True, slots=True)
class CloseState:
    """Everything the page shows, the texts as typed.

    `unread` are boxes whose text is no time. `is_early` says that the announced close lies before
    the station's hour, and only then the reason is asked for.
    """

    announced: str = ""
    last_vote: str = ""
    early: str = ""
    hour: str = ""
    is_early: bool = False
    unread: tuple[Box, ...] = ()
    refused: Refusal | None = None
    finished: bool = False

    def text(self, box: Box) -> str:
        """What stands in a box."""
        return {"announced": self.announced, "last_vote": self.last_vote, "early": self.early}[box]


class ClosePresenter:
    """Text in, state out; a time is the one nearest to the station's hour of closing."""

    def __init__(self, session: Session) -> None:
        self._session, self._hours = session, session.package.hours
        voting = session.night.voting
        hour = self._hours.on_the_wall(self._hours.closes)
        if voting is None:
            self.state = CloseState(hour=hour)
        else:
            announced = self._hours.on_the_wall(voting.announced)
            last_vote = self._hours.on_the_wall(voting.last_vote)
            self.state = self._looked_at(CloseState(announced, last_vote, voting.early, hour=hour))

    def typed(self, box: Box, text: str) -> CloseState:
        """The text that stands in a box now."""
        if box == "announced":
            state = replace(self.state, announced=text)
        elif box == "last_vote":
            state = replace(self.state, last_vote=text)
        else:
            state = replace(self.state, early=text)
        self.state = self._looked_at(state)
        return self.state

    def go_on(self) -> CloseState:
        """Continue was pressed."""
        state = self.state
        announced, last_vote = self._moment(state.announced), self._moment(state.last_vote)
        if announced is None or last_vote is None:
            unread: tuple[Box, ...] = ()
            if announced is None:
                unread += ("announced",)
            if last_vote is None:
                unread += ("last_vote",)
            self.state = replace(state, unread=unread, refused=None)
            return self.state
        early = state.early if state.is_early else ""
        refused = attempt(
            lambda: attendance.close_voting(self._session, announced, last_vote, early)
        )
        self.state = replace(state, unread=(), refused=refused, finished=refused is None)
        return self.state

    def _looked_at(self, state: CloseState) -> CloseState:
        announced = self._moment(state.announced)
        early = announced is not None and announced < self._hours.closes
        return replace(state, is_early=early)

    def _moment(self, text: str) -> datetime | None:
        clock = read_clock(text)
        return moment_near(clock, self._hours, self._hours.closes) if clock else None


class CloseVotingPage(Page):
    """Two times side by side, and the reason below when voting ended early."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        del at
        super().__init__(parent)
        self._presenter = ClosePresenter(workplace.session)
        self._language = workplace.language
        card = Card(self)
        columns = Columns(card)
        self.boxes: dict[Box, TextLine] = {box: TextLine(card) for box in BOXES}
        self._asked = {box: Asked(line) for box, line in self.boxes.items()}
        columns.left.addWidget(self._asked["announced"])
        columns.right.addWidget(self._asked["last_vote"])
        card.rows.addWidget(columns)
        card.rows.addWidget(self._asked["early"])
        for box, line in self.boxes.items():
            line.box.setObjectName(box)
            line.typed.connect(self._on_typed)
            line.entered.connect(self._on_entered)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: CloseState) -> None:
        """Paint a state."""
        for box, line in self.boxes.items():
            line.put(state.text(box))
        self._asked["early"].setVisible(state.is_early)
        problems: dict[Box, str] = dict.fromkeys(
            state.unread, self.tr("write the time as four digits, as in 1900")
        )
        if state.refused:
            box = _FIELD_OF.get(state.refused.code, "announced")
            problems[box] = said(state.refused, self._language.code)
        for box, asked in self._asked.items():
            asked.complain(problems.get(box, ""))
        self.summary.show_problems(
            [
                ProblemLine(self._named(box, words), self.boxes[box].box)
                for box, words in problems.items()
            ]
        )
        self.news.emit()

    def speak(self) -> None:
        state = self._presenter.state
        task = self.tr(
            "The chair announces the close; who is in the station still votes. "
            "Voting ends here at {hour}."
        )
        self.title(self.tr("Close of voting"), task.format(hour=state.hour))
        self.boxes["announced"].name(self.tr("Close announced at (time)"))
        self.boxes["last_vote"].name(self.tr("Last vote cast at (time)"))
        self.boxes["early"].name(self.tr("Voting ended early: who decided it, and why"))
        self.display(state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return self.boxes["announced"].box

    def _named(self, box: Box, words: str) -> str:
        """A box that holds no time is named; a sentence of the workflow speaks for itself."""
        if box not in self._presenter.state.unread:
            return words
        return f"{self.boxes[box].label.text()}: {words}."

    def _on_typed(self, text: str) -> None:
        self.display(self._presenter.typed(self._sending(), text))

    def _on_entered(self) -> None:
        """Enter walks on; on the last box it is Continue."""
        shown = [box for box in BOXES if not self._asked[box].isHidden()]
        after = shown.index(self._sending()) + 1
        if after < len(shown):
            walk_to(self.boxes[shown[after]].box)
        else:
            self.go_on()

    def _sending(self) -> Box:
        line = self.sender()
        return next(box for box, each in self.boxes.items() if each is line)
