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

_HEAD = ("slip", "planted", "breaking", "kind in 3", "first", "or equal", "first instead")
_WIDE = (-18, 8, 9, 11, 8, 10)


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
    print(f"\n{title}\n{row(*_HEAD)}")
    for slip, score in scores.items():
        print(line(slip, score))
    print(line("all", together(scores)), flush=True)


def line(name: str, score: Score) -> str:
    """One line of the table."""
    shares: tuple[str, ...] = ("-", "-", "-")
    if score.breaking:
        parts = (score.kind_in_three, score.first, score.equal)
        shares = tuple(f"{100 * part / score.breaking:.1f} %" for part in parts)
    instead = ", ".join(f"{other} {count}" for other, count in score.instead.most_common(3))
    return row(name, str(score.planted), str(score.breaking), *shares, instead)


def row(*cells: str) -> str:
    """Cells below those of the other lines; the last one is as long as it is."""
    padded = (
        cell.ljust(-wide) if wide < 0 else cell.rjust(wide)
        for cell, wide in zip(cells, _WIDE, strict=False)
    )
    return "".join((*padded, "  ", cells[-1]))


if __name__ == "__main__":
    sys.exit(main())
