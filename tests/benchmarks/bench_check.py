"""A million protocols of the shipped Azerbaijani form beside a plain pass of csv.reader."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.harness import PYTHON, ROOT, TALLYDESK, Benchmark, Ratio, process
from tests.benchmarks.invented_stations import write_map, write_stations

_FORM = "az-presidential-2024"
_MANY, _FEW = 1_000_000, 100_000
_GROWTH = 4096
"""KiB that ten times as many rows may take in addition: the noise of an allocator."""

_PLAIN_PASS = """
import csv, sys
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.reader(file):
        pass
"""


def benchmarks(folder: Path) -> Iterator[Benchmark]:
    """At most 8 times, each in one process, with findings written as JSON."""
    many, few, column_map = folder / "many.csv", folder / "few.csv", folder / "stations.map.toml"
    write_stations(many, _MANY)
    write_stations(few, _FEW)
    write_map(column_map)

    def check(table: Path) -> list[str]:
        return [TALLYDESK, "check", _FORM, str(table), "--map", str(column_map), "--json"]

    def memory() -> str:
        before, after = peak(check(few)), peak(check(many))
        assert after - before < _GROWTH, f"{after - before} KiB more for {_MANY} rows"
        return f"peak memory {before} KiB at {_FEW} rows, {after - before:+d} KiB at {_MANY}"

    yield Ratio(
        "check",
        limit=8,
        ours=lambda: process(check(many), codes=(1,)),
        floor=lambda: process([PYTHON, "-c", _PLAIN_PASS, str(many)]),
        rounds=5,
        note=memory,
    )


def peak(arguments: list[str]) -> int:
    """The most memory a process held, in KiB."""
    started = subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    assert started.returncode == 1, f"check ended with {started.returncode}"
    return usage.ru_maxrss
