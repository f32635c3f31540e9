"""Requirement U21 at the window: the laptop dies at every step of a night, and the night goes on.

The processes are killed as the system kills them, the journal and the keys are real files, and the
commission has nothing but the screen and its papers to find out where it was.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from tallydesk.device.data_folder import DataFolder
from tests.architecture.reading import ROOT
from tests.journeys.child import ON
from tests.journeys.outcome import lines_of, sealed
from tests.journeys.table import demo_scenario, demo_table

PAGES = 34
"""Of a practice night with one mobile box and two stationary ones."""
IN_MID_PAGE = 4
"""After so many Enters on one page it dies once more, where the page has as many."""
IN_MID_WORD = 7
"""After so many it dies while the next figure is typed."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a process said about its screen after an Enter; `turned` on a page just opened."""

    turned: bool
    heading: str
    field: str
    figures: dict[str, str]
    words: tuple[str, ...]
    problems: tuple[str, ...]
    keys: int
    over: bool

    @property
    def place(self) -> tuple[object, ...]:
        """All that must be there again."""
        return self.heading, self.field, self.figures, self.words

    @property
    def written(self) -> dict[str, str]:
        """The figures that stand in their boxes."""
        return {name: text for name, text in self.figures.items() if text}


_SEEN = TypeAdapter(Seen)


class Laptop:
    """Starts the window on one data folder and kills it."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self._process, self._folder = process, folder
        self._number = 0
        self.deaths = 0

    def wakes(self) -> None:
        """Show the window; the night is not open yet, but will be at once."""
        self._say(str(self._folder))
        self._number = int(self._heard())

    def starts(self) -> Seen:
        """Open the night; what the window shows after the start page."""
        self.wakes()
        return self.says()

    def says(self) -> Seen:
        """What the window says next."""
        return _SEEN.validate_json(self._heard())

    def goes_on(self) -> None:
        """Let it work up to the next Enter."""
        self._say(ON, end="")

    def dies(self) -> Seen | None:
        """Kill it; its last words when there were any that nobody heard."""
        os.kill(self._number, signal.SIGKILL)
        last = None
        while (word := self._heard()) != "gone":
            last = _SEEN.validate_json(word)
        self.deaths += 1
        return last

    def ends(self) -> None:
        """Wait for it to close by itself."""
        assert self._heard() == "gone"

    def _say(self, word: str, *, end: str = "\n") -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(word + end)
        self._process.stdin.flush()

    def _heard(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().rstrip("\n")


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        yield Laptop(process, tmp_path / "data")
        process.communicate()
    assert process.returncode == 0


def test_a_night_goes_on_after_a_death_at_every_step(
    laptop: Laptop, tmp_path: Path, record_testsuite_property: Callable[[str, object], None]
) -> None:
    folder = DataFolder(tmp_path / "data")
    seen = laptop.starts()
    pages, enters, copies = 0, 0, 0
    while not seen.over:
        pages, enters = (pages + 1, 0) if seen.turned else (pages, enters + 1)
        saved = len(list(folder.papers.glob("*-copy-*.pdf")))
        if saved > copies:
            copies = saved
            comes_back_with_the_copy(laptop, seen)
        elif seen.problems:
            comes_back_to_the_blank_field(laptop, seen)
        elif seen.turned or enters == IN_MID_PAGE:
            comes_back_to_the_same_place(laptop, seen)
        elif enters == IN_MID_WORD and seen.figures:
            loses_at_most_the_figure_being_typed(laptop, seen)
        laptop.goes_on()
        seen = laptop.says()
    laptop.ends()

    # The page of the hand-over opens once more when it is done; there it died, too.
    assert pages == PAGES + 1
    assert laptop.deaths > pages
    record_testsuite_property("deaths in one night", laptop.deaths)
    # No death made the commission save it twice.
    assert copies == 1
    shown = sealed(folder)
    (contest,) = demo_scenario().contest
    assert dict(shown.lines) == lines_of(demo_scenario(), contest)
    assert dict(shown.votes) == demo_scenario().contest[contest].votes


def comes_back_to_the_same_place(laptop: Laptop, seen: Seen) -> None:
    laptop.dies()
    if laptop.deaths % 3 == 0:
        # And once more, while the night is being opened.
        laptop.wakes()
        laptop.dies()
    assert laptop.starts().place == seen.place


def comes_back_to_the_blank_field(laptop: Laptop, seen: Seen) -> None:
    """What Continue complained of is not said again; the focus is where it wants to be mended."""
    laptop.dies()
    again = laptop.starts()
    assert (again.heading, again.figures) == (seen.heading, seen.figures)
    assert again.figures[again.field] == ""


def comes_back_with_the_copy(laptop: Laptop, seen: Seen) -> None:
    """A copy that was saved is in the register, with whoever received it."""
    laptop.dies()
    again = laptop.starts()
    assert (again.heading, again.field) == (seen.heading, seen.field)
    (receiver,) = (each.by for each in demo_scenario().remarks)
    assert any(receiver in text and "-copy-01.pdf" in text for text in again.words)


def loses_at_most_the_figure_being_typed(laptop: Laptop, seen: Seen) -> None:
    laptop.goes_on()
    last = laptop.dies() or seen
    again = laptop.starts()
    assert again.heading == last.heading
    assert again.written.items() >= last.written.items()
    assert len(again.written) <= len(last.written) + 1
    names = list(again.figures)
    assert names.index(again.field) - names.index(last.field) == len(again.written) - len(
        last.written
    )


def test_the_pages_of_the_night_are_counted(tmp_path: Path) -> None:
    from tallydesk.workflow.plan import Plan

    assert len(Plan(demo_table(tmp_path / "booklet.json").package).steps) == PAGES
