"""A key for a ballot that was read aloud, until its stroke is on the disk and then on the wall."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import Self

from PySide6.QtCore import Qt

from tallydesk.device.data_folder import DataFolder
from tallydesk.storage.journal import open_journal
from tallydesk.training.scenario import Scenario
from tallydesk.ui.language import Language
from tallydesk.ui.pages.entry import EntryPage
from tallydesk.ui.pages.tally import TallyPage
from tests.benchmarks.desk import (
    Desk,
    Painted,
    application,
    press,
    rest,
    seconds_until,
    settle,
)
from tests.benchmarks.harness import ROOT, Benchmark, Delay, Seconds, shown
from tests.benchmarks.nights import COUNTING, night_up_to, shipped, wide

STROKE, FRAME = 0.008, 0.016
STROKES = 400
A_SECOND, SECONDS = 10, 30

LANGUAGE = "az"
_BODY = '{"decided":false,"entry":1,"number":117,"place":"fruit/vote/alma/","sheet":"count.fruit"}'


def benchmarks(folder: Path) -> Iterator[Benchmark]:
    """Eight milliseconds for a stroke, for seven candidates and for three hundred.

    And half a minute of ten ballots a second, the rush of a pile that two people feed, of which no
    frame is later than one of sixty a second. The files lie in `build/`, where people's disk is.
    """
    del folder
    application()
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    for name, papers in (("tally", shipped()), ("tally-300", wide(300))):
        with tempfile.TemporaryDirectory(dir=build) as root:
            yield _strokes(name, Path(root), papers)
    with tempfile.TemporaryDirectory(dir=build) as root:
        yield _rush("tally-rush", Path(root))


def _strokes(name: str, root: Path, papers: tuple[bytes, Scenario]) -> Delay:
    disk: list[Seconds] = []

    def samples() -> Sequence[Seconds]:
        with _Reading(root, papers) as reading, closing(_bare(root)) as bare:
            taken = []
            for _ in range(STROKES):
                taken.append(reading.stroke())
                disk.append(_insert(bare))
            return taken

    return Delay(name, STROKE, samples, note=lambda: f"the disk alone {shown(median(disk))}")


def _rush(name: str, root: Path) -> Delay:
    def samples() -> Sequence[Seconds]:
        with _Reading(root, shipped()) as reading:
            taken = []
            begun = perf_counter()
            for number in range(A_SECOND * SECONDS):
                due = begun + number / A_SECOND
                rest(max(0, round((due - perf_counter()) * 1000)))
                taken.append(reading.stroke())
            return taken

    return Delay(name, FRAME, samples, percent=100, note=lambda: f"{A_SECOND} a second, the latest")


class _Reading:
    """The page for reading aloud on a journal of its own; compares when it is due, unmeasured."""

    def __init__(self, root: Path, papers: tuple[bytes, Scenario]) -> None:
        folder = DataFolder(root)
        self._journal = open_journal(folder.journal)
        session = night_up_to(COUNTING, folder, self._journal, *papers)
        self._desk = Desk(session, root, Language(LANGUAGE))
        self._desk.window.activateWindow()
        settle()
        page = self._desk.window.page
        assert isinstance(page, EntryPage)
        page.aloud.click()
        settle()
        opened = self._desk.window.page
        assert isinstance(opened, TallyPage)
        self._page = opened
        self._chance = Random(1)
        self._read = 0
        self._painted = Painted(opened.board)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._desk.close()
        self._journal.close()

    def stroke(self) -> Seconds:
        """One ballot: from the last digit of its key until it is painted."""
        page, head = self._page, self._page.head
        cells = len(page.keys.numbers)
        key = page.keys.key(self._chance.randrange(cells))
        for digit in key[:-1]:
            press(head, _key(digit))
        settle()
        self._painted.happened = False
        taken = seconds_until(self._painted, head, _key(key[-1]))
        self._read += 1
        said = head.blocks()[0].text
        assert said.endswith(f" {self._read}"), (said, self._read)
        if page.asks:
            press(head, Qt.Key.Key_Return)
            settle()
        return taken


def _key(digit: str) -> Qt.Key:
    return Qt.Key(Qt.Key.Key_0 + int(digit))


def _bare(folder: Path) -> sqlite3.Connection:
    """Python's sqlite3 on the same disk, write-ahead log, synchronous FULL, nothing else."""
    connection = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, body TEXT)")
    return connection


def _insert(connection: sqlite3.Connection) -> Seconds:
    begun = perf_counter()
    connection.execute("INSERT INTO entry (body) VALUES (?)", (_BODY,))
    return perf_counter() - begun
