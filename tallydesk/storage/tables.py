"""The journal's one table, and the way between its rows and values."""

from __future__ import annotations

from typing import TypeAlias

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text, insert, select
from sqlalchemy.dialects import sqlite

from tallydesk.workflow.chain import milliseconds, moment
from tallydesk.workflow.ports import Entry

RowTuple: TypeAlias = tuple[int, int, int, str, str, bytes]

entry_table = Table(
    "entry",
    MetaData(),
    Column("number", Integer, primary_key=True),
    Column("at_ms", Integer, nullable=False),
    Column("member", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)

SELECT_ALL = select(entry_table).order_by(entry_table.c.number)
SELECT_HEAD = (
    select(entry_table.c.number, entry_table.c.digest)
    .order_by(entry_table.c.number.desc())
    .limit(1)
)
INSERT = str(insert(entry_table).compile(dialect=sqlite.dialect()))
"""Compiled once: a third of what an append costs beside the disk would go into doing it again."""


def row_of(entry: Entry) -> RowTuple:
    """The row of an entry, in the order of the table's columns."""
    at_ms = milliseconds(entry.at)
    return (entry.number, at_ms, entry.member, entry.kind, entry.body, entry.digest)


def entry_of(number: int, at_ms: int, member: int, kind: str, body: str, digest: bytes) -> Entry:
    """The entry in a row. Raises OverflowError when its moment lies beyond the year 9999."""
    return Entry(number, moment(at_ms), member, kind, body, digest)
