"""What the package says: election, candidates, station, people, form. Everybody looks at it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.election.definition import Package
from tallydesk.signing.codes import long_digest
from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.people_words import member_said
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.fact_rows import FactRows
from tallydesk.workflow import step
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class PackageState:
    """Everything the page shows.

    The figures that the package knows are not among it: they are compared after both entries.
    """

    package: Package
    refused: Refusal | None = None
    finished: bool = False


class PackagePresenter:
    """Nothing to fill in: the package is right or it is the wrong one."""

    def __init__(self, session: Session, at: Step) -> None:
        self._session, self._step = session, at
        self.state = PackageState(session.package)

    def go_on(self) -> PackageState:
        """Everybody has seen it."""
        refused = attempt(lambda: step.close(self._session, self._step.id))
        self.state = replace(self.state, refused=refused, finished=refused is None)
        return self.state


class PackagePage(Page):
    """One card: a row for each thing the package says."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = PackagePresenter(workplace.session, at)
        self._language = workplace.language
        card = Card(self)
        self._purpose = QLabel(card)
        self._purpose.setProperty("role", "strong")
        self._purpose.setWordWrap(True)
        self.facts = FactRows(card)
        card.rows.addWidget(self._purpose)
        card.rows.addWidget(self.facts)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: PackageState) -> None:
        """Paint a state."""
        language, package = self._language.code, state.package
        day = f"{package.definition.day:%d.%m.%Y}"
        rows = [(self.tr("Election"), f"{package.definition.title.said_in(language)}, {day}", "")]
        for contest in package.definition.contests:
            rows.append((self.tr("Contest"), contest.title.said_in(language), ""))
            names = [
                f"{number}. {each.name.said_in(language)}"
                for number, each in enumerate(contest.candidates, start=1)
            ]
            rows.append((self.tr("On the ballot, in this order"), ",  ".join(names), ""))
            form = f"{contest.form.title.said_in(language)} ({contest.form.law})"
            rows.append((self.tr("Form and law"), form, ""))
        station = package.station
        rows.append((self.tr("Station"), f"{station.label}, {station.name.said_in(language)}", ""))
        members = "\n".join(
            f"{each.number}. {member_said(each, language)}" for each in package.members
        )
        rows.append((self.tr("Commission"), members, ""))
        if package.purpose == "practice":
            rows.append((self.tr("Station secret, for practice"), package.station_secret, ""))
        rows.append((self.tr("Digest of the package"), long_digest(package.digest), ""))
        self.facts.show_facts(rows)
        refused = [ProblemLine(said(state.refused, language))] if state.refused else []
        self.summary.show_problems(refused)
        self.news.emit()

    def speak(self) -> None:
        state = self._presenter.state
        self.title(
            self.tr("Election package"),
            self.tr("Read it aloud. If a name or the station is wrong, stop here."),
        )
        practice = self.tr("PRACTICE with invented figures. This is no result of any election.")
        self._purpose.setText(practice)
        self._purpose.setVisible(state.package.purpose == "practice")
        self.display(state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()
