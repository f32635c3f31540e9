"""Continue on the last sheet of three hundred candidates, until the findings are painted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.bench_findings import delay
from tests.benchmarks.harness import Benchmark
from tests.benchmarks.nights import wide


def benchmarks(folder: Path) -> Iterator[Benchmark]:
    """Eight milliseconds, as for the shipped form."""
    del folder
    yield from delay("findings-300", wide(300))
