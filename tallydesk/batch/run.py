"""Any number of protocols through a form's relations, one row at a time."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeAlias

from tallydesk.batch.csv import Table, TableTrouble, damage, endless
from tallydesk.batch.map import ColumnMap, Source
from tallydesk.counting.figures import Figures
from tallydesk.counting.typed import LARGEST_COUNT, Blank, Count, read_typed
from tallydesk.election.form import Form
from tallydesk.rules.compiled import Compiled, Layout, compile_form
from tallydesk.rules.diagnosis import Suggestion
from tallydesk.rules.finding import Finding
from tallydesk.rules.row_slips import RowSlips

_REMEMBERED = 50_000
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class RowFindings:
    """A row with something to find. `row` counts data rows from 1."""

    row: int
    id: str
    findings: tuple[Finding, ...]
    _figures: tuple[int | None, ...]
    _compiled: Compiled
    _slips: RowSlips

    @property
    def figures(self) -> Figures:
        """What the row says, derived lines included."""
        return self._compiled.figures(self._figures)

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """The slips that may be behind its findings, best first; costs time only when asked."""
        return self._slips.behind(self._figures, self.findings)


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read; `error` is a sentence."""

    row: int
    error: str


@dataclass(frozen=True, slots=True)
class Summary:
    """All rows together.

    `clean` counts rows without any finding, `by_code` the rows with a finding of that code,
    `undecided` the readable rows in which the relation waits for a figure; codes without any are
    left out, the others stand in the order of the form.
    """

    rows: int
    clean: int
    unreadable: int
    by_code: Mapping[str, int]
    undecided: Mapping[str, int]


Outcome: TypeAlias = RowFindings | BadRow | Summary


def check_table(form: Form, column_map: ColumnMap, table: Table) -> Iterator[Outcome]:
    """Check each row of the table; rows with nothing to say are only counted.

    The last outcome is the summary. Raises TableTrouble, when the iteration starts, for a table
    without the map's columns or without rows.
    """
    run = _Run(form, column_map, table)
    yield from run.outcomes()
    if not run.rows:
        raise TableTrouble(
            f"“{table.name}” has a header and no rows below it; there is nothing to check."
        )
    yield run.summary()


class _NotAFigure(Exception):
    """A cell that must be looked at with care: blank, or no figure at all."""


class _BadCellsError(Exception):
    """A row that cannot be read, with the sentence for it."""


class _Numerals(dict[str, int]):
    """The figures met so far by how they are written.

    Station figures are small and come again and again: looking a text up costs a third of reading
    it, and only texts that were read with care are in here.
    """

    def __missing__(self, text: str) -> int:
        typed = read_typed(text)
        if not isinstance(typed, Count):
            raise _NotAFigure
        if len(self) < _REMEMBERED:
            self[text] = typed.number
        return typed.number


