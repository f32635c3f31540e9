"""A walk through the shipped practice night, step by step, with the shipped scenario's people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tallydesk.assets import form_bytes, read_bytes
from tallydesk.training.rehearsal import Rehearsal
from tallydesk.training.scenario import Scenario, read_scenario
from tallydesk.ui.language import Language
from tallydesk.ui.page import Workplace
from tallydesk.workflow import step
from tallydesk.workflow.opening import read_shipped
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session, open_night
from tests.fakes import CountingChance, DictKeyShelf, DictOutbox, ListJournal, TickingClock


@dataclass
class Walk:
    """The night before its first step; `steps` goes through it."""

    language: Language
    scenario: Scenario = field(
        default_factory=lambda: read_scenario(read_bytes("scenarios", "demo.toml"))
    )

    def __post_init__(self) -> None:
        self.session: Session = open_night(
            read_bytes("packages", f"{self.scenario.package}.toml"),
            form_bytes,
            read_shipped,
            ListJournal(),
            TickingClock(),
            CountingChance(),
            "walk",
        )
        shelf, outbox = DictKeyShelf(), DictOutbox()
        self.workplace = Workplace(self.session, shelf, outbox, self.language)
        self._rehearsal = Rehearsal(self.session, shelf, outbox, self.scenario)

    def steps(self) -> Iterator[Step]:
        """Each step while its page is open; its task is done when the next one is asked for."""
        for at in self.session.plan.steps:
            step.go(self.session, at.id)
            yield at
            getattr(self._rehearsal, {"print": "print_copy"}.get(at.kind, at.kind))(at)
