"""A journal reads the same before it is opened for writing, and does not wait for SQLAlchemy."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.dialects import sqlite

from tallydesk.storage.connection import INSERT
from tallydesk.storage.journal import SqliteJournal, open_journal
from tallydesk.storage.late_journal import LateJournal
from tallydesk.storage.reading import read_entries
from tallydesk.storage.refusal import JournalRefused
from tallydesk.storage.tables import entry_table
from tallydesk.workflow.ports import Journal
from tests.architecture.reading import ROOT
from tests.storage.writing import everything_in, next_entries, write_night

IMPORTS_NOTHING_HEAVY = """
import sys
from pathlib import Path
from tallydesk.storage.late_journal import LateJournal
count = len(LateJournal(Path(sys.argv[1])).entries())
print(count, [name for name in ("sqlalchemy", "alembic") if name in sys.modules])
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


def test_reading_finds_what_was_written_and_leaves_no_trace(path: Path) -> None:
    entries = write_night(path, 30)
    before = everything_in(path.parent)
    assert read_entries(path) == tuple(entries)
    assert everything_in(path.parent) == before


def test_where_there_is_no_journal_nothing_is_read_and_nothing_made(path: Path) -> None:
    assert read_entries(path) == ()
    assert everything_in(path.parent) == {}


def test_reading_takes_the_log_of_a_killed_program_into_account(path: Path) -> None:
    entries = write_night(path, 3)
    with open_journal(path) as journal:
        journal.append(next_entries(entries[-1], 4))
        files = everything_in(path.parent)
    for name, content in files.items():
        path.with_name(name).write_bytes(content)
    assert read_entries(path) == tuple(next_entries(None, 7))
    assert everything_in(path.parent) == files
    assert {each.name for each in path.parent.iterdir()} == set(files)


def test_a_late_journal_is_a_journal(path: Path) -> None:
    with LateJournal(path) as late:
        journal: Journal = late
        assert journal.entries() == ()
        assert everything_in(path.parent) == {}
        journal.append(next_entries(None, 2))
        assert journal.entries() == tuple(next_entries(None, 2))
    with LateJournal(path) as late:
        assert late.entries() == tuple(next_entries(None, 2))
        assert late.open() is late.open()
        late.append(next_entries(late.entries()[-1], 1))
    assert read_entries(path) == tuple(next_entries(None, 3))


def test_a_late_journal_that_is_refused_may_be_tried_again(path: Path) -> None:
    path.write_text("a letter")
    with LateJournal(path) as late:
        for attempt in (late.entries, late.open, lambda: late.append(next_entries(None, 1))):
            with pytest.raises(JournalRefused, match="is no database"):
                attempt()
        path.unlink()
        late.append(next_entries(None, 1))
        assert len(late.entries()) == 1


def test_reading_does_not_wait_for_sqlalchemy(path: Path) -> None:
    write_night(path, 5)
    said = subprocess.run(
        [sys.executable, "-c", IMPORTS_NOTHING_HEAVY, str(path)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    ).stdout
    assert said == "5 []\n"


FIGURES_OF_A_NIGHT_THAT_GOES_ON = """
import sys
from pathlib import Path
from tallydesk.storage.late_journal import LateJournal
from tallydesk.workflow.chain import entry_after
with LateJournal(Path(sys.argv[1])) as journal:
    for number in range(2):
        last = journal.entries()[-1]
        journal.append([entry_after(last, last.at, 1, "FigureWritten", "{}")])
    print(len(journal.entries()), "sqlalchemy" in sys.modules)
"""


def test_the_first_figures_do_not_wait_for_sqlalchemy(path: Path) -> None:
    write_night(path, 5)
    said = subprocess.run(
        [sys.executable, "-c", FIGURES_OF_A_NIGHT_THAT_GOES_ON, str(path)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    ).stdout
    assert said == "7 False\n"
    assert len(read_entries(path)) == 7


def test_sqlalchemy_goes_on_with_the_connection_that_wrote_the_first_figures(path: Path) -> None:
    write_night(path, 3)
    with LateJournal(path) as late:
        late.append(next_entries(late.entries()[-1], 1))
        late.fetch()
        late.fetch()
        while not isinstance(late.writer(), SqliteJournal):
            pass
        late.append(next_entries(late.entries()[-1], 1))
        late.append([])
        assert late.entries() == tuple(next_entries(None, 5))
        with pytest.raises(JournalRefused, match="another program"):
            open_journal(path)
    assert read_entries(path) == tuple(next_entries(None, 5))


@pytest.mark.parametrize("driver", ["sqlite3", "SQLAlchemy"])
def test_whoever_drives_the_same_is_refused_and_the_same_is_kept(path: Path, driver: str) -> None:
    write_night(path, 3)
    with LateJournal(path) as late:
        if driver == "SQLAlchemy":
            late.open()
        follows, gap = next_entries(late.entries()[-1], 2)
        with pytest.raises(ValueError, match="entry 5 does not follow entry 3"):
            late.append([gap])
        with pytest.raises(ValueError, match="entry 6 does not follow entry 4"):
            late.append([follows, next_entries(gap, 1)[0]])
        assert len(late.entries()) == 3
        late.append([follows, gap])
        assert len(late.entries()) == 5


def test_the_statement_is_the_one_that_sqlalchemy_makes_of_the_table() -> None:
    assert str(insert(entry_table).compile(dialect=sqlite.dialect())) == INSERT
