"""Nights to measure on, made by the real workflow from the shipped package."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tallydesk.assets import form_bytes, read_bytes
from tallydesk.device.chance import OsChance
from tallydesk.device.clock import FixedClock
from tallydesk.device.data_folder import DataFolder
from tallydesk.device.key_shelf import FolderKeyShelf
from tallydesk.device.outbox import FolderOutbox
from tallydesk.storage.journal import open_journal
from tallydesk.training.rehearsal import Rehearsal
from tallydesk.training.scenario import Scenario, read_scenario
from tallydesk.workflow import entry, step
from tallydesk.workflow.opening import read_shipped
from tallydesk.workflow.ports import Journal
from tallydesk.workflow.session import Session, open_night

NIGHT = datetime(2026, 10, 11, 15, 1, tzinfo=UTC)
CONTEST = "fruit"
COUNTING = f"count.{CONTEST}.first"
"""The longest sheet: a row for each candidate."""


def shipped() -> tuple[bytes, Scenario]:
    """The practice package, and what the papers of its night say."""
    return read_bytes("packages", "practice.toml"), read_scenario(
        read_bytes("scenarios", "demo.toml")
    )


def wide(candidates: int) -> tuple[bytes, Scenario]:
    """The same station, boxes and form with so many candidates, who share the valid votes."""
    package, scenario = shipped()
    contests, rest = package.decode().split("[[contests.candidates]]", 1)
    standing = [
        f'[[contests.candidates]]\nid = "c{number}"\nname.az = "Meyvə {_name(number, "bdgkl")}"\n'
        f'name.en = "Fruit {_name(number, "bdgkl")}"\nname.ru = "Фрукт {_name(number, "бдгкл")}"\n'
        for number in range(candidates)
    ]
    paper = scenario.contest[CONTEST]
    each, left = divmod(paper.lines["14"], candidates)
    votes = {f"c{number}": each + left * (not number) for number in range(candidates)}
    contest = {CONTEST: paper.model_copy(update={"votes": votes})}
    return (
        "\n".join((contests, *standing, rest[rest.index("[station]") :])).encode(),
        scenario.model_copy(update={"contest": contest}),
    )


def misadded(scenario: Scenario) -> Scenario:
    """The same papers with two votes too many on the first pile."""
    paper = scenario.contest[CONTEST]
    first = next(iter(paper.votes))
    votes = {**paper.votes, first: paper.votes[first] + 2}
    return scenario.model_copy(
        update={"contest": {CONTEST: paper.model_copy(update={"votes": votes})}}
    )


def _name(number: int, letters: str) -> str:
    """An invented name, since no two may differ by a number alone."""
    return "".join(letters[number // 5**place % 5] + "a" for place in range(4)).capitalize()


def night_up_to(
    step_id: str, folder: DataFolder, journal: Journal, package: bytes, scenario: Scenario
) -> Session:
    """A night on `journal`, by hand of the rehearsal, at that step with nothing done on it."""
    clock = FixedClock(NIGHT)
    session = open_night(package, form_bytes, read_shipped, journal, clock, OsChance(), "benchmark")
    shelf, outbox = FolderKeyShelf(folder.keys), FolderOutbox(folder.papers)
    Rehearsal(session, shelf, outbox, scenario).play(until=step_id)
    step.go(session, step_id)
    return session


def stopped_night(root: Path, entries: int) -> None:
    """A data folder with a night of exactly so many entries, left in the middle of the count.

    What the rehearsal does not fill, a member does who corrects the first figures again and again.
    """
    folder = DataFolder(root)
    with open_journal(folder.journal) as journal:
        session = night_up_to(COUNTING, folder, journal, *shipped())
        place = session.plan.sheet(step.here(session).sheet).places[0]
        while session.night.entries < entries:
            entry.write(session, COUNTING, place, session.night.entries)
    assert session.night.entries == entries, f"already {session.night.entries} entries"
