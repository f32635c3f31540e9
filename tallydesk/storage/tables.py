"""The journal's one table, as SQLAlchemy knows it, and the statements on it."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text, insert, select
from sqlalchemy.dialects import sqlite

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
