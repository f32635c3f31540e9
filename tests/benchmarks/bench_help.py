"""`tallydesk --help` beside a Python that does nothing."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.harness import PYTHON, ROOT, TALLYDESK, Benchmark, Ratio, process

_HEAVY = ("PySide6", "sqlalchemy", "reportlab", "cryptography", "pydantic")
_WHAT_IS_IMPORTED = f"""
import sys
from tallydesk.cli.main import run
run(["--help"])
found = [name for name in {_HEAVY!r} if name in sys.modules]
sys.exit(f"--help imports {{found}}" if found else 0)
"""


def benchmarks(folder: Path) -> Iterator[Benchmark]:
    """At most 6 times: click alone is about 4."""
    subprocess.run(
        [PYTHON, "-c", _WHAT_IS_IMPORTED], check=True, cwd=ROOT, stdout=subprocess.DEVNULL
    )
    yield Ratio(
        "help",
        limit=6,
        ours=lambda: process([TALLYDESK, "--help"]),
        floor=lambda: process([PYTHON, "-c", "pass"]),
        rounds=30,
    )
