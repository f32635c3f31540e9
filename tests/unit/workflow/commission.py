"""A commission for tests: sits around a session and does what people do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from tallydesk.counting.place import Place
from tallydesk.election.definition import Package
from tallydesk.protocol.model import Stance
from tallydesk.workflow import (
    attendance,
    entry,
    findings,
    remarks,
    sealing,
    slip,
    step,
)
from tallydesk.workflow.resuming import resume_night
from tallydesk.workflow.session import Session, open_night
from tests.builders import PACKAGE
from tests.fakes import CountingChance, DictKeyShelf, DictOutbox, ListJournal, TickingClock

PIN = "12345678"

PAPER: dict[str, int] = {
    "3": 120,
    "5": 90,
    "8": 30,
    "6": 4,
    "12": 4,
    "13": 86,
    "14": 88,
    "15": 2,
    "a": 50,
    "b": 38,
}
"""What the papers say; nothing to find."""


@dataclass
class Commission:
    """Ada, Ben and Cem, their laptop and their papers."""

    package: Package = PACKAGE
    journal: ListJournal = field(default_factory=ListJournal)
    clock: TickingClock = field(default_factory=TickingClock)
    chance: CountingChance = field(default_factory=CountingChance)
    shelf: DictKeyShelf = field(default_factory=DictKeyShelf)
    outbox: DictOutbox = field(default_factory=DictOutbox)
    closes_early: timedelta = timedelta()
    paper: dict[str, int] = field(default_factory=lambda: dict(PAPER))

    def __post_init__(self) -> None:
        self.session: Session = open_night(
            b"pears",
            lambda _: b"form",
            lambda *_: self.package,
            self.journal,
            self.clock,
            self.chance,
            "test",
        )

    @property
    def here(self) -> str:
        return self.session.night.step

    def starts_again(self) -> None:
        """The program ended, whatever the reason, and is started anew on the same journal."""
        self.session = resume_night(
            lambda *_: self.package, self.journal, self.clock, self.chance, "test"
        )

    def opens_the_station(self) -> None:
        step.close(self.session, "package")
        attendance.take(self.session, {1, 2, 3}, 1)
        for member in (1, 2, 3):
            attendance.choose_pin(self.session, self.shelf, member, PIN, PIN)
        attendance.close_keys(self.session)
        closes = self.package.hours.closes - self.closes_early
        decided = "all listed voters have voted" if self.closes_early else ""
        attendance.close_voting(self.session, closes, closes, decided)

    def writes(self, step_id: str, **wrong: int) -> None:
        """Write a whole sheet from the paper, with slips where `wrong` says so (line_8=29)."""
        slips = {name.removeprefix("line_"): count for name, count in wrong.items()}
        for place in self.places(step_id):
            entry.write(self.session, step_id, place, slips.get(place.id, self.paper[place.id]))

    def places(self, step_id: str) -> tuple[Place, ...]:
        plan = self.session.plan
        return plan.sheet(plan.step(step_id).sheet).places

    def hands_over_to(self, member: int, step_id: str) -> None:
        attendance.take_over(self.session, self.shelf, step_id, member, PIN)

    def enters_twice(self, group: str, sheet: str) -> None:
        """Both entries of a sheet that is alone in its group."""
        self.writes(f"{sheet}.first")
        entry.close_sheet(self.session, f"{sheet}.first")
        first = self.session.night.closed_sheets[sheet, 1]
        self.hands_over_to(2 if first == 1 else 1, f"{group}.takeover")
        self.writes(f"{sheet}.second")
        entry.close_sheet(self.session, f"{sheet}.second")

    def closes_findings(self, group: str, words: str = "counted three times") -> None:
        findings.show(self.session, group)
        for matter in findings.matters_of(self.session, group):
            if matter.open:
                findings.explain(self.session, matter, words)
        findings.close(self.session, group)

    def counts_everything(self) -> None:
        """From the empty journal to the remarks."""
        self.opens_the_station()
        for group, sheet in (
            ("before", "before.pear"),
            ("mobile", "mobile.M1"),
            ("stationary", "stationary.S1"),
            ("count.pear", "count.pear"),
        ):
            self.enters_twice(group, sheet)
            self.closes_findings(group)
            if group == "before":
                slip.close(self.session)

    def comes_to_the_stances(self) -> None:
        self.counts_everything()
        remarks.close(self.session)
        step.close(self.session, "draft.pear")

    def everybody_signs(self) -> None:
        for member in (1, 2, 3):
            sealing.take_stance(self.session, "pear", member, Stance.SIGNS)
        sealing.freeze(self.session, "pear")
        for member in (1, 2, 3):
            sealing.sign(self.session, self.shelf, "pear", member, PIN)
