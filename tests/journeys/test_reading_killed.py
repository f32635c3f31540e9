"""U21 and U10: the laptop dies while ballots are read aloud, and the reading goes on.

The window, the keys, the journal and the deaths are real. Whatever total was on the wall is in the
journal, and the window that is started again shows it, in a pause.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tallydesk.device.data_folder import DataFolder
from tallydesk.storage.journal import open_journal
from tallydesk.workflow.examination import examine
from tallydesk.workflow.happening import Happening
from tallydesk.workflow.opening import read_again
from tallydesk.workflow.tally_happening import TallyStroke
from tests.architecture.reading import ROOT
from tests.benchmarks.nights import COUNTING, night_up_to, shipped

DEATHS = 12
IN_FLIGHT = 2
"""Ballots that were on the disk and not yet said to be on the wall."""


class Window:
    """Starts the window on one data folder and kills it."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self._process, self._folder = process, folder

    def reads_and_dies(self, ballots: int) -> tuple[int, int]:
        """The total that it came back with, and the last one on its wall."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{self._folder}\n")
        self._process.stdin.flush()
        number = int(self._heard())
        back = int(self._heard().removeprefix("back "))
        wall = back
        while wall < back + ballots:
            wall = int(self._heard())
        os.kill(number, signal.SIGKILL)
        while (word := self._heard()) != "gone":
            wall = int(word)
        return back, wall

    def _heard(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the process ended by itself"
        return line.rstrip("\n")


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    folder = DataFolder(tmp_path / "data")
    folder.root.mkdir()
    with open_journal(folder.journal) as journal:
        night_up_to(COUNTING, folder, journal, *shipped())
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.reading_child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        yield Window(process, folder.root)
        process.communicate()
    assert process.returncode == 0


@pytest.mark.timeout(180)
def test_every_ballot_on_the_wall_is_there_after_a_kill(window: Window, tmp_path: Path) -> None:
    chance = random.Random(20261125)
    kept = 0
    for _ in range(DEATHS):
        back, wall = window.reads_and_dies(chance.randrange(1, 90))
        assert back == kept
        kept = strokes_in(tmp_path / "data")
        assert wall <= kept <= wall + IN_FLIGHT
    assert kept > DEATHS


def strokes_in(root: Path) -> int:
    """How many ballots the journal holds; every event of it could have happened."""
    with open_journal(DataFolder(root).journal) as journal:
        examined = examine(journal.entries(), read_again)
    assert examined.fault is None
    happened: list[Happening] = [happening for _, happening in examined.events]
    (tally,) = examined.night.tallies.values()
    strokes = [each for each in happened if isinstance(each, TallyStroke)]
    assert tally.strokes.ballots == len(strokes)
    return len(strokes)
