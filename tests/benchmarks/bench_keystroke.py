"""A digit typed into a figure's field, until its words and the row's state are painted."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from tallydesk.device.data_folder import DataFolder
from tallydesk.protocol.words import in_words
from tallydesk.storage.journal import open_journal
from tallydesk.training.scenario import Scenario
from tallydesk.ui.language import Language
from tallydesk.ui.pages.entry import EntryPage
from tests.benchmarks.desk import Desk, Painted, application, press, seconds_until, settle
from tests.benchmarks.harness import ROOT, Benchmark, Delay, Seconds, shown
from tests.benchmarks.nights import COUNTING, night_up_to, shipped, wide

LIMIT = 0.008
FIGURES = 400
"""Of three digits each."""

LANGUAGE = "az"


def benchmarks(folder: Path) -> Iterator[Benchmark]:
    """Eight milliseconds, for seven candidates and for three hundred.

    A figure goes to the disk when its field is left, which is between the measured keys.
    """
    del folder
    application()
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    for name, papers in (("keystroke", shipped()), ("keystroke-300", wide(300))):
        with tempfile.TemporaryDirectory(dir=build) as root:
            yield _benchmark(name, Path(root), papers)


def _benchmark(name: str, root: Path, papers: tuple[bytes, Scenario]) -> Delay:
    floor: list[Seconds] = []
    ours: list[Seconds] = []

    def samples() -> Sequence[Seconds]:
        folder = DataFolder(root)
        with open_journal(folder.journal) as journal:
            session = night_up_to(COUNTING, folder, journal, *papers)
            desk = Desk(session, root, Language(LANGUAGE))
            bare = _Bare()
            # Only a field in the active window is told that the focus came.
            desk.window.activateWindow()
            settle()
            chance = Random(1)
            for number in range(FIGURES):
                figure = str(chance.randrange(100, 1000))
                ours.extend(_write(desk, figure, number))
                floor.extend(bare.write(figure))
            bare.close()
            desk.close()
        return ours

    def note() -> str:
        last = sorted(floor)[len(floor) * 99 // 100]
        return f"{median(ours) / median(floor):.2f} of {shown(median(floor))}, p99 {shown(last)}"

    return Delay(name, LIMIT, samples, note=note)


def _write(desk: Desk, figure: str, number: int) -> list[Seconds]:
    """Write a figure into the next field, or from the last one on into the first again."""
    page = desk.window.page
    assert isinstance(page, EntryPage)
    fields = page.sheet.fields
    at = number % len(fields)
    if not at:
        fields[0].setFocus(Qt.FocusReason.TabFocusReason)
        settle()
    field = desk.focus
    assert field is fields[at]
    row = page.sheet.rows[at]
    painted = Painted(row)
    taken: list[Seconds] = []
    for end in range(1, len(figure) + 1):
        painted.happened = False
        taken.append(seconds_until(painted, field, Qt.Key.Key_unknown, figure[end - 1]))
        words = in_words(int(figure[:end]), LANGUAGE)
        assert row.blocks()[2].text == words, (row.blocks()[2].text, words)
    row.removeEventFilter(painted)
    if at < len(fields) - 1:
        press(field, Qt.Key.Key_Return)
    settle()
    return taken


class _Bare:
    """A field and a label in a window."""

    def __init__(self) -> None:
        self._window = QWidget()
        self._field, self._label = QLineEdit(self._window), QLabel(self._window)
        column = QVBoxLayout(self._window)
        column.addWidget(self._field)
        column.addWidget(self._label)
        self._field.textEdited.connect(self._say)
        self._window.show()
        settle()

    def write(self, figure: str) -> list[Seconds]:
        """Type a figure into the empty field."""
        self._field.clear()
        settle()
        painted = Painted(self._label)
        taken: list[Seconds] = []
        for digit in figure:
            painted.happened = False
            taken.append(seconds_until(painted, self._field, Qt.Key.Key_unknown, digit))
        self._label.removeEventFilter(painted)
        return taken

    def close(self) -> None:
        """Take the window away."""
        self._window.close()

    def _say(self, text: str) -> None:
        self._label.setText(in_words(int(text or "0"), LANGUAGE))
