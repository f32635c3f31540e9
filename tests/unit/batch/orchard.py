"""A small form, a map and tables of invented stations, for tests of many protocols."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from tallydesk.batch.csv import Table
from tallydesk.batch.map import read_map
from tallydesk.batch.run import BadRow, Outcome, RowFindings, Summary, check_table
from tests.builders import FORM as SMALL

FORM = replace(SMALL, name="orchard")

MAP = b"""
format = 1
id = ["district", "station"]
[lines]
"3" = "received"
"5" = "signed"
"8" = "unused"
"6" = "outside"
"12" = "mobile"
"13" = "box"
"14" = "valid"
"15" = "invalid"
[candidates]
a = "Anjou"
b = "Bosc"
"""

HEADER = "district,station,received,signed,unused,outside,mobile,box,valid,invalid,Anjou,Bosc\n"
GOOD = "North,1,120,90,30,4,4,86,88,2,50,38\n"
SHORT_SUM = "North,2,120,90,30,4,4,86,88,2,50,37\n"


def table(text: str | bytes, delimiter: str = ",") -> Table:
    data = text.encode() if isinstance(text, str) else text
    return Table(BytesIO(data), "stations.csv", delimiter)


def outcomes(rows: str | bytes, *, column_map: bytes = MAP, header: str = HEADER) -> list[Outcome]:
    data = header.encode() + (rows.encode() if isinstance(rows, str) else rows)
    read = read_map(column_map, "orchard", FORM)
    return list(check_table(FORM, read, table(data, read.delimiter)))


def summary(rows: str | bytes, *, column_map: bytes = MAP, header: str = HEADER) -> Summary:
    last = outcomes(rows, column_map=column_map, header=header)[-1]
    assert isinstance(last, Summary)
    return last


def errors(rows: str | bytes) -> list[tuple[int, str]]:
    return [(each.row, each.error) for each in outcomes(rows) if isinstance(each, BadRow)]


def codes(found: list[Outcome]) -> list[tuple[int, str, tuple[str, ...]]]:
    return [
        (each.row, each.id, tuple(finding.code for finding in each.findings))
        for each in found
        if isinstance(each, RowFindings)
    ]


class Endless:
    """A stream that never stops: `pattern` again and again. Counts what was read from it."""

    def __init__(self, begin: bytes, pattern: bytes) -> None:
        self._begin = begin
        self._pattern = pattern
        self.given = 0

    def read(self, size: int) -> bytes:
        begin, self._begin = self._begin, b""
        block = begin + self._pattern * (size // len(self._pattern))
        self.given += len(block)
        return block
