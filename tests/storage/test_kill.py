"""Requirement U21: whatever was acknowledged is there after a kill, whenever it comes."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tallydesk.storage.journal import open_journal
from tests.architecture.reading import ROOT
from tests.storage.writing import next_entries

KILLS = 40


class Tellers:
    """Starts tellers and kills them."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def kill_one(self, path: Path, after: int) -> int:
        """Let one count and kill it when it has acknowledged `after` times.

        Returns the last number it acknowledged, 0 for none; the last words may come between the
        order to kill and its death.
        """
        assert self._process.stdin is not None
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        teller = int(self._heard())
        last = 0
        for _ in range(after):
            last = int(self._heard())
        os.kill(teller, signal.SIGKILL)
        while (word := self._heard()) != "gone":
            last = int(word)
        return last

    def _heard(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().rstrip("\n")


@pytest.fixture(scope="module")
def tellers() -> Iterator[Tellers]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.storage.teller"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        yield Tellers(process)
        process.communicate()
    assert process.returncode == 0


def test_nothing_acknowledged_is_lost_in_a_night_of_kills(tmp_path: Path, tellers: Tellers) -> None:
    chance = random.Random(20261120)
    path = tmp_path / "journal.sqlite"
    for _ in range(KILLS):
        acknowledged = tellers.kill_one(path, chance.randrange(1, 20))
        with open_journal(path) as journal:
            entries = journal.entries()
        assert entries == tuple(next_entries(None, len(entries)))
        # One batch of at most three may be there that nobody was told of.
        assert acknowledged <= len(entries) <= acknowledged + 3


def test_a_kill_while_the_journal_is_made_does_not_stand_in_the_way(
    tmp_path: Path, tellers: Tellers
) -> None:
    for night in range(10):
        path = tmp_path / f"{night}.sqlite"
        acknowledged = tellers.kill_one(path, 0)
        with open_journal(path) as journal:
            entries = journal.entries()
            assert len(entries) >= acknowledged
            journal.append(next_entries(entries[-1] if entries else None, 5))
            assert journal.entries() == tuple(next_entries(None, len(entries) + 5))


def test_the_log_of_a_killed_teller_waits_beside_the_journal(
    tmp_path: Path, tellers: Tellers
) -> None:
    """So that a copy of the journal alone is not a backup, and what opens it next must read it."""
    path = tmp_path / "journal.sqlite"
    tellers.kill_one(path, 5)
    assert path.with_name("journal.sqlite-wal").stat().st_size > 0
    with open_journal(path):
        pass
    assert not path.with_name("journal.sqlite-wal").exists()
