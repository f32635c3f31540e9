"""A table that an election commission exports from a spreadsheet, every cell with its place."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from unicodedata import normalize

from tallydesk.batch.csv import Table, TableTrouble, damage, endless

_DELIMITERS = (",", ";", "\t")
"""The one that stands most often in the first line is the table's."""

MOST_ROWS, MOST_DAMAGED = 100_000, 1_000
"""Rows of a table, twice what a country has members; rows that are none, before reading stops."""

_SHOWN = 40


@dataclass(frozen=True, slots=True, order=True)
class CellMistake:
    """One mistake. `row` is the line of the file, from 1; 0 is the file as a whole.

    `column` is the heading, "" for the whole row.
    """

    file: str
    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        row = f":{self.row}" if self.row else ""
        column = f" {self.column}:" if self.column else ""
        return f"{self.file}{row}:{column} {self.sentence}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `cells` by heading, without spaces at their ends; a heading left out is ""."""

    file: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def mistake(self, column: str, sentence: str) -> CellMistake:
        """A mistake in this row; of a column that the table lacks, in the row as a whole."""
        return CellMistake(self.file, self.number, column if column in self.cells else "", sentence)


@dataclass(frozen=True, slots=True)
class Headings:
    """The columns that a table must have, and those that it may have.

    `family` says of any other heading whether it is one of a family, such as `name.en`.
    """

    required: Sequence[str]
    optional: Sequence[str]
    family: Callable[[str], bool] = lambda _heading: False


def read_rows(
    content: bytes, file: str, headings: Headings, mistakes: list[CellMistake]
) -> Iterator[Row]:
    """The rows of a table whose headings are right; what is wrong is added to `mistakes`."""
    try:
        table = Table(BytesIO(content), file, _delimiter(content))
    except TableTrouble as trouble:
        mistakes.append(CellMistake(file, 0, "", str(trouble)))
        return
    wrong = list(_heading_mistakes(table.header, file, headings))
    if wrong:
        mistakes += wrong
        return
    yield from _rows(table, file, mistakes)


def _rows(table: Table, file: str, mistakes: list[CellMistake]) -> Iterator[Row]:
    rows, read, before = iter(table), 0, len(mistakes)
    while True:
        if read > MOST_ROWS or len(mistakes) - before > MOST_DAMAGED:
            sentence = (
                f"reading stopped at row {table.line}: this is no table of stations or members"
            )
            mistakes.append(CellMistake(file, 0, "", sentence))
            return
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as trouble:
            mistakes.append(CellMistake(file, table.line, "", f"this is no row: {trouble}"))
            if endless(trouble):
                return
            continue
        except TableTrouble as trouble:
            mistakes.append(CellMistake(file, 0, "", str(trouble)))
            return
        if not any(cell.strip() for cell in cells):
            continue
        wrong = damage(cells) if table.damaged else None
        if wrong is None and len(cells) != table.width:
            wrong = f"has {len(cells)} cells, and the first line names {table.width} columns"
        if wrong:
            mistakes.append(CellMistake(file, table.line, "", f"this row {wrong}"))
            continue
        read += 1
        said = (normalize("NFC", cell).strip() for cell in cells)
        yield Row(file, table.line, dict(zip(table.header, said, strict=True)))


def _heading_mistakes(
    header: Sequence[str], file: str, headings: Headings
) -> Iterator[CellMistake]:
    known = {*headings.required, *headings.optional}
    for heading in headings.required:
        if heading not in header:
            yield CellMistake(file, 1, heading, "this column is missing")
    for place, heading in enumerate(header):
        if heading in header[:place]:
            yield CellMistake(file, 1, heading[:_SHOWN], "this column stands twice")
        elif heading not in known and not headings.family(heading):
            yield CellMistake(file, 1, heading[:_SHOWN], "no column has this heading; leave it out")


def _delimiter(content: bytes) -> str:
    first = content[: 1 << 16].splitlines()[:1]
    counts = [(first[0] if first else b"").count(each.encode()) for each in _DELIMITERS]
    return _DELIMITERS[counts.index(max(counts))]
