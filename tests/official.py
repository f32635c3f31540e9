"""An official night by an authority made on the spot, played once, to be entered at any step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from tallydesk.assets import read_bytes
from tallydesk.signing.practice import practice_root
from tallydesk.signing.trust import Trust, read_trust
from tallydesk.training.rehearsal import Rehearsal
from tallydesk.training.scenario import Scenario, read_scenario
from tallydesk.training.throwaway import Throwaway, throwaway_authority
from tallydesk.verification.inputs import Input
from tallydesk.verification.report import Report
from tallydesk.verification.verify import verify
from tallydesk.workflow.fold import fold
from tallydesk.workflow.happening import StepOpened
from tallydesk.workflow.happening_json import read
from tallydesk.workflow.night import Night
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.session import Session, open_official
from tests.builders import CLOSES
from tests.fakes import (
    CountingChance,
    DictKeyShelf,
    DictOutbox,
    DictPinMarks,
    ListJournal,
    TickingClock,
)

PIN = "24681357"
"""Everybody's, as in the scenario."""


@cache
def scenario() -> Scenario:
    """What the invented paper says."""
    return read_scenario(read_bytes("scenarios", "demo.toml"))


@cache
def authority() -> Throwaway:
    """What the authority handed out: made once, Argon2 takes its time."""
    return throwaway_authority("practice", CLOSES, PIN, CountingChance(5_000).octets)


def trust() -> Trust:
    """The trust file that was published before the day."""
    return read_trust(authority().trust)


def sticks() -> DictKeyShelf:
    """The members' sticks as they bring them."""
    return DictKeyShelf(dict(enumerate(authority().keys.values())))


def opened(
    container: bytes = b"", trusted: Trust | None = None, clock: TickingClock | None = None
) -> Session:
    """A new official night, nothing typed yet."""
    session = open_official(
        container or authority().container,
        trusted or trust(),
        ListJournal(),
        clock or TickingClock(),
        CountingChance(9_000),
        "test",
    )
    session.pin_marks = DictPinMarks()
    return session


@dataclass(frozen=True, slots=True)
class Played:
    """The entries that stand when a step is opened, how far the clocks were, and the sticks."""

    plan: Plan
    session: Session
    before: dict[str, tuple[tuple[Entry, ...], int]]
    keys: dict[int, bytes]


@dataclass
class _Watched(ListJournal):
    """Notes what the steady clock showed at each entry."""

    clock: TickingClock | None = None
    ticks: tuple[int, ...] = ()

    def append(self, entries: Sequence[Entry]) -> None:
        super().append(entries)
        self.ticks += (self.clock.ticks() if self.clock else 0,) * len(entries)


@cache
def played() -> Played:
    """Plays the whole night, but for the end of the keys, which every test still wants."""
    session = opened()
    clock = session.clock
    assert isinstance(clock, TickingClock)
    journal = _Watched(list(session.journal.entries()), clock=clock, ticks=(0,))
    session.journal = journal
    shelf = sticks()
    Rehearsal(session, shelf, DictOutbox(), scenario(), authority().letter).play("destroy")
    rows = tuple(journal.rows)
    before = {"package": (rows[:1], journal.ticks[0]), "over": (rows, journal.ticks[-1])}
    for entry in rows:
        happened = read(entry.kind, entry.body)
        if isinstance(happened, StepOpened):
            stands = (rows[: entry.number], journal.ticks[entry.number - 1])
            before.setdefault(happened.step, stands)
    return Played(session.plan, session, before, dict(shelf.files))


def official_at(step_id: str) -> tuple[Session, DictKeyShelf]:
    """The official night at the moment when a step's page opens, the letter typed by then."""
    made = played()
    entries, ticks = made.before[step_id]
    happenings = [(entry, read(entry.kind, entry.body)) for entry in entries]
    night = fold(made.plan, happenings, Night())
    clock = TickingClock(entries[-1].at, ticked=ticks)
    session = Session(
        made.plan,
        ListJournal(list(entries)),
        clock,
        CountingChance(drawn=1_000_000),
        night,
        made.session.authority,
        secret=made.session.secret if night.proven else "",
        pin_marks=DictPinMarks(),
    )
    shelf = DictKeyShelf(dict(made.keys)) if night.points else sticks()
    return session, shelf


def clock_of(session: Session) -> TickingClock:
    """The laptop's clock, for whoever turns it."""
    assert isinstance(session.clock, TickingClock)
    return session.clock


def verified(*texts: Sequence[str], trusted: Trust | None = None) -> tuple[Report, ...]:
    """What a stranger with the trust file answers to codes, one input a list."""
    inputs = [
        Input(f"{number}.txt", "".join(f"{text}\n" for text in each).encode())
        for number, each in enumerate(texts, 1)
    ]
    return verify(inputs, practice_root=practice_root().point, trust=trusted or trust())


def with_trust(**changes: object) -> Trust:
    """The trust file with something else in it."""
    return replace(trust(), **changes)  # type: ignore[arg-type]  # a test names its fields
