"""A process with the real window and a commission at it, which dies where it is told to.

For each line of JSON on standard input, an `Orders`, a process is forked that shows the window and
lets the commission work. It says in a line what is on the screen when the night is open. To the
file of acknowledgements it writes what it is going to append, and after the append returned, the
number and the digest of the last entry: that file is outside the database, and what stands in it
was promised to people. When the process is dead a line says "gone".

    python -m tests.faults.window           one process forked for each line
    python -m tests.faults.window ORDERS    one alone, from nothing: as people start it
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

# Before Qt is loaded.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from tallydesk.app import App
from tallydesk.storage.late_journal import LateJournal
from tallydesk.workflow.ports import Entry
from tests.faults.orders import ACKNOWLEDGED, Orders
from tests.first_use import tried_before
from tests.journeys.child import LATER, hear, say
from tests.journeys.commission_at_the_window import Commission, Key
from tests.journeys.table import demo_table

Append = Callable[[LateJournal, Sequence[Entry]], None]


class Watch:
    """Stands between the program and its journal: tells, and kills."""

    def __init__(self, orders: Orders) -> None:
        self._orders, self._appends = orders, 0
        self.entries = 0
        """Entries that are in the journal, those left out that only say that it goes on."""
        path = Path(orders.folder).with_name(ACKNOWLEDGED)
        self._told = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._killer = _killer(orders.microseconds) if orders.when == "within" else -1
        append = LateJournal.append
        watch = self

        def appended(self: LateJournal, entries: Sequence[Entry]) -> None:
            watch.around(append, self, entries)

        # The window makes its own journal: only here can a kill hit before, within or after one.
        LateJournal.append = appended  # type: ignore[method-assign]

    def around(self, append: Append, journal: LateJournal, entries: Sequence[Entry]) -> None:
        """Append, with a line before and a line after."""
        self._appends += 1
        dying = self._appends == self._orders.append
        self._tell(f"? {' '.join(entry.kind for entry in entries)}")
        if dying and self._orders.when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        if dying and self._orders.when == "within":
            os.write(self._killer, b"!")
        append(journal, entries)
        last = entries[-1]
        self.entries += sum(entry.kind != "Resumed" for entry in entries)
        self._tell(f"{last.number} {last.digest.hex()}")
        if dying:
            # Whoever was to be killed within and was faster dies here.
            os.kill(os.getpid(), signal.SIGKILL)

    def _tell(self, line: str) -> None:
        os.write(self._told, f"{line}\n".encode())


def _killer(microseconds: int) -> int:
    """Fork somebody who kills this process a little after being told; where to tell them."""
    theirs, ours = os.pipe()
    victim = os.getpid()
    if os.fork() == 0:
        os.close(ours)
        if os.read(theirs, 1):
            end = time.monotonic_ns() + 1000 * microseconds
            while time.monotonic_ns() < end:
                pass
            with suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)
        os._exit(0)
    os.close(theirs)
    return ours


class Teller:
    """Says what is on the screen: once the night is open, or before every key."""

    def __init__(self, commission: Commission, watch: Watch, *, trace: bool) -> None:
        self._commission, self._watch, self._trace = commission, watch, trace
        self._opened = False
        self._send = commission._send  # noqa: SLF001 - in front of every key
        commission._send = self._on_key  # type: ignore[method-assign]  # noqa: SLF001
        commission.over.connect(self._on_over)

    def _on_key(self, key: Key) -> None:
        if self._watch.entries or self._commission.keys:
            if self._trace or not self._opened:
                self._tell(over=False)
            self._opened = True
        self._send(key)

    def _on_over(self) -> None:
        if self._commission.failure is not None:
            raise self._commission.failure
        self._tell(over=True)
        QApplication.quit()

    def _tell(self, *, over: bool) -> None:
        screen = self._commission.screen
        seen = {
            "entries": self._watch.entries,
            "heading": screen.heading,
            # A list is one field, whichever of its rows has the mark.
            "field": screen.list_name if screen.in_list else screen.field,
            "figures": dict(screen.figures),
            "problems": bool(screen.problems),
            "over": over,
        }
        say(json.dumps(seen))


def work(orders: Orders) -> int:
    """Open the window and let the commission work to its end or the night's."""
    folder = Path(orders.folder)
    watch = Watch(orders)
    application = QApplication(["tallydesk"])
    app = App(application, tried_before(folder), "az")
    commission = Commission(app.window, demo_table(folder.with_name("booklet.json")))
    teller = Teller(commission, watch, trace=orders.trace)
    app.show()
    commission.begin()
    code = application.exec()
    del teller
    return code


def main() -> None:
    """Fork a window for each line, or be one."""
    if sys.argv[1:]:
        sys.exit(work(Orders(**json.loads(sys.argv[1]))))
    for name in LATER:
        import_module(name)
    while line := hear():
        if os.fork() == 0:
            os._exit(work(Orders(**json.loads(line))))
        os.wait()
        say("gone")


if __name__ == "__main__":
    main()
