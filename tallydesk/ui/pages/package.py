"""The package: what this laptop will count, read and agreed on by everybody present."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.election.definition import Package
from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.people_words import member_said
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.facts import Facts
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.workflow import step
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import Outbox
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class PackageState:
    """The package, and whether the page is done.

    The figures that the package knows are not shown: they are compared after both entries.
    """

    package: Package
    saved: tuple[str, ...] = ()
    """Paths of the blank papers, once they were saved."""
    finished: bool = False
    refused: Refusal | None = None


class PackagePresenter:
    """Nothing to type: Continue says that this is the right package."""

    def __init__(self, session: Session, outbox: Outbox, at: Step) -> None:
        self._session, self._outbox, self._step = session, outbox, at
        self.state = PackageState(session.package)

    def save_pack(self) -> PackageState:
        """Save the blank papers of this station, for a printer and a viewer to print (U32)."""
        from tallydesk.workflow.morning import save_pack

        saved: list[str] = []
        refused = attempt(
            lambda: saved.extend(save_pack(self._session.package, self._outbox)),
        )
        self.state = replace(self.state, saved=tuple(saved), refused=refused)
        return self.state

    def go_on(self) -> PackageState:
        """Take the package as it is."""
        refused = attempt(lambda: step.close(self._session, self._step.id))
        self.state = replace(self.state, refused=refused, finished=refused is None)
        return self.state


class PackagePage(Page):
    """The facts of the package on a card, below it the papers that are printed beforehand."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = PackagePresenter(workplace.session, workplace.outbox, at)
        self._language = workplace.language
        card = Card(self)
        self.facts = Facts(card)
        card.rows.addWidget(self.facts)
        blank = Card(self)
        self.blank_button = KeyButton(blank)
        self._why, self._saved = QLabel(blank), QLabel(blank)
        self._why.setProperty("role", "muted")
        self._saved.setProperty("role", "done")
        for label in (self._why, self._saved):
            label.setWordWrap(True)
        for widget in (self._why, self._saved):
            blank.rows.addWidget(widget)
        blank.rows.addWidget(self.blank_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.blank_button.clicked.connect(self._on_blank)
        self.fill(card)
        self.fill(blank)
        self.end()
        self.speak()

    def display(self, state: PackageState) -> None:
        """Paint a state; painting it again changes nothing."""
        self.facts.say(self._facts(state.package, self._language.code))
        refused = state.refused
        lines = [ProblemLine(said(refused, self._language.code))] if refused else []
        self.summary.show_problems(lines)
        places = ", ".join(Path(path).name for path in state.saved)
        folder = str(Path(state.saved[0]).parent) if state.saved else ""
        saved = self.tr("Saved in {folder}: {names}").format(folder=folder, names=places)
        self._saved.setText(saved if state.saved else "")
        self._saved.setVisible(bool(state.saved))

    def speak(self) -> None:
        self.title(
            self.tr("The election package"),
            self.tr("Compare this with your papers. If it is another station, stop here."),
        )
        self._why.setText(
            self.tr(
                "Blank forms, tally sheets, acts and the sheet of keys can be printed beforehand."
            )
        )
        self.blank_button.setText(self.tr("Save the blank papers"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def _on_blank(self) -> None:
        state = self._presenter.save_pack()
        self.display(state)
        if state.refused:
            self.summary.take_focus()
        else:
            self.done_here.emit()

    @property
    def may_go_back(self) -> bool:
        return False

    def _facts(self, package: Package, code: str) -> list[tuple[str, str]]:
        wall = timedelta(minutes=package.hours.offset_minutes)
        opens, closes = package.hours.opens + wall, package.hours.closes + wall
        facts = [
            (self.tr("Election"), package.definition.title.said_in(code)),
            (self.tr("Station"), f"{package.station.label}, {package.station.name.said_in(code)}"),
            (self.tr("Voting"), f"{opens:%d.%m.%Y  %H:%M} - {closes:%H:%M}"),
        ]
        for contest in package.definition.contests:
            names = ",  ".join(
                f"{place}. {each.name.said_in(code)}"
                for place, each in enumerate(contest.candidates, start=1)
            )
            facts.append((self.tr("Ballot"), f"{contest.title.said_in(code)}: {names}"))
            facts.append((self.tr("Form of the protocol"), contest.form.title.said_in(code)))
        members = "\n".join(member_said(member, code) for member in package.members)
        facts.append((self.tr("Commission"), members))
        if package.purpose == "practice":
            facts.append((self.tr("Station secret"), package.station_secret))
        facts.append((self.tr("Digest"), package.fingerprint))
        return facts
