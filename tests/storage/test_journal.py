"""A journal keeps what it was given, in order, and takes nothing back."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tallydesk.storage.journal import SqliteJournal, engine_for, open_journal
from tallydesk.storage.refusal import JournalRefused
from tallydesk.workflow.chain import entry_after
from tallydesk.workflow.ports import Entry
from tests.small_disk import no_file_beyond
from tests.storage.writing import next_entries, write_night


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


@pytest.fixture
def written(path: Path) -> Iterator[sqlite3.Connection]:
    """A journal of three entries as another program opens it."""
    write_night(path, 3)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def test_a_new_journal_is_empty(path: Path) -> None:
    with open_journal(path) as journal:
        assert journal.entries() == ()


def test_entries_come_back_as_they_were_written(path: Path) -> None:
    entries = next_entries(None, 5)
    with open_journal(path) as journal:
        journal.append(entries[:1])
        journal.append(entries[1:4])
        journal.append([])
        assert journal.entries() == tuple(entries[:4])
    with open_journal(path) as journal:
        journal.append(entries[4:])
        assert journal.entries() == tuple(entries)


def test_any_text_comes_back(path: Path) -> None:
    [entry] = next_entries(None, 1)
    bodies = ["", "\0", "İıəğ", "𝔘", "'; DROP TABLE entry; --", "x" * 1_000_000]
    for number, body in enumerate(bodies):
        with open_journal(path.with_name(f"{number}.sqlite")) as journal:
            first = entry_after(None, entry.at, 0, body[:10], body)
            journal.append([first])
            assert journal.entries() == (first,)


@pytest.mark.parametrize("name", ["50% of it.sqlite", "a?mode=ro#x&y", "gecə journal", "file:x"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    write_night(tmp_path / name, 2)
    assert (tmp_path / name).is_file()
    with open_journal(tmp_path / name) as journal:
        assert len(journal.entries()) == 2


def test_a_figure_is_on_disk_when_append_returns(path: Path) -> None:
    """U21."""
    with open_journal(path):
        pass
    with engine_for(path).connect() as connection:
        for setting, value in {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "busy_timeout": 2000,
        }.items():
            assert connection.exec_driver_sql(f"PRAGMA {setting}").scalar() == value


@pytest.mark.parametrize("wrong", ["number", "digest", "body"])
def test_an_entry_that_does_not_follow_is_refused_and_nothing_kept(path: Path, wrong: str) -> None:
    first, second, third = next_entries(None, 3)
    bad = {
        "number": third,
        "digest": replace(second, digest=bytes(32)),
        "body": replace(second, body="{}"),
    }[wrong]
    with open_journal(path) as journal:
        with pytest.raises(ValueError, match="does not follow entry 1"):
            journal.append([first, bad])
        assert journal.entries() == ()
        journal.append([first, second])
        assert journal.entries() == (first, second)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET body = '{}' WHERE number = 2",
        "UPDATE entry SET number = 9 WHERE number = 3",
        "UPDATE OR IGNORE entry SET body = '{}'",
        "DELETE FROM entry WHERE number = 3",
        "DELETE FROM entry",
        "REPLACE INTO entry SELECT number, at_ms, member, 'x', body, digest FROM entry",
        "INSERT OR IGNORE INTO entry SELECT 9, at_ms, member, kind, body, digest FROM entry",
        "INSERT INTO entry SELECT number + 4, at_ms, member, kind, body, digest FROM entry",
        "INSERT INTO entry SELECT 4, at_ms, -1, kind, body, digest FROM entry LIMIT 1",
        "INSERT INTO entry SELECT 4, at_ms, member, kind, body, x'00' FROM entry LIMIT 1",
        "INSERT INTO entry SELECT 4, 'noon', member, kind, body, digest FROM entry LIMIT 1",
    ],
)
def test_the_file_itself_refuses_to_be_rewritten(
    written: sqlite3.Connection, statement: str
) -> None:
    before = written.execute("SELECT * FROM entry").fetchall()
    with pytest.raises(sqlite3.IntegrityError):
        written.execute(statement)
    assert written.execute("SELECT * FROM entry").fetchall() == before


def without_triggers(connection: sqlite3.Connection, statement: str) -> None:
    """What somebody does who knows better than the triggers."""
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    for _, sql in triggers:
        connection.execute(sql)
    connection.close()


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE entry SET body = '{}' WHERE number = 2", "entry 2 is not as it was written"),
        ("UPDATE entry SET at_ms = at_ms + 1", "entry 1 is not as it was written"),
        ("UPDATE entry SET at_ms = 1 << 60", "entry 1 is not as it was written"),
        ("UPDATE entry SET kind = CAST(x'ff' AS TEXT)", "entry 1 is not as it was written"),
        ("DELETE FROM entry WHERE number = 2", "entry 2 is missing"),
        ("DELETE FROM entry WHERE number = 1", "entry 1 is missing"),
    ],
)
def test_an_edited_journal_is_noticed_when_it_is_read(
    path: Path, written: sqlite3.Connection, statement: str, sentence: str
) -> None:
    without_triggers(written, statement)
    with (
        open_journal(path) as journal,
        pytest.raises(JournalRefused, match=sentence) as refused,
    ):
        journal.entries()
    assert str(path) in str(refused.value)


def in_another_process(path: Path, statement: str) -> str:
    """What Python's own SQLite says to one statement; locks are between processes."""
    program = (
        "import sqlite3, sys\n"
        "try: print(sqlite3.connect(sys.argv[1], timeout=0).execute(sys.argv[2]).fetchall())\n"
        "except sqlite3.Error as error: print(error)\n"
    )
    return subprocess.run(
        [sys.executable, "-S", "-c", program, str(path), statement],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()


def test_nobody_else_writes_to_an_open_journal(path: Path) -> None:
    with open_journal(path) as journal:
        journal.append(next_entries(None, 1))
        assert in_another_process(path, "DELETE FROM entry") == "database is locked"
        assert journal.entries() == tuple(next_entries(None, 1))
    assert in_another_process(path, "SELECT count(*) FROM entry") == "[(1,)]"


def test_the_index_of_the_log_is_not_a_mapped_file(path: Path) -> None:
    """On a full disk, touching a mapped file would kill the program."""
    with open_journal(path) as journal:
        journal.append(next_entries(None, 1))
        assert {each.name for each in path.parent.iterdir()} == {
            "journal.sqlite",
            "journal.sqlite-wal",
        }


def test_a_journal_held_by_another_program_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_night(path, 1)
    monkeypatch.setattr("tallydesk.storage.connection._SETTINGS", ("busy_timeout = 1",))
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalRefused, match="in use by another program") as refused:
            open_journal(path)
        assert refused.value.reason == "busy"
    with open_journal(path) as journal:
        assert journal.entries() == tuple(next_entries(None, 1))


