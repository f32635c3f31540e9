"""Rows of a published table as stations, where a shipped map names all its columns."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tallydesk.assets import form_names, map_bytes, map_names
from tallydesk.batch.map import ColumnMap, MapMistakes, read_map
from tallydesk.counting.figures import Figures
from tallydesk.election.form import Form
from tallydesk.rules.check import check
from tests.truth_tables import shipped


@dataclass(frozen=True)
class Rows:
    """The rows in which sums and accounts agree; `certain` lines have no column."""

    form: Form
    figures: tuple[Figures, ...]
    certain: frozenset[str]

    def pick(self, chance: Random) -> Figures:
        """One of them."""
        return chance.choice(self.figures)


def rows_of(path: Path) -> Rows:
    """The usable rows of a table. Raises SystemExit when no shipped map fits it."""
    for name in map_names():
        for form_name in form_names():
            form = shipped(form_name)
            try:
                column_map = read_map(map_bytes(name), name, form)
            except MapMistakes:
                continue
            with path.open(encoding="utf-8", newline="") as stream:
                table = csv.DictReader(stream, delimiter=column_map.delimiter)
                if set(column_map.columns) <= set(table.fieldnames or ()):
                    figures = tuple(_figures(column_map, row) for row in table)
                    return Rows(
                        form,
                        tuple(each for each in figures if _agrees(form, each)),
                        _certain(column_map),
                    )
    message = f"no shipped map fits {path}"
    raise SystemExit(message)


def _certain(column_map: ColumnMap) -> frozenset[str]:
    return frozenset(line for line, source in column_map.lines.items() if isinstance(source, int))


def _agrees(form: Form, figures: Figures) -> bool:
    return not any(each.kind in ("arithmetic", "account") for each in check(form, figures).findings)


def _figures(column_map: ColumnMap, row: dict[str, str]) -> Figures:
    def read(source: tuple[str, ...] | int) -> int:
        return source if isinstance(source, int) else sum(int(row[column]) for column in source)

    votes = {each: read(source) for each, source in column_map.candidates.items()}
    return Figures(
        {line: read(source) for line, source in column_map.lines.items()},
        votes,
        {"candidates": len(votes)} | {name: read(of) for name, of in column_map.givens.items()},
        column_map.ballot,
    )
