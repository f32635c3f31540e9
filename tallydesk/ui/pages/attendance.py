"""Who is present, and who sits down at the laptop."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.election.definition import Member
from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.people_words import office_said
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.asked import Asked, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.row_list import Row, RowList
from tallydesk.workflow import attendance
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class AttendanceState:
    """Everything the page shows; `at_laptop` is a member's number, 0 while nobody is chosen."""

    members: tuple[Member, ...]
    present: frozenset[int]
    at_laptop: int = 0
    refused: Refusal | None = None
    finished: bool = False


class AttendancePresenter:
    """Rows are named by their index from 0."""

    def __init__(self, session: Session) -> None:
        self._session = session
        night = session.night
        self.state = AttendanceState(session.package.members, night.present, night.member)

    def toggled(self, index: int) -> AttendanceState:
        """A member came, or was marked by mistake."""
        number = self.state.members[index].number
        self.state = replace(self.state, present=self.state.present ^ {number})
        return self.state

    def seated(self, index: int) -> AttendanceState:
        """A member sits down at the laptop."""
        self.state = replace(self.state, at_laptop=self.state.members[index].number)
        return self.state

    def go_on(self) -> AttendanceState:
        """Continue was pressed."""
        state = self.state
        refused = attempt(lambda: attendance.take(self._session, state.present, state.at_laptop))
        self.state = replace(state, refused=refused, finished=refused is None)
        return self.state


class AttendancePage(Page):
    """Two lists side by side: marks for those present, a ring for the one at the laptop."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        del at
        super().__init__(parent)
        self._presenter = AttendancePresenter(workplace.session)
        self._language = workplace.language
        card = Card(self)
        columns = Columns(card)
        self._present_label, self._laptop_label = QLabel(card), QLabel(card)
        self.present, self.laptop = RowList(card, shape="box"), RowList(card, shape="ring")
        self.asked_present, self._asked_laptop = Asked(self.present), Asked(self.laptop)
        for label, asked, column in (
            (self._present_label, self.asked_present, columns.left),
            (self._laptop_label, self._asked_laptop, columns.right),
        ):
            label.setProperty("role", "subheading")
            label.setWordWrap(True)
            column.addWidget(label)
            column.addWidget(asked)
        self.present.pressed.connect(self._on_present)
        self.present.entered.connect(self._on_present_entered)
        self.laptop.pressed.connect(self._on_laptop)
        self.laptop.entered.connect(self.go_on)
        card.rows.addWidget(columns)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: AttendanceState) -> None:
        """Paint a state."""
        absent = self.tr("absent")
        self.present.show_rows([self._row_of(state, each) for each in state.members])
        self.laptop.show_rows(
            [
                Row(
                    each.name,
                    "" if each.number in state.present else absent,
                    "done" if each.number == state.at_laptop else "",
                    self._spoken(each.name, chosen=each.number == state.at_laptop),
                )
                for each in state.members
            ]
        )
        self._display_problem(state)
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Attendance"),
            self.tr("Mark who is present, then choose who sits at the laptop."),
        )
        self._present_label.setText(self.tr("Who is present"))
        self._laptop_label.setText(self.tr("Who sits at the laptop"))
        self.present.setAccessibleName(self._present_label.text())
        self.laptop.setAccessibleName(self._laptop_label.text())
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return self.present.field()

    def left_words(self) -> str:
        state = self._presenter.state
        present = self.tr("Present: {count} of {of}")
        return present.format(count=len(state.present), of=len(state.members))

    def _row_of(self, state: AttendanceState, member: Member) -> Row:
        present = member.number in state.present
        office = office_said(member.office, self._language.code)
        spoken = (
            self.tr("{name}, {office}: present") if present else self.tr("{name}, {office}: absent")
        )
        return Row(
            member.name,
            office,
            "done" if present else "",
            spoken.format(name=member.name, office=office),
        )

    def _spoken(self, name: str, *, chosen: bool) -> str:
        return self.tr("{name}: sits at the laptop").format(name=name) if chosen else name

    def _display_problem(self, state: AttendanceState) -> None:
        refused = state.refused
        words = said(refused, self._language.code) if refused else ""
        about_laptop = refused is not None and refused.code == "laptop-absent"
        self._asked_laptop.complain(words if about_laptop else "")
        self.asked_present.complain("" if about_laptop else words)
        field = self.laptop.field() if about_laptop else self.present.field()
        self.summary.show_problems([ProblemLine(words, field)] if refused else [])

    def _on_present(self, index: int) -> None:
        self.display(self._presenter.toggled(index))

    def _on_present_entered(self) -> None:
        walk_to(self.laptop.field())

    def _on_laptop(self, index: int) -> None:
        self.display(self._presenter.seated(index))
