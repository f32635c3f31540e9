"""Five short screens on which the keys are tried before a first night (U20); no Qt.

Keyboard hints on a screen go unnoticed, so each screen asks for something that only a key does, on
the rows of the practice form. Nothing of it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from tallydesk.counting.place import Place
from tallydesk.election.definition import Package
from tallydesk.ui.written_row import Part, Problems, RowState
from tallydesk.workflow.plan import Plan

Screen = Literal["figures", "mending", "bundles", "answers", "window"]
SCREENS: tuple[Screen, ...] = ("figures", "mending", "bundles", "answers", "window")

Trial = Literal["language", "letters", "colours"]
TRIALS: tuple[Trial, ...] = ("language", "letters", "colours")

COUNTED, NONE = 1248, 0
SLIP = 1284
"""COUNTED with two digits exchanged."""
BUNDLES, REST = 3, 12
ANSWER = 1
"""The one to choose, from 0."""


@dataclass(frozen=True, slots=True)
class ExerciseState:
    """One screen. `asked` are the figures that its rows are to hold.

    `problems` are rows with no figure, `wrong` the numbers of those with another one than asked.
    `choice` is the answer that is marked, -1 for none; `tried` what was tried of `TRIALS`.
    """

    screen: Screen
    rows: tuple[RowState, ...] = ()
    asked: tuple[int, ...] = ()
    problems: Problems = ()
    wrong: tuple[int, ...] = ()
    choice: int = -1
    unanswered: bool = False
    tried: frozenset[Trial] = frozenset()
    over: bool = False

    @property
    def number(self) -> int:
        """Of the screen, from 1."""
        return SCREENS.index(self.screen) + 1

    @property
    def hindered(self) -> bool:
        """Whether Continue found something."""
        return bool(self.problems or self.wrong or self.unanswered)


class ExercisePresenter:
    """Keys in, state out. The rows are those of `package`, which is never opened."""

    def __init__(self, package: Package) -> None:
        places = [place for sheet in Plan(package).sheets for place in sheet.places]
        self._lines = tuple(place for place in places if place.kind == "line")[:2]
        self._pile = next(place for place in places if place.kind == "vote")
        # The practice may count in totals; what bundles are is to be seen all the same.
        self._size = max(package.policy.bundle_size, 50)
        self.state = self._opened("figures")

    def typed(self, number: int, part: Part, text: str) -> ExerciseState:
        """Somebody typed in a row."""
        rows = self.state.rows
        row = rows[number].typed(part, text)
        self.state = replace(
            self.state,
            rows=(*rows[:number], row, *rows[number + 1 :]),
            problems=tuple(each for each in self.state.problems if each[0] != number),
            wrong=tuple(each for each in self.state.wrong if each != number),
        )
        return self.state

    def chooses(self, choice: int) -> ExerciseState:
        """An answer was marked."""
        self.state = replace(self.state, choice=choice, unanswered=False)
        return self.state

    def tries(self, trial: Trial) -> ExerciseState:
        """The window was changed by a key; only its own screen remembers that."""
        if self.state.screen == "window":
            self.state = replace(self.state, tried=self.state.tried | {trial})
        return self.state

    def go_on(self) -> ExerciseState:
        """To the next screen when this one's task is done; after the last it is over."""
        state = self.state
        rows = tuple(row.examined() for row in state.rows)
        problems = tuple((n, row.trouble) for n, row in enumerate(rows) if row.trouble)
        wrong = tuple(
            n
            for n, (row, asked) in enumerate(zip(rows, state.asked, strict=True))
            if row.count is not None and row.count != asked
        )
        rows = tuple(
            replace(row, trouble="differs") if n in wrong else row for n, row in enumerate(rows)
        )
        unanswered = state.screen == "answers" and state.choice != ANSWER
        self.state = replace(
            state, rows=rows, problems=problems, wrong=wrong, unanswered=unanswered
        )
        if not self.state.hindered:
            self._turn(1)
        return self.state

    def back(self) -> ExerciseState:
        """To the screen before; before the first there is nothing."""
        self._turn(-1)
        return self.state

    def _turn(self, by: int) -> None:
        at = SCREENS.index(self.state.screen) + by
        if at == len(SCREENS):
            self.state = replace(self.state, over=True)
        elif at >= 0:
            self.state = self._opened(SCREENS[at])

    def _opened(self, screen: Screen) -> ExerciseState:
        first, second = self._lines
        if screen == "figures":
            return ExerciseState(screen, (RowState(first), RowState(second)), (COUNTED, NONE))
        if screen == "mending":
            rows = _holding(first, SLIP), _holding(second, NONE)
            return ExerciseState(screen, rows, (COUNTED, NONE))
        if screen == "bundles":
            asked = (BUNDLES * self._size + REST,)
            return ExerciseState(screen, (RowState(self._pile, size=self._size),), asked)
        return ExerciseState(screen)


def _holding(place: Place, count: int) -> RowState:
    return RowState.holding(place, count, 0)
