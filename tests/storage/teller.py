"""A process that counts until somebody kills it.

For each line on standard input, the path of a journal, it forks a teller, which says its own
number, then opens the journal and goes on counting for ever: it appends one to three entries and
says the number of the last one, again and again. When the teller is dead a line says "gone".
Importing is done once, before the first fork, so that twenty tellers die in a second.
"""

import os
import sys
from pathlib import Path
from typing import NoReturn

from tallydesk.storage.journal import open_journal
from tests.storage.writing import next_entries


def say(word: object) -> None:
    # Past every buffer: what was said was said, also by the dead.
    os.write(1, f"{word}\n".encode())


def count(path: Path) -> NoReturn:
    say(os.getpid())
    with open_journal(path) as journal:
        entries = journal.entries()
        last = entries[-1] if entries else None
        while True:
            batch = next_entries(last, 1 + (last.number % 3 if last else 0))
            journal.append(batch)
            last = batch[-1]
            say(last.number)


if __name__ == "__main__":
    for line in sys.stdin:
        teller = os.fork()
        if teller == 0:
            count(Path(line.rstrip("\n")))
        os.waitpid(teller, 0)
        say("gone")
