"""Continue on the last sheet of the night, until the page with its findings is painted."""

from __future__ import annotations

import gc
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tallydesk.counting.place import Place
from tallydesk.device.chance import OsChance
from tallydesk.device.clock import SystemClock
from tallydesk.device.data_folder import DataFolder
from tallydesk.storage.journal import open_journal
from tallydesk.training.scenario import Scenario
from tallydesk.ui.foreword import FRAME, Foreword
from tallydesk.ui.language import Language
from tallydesk.ui.pages.findings import FindingsPage
from tallydesk.ui.widgets.finding_head import FindingHead
from tallydesk.workflow import entry
from tallydesk.workflow.ports import Entry, Journal
from tallydesk.workflow.session import Session
from tests.benchmarks.desk import (
    AllPainted,
    Desk,
    Painted,
    application,
    rest,
    seconds_until,
    settle,
)
from tests.benchmarks.harness import ROOT, Benchmark, Delay, Seconds, shown
from tests.benchmarks.nights import CONTEST, misadded, night_up_to, shipped

LIMIT = 0.008
ROUNDS = 110
LAST = f"count.{CONTEST}.second"
MATTERS = 2
"""The account that was explained before, and the sum of the votes, with every pile to recount.

There is room for both on the screen.
"""

TYPING = 500
"""Milliseconds that the sheet is open before Continue: nobody writes it faster."""


def benchmarks(folder: Path) -> Iterator[Benchmark]:
    """Eight milliseconds, the commits included."""
    del folder
    yield from delay("findings", shipped())


def delay(name: str, papers: tuple[bytes, Scenario]) -> Iterator[Delay]:
    """Each Continue is pressed on a copy of the same night, in a window of its own."""
    application()
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build) as root:
        yield _delay(name, Path(root), papers)


def _delay(name: str, root: Path, papers: tuple[bytes, Scenario]) -> Delay:
    ours: list[Seconds] = []
    commits: list[Seconds] = []
    floor: list[Seconds] = []

    def samples() -> Sequence[Seconds]:
        left = _filled(DataFolder(root), *papers)
        language = Language("az")
        for number in range(ROUNDS):
            ours.append(_continue(*left, root / f"copy-{number}", language, commits))
            floor.append(_bare())
        return ours

    def note() -> str:
        last, least = (sorted(each)[len(each) * 99 // 100] for each in (commits, floor))
        return (
            f"{median(ours) / median(floor):.2f} of {shown(median(floor))}, p99 {shown(least)}; "
            f"commits {shown(median(commits))}, p99 {shown(last)}"
        )

    return Delay(name, LIMIT, samples, note=note)


def _filled(
    folder: DataFolder, package: bytes, scenario: Scenario
) -> tuple[Session, Place, int | None]:
    """A night in which one figure and Continue are left of both entries."""
    with open_journal(folder.journal) as journal:
        session = night_up_to(LAST, folder, journal, package, misadded(scenario))
        *places, last = session.plan.sheet(f"count.{CONTEST}").places
        for place in places:
            entry.write(session, LAST, place, misadded(scenario).says(place))
    return session, last, misadded(scenario).says(last)


def _continue(
    night: Session,
    place: Place,
    count: int | None,
    root: Path,
    language: Language,
    commits: list[Seconds],
) -> Seconds:
    """Write the last figure in a copy of the night, and press Continue."""
    root.mkdir()
    copy = DataFolder(root)
    shutil.copy(DataFolder(root.parent).journal, copy.journal)
    with open_journal(copy.journal) as journal:
        timed = _Timed(journal)
        session = Session(night.plan, timed, SystemClock(), OsChance(), night.night)
        # The program that is asked to go on has written before: its log is there.
        entry.write(session, LAST, place, count)
        timed.taken = 0
        desk = Desk(session, root, language)
        button = desk.window.foot.continue_button
        button.setFocus()
        rest(TYPING)
        (foreword,) = desk.window.findChildren(Foreword)
        heads = foreword.findChildren(FindingHead)[:MATTERS]
        seen = AllPainted([foreword, *heads])
        _sweep()
        taken = seconds_until(seen, button, Qt.Key.Key_Return)
        said = [_words(each) for each in heads]
        rest(5 * FRAME)
        page = desk.window.page
        assert isinstance(page, FindingsPage)
        assert [_words(card.head) for card in page.cards] == said
        desk.close()
    commits.append(timed.taken)
    return taken


def _sweep() -> None:
    """Have what the rounds before left behind taken away now, and not while somebody waits."""
    gc.collect()
    # The C library puts small pieces together at the next large request, which takes it
    # milliseconds after three hundred rows were given back.
    bytearray(100_000)


def _words(head: FindingHead) -> tuple[str, ...]:
    """What a head says, the same before the page is there and on it."""
    return tuple(each.text for each in head.blocks())


def _bare() -> Seconds:
    """A button that gives way to a label."""
    window = QWidget()
    column = QVBoxLayout(window)
    button = QPushButton("Continue", window)
    column.addWidget(button)

    def go_on() -> None:
        button.hide()
        label.show()

    button.clicked.connect(go_on)
    label = QLabel("There is nothing to find.", window)
    label.hide()
    column.addWidget(label)
    window.show()
    settle()
    painted = Painted(label)
    taken = seconds_until(painted, button, Qt.Key.Key_Space, released=True)
    window.close()
    window.deleteLater()
    settle()
    return taken


class _Timed:
    """A journal that knows how long its commits took."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.taken: Seconds = 0

    def entries(self) -> Sequence[Entry]:
        return self._journal.entries()

    def append(self, entries: Sequence[Entry]) -> None:
        begun = perf_counter()
        self._journal.append(entries)
        self.taken += perf_counter() - begun
