"""A journal reads the same before it is opened for writing, and does not wait for SQLAlchemy."""

import subprocess
import sys
from pathlib import Path

import pytest

from tallydesk.storage.journal import open_journal
from tallydesk.storage.late_journal import LateJournal
from tallydesk.storage.reading import read_entries
from tallydesk.storage.refusal import JournalRefused
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
