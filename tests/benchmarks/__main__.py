"""`python -m tests.benchmarks [--only NAME]`."""

from __future__ import annotations

import argparse
import compileall
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.harness import ROOT

_PREFIX = "bench_"


def main() -> int:
    """Run the benchmarks; 1 when one is over its limit."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--only", metavar="NAME", default="", help="one file, or one benchmark")
    only: str = parser.parse_args().only
    # As at every start but the first, also where Python may not write its caches.
    compileall.compile_dir(ROOT / "tallydesk", quiet=1)
    files = sorted(Path(__file__).parent.glob(f"{_PREFIX}*.py"))
    names = [file.stem.removeprefix(_PREFIX).replace("_", "-") for file in files]
    if not only:
        # Each file in a process of its own: what one leaves behind in memory slows the next.
        return max(alone(name) for name in names)
    wanted = [name for name in names if f"{only}-".startswith(f"{name}-")]
    if not wanted:
        parser.error(f"there is no {only}; there are {', '.join(names)}")
    over = [run_file(name, only) for name in wanted]
    return int(any(over))


def alone(name: str) -> int:
    """Run one file's benchmarks in a process of their own; 1 when one is over."""
    arguments = (sys.executable, "-m", "tests.benchmarks", "--only", name)
    return subprocess.run(arguments).returncode  # noqa: PLW1510  # the code is the answer


def run_file(name: str, only: str) -> bool:
    """Run one file's benchmarks that begin with `only`; whether one of them is over."""
    over = False
    module = import_module(f"tests.benchmarks.{_PREFIX}{name.replace('-', '_')}")
    with TemporaryDirectory(prefix="tallydesk-bench-") as folder:
        for benchmark in module.benchmarks(Path(folder)):
            if benchmark.name.startswith(only):
                result = benchmark.result()
                over |= result.over
                print(result.line, flush=True)
    return over


if __name__ == "__main__":
    sys.exit(main())
