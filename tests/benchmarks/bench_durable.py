"""One figure durable: chained and appended to the journal, beside a bare insert into SQLite."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from tallydesk.storage.journal import SqliteJournal, open_journal
from tallydesk.workflow.chain import entry_after
from tallydesk.workflow.ports import Entry
from tests.benchmarks.harness import ROOT, Benchmark, Ratio, seconds_of
from tests.storage.writing import BEGAN

_BODY = '{"count":1015,"place":"/line/14/"}'


def benchmarks(folder: Path) -> Iterator[Benchmark]:
    """At most twice: the disk is nearly all of both.

    The files lie in `build/`, not in `folder`: where temporary files are kept in memory a disk
    costs nothing, and the ratio would compare programs instead of what people wait for.
    """
    del folder
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir=build) as name,
        closing(_bare(Path(name))) as bare,
        open_journal(Path(name) / "journal.sqlite") as journal,
    ):
        ours = _figure(journal)
        yield Ratio(
            "durable",
            limit=2,
            ours=lambda: seconds_of(ours),
            floor=lambda: seconds_of(lambda: _insert(bare)),
            rounds=500,
        )


def _figure(journal: SqliteJournal) -> Callable[[], None]:
    """One figure as a session writes it: its place in the chain, then the disk."""
    last: Entry | None = None

    def write() -> None:
        nonlocal last
        last = entry_after(last, BEGAN, 3, "FigureWritten", _BODY)
        journal.append([last])

    return write


def _bare(folder: Path) -> sqlite3.Connection:
    """Python's sqlite3, write-ahead log, synchronous FULL, nothing else."""
    connection = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        "CREATE TABLE entry (number INTEGER PRIMARY KEY, at_ms INTEGER, member INTEGER,"
        " kind TEXT, body TEXT, digest BLOB)"
    )
    return connection


def _insert(connection: sqlite3.Connection) -> None:
    connection.execute(
        "INSERT INTO entry (at_ms, member, kind, body, digest) VALUES (?, ?, ?, ?, ?)",
        (1_795_186_860_250, 3, "FigureWritten", _BODY, bytes(32)),
    )
