"""The package: what this laptop will count, read and agreed on by everybody present."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from tallydesk.election.definition import Package
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.people_words import member_said
from tallydesk.ui.refusals import Refusal, refusal_of, said
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.facts import Facts
from tallydesk.workflow import step
from tallydesk.workflow.plan import Step
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session

DIGEST_SHOWN = 20
"""Hexadecimal digits of the package's SHA-256 that people compare: 80 bits."""


@dataclass(frozen=True, slots=True)
class PackageState:
    """The package, and whether the page is done.

    The figures that the package knows are not shown: they are compared after both entries.
    """

    package: Package
    finished: bool = False
    refused: Refusal | None = None


class PackagePresenter:
    """Nothing to type: Continue says that this is the right package."""

    def __init__(self, session: Session, at: Step) -> None:
        self._session, self._step = session, at
        self.state = PackageState(session.package)

    def go_on(self) -> PackageState:
        """Take the package as it is."""
        try:
            step.close(self._session, self._step.id)
        except (RefusedError, OSError) as refusal:
            self.state = replace(self.state, refused=refusal_of(refusal))
        else:
            self.state = replace(self.state, finished=True, refused=None)
        return self.state


class PackagePage(Page):
    """The facts of the package on a card."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = PackagePresenter(workplace.session, at)
        self._language = workplace.language
        card = Card(self)
        self.facts = Facts(card)
        card.rows.addWidget(self.facts)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: PackageState) -> None:
        """Paint a state; painting it again changes nothing."""
        self.facts.say(self._facts(state.package, self._language.code))
        refused = state.refused
        lines = [ProblemLine(said(refused, self._language.code))] if refused else []
        self.summary.show_problems(lines)

    def speak(self) -> None:
        self.title(
            self.tr("The election package"),
            self.tr("Compare this with your papers. If it is another station, stop here."),
        )
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

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
        facts.append((self.tr("Digest"), _grouped(package.digest)))
        return facts


def _grouped(digest: bytes) -> str:
    shown = digest.hex().upper()[:DIGEST_SHOWN]
    return " ".join(shown[at : at + 4] for at in range(0, DIGEST_SHOWN, 4))
