"""What the tests of the journal write into it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tallydesk.storage.journal import open_journal
from tallydesk.workflow.chain import entry_after
from tallydesk.workflow.ports import Entry

BEGAN = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


def next_entries(last: Entry | None, count: int) -> list[Entry]:
    """The `count` entries after `last`: what stands in an entry follows from its number."""
    entries: list[Entry] = []
    for _ in range(count):
        number = last.number + 1 if last else 1
        at = BEGAN + timedelta(milliseconds=number)
        body = f'{{"count":{number * number},"place":"{"ə" * (number % 40)}"}}'
        last = entry_after(last, at, number % 7, "FigureWritten", body)
        entries.append(last)
    return entries


def write_night(path: Path, count: int = 200) -> list[Entry]:
    """A closed journal of `count` entries."""
    entries = next_entries(None, count)
    with open_journal(path) as journal:
        journal.append(entries)
    return entries


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file in a folder with its octets, but for SQLite's index into its log.

    The index lives in memory shared by programs, holds nothing of its own and is made anew.
    """
    files = [path for path in folder.iterdir() if path.is_file()]
    return {path.name: path.read_bytes() for path in files if not path.name.endswith("-shm")}
