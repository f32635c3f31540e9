"""The practice night of the demonstration, played once, to be entered at any of its steps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tallydesk.assets import form_bytes, read_bytes
from tallydesk.training.rehearsal import Rehearsal
from tallydesk.training.scenario import Scenario, read_scenario
from tallydesk.ui.language import Language
from tallydesk.ui.page import Workplace
from tallydesk.workflow.fold import fold
from tallydesk.workflow.happening import StepOpened
from tallydesk.workflow.happening_json import read
from tallydesk.workflow.night import Night
from tallydesk.workflow.opening import read_shipped
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.session import Session, open_night
from tests.fakes import CountingChance, DictKeyShelf, DictOutbox, ListJournal, TickingClock

PIN = "24681357"
"""Everybody's, as in the scenario."""


@dataclass(frozen=True, slots=True)
class Album:
    """The plan, the entries that stand when a step is opened, and the key files."""

    plan: Plan
    before: dict[str, tuple[Entry, ...]]
    keys: dict[int, bytes]


def scenario() -> Scenario:
    """What the invented paper says."""
    return read_scenario(read_bytes("scenarios", "demo.toml"))


@cache
def album() -> Album:
    """Plays the whole night. Argon2 makes that six seconds, hence once for all tests."""
    journal, shelf = ListJournal(), DictKeyShelf()
    session = open_night(
        read_bytes("packages", "practice.toml"),
        form_bytes,
        read_shipped,
        journal,
        TickingClock(),
        CountingChance(),
        "test",
    )
    Rehearsal(session, shelf, DictOutbox(), scenario()).play()
    rows = tuple(journal.rows)
    before = {"package": rows[:1], "over": rows}
    for entry in rows:
        happened = read(entry.kind, entry.body)
        if isinstance(happened, StepOpened):
            before.setdefault(happened.step, rows[: entry.number])
    return Album(session.plan, before, shelf.files)


def night_at(step_id: str) -> tuple[Session, DictKeyShelf]:
    """The night at the moment when a step's page opens; "over" is after the last one."""
    played = album()
    entries = played.before[step_id]
    happenings = [(entry, read(entry.kind, entry.body)) for entry in entries]
    night = fold(played.plan, happenings, Night())
    clock = TickingClock(entries[-1].at)
    chance = CountingChance(drawn=1_000_000)
    session = Session(played.plan, ListJournal(list(entries)), clock, chance, night)
    return session, DictKeyShelf(dict(played.keys))


def workplace_at(step_id: str, language: Language) -> Workplace:
    """The same with everything a page wants."""
    session, shelf = night_at(step_id)
    return Workplace(session, shelf, DictOutbox(), language)
