"""One figure durable: chained and appended to the journal, beside a bare insert into SQLite.

Both files lie in `build/`, on the disk the checkout lies on: where temporary files live in memory
a disk costs nothing, and the ratio would compare programs instead of what people wait for.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter_ns

from tallydesk.storage.journal import open_journal
from tallydesk.workflow.chain import entry_after
from tests.architecture.reading import ROOT
from tests.storage.writing import BEGAN

ROUNDS = 500
AT_MOST = 2.0
BODY = '{"count":1015,"place":"/line/14/"}'


@contextmanager
def bare_insert(folder: Path) -> Iterator[Callable[[], None]]:
    """The floor: Python's sqlite3, write-ahead log, synchronous FULL, nothing else."""
    with closing(sqlite3.connect(folder / "bare.sqlite", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(
            "CREATE TABLE entry (number INTEGER PRIMARY KEY, at_ms INTEGER, member INTEGER,"
            " kind TEXT, body TEXT, digest BLOB)"
        )

        def insert() -> None:
            connection.execute(
                "INSERT INTO entry (at_ms, member, kind, body, digest) VALUES (?, ?, ?, ?, ?)",
                (1_795_186_860_250, 3, "FigureWritten", BODY, bytes(32)),
            )

        yield insert


@contextmanager
def journal_append(folder: Path) -> Iterator[Callable[[], None]]:
    """One figure as a session writes it: its place in the chain, then the disk."""
    with open_journal(folder / "journal.sqlite") as journal:
        last = None

        def append() -> None:
            nonlocal last
            last = entry_after(last, BEGAN, 3, "FigureWritten", BODY)
            journal.append([last])

        yield append


def microseconds(work: Callable[[], None]) -> float:
    began = perf_counter_ns()
    work()
    return (perf_counter_ns() - began) / 1000


def main() -> int:
    """Print the line; 1 when the ratio is above what was promised."""
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir=build) as name,
        bare_insert(Path(name)) as floor,
        journal_append(Path(name)) as ours,
    ):
        pairs = [(microseconds(floor), microseconds(ours)) for _ in range(ROUNDS)]
    bare, whole = (median(column) for column in zip(*pairs, strict=True))
    ratio = whole / bare
    print(
        f"durable: one figure {whole:.0f} us, a bare insert {bare:.0f} us,"
        f" ratio {ratio:.2f} (at most {AT_MOST})"
    )
    return 0 if ratio <= AT_MOST else 1


if __name__ == "__main__":
    sys.exit(main())
