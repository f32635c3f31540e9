"""Measures calls and processes, and says how they stand against their limits."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeAlias

ROOT = Path(__file__).resolve().parents[2]
PYTHON = sys.executable
TALLYDESK = str(Path(PYTHON).with_name("tallydesk"))
"""The console script that stands beside the interpreter."""

Seconds: TypeAlias = float
Measured: TypeAlias = Callable[[], Seconds]


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the report."""

    line: str
    over: bool


@dataclass(frozen=True, slots=True)
class Ratio:
    """`ours` may take at most `limit` times as long as `floor`, by the medians of `rounds`.

    `note` is asked after the last round and says what else was measured, "" for nothing.
    """

    name: str
    limit: float
    ours: Measured
    floor: Measured
    rounds: int
    note: Callable[[], str] = str

    def result(self) -> Result:
        """Measure; one round of each before the first is thrown away, it fills the caches."""
        self.ours()
        self.floor()
        ours: list[Seconds] = []
        floor: list[Seconds] = []
        for _ in range(self.rounds):
            ours.append(self.ours())
            floor.append(self.floor())
        ratio = median(ours) / median(floor)
        over = ratio > self.limit
        figures = f"{shown(median(ours))}, {shown(median(floor))}, {self.rounds}"
        note = self.note()
        return Result(
            f"{self.name:<24}{ratio:6.2f}  <= {self.limit:g}  {'over' if over else 'ok'}  "
            f"({figures}){f'  {note}' if note else ''}",
            over,
        )


@dataclass(frozen=True, slots=True)
class Delay:
    """The percentile `percent` of all samples may be at most `limit` seconds.

    `note` is asked after the last sample and says what else was measured, "" for nothing.
    """

    name: str
    limit: Seconds
    samples: Callable[[], Sequence[Seconds]]
    percent: int = 99
    note: Callable[[], str] = str

    def result(self) -> Result:
        """Measure once."""
        samples = sorted(self.samples())
        delay = samples[min(len(samples) - 1, len(samples) * self.percent // 100)]
        over = delay > self.limit
        note = self.note()
        return Result(
            f"{self.name:<24}{shown(delay)}  <= {shown(self.limit)}  {'over' if over else 'ok'}  "
            f"(p{self.percent}; median {shown(median(samples))}, {len(samples)})"
            f"{f'  {note}' if note else ''}",
            over,
        )


Benchmark: TypeAlias = Ratio | Delay


def shown(seconds: Seconds) -> str:
    """Milliseconds as people read them."""
    return f"{seconds * 1000:.4g} ms"


def seconds_of(call: Callable[[], object]) -> Seconds:
    """How long one call takes, with the garbage of the one before already taken away."""
    gc.collect()
    begun = perf_counter()
    call()
    return perf_counter() - begun


def process(arguments: Sequence[str], *, codes: Sequence[int] = (0,)) -> Seconds:
    """How long a process takes, from its start to its end; its output goes nowhere.

    Raises AssertionError when it ends with another code than those of `codes`.
    """
    begun = perf_counter()
    done = subprocess.run(  # noqa: PLW1510  # the code is looked at below
        arguments, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    taken = perf_counter() - begun
    assert done.returncode in codes, f"{' '.join(arguments)} ended with {done.returncode}"
    return taken
