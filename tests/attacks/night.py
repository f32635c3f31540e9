"""A whole night as a journal file, the attacks on it, and how a window would open what is left."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tallydesk.assets import form_bytes, read_bytes
from tallydesk.device.chance import SeededChance
from tallydesk.device.clock import FixedClock
from tallydesk.storage.journal import open_journal
from tallydesk.storage.late_journal import LateJournal
from tallydesk.storage.refusal import JournalRefused
from tallydesk.storage.rows import row_of
from tallydesk.storage.schema import ENTRY_IN_ORDER, ENTRY_STAYS, ENTRY_STAYS_AS_WRITTEN
from tallydesk.training.rehearsal import Rehearsal
from tallydesk.training.scenario import read_scenario
from tallydesk.workflow.chain import entry_after
from tallydesk.workflow.fault import Fault, NightBroken
from tallydesk.workflow.opening import read_again, read_shipped
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.resuming import resume_night
from tallydesk.workflow.session import Session, open_night
from tests.benchmarks.nights import NIGHT
from tests.fakes import DictKeyShelf, DictOutbox, ListJournal

TRIGGERS = {
    "entry_in_order": ENTRY_IN_ORDER,
    "entry_stays": ENTRY_STAYS,
    "entry_stays_as_written": ENTRY_STAYS_AS_WRITTEN,
}

Attack = Callable[[sqlite3.Connection], object]


@dataclass(frozen=True)
class Whole:
    """A night from the package to the hand-over."""

    session: Session
    entries: tuple[Entry, ...]
    file: bytes

    @property
    def prints(self) -> tuple[bytes, ...]:
        """The heads that paper carries out of the station: on the slip, in the record."""
        night = self.session.night
        return (
            self.entries[self.number_of("SlipMade") - 2].digest,
            *(frozen.journal_head for frozen in night.frozen.values()),
        )

    def number_of(self, kind: str) -> int:
        """The number of the first event of a kind."""
        return next(entry.number for entry in self.entries if entry.kind == kind)


@cache
def whole_night(seed: bytes = b"attacks", until: str = "", more: str = "") -> Whole:
    """A practice night by hand of the rehearsal; the same octets for the same seed.

    `more` is written behind the package: what it replaces, for one.
    """
    scenario = read_scenario(read_bytes("scenarios", "demo.toml"))
    journal = ListJournal()
    session = open_night(
        read_bytes("packages", f"{scenario.package}.toml") + more.encode(),
        form_bytes,
        read_shipped,
        journal,
        FixedClock(NIGHT),
        SeededChance(seed),
        "attacked",
    )
    Rehearsal(session, DictKeyShelf(), DictOutbox(), scenario).play(until=until)
    entries = tuple(journal.entries())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.sqlite"
        with open_journal(path) as file:
            file.append(entries)
        return Whole(session, entries, path.read_bytes())


def attacked(whole: Whole, folder: Path, attack: Attack) -> Path:
    """The journal after somebody dropped the triggers, did their deed and put them back."""
    path = folder / "journal.sqlite"
    for each in folder.glob("journal.sqlite*"):
        each.unlink()
    path.write_bytes(whole.file)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for name in TRIGGERS:
            connection.execute(f"DROP TRIGGER {name}")
        attack(connection)
        for statement in TRIGGERS.values():
            connection.execute(statement)
        connection.execute("COMMIT")
    return path


def opening(path: Path) -> Fault | None:
    """What the window would name on opening this journal, None when the night goes on."""
    try:
        with LateJournal(path) as journal:
            resume_night(read_again, journal, FixedClock(NIGHT), SeededChance(b"again"), "again")
    except NightBroken as broken:
        return broken.fault
    except JournalRefused as refused:
        if refused.fault is None:
            raise
        return refused.fault
    return None


def rechained(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The same contents, numbered and chained anew: what the stronger attacker leaves behind."""
    chained: list[Entry] = []
    for each in entries:
        last = chained[-1] if chained else None
        chained.append(entry_after(last, each.at, each.member, each.kind, each.body))
    return tuple(chained)


def written_over(entries: Sequence[Entry]) -> Attack:
    """The deed that puts these rows in the place of all there were."""

    def deed(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM entry")
        connection.execute("DELETE FROM sqlite_sequence")
        connection.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)", [row_of(entry) for entry in entries]
        )

    return deed
