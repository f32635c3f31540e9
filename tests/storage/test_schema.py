"""A new file and a migrated one are the same file."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect

from tallydesk.storage.connection import INSERT
from tallydesk.storage.journal import engine_for, open_journal
from tallydesk.storage.migration import MIGRATIONS, migrate
from tallydesk.storage.reading import read_entries
from tallydesk.storage.refusal import JournalRefused
from tallydesk.storage.rows import row_of
from tallydesk.storage.schema import ALEMBIC_TABLE, APPLICATION_ID, VERSION
from tallydesk.storage.tables import entry_table
from tallydesk.workflow.ports import Entry
from tests.storage.writing import everything_in, next_entries


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


def contents(path: Path) -> dict[str, object]:
    """Everything that makes a journal what it is, as SQLite sees it."""
    with closing(sqlite3.connect(path)) as connection:
        listing = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
        # alembic lays out its own table's statement in its own way.
        objects = sorted(
            (kind, name, table, "" if name == ALEMBIC_TABLE else sql)
            for kind, name, table, sql in listing
        )
        marks = [
            connection.execute(f"PRAGMA {mark}").fetchone()
            for mark in ("application_id", "user_version", "journal_mode")
        ]
        stamp = connection.execute(f"SELECT * FROM {ALEMBIC_TABLE}").fetchall()  # noqa: S608
        columns = connection.execute(f"PRAGMA table_info({ALEMBIC_TABLE})").fetchall()
    return {"objects": objects, "marks": marks, "stamp": stamp, "columns": columns}


def unborn(path: Path) -> None:
    """A journal older than every migration: our mark, and nothing in it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def of_version_1(path: Path, entries: Sequence[Entry]) -> None:
    """A journal as the first migration made it."""
    unborn(path)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "newline")
    with engine_for(path).connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql("PRAGMA user_version = 1")
        connection.exec_driver_sql(INSERT, [row_of(entry) for entry in entries])


def test_migrating_from_nothing_makes_the_file_that_is_made_anew(path: Path) -> None:
    new = path.with_name("new.sqlite")
    open_journal(new).close()
    unborn(path)
    open_journal(path).close()
    assert contents(path) == contents(new)


def test_a_migrated_journal_is_written_like_any_other(path: Path) -> None:
    unborn(path)
    entries = next_entries(None, 3)
    with open_journal(path) as journal:
        journal.append(entries)
    with open_journal(path) as journal:
        assert journal.entries() == tuple(entries)


def test_reading_an_older_journal_brings_it_up_to_date(path: Path) -> None:
    unborn(path)
    assert read_entries(path) == ()
    assert contents(path)["stamp"] == [("0002",)]


def test_the_entries_of_version_1_come_along(path: Path) -> None:
    new = path.with_name("new.sqlite")
    entries = next_entries(None, 3)
    with open_journal(new) as journal:
        journal.append(entries)
    of_version_1(path, entries)

    assert read_entries(path) == tuple(entries)
    assert contents(path) == contents(new)


def test_there_is_a_migration_for_each_version(path: Path) -> None:
    names = sorted(each.name[:4] for each in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert names == [f"{number:04}" for number in range(1, VERSION + 1)]


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    unborn(path)
    with closing(sqlite3.connect(path)) as connection:
        # In the way of the last statement but one.
        connection.execute("CREATE TABLE notes (number)")
        connection.execute("CREATE TRIGGER entry_stays AFTER INSERT ON notes BEGIN SELECT 1; END")
    before = everything_in(path.parent)
    with pytest.raises(JournalRefused, match="entry_stays already exists"):
        open_journal(path)
    assert everything_in(path.parent) == before


def test_nothing_is_kept_of_a_migration_that_was_not_finished(path: Path) -> None:
    unborn(path)
    before = path.read_bytes()
    with engine_for(path).connect() as connection, connection.begin() as transaction:
        migrate(connection)
        transaction.rollback()
    assert path.read_bytes() == before


def test_the_columns_in_the_program_are_the_columns_in_the_file(path: Path) -> None:
    open_journal(path).close()
    with engine_for(path).connect() as connection:
        columns = inspect(connection).get_columns(entry_table.name)
    assert [(each["name"], type(each["type"]).__name__.upper()) for each in columns] == [
        (each.name, {"LargeBinary": "BLOB"}.get(kind, kind.upper()))
        for each in entry_table.columns
        for kind in [type(each.type).__name__]
    ]
