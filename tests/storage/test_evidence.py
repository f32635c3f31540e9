"""Looking at a journal changes nothing, and a copy takes its place whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tallydesk.storage.evidence import evidence_at
from tallydesk.storage.export import ExportUnreadable, lines_of, read_export
from tallydesk.storage.journal import open_journal
from tallydesk.storage.reading import read_entries
from tallydesk.storage.refusal import JournalRefused
from tallydesk.storage.restoring import put_in_place
from tests.ordinary_user import ordinary_user
from tests.small_disk import no_file_beyond
from tests.storage.writing import everything_in, next_entries, write_night

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


def left_by_a_killed_program(path: Path) -> None:
    """A journal of seven entries, four of them in its log."""
    entries = write_night(path, 3)
    with open_journal(path) as journal:
        journal.append(next_entries(entries[-1], 4))
        files = everything_in(path.parent)
    for name, content in files.items():
        path.with_name(name).write_bytes(content)


def test_the_log_of_a_killed_program_is_looked_at_too(path: Path) -> None:
    left_by_a_killed_program(path)
    before = everything_in(path.parent)
    assert evidence_at(path).entries == tuple(next_entries(None, 7))
    assert everything_in(path.parent) == before


def test_the_log_is_looked_at_on_a_stick_that_takes_nothing() -> None:
    with ordinary_user() as folder:
        path = folder / "journal.sqlite"
        left_by_a_killed_program(path)
        path.chmod(0o400)
        folder.chmod(0o500)
        assert evidence_at(path).entries == tuple(next_entries(None, 7))
        folder.chmod(0o700)


def test_a_journal_in_use_is_not_looked_at(path: Path) -> None:
    with open_journal(path) as journal:
        journal.append(next_entries(None, 2))
        with pytest.raises(JournalRefused) as refused:
            evidence_at(path)
    assert refused.value.reason == "busy"


def test_a_row_without_a_moment_ends_what_can_be_read(path: Path) -> None:
    write_night(path, 5)
    with closing(sqlite3.connect(path)) as connection:
        for name in ("entry_stays", "entry_stays_as_written"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE entry SET at_ms = 1 << 60 WHERE number = 4")
        connection.commit()
    evidence = evidence_at(path)
    assert evidence.entries == tuple(next_entries(None, 3))
    assert evidence.refused is not None
    assert evidence.fault is not None
    assert (evidence.fault.number, evidence.fault.differs) == (4, "moment")


def test_an_export_gives_back_what_was_written() -> None:
    entries = tuple(next_entries(None, 40))
    lines = "\n".join(lines_of(entries)).encode()
    assert read_export(lines) == entries
    assert read_export(lines.replace(b"\n", b"\r\n") + b"\n\n") == entries


def test_a_line_that_is_none_is_named() -> None:
    lines = [line.encode() for line in lines_of(next_entries(None, 3))]
    for wrong in (b"[]", b"{}", b"\xff", lines[2].replace(b"2026-11-20T", b"2026-11-40T")):
        with pytest.raises(ExportUnreadable, match="line 3 is no event of a journal") as unreadable:
            read_export(b"\n".join((*lines[:2], wrong)))
        assert unreadable.value.line == 3


def test_a_copy_is_in_place_whole_and_the_old_files_are_kept(path: Path) -> None:
    left_by_a_killed_program(path)
    before = everything_in(path.parent)
    aside = put_in_place(path, next_entries(None, 5), NOW)
    assert read_entries(path) == tuple(next_entries(None, 5))
    assert aside == path.parent / "earlier" / "20261120T200000Z-broken"
    assert everything_in(aside) == before
    again = put_in_place(path, next_entries(None, 6), NOW)
    assert again == path.parent / "earlier" / "20261120T200000Z-broken-2"
    assert {each.name for each in path.parent.iterdir()} == {"earlier", "journal.sqlite"}


def test_a_copy_takes_the_place_of_nothing(path: Path) -> None:
    assert put_in_place(path, next_entries(None, 5), NOW) is None
    assert read_entries(path) == tuple(next_entries(None, 5))


def test_a_folder_in_the_journals_place_stays(path: Path) -> None:
    path.mkdir()
    with pytest.raises(JournalRefused) as refused:
        put_in_place(path, next_entries(None, 5), NOW)
    assert refused.value.reason == "folder"
    assert path.is_dir()


@pytest.mark.parametrize("room", [0, 4096, 10_000])
def test_without_room_for_a_copy_the_journal_stays_as_it_was(path: Path, room: int) -> None:
    write_night(path, 3)
    before = everything_in(path.parent)
    with no_file_beyond(room), pytest.raises(JournalRefused):
        put_in_place(path, next_entries(None, 200), NOW)
    after = everything_in(path.parent)
    assert {name: after[name] for name in before} == before
