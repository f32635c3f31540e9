"""What the page for reading aloud says, in the window's language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QCoreApplication

from tallydesk.ui.place_names import PlaceNames
from tallydesk.ui.sheet_words import words_of_sheet
from tallydesk.ui.tally_keys import TallyKeys
from tallydesk.ui.widgets.gate_board import Cell
from tallydesk.workflow import reading_aloud
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session

View = Literal["reading", "paused", "comparing", "closing", "deciding"]
"""Nobody reads while it is "paused", while three people compare, or, "closing", compare for the
last time. "deciding" is about the ballots set apart."""

MINUS, PLUS = "−", "+"
"""The keys as they are painted."""


class TallyWords:
    """The words for one sheet; `speak` chooses the language."""

    def __init__(self, session: Session, at: Step, keys: TallyKeys) -> None:
        self._package, self._step = session.package, at
        self._sheet = session.plan.sheet(at.sheet)
        self._names = PlaceNames(session.package)
        self._places = reading_aloud.places(session, at.id)
        self._keys = (
            *(keys.key(number) for number in range(len(keys.numbers))),
            *((MINUS,) if keys.invalid else ()),
            PLUS,
        )
        self._every = session.package.policy.compare_every
        self._several = session.package.contest(at.contest).seats > 1
        self._language = ""
        self._labels: tuple[str, ...] = ()
        self._cells: tuple[Cell, ...] = ()

    def speak(self, language: str) -> None:
        """From now on in this language."""
        self._language = language
        self._labels = (
            *(self._names.label(place, language) for place in self._places),
            QCoreApplication.translate("Tally", "Doubtful, set apart"),
        )
        self._cells = ()

    def heading(self) -> str:
        """The sheet's, and how it is counted."""
        heading, _ = words_of_sheet(self._package, self._sheet, self._step.entry, self._language)
        said = QCoreApplication.translate("Tally", "{heading}: reading aloud")
        return said.format(heading=heading)

    def cells(self, counts: Sequence[int]) -> tuple[Cell, ...]:
        """Key, name and strokes of each cell of the board.

        A cell whose count is the same is the same one: after a stroke hundreds need no look.
        """
        before = self._cells or tuple(map(Cell, self._keys, self._labels, counts))
        self._cells = tuple(
            cell if cell.count == count else Cell(cell.key, cell.name, count)
            for cell, count in zip(before, counts, strict=True)
        )
        return self._cells

    def total(self, ballots: int) -> str:
        """How many were read; of a paper with several marks each mark is read."""
        if self._several:
            said = QCoreApplication.translate("Tally", "Votes read: {count}")
        else:
            said = QCoreApplication.translate("Tally", "Ballots read: {count}")
        return said.format(count=ballots)

    def newest(self, cell: int, typed: str) -> str:
        """The key that is being typed, else the last stroke; "" where none can be undone."""
        if typed:
            return f"{typed}…"
        return f"{self._keys[cell]}  {self._labels[cell]}" if cell >= 0 else ""

    def task(self, view: View, ballots: int, lot: int, doubtful: int) -> str:
        """What to do now."""
        if view == "reading":
            said = QCoreApplication.translate(
                "Tally",
                "Press one key for each ballot; Backspace undoes the last. Compare at {next}.",
            )
            return said.format(next=ballots - lot + self._every)
        if view == "paused":
            return QCoreApplication.translate(
                "Tally", "Pause: nobody reads. The space bar goes on."
            )
        if view == "comparing":
            said = QCoreApplication.translate(
                "Tally",
                "Stop at {count}: caller and both tally keepers compare. "
                "Go on when all three agree.",
            )
            return said.format(count=ballots)
        if view == "closing":
            return QCoreApplication.translate(
                "Tally",
                "The pile is done: all three compare once more. The space bar reads on.",
            )
        if doubtful:
            said = QCoreApplication.translate(
                "Tally", "Set apart: {count}. Decide on each, then press the key of its place."
            )
            return said.format(count=doubtful)
        return QCoreApplication.translate("Tally", "No ballot is set apart any more. Go on.")

    def rarely(self, view: View, since: int) -> str:
        """The link below the board."""
        if view == "reading":
            return QCoreApplication.translate("Tally", "Pause (space bar)")
        if view == "paused":
            return QCoreApplication.translate(
                "Tally", "Read the whole pile once more from its start"
            )
        if view == "deciding":
            return QCoreApplication.translate(
                "Tally", "There are more ballots: read on (space bar)"
            )
        said = QCoreApplication.translate("Tally", "They differ: read the last {count} once more")
        return said.format(count=since)

    def act(self, view: View) -> str:
        """The main button; "" is Continue."""
        if view == "reading":
            return QCoreApplication.translate("Tally", "The pile is done")
        if view == "paused":
            return QCoreApplication.translate("Tally", "Read on")
        if view in {"comparing", "closing"}:
            return QCoreApplication.translate("Tally", "All three agree")
        return ""
