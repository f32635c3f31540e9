"""Suggestions for rows of a table: the same as for the figures alone, only quicker."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tallydesk.batch.csv import Table
from tallydesk.batch.map import read_map
from tallydesk.batch.run import RowFindings, check_table
from tallydesk.rules.diagnosis import Suggestion, diagnose
from tests.benchmarks.invented_stations import write_map, write_stations
from tests.truth_tables import shipped
from tests.unit.batch.orchard import MAP, outcomes

SWAPPED = "North,3,120,90,30,4,4,86,88,2,50,83\n"


def suggestions(rows: str, *, column_map: bytes = MAP) -> tuple[Suggestion, ...]:
    found = outcomes(rows, column_map=column_map)[0]
    assert isinstance(found, RowFindings)
    return found.suggestions


def said(found: tuple[Suggestion, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.slip, each.lines) for each in found]


def test_the_likely_slip_of_a_row() -> None:
    assert said(suggestions(SWAPPED)) == [("digits-exchanged", ("b",))]


def test_a_row_with_a_blank_is_looked_at_as_far_as_it_goes() -> None:
    assert said(suggestions("North,3,120,90,30,,4,86,88,2,50,83\n")) == [
        ("digits-exchanged", ("b",))
    ]


def test_what_the_map_states_for_every_row_was_written_in_none() -> None:
    stated = MAP.replace(b'"14" = "valid"', b'"14" = 1').replace(b'"15" = "invalid"', b'"15" = 0')
    rows = "North,3,120,90,30,4,4,86,88,2,5,6\n"

    assert all("14" not in each.lines for each in suggestions(rows, column_map=stated))


def test_a_figure_that_two_columns_add_up_is_looked_at_as_their_sum() -> None:
    added = MAP.replace(b'"3" = "received"', b'"3" = ["received", "outside"]')

    found = suggestions("North,3,206,90,30,4,4,86,88,2,50,38\n", column_map=added)

    assert said(found) == [("digits-exchanged", ("3",))]


@pytest.mark.parametrize("slip", [*"abcd"])
def test_a_glance_at_a_row_hides_no_suggestion(tmp_path: Path, slip: str) -> None:
    """Whatever is written in some cell of a row, the quick way says what the slow one says."""
    table, column_map = tmp_path / "many.csv", tmp_path / "many.map.toml"
    chance = Random(slip)
    write_stations(table, 900, seed=5)
    header, *rows = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([header, *(changed(row, chance) for row in rows)]) + "\n", "utf-8")
    write_map(column_map)
    form = shipped("az-presidential-2024")
    read = read_map(column_map.read_bytes(), "many", form)
    seen = 0
    with table.open("rb") as stream:
        for row in check_table(form, read, Table(stream, "many.csv", ",")):
            if isinstance(row, RowFindings):
                seen += bool(row.suggestions)
                assert row.suggestions == diagnose(form, row.figures, row.findings)
    assert seen > 100


def changed(row: str, chance: Random) -> str:
    """A cell, or two, with something else in it."""
    cells = row.split(",")
    at = chance.randrange(2, len(cells) - 1)
    kind = chance.randrange(5)
    if kind == 0:
        cells[at] = cells[at][::-1]
    elif kind == 1:
        cells[at], cells[at + 1] = cells[at + 1], cells[at]
    elif kind == 2:
        cells[at] = "0"
    elif kind == 3:
        cells[at] = cells[at + 1]
    else:
        cells[at] = str(int(cells[at]) + chance.choice((1, 2, 9, 50, 100)))
    return ",".join(cells)
