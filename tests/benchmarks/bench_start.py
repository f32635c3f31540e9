"""Starting, beside a bare PySide6 window with one label: to the first page, to the first figure."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks import nights, person
from tests.benchmarks.harness import PYTHON, ROOT, Benchmark, Ratio, Seconds

ENTRIES = 300


def benchmarks(folder: Path) -> Iterator[Benchmark]:
    """At most twice until the first page takes a key; at most four times until a figure is durable.

    The resumed night lies in `build/`, on a disk: see `bench_durable`.
    """
    rounds = count()

    def started() -> Seconds:
        return _until_done("start", str(folder / f"start-{next(rounds)}"))

    yield Ratio("start", 2, ours=started, floor=_bare, rounds=20)
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=build) as name:
        stopped = Path(name) / "stopped"
        stopped.mkdir()
        nights.stopped_night(stopped, ENTRIES)

        def resumed() -> Seconds:
            night = Path(name) / f"resumed-{next(rounds)}"
            shutil.copytree(stopped, night)
            taken = _until_done("resume", str(night))
            _assert_written(night / "journal.sqlite")
            return taken

        yield Ratio("start-resumed", 4, ours=resumed, floor=_bare, rounds=20)


def _bare() -> Seconds:
    return _until_done("bare")


def _until_done(*does: str) -> Seconds:
    """From the start of a process to the line that says that its person is done."""
    arguments = [PYTHON, person.__file__, *does]
    begun = perf_counter()
    with subprocess.Popen(
        arguments,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        taken = perf_counter() - begun
    assert said == "done\n", f"{' '.join(does)} said {said!r}"
    return taken


def _assert_written(journal: Path) -> None:
    """The process is gone, so what another reader finds was on the disk."""
    with closing(sqlite3.connect(journal)) as connection:
        last = connection.execute("SELECT kind, body FROM entry ORDER BY number DESC").fetchone()
    assert last[0] == "FigureWritten", last
    assert '"count":123,' in last[1], last
