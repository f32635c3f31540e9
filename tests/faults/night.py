"""Kills a window again and again over a scripted night, and judges what is left (U21).

What was acknowledged outside the database has to be in it, octet for octet, and a restart has to
come to the field where an undisturbed night stands with the same entries.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tallydesk.device.data_folder import DataFolder
from tallydesk.storage.reading import read_entries
from tallydesk.workflow.ports import Entry
from tests.architecture.reading import ROOT
from tests.faults.orders import ACKNOWLEDGED, Orders, spelled

WHEN = ("before", "within", "within", "after")
"""Half of the deaths come while the disk is being written."""
LONGEST_APPEND = 4000
"""Microseconds within which a death comes; most appends are over by then."""
COLD = 50
"""Every so manieth restart is a program started from nothing."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a process said about its screen."""

    entries: int
    heading: str
    field: str
    figures: dict[str, str]
    problems: bool
    over: bool


@dataclass
class Tally:
    """What became of the deaths: how many by kind of event, and how long restarts took (s)."""

    deaths: int = 0
    nights: int = 0
    by_kind: Counter[str] = field(default_factory=Counter)
    by_when: Counter[str] = field(default_factory=Counter)
    warm: float = 0.0
    cold: float = 0.0
    restarts: int = 0


class Lost(AssertionError):
    """Something that was promised is gone, or a restart stands elsewhere."""


class Windows:
    """Starts windows, and hears what they say."""

    def __init__(self, server: subprocess.Popen[str]) -> None:
        self._server = server

    def says(self, orders: Orders, *, cold: bool = False) -> tuple[list[Seen], float]:
        """Everything that one process said until it was gone, and how long the first word took."""
        if cold:
            return self._alone(orders)
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        began = time.monotonic()
        self._server.stdin.write(f"{spelled(orders)}\n")
        self._server.stdin.flush()
        return _heard(self._server.stdout, began)

    def _alone(self, orders: Orders) -> tuple[list[Seen], float]:
        began = time.monotonic()
        with subprocess.Popen(
            [sys.executable, "-m", "tests.faults.window", spelled(orders)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        ) as process:
            assert process.stdout is not None
            return _heard(process.stdout, began)


@contextmanager
def windows() -> Iterator[Windows]:
    """A process that forks windows."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.window"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        yield Windows(process)
        process.communicate()
    if process.returncode:
        raise Lost(f"the process that forks ended with {process.returncode}")


def undisturbed(opened: Windows, folder: Path) -> list[Seen]:
    """The same night without a death: what is on the screen before every key."""
    seen, _ = opened.says(Orders(str(folder / "data"), trace=True))
    if not seen or not seen[-1].over:
        raise Lost("the night does not come to its end even when nobody dies")
    return seen


class Night:
    """One night, in which a process dies again and again."""

    def __init__(self, opened: Windows, folder: Path, reference: list[Seen], tally: Tally) -> None:
        self._windows, self._folder, self._tally = opened, folder, tally
        self._data = DataFolder(folder / "data")
        self._first: dict[int, Seen] = {}
        for seen in reference:
            self._first.setdefault(seen.entries, seen)
        self._most = max(self._first)
        tally.nights += 1

    def dies(self, chance: Random, stride: int) -> bool:
        """Start it and kill it at one of its next appends; False when the night was over first."""
        orders = Orders(
            str(self._data.root),
            chance.randint(1, stride),
            chance.choice(WHEN),
            chance.randrange(LONGEST_APPEND),
        )
        before = self._entries()
        cold = self._tally.restarts % COLD == COLD - 1
        seen, took = self._windows.says(orders, cold=cold)
        if seen and before:
            self._tally.restarts += 1
            if cold:
                self._tally.cold = max(self._tally.cold, took)
            else:
                self._tally.warm = max(self._tally.warm, took)
            self._same_place(seen[0], before)
        kinds = self._nothing_is_lost()
        if seen and seen[-1].over:
            return False
        self._tally.deaths += 1
        self._tally.by_kind.update(kinds)
        self._tally.by_when[orders.when] += 1
        return True

    def ends(self) -> None:
        """Let it come to its end, and compare the whole journal."""
        seen, _ = self._windows.says(Orders(str(self._data.root)))
        if not seen or not seen[-1].over:
            raise Lost("the night does not come to its end after the deaths")
        found = len(_work(self._entries()))
        if found != self._most:
            raise Lost(f"{found} events in the end, {self._most} in a night without deaths")

    def _entries(self) -> tuple[Entry, ...]:
        if not self._data.journal.exists():
            return ()
        return read_entries(self._data.journal)

    def _nothing_is_lost(self) -> list[str]:
        """Every acknowledgement stands in the journal; the kinds that were being written last."""
        lines = (self._folder / ACKNOWLEDGED).read_text("ascii").splitlines()
        held = {str(entry.number): entry.digest.hex() for entry in self._entries()}
        for line in lines:
            number, _, digest = line.partition(" ")
            if number != "?" and held.get(number) != digest:
                raise Lost(f"event {number} was acknowledged and is not in the journal")
        asked = [line for line in lines if line.startswith("?")]
        return sorted(set(asked[-1].split()[1:])) if asked else []

    def _same_place(self, seen: Seen, before: tuple[Entry, ...]) -> None:
        """The restart stands where the undisturbed night does with these entries."""
        count = len(_work(before))
        there = self._first.get(count)
        if there is None:
            # Entries between two keys: the page has all its figures, or the next one is open.
            there = self._first[max(each for each in self._first if each < count)]
            following = self._first[min(each for each in self._first if each > count)]
            here = seen.heading == there.heading and _holds(seen, there)
            same = here or (seen.heading, seen.field) == (following.heading, following.field)
        elif there.problems:
            # What Continue complained of is not said again: the field itself has the focus.
            same = (seen.heading, seen.figures) == (there.heading, there.figures)
        else:
            same = (seen.heading, seen.field, seen.figures) == (
                there.heading,
                there.field,
                there.figures,
            )
        if not same:
            raise Lost(f"after {count} events a restart shows {seen}, and not {there}")


def _holds(seen: Seen, there: Seen) -> bool:
    written = {name: text for name, text in there.figures.items() if text}
    return {name: text for name, text in seen.figures.items() if text}.items() >= written.items()


def _work(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.kind != "Resumed")


def _heard(lines: Iterator[str], began: float) -> tuple[list[Seen], float]:
    seen: list[Seen] = []
    took = 0.0
    for line in lines:
        if line.strip() == "gone":
            break
        if not seen:
            took = time.monotonic() - began
        seen.append(Seen(**json.loads(line)))
    return seen, took
