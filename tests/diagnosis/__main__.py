"""`python -m tests.diagnosis [--each N] [--seed N] [FIGURES.csv…]`.

Plants every kind of slip into invented stations of the shipped forms, and into the rows of tables
that a shipped map fits, and prints what `rules.diagnosis` makes of them.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.diagnosis.measure import Score, Scores, measured, together
from tests.diagnosis.stations import STATIONS, form_of
from tests.diagnosis.table import rows_of

_HEAD = f"{'slip':<18}{'planted':>8}{'breaking':>9}{'kind in 3':>11}{'first':>8}{'or equal':>10}  instead"


def main() -> int:
    """Print a table for each form and each file."""
    parser = argparse.ArgumentParser(prog="python -m tests.diagnosis")
    parser.add_argument("tables", nargs="*", type=Path, metavar="FIGURES.csv")
    parser.add_argument("--each", type=int, default=1000, help="slips of each kind")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for name, station in STATIONS.items():
        show(f"generated, {name}", measured(form_of(name), station, given.each, given.seed))
    for path in given.tables:
        rows = rows_of(path)
        scores = measured(rows.form, rows.pick, given.each, given.seed, rows.certain)
        show(f"{path.name}, {rows.form.name}, {len(rows.figures)} rows", scores)
    return 0


def show(title: str, scores: Scores) -> None:
    """One line for each kind, and one for all."""
    print(f"\n{title}\n{_HEAD}")
    for slip, score in scores.items():
        print(line(slip, score))
    print(line("all", together(scores)), flush=True)


def line(name: str, score: Score) -> str:
    """One line of the table."""
    instead = ", ".join(f"{other} {count}" for other, count in score.instead.most_common(3))
    counts = f"{name:<18}{score.planted:>8}{score.breaking:>9}"
    if not score.breaking:
        return f"{counts}{'nothing to find':>29}"
    shares = (percent(each, score.breaking) for each in (score.kind_in_three, score.first))
    return f"{counts}{next(shares):>11}{next(shares):>8}{percent(score.equal, score.breaking):>10}  {instead}"


def percent(part: int, whole: int) -> str:
    """A share with one decimal."""
    return f"{100 * part / whole:.1f} %"


if __name__ == "__main__":
    sys.exit(main())