def with_setting(connection: Connection, setting: str) -> None:
    connection.exec_driver_sql(f"PRAGMA {setting}")
    connection.commit()


def test_a_full_disk_keeps_nothing_and_room_mends_it(path: Path) -> None:
    first = write_night(path, 4)
    more = next_entries(first[-1], 100)
    with engine_for(path).connect() as connection:
        journal = SqliteJournal(path, connection)
        # The smallest disk there is: not a page more than the file has.
        with_setting(connection, "max_page_count = 1")
        with pytest.raises(JournalRefused, match="full: nothing more was saved") as refused:
            journal.append(more)
        assert refused.value.reason == "full"
        assert journal.entries() == tuple(first)
        with_setting(connection, "max_page_count = 100000")
        journal.append(more)
        assert journal.entries() == tuple(first + more)


def in_tens(journal: SqliteJournal, entries: list[Entry]) -> None:
    for place in range(0, len(entries), 10):
        journal.append(entries[place : place + 10])


def test_a_file_that_may_not_grow_keeps_what_it_has(path: Path) -> None:
    entries = next_entries(None, 1000)
    with open_journal(path) as journal:
        with no_file_beyond(200_000), pytest.raises(JournalRefused, match="cannot be used"):
            in_tens(journal, entries)
        kept = len(journal.entries())
        assert 0 < kept < len(entries)
        assert kept % 10 == 0
        journal.append(entries[kept:])
    with open_journal(path) as journal:
        assert journal.entries() == tuple(entries)
