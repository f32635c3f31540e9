"""What is not a whole journal is refused with a sentence, and stays as it is."""

import random
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tallydesk.storage.journal import open_journal
from tallydesk.storage.late_journal import LateJournal
from tallydesk.storage.reading import read_entries
from tallydesk.storage.refusal import JournalRefused
from tallydesk.storage.schema import VERSION
from tallydesk.workflow.ports import Entry
from tests.ordinary_user import ordinary_user
from tests.small_disk import no_file_beyond
from tests.storage.writing import everything_in, next_entries, write_night


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


def refusal(path: Path) -> JournalRefused:
    """Opens what has to be refused, and sees to it that nothing in the folder changed."""
    before = everything_in(path.parent) if path.parent.is_dir() else {}
    with pytest.raises(JournalRefused) as read:
        read_entries(path)
    with pytest.raises(JournalRefused) as refused:
        open_journal(path)
    assert str(read.value) == str(refused.value)
    assert before == (everything_in(path.parent) if path.parent.is_dir() else {})
    sentence = str(refused.value)
    assert str(path) in sentence
    assert re.fullmatch(r"[^\n{}]+\. [A-Z][^\n{}]+\.", sentence)
    return refused.value


def change(path: Path, place: int, octets: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(octets)


def test_another_programs_database_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (address TEXT)")
    assert refusal(path).reason == "foreign"


def test_another_programs_database_in_use_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE bookmarks (address TEXT)")
        assert refusal(path).reason == "foreign"


@pytest.mark.parametrize(
    "content",
    [b"Dear commission,\n", b"SQLite format 2\0" + bytes(200), b"\0", b"%PDF-1.7\n" * 1000],
    ids=["letter", "old", "zero", "pdf"],
)
def test_a_file_that_is_no_database_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refusal(path).reason == "no-database"


def test_a_folder_is_refused(path: Path) -> None:
    path.mkdir()
    assert refusal(path).reason == "folder"


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "stick" / "journal.sqlite").reason == "absent-folder"


def test_a_newer_journal_is_refused(path: Path) -> None:
    write_night(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    refused = refusal(path)
    assert refused.reason == "newer"
    assert refused.detail == "it has version 3, this program knows versions up to 2"


@pytest.mark.parametrize("kept", [0, 1, 15, 16, 99, 100, 4095, 4096, 8192, 20_000, -4096, -1])
def test_a_journal_cut_short_is_refused(path: Path, kept: int) -> None:
    write_night(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:kept])
    assert refusal(path).reason == "truncated"


def test_a_journal_cut_short_beside_a_log_is_refused(path: Path) -> None:
    entries = write_night(path)
    with open_journal(path) as journal:
        journal.append(next_entries(entries[-1], 1))
        log = path.with_name("journal.sqlite-wal").read_bytes()
        whole = path.read_bytes()
    path.write_bytes(whole[:8192])
    path.with_name("journal.sqlite-wal").write_bytes(log)
    assert refusal(path).reason in {"damaged", "truncated"}


def entries_or_sentence(path: Path, *, late: bool) -> tuple[Entry, ...] | str:
    try:
        with LateJournal(path) if late else open_journal(path) as journal:
            return journal.entries()
    except JournalRefused as refused:
        return str(refused)


@pytest.mark.parametrize("seed", range(40))
def test_damage_never_changes_an_entry_unnoticed(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    entries = write_night(path, 60)
    size = path.stat().st_size
    length = chance.choice([1, 4, 100, 4096])
    change(path, chance.randrange(size - length), chance.randbytes(length))
    before = everything_in(path.parent)
    outcomes = {entries_or_sentence(path, late=True), entries_or_sentence(path, late=False)}
    [outcome] = outcomes
    if isinstance(outcome, str):
        assert str(path) in outcome
        assert everything_in(path.parent) == before
    else:
        assert outcome == tuple(entries)


def test_a_page_of_rubbish_is_refused_on_opening(path: Path) -> None:
    write_night(path)
    change(path, 8192, b"\xff" * 4096)
    assert refusal(path).reason == "damaged"


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("DROP TRIGGER entry_stays", "entry_stays"),
        ("ALTER TABLE entry ADD COLUMN note TEXT", "entry"),
        ("CREATE TABLE notes (note TEXT)", "notes"),
        ("CREATE TRIGGER also AFTER INSERT ON entry BEGIN SELECT 1; END", "also"),
    ],
)
def test_a_journal_rebuilt_by_somebody_is_refused(path: Path, statement: str, name: str) -> None:
    write_night(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
    refused = refusal(path)
    assert refused.reason == "altered"
    assert refused.detail == f"{name} is not as tallydesk made it"


def test_a_log_without_its_journal_is_refused(path: Path) -> None:
    with open_journal(path) as journal:
        journal.append(next_entries(None, 3))
        log = path.with_name("journal.sqlite-wal").read_bytes()
    path.unlink()
    path.with_name("journal.sqlite-wal").write_bytes(log)
    assert refusal(path).reason == "lost"


def test_a_read_only_file_is_refused() -> None:
    with ordinary_user() as folder:
        path = folder / "journal.sqlite"
        write_night(path)
        path.chmod(0o400)
        assert refusal(path).reason == "read-only"


@pytest.mark.parametrize("written", [True, False], ids=["journal", "nothing"])
def test_a_read_only_folder_is_refused(written: bool) -> None:  # noqa: FBT001  # pytest's way
    with ordinary_user() as folder:
        path = folder / "journal.sqlite"
        if written:
            write_night(path)
        folder.chmod(0o500)
        assert refusal(path).reason == "read-only"


def test_a_file_that_may_not_be_read_is_refused() -> None:
    with ordinary_user() as folder:
        path = folder / "journal.sqlite"
        write_night(path)
        path.chmod(0o200)
        with pytest.raises(JournalRefused, match="Permission denied") as refused:
            open_journal(path)
        assert refused.value.reason == "unreadable"


@pytest.mark.parametrize("room", [0, 1, 4096, 10_000])
def test_a_new_journal_without_room_leaves_nothing(path: Path, room: int) -> None:
    with no_file_beyond(room), pytest.raises(JournalRefused, match=str(path)) as refused:
        open_journal(path)
    assert refused.value.reason in {"full", "unreadable"}
    assert everything_in(path.parent) == {}
    write_night(path, 2)


def test_a_half_made_journal_does_not_stand_in_the_way(path: Path) -> None:
    path.with_name("journal.sqlite.new").write_bytes(b"SQLite format 3\0" + bytes(84))
    path.with_name("journal.sqlite.new-journal").write_bytes(b"\xd9\xd5\x05\xf9" * 200)
    write_night(path, 2)
    assert set(everything_in(path.parent)) == {"journal.sqlite"}


def test_a_very_large_journal_opens_in_bounded_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its structure is left to reading, which finds what was damaged."""
    monkeypatch.setattr("tallydesk.storage.inspection.LARGEST_CHECKED", 4096)
    write_night(path)
    change(path, path.stat().st_size - 3 * 4096, b"\xff" * 4096)
    with open_journal(path) as journal, pytest.raises(JournalRefused) as refused:
        journal.entries()
    assert refused.value.reason == "damaged"
