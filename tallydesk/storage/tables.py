"""The journal's one table, as SQLAlchemy knows it, and the questions to it."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text, select

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