class _Run:
    """One pass over one table."""

    def __init__(self, form: Form, column_map: ColumnMap, table: Table) -> None:
        named = dict(zip(column_map.columns, table.columns(column_map.columns), strict=True))
        used = sorted({named[column] for column in _figure_columns(column_map)})
        self.rows = 0
        self._clean = 0
        self._unreadable = 0
        self._by_code: Counter[str] = Counter()
        self._waiting: Counter[str] = Counter()
        self._form = form
        self._table = table
        self._used = used
        self._id = [named[column] for column in column_map.id]
        layout = _layout(column_map, named, used)
        self._compiled, self._slips = compile_form(form, layout), RowSlips(form, layout)

    def outcomes(self) -> Iterator[RowFindings | BadRow]:
        """What is to be said about single rows."""
        rows = iter(self._table)
        while True:
            try:
                yield from self._scan(rows)
            except csv.Error as trouble:
                self.rows += 1
                yield self._bad(_quotes(self._table, trouble))
                if not endless(trouble):
                    continue
            except TableTrouble as trouble:
                self.rows += 1
                yield self._bad(str(trouble))
            return

    def _scan(self, rows: Iterator[Sequence[str]]) -> Iterator[RowFindings | BadRow]:
        """The path of nearly all rows, kept short; what is slow or rare is behind a call."""
        table, width = self._table, self._table.width
        clean, chosen = self._compiled.clean, _chooser(self._used)
        read = _Numerals().__getitem__
        for cells in rows:
            if not cells:
                continue
            self.rows += 1
            figures: tuple[int | None, ...] | None = None
            if len(cells) == width and not table.damaged:
                try:
                    figures = known = tuple(map(read, chosen(cells)))
                    if clean(*known):
                        self._clean += 1
                        continue
                except _NotAFigure:
                    pass
            outcome = self._look(cells, figures)
            if outcome is not None:
                yield outcome

    def summary(self) -> Summary:
        """What was counted."""
        readable = self.rows - self._unreadable
        waiting = self._waiting + Counter(dict.fromkeys(self._compiled.undecided, readable))
        codes = [relation.code for relation in self._form.relations]
        return Summary(
            rows=self.rows,
            clean=self._clean,
            unreadable=self._unreadable,
            by_code={code: self._by_code[code] for code in codes if self._by_code[code]},
            undecided={code: waiting[code] for code in codes if waiting[code]},
        )

    def _look(
        self, cells: Sequence[str], figures: tuple[int | None, ...] | None
    ) -> RowFindings | BadRow | None:
        """A row that is not simply clean; without `figures` it is damaged or has blanks."""
        if figures is None:
            try:
                figures = self._read_with_care(cells)
            except _BadCellsError as trouble:
                return self._bad(str(trouble))
        judged = self._compiled.judge(figures)
        for code in judged.undecided:
            self._waiting[code] += 1
        if not judged.findings:
            self._clean += 1
            return None
        for finding in judged.findings:
            self._by_code[finding.code] += 1
        identity = " / ".join([cells[place] for place in self._id])
        return RowFindings(
            self.rows, identity, judged.findings, figures, self._compiled, self._slips
        )

    def _read_with_care(self, cells: Sequence[str]) -> tuple[int | None, ...]:
        """The figures of a row, None for a blank. Raises _BadCellsError with the sentence."""
        line, table = self._table.line, self._table
        if table.damaged and (reason := damage(cells)):
            raise _BadCellsError(f"line {line} {reason}.")
        if len(cells) != table.width:
            raise _BadCellsError(
                f"line {line} has {len(cells)} cells where the header has {table.width}; "
                "look for a missing or an additional delimiter."
            )
        figures: list[int | None] = []
        for place in self._used:
            match read_typed(cells[place]):
                case Count(number):
                    figures.append(number)
                case Blank():
                    figures.append(None)
                case _:
                    reason = _no_figure(cells[place])
                    raise _BadCellsError(f"line {line}, column “{table.header[place]}”: {reason}")
        return tuple(figures)

    def _bad(self, error: str) -> BadRow:
        self._unreadable += 1
        return BadRow(self.rows, error)


def _figure_columns(column_map: ColumnMap) -> Iterator[str]:
    for sources in (column_map.lines, column_map.candidates, column_map.givens):
        for source in sources.values():
            if not isinstance(source, int):
                yield from source


def _layout(column_map: ColumnMap, named: Mapping[str, int], used: Sequence[int]) -> Layout:
    def places(sources: Mapping[str, Source]) -> dict[str, tuple[int, ...]]:
        return {
            name: tuple(used.index(named[column]) for column in source)
            for name, source in sources.items()
            if not isinstance(source, int)
        }

    def fixed(sources: Mapping[str, Source]) -> dict[str, int]:
        return {name: source for name, source in sources.items() if isinstance(source, int)}

    # The contest has the candidates that the map names, unless the map says otherwise.
    given = fixed(column_map.givens)
    if column_map.candidates and "candidates" not in column_map.givens:
        given["candidates"] = len(column_map.candidates)
    return Layout(
        width=len(used),
        lines=places(column_map.lines),
        votes=places(column_map.candidates),
        given=places(column_map.givens),
        fixed=Figures(
            lines=fixed(column_map.lines),
            votes=fixed(column_map.candidates),
            given=given,
            ballot=column_map.ballot,
        ),
    )


def _chooser(used: Sequence[int]) -> Callable[[Sequence[str]], Sequence[str]]:
    if len(used) > 1:
        return itemgetter(*used)
    # For a single place itemgetter would give the cell itself, not a row of one.
    (place,) = used
    return lambda cells: (cells[place],)


def _quotes(table: Table, trouble: csv.Error) -> str:
    if endless(trouble):
        return (
            f"a quoted cell that begins before line {table.line} does not end; close the quote. "
            "The rows from there on were not read."
        )
    return f"line {table.line}: the quotes do not match ({trouble}); write a quote in a cell twice."


def _no_figure(text: str) -> str:
    shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    digits = "".join(text.split())
    if digits.isascii() and digits.isdigit():
        return f"“{shown}” is more than {LARGEST_COUNT}; no station has so many papers."
    if digits.startswith("-") and digits[1:].isdigit():
        return f"“{shown}” is below zero; a count is not."
    return f"“{shown}” is not a figure; write digits only, or nothing when it is not known."
