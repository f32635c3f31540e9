"""`python -m tests.attacks [NAME…]`: every attack with its countermeasure, and without it."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.attacks.taken_out import COUNTERMEASURES, Countermeasure

FAILED, NOTICED = 1, (1, 2)
"""pytest's exit codes: a test failed; the same, or a test could not even be made ready."""


def main() -> int:
    """Print a line for each; 1 when one of them is missed by nobody."""
    names = sys.argv[1:] or list(COUNTERMEASURES)
    bad = 0
    for name in names:
        out = COUNTERMEASURES[name]
        with_it, without = code_of(out), code_of(out, "--without", name)
        noticed = with_it == 0 and without in NOTICED
        bad += not noticed
        said = "missed by a test" if noticed else f"NOT MISSED ({with_it}, {without})"
        print(f"{name:<22}{said:<18}{out.threat}", flush=True)
    print(f"{len(names) - bad} of {len(names)} countermeasures are missed when they are taken out")
    return min(bad, 1)


def code_of(out: Countermeasure, *more: str) -> int:
    """How pytest ends on the tests that attack it, stopping at the first failure."""
    called = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "tests.attacks.taken_out"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [*called, *more, *out.tests], capture_output=True, env=environment, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
