"""The presenter of the page for reading ballots aloud: signs of keys in, state out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tallydesk.ui.attempts import attempt
from tallydesk.ui.refusals import Refusal
from tallydesk.ui.tally_keys import TAKE_BACK, TallyKeys, hear
from tallydesk.ui.tally_words import View
from tallydesk.workflow import reading_aloud
from tallydesk.workflow.night import Tally
from tallydesk.workflow.plan import Step
from tallydesk.workflow.reading_aloud import Deed, Struck, Undone
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class TallyState:
    """Everything the page shows: the strokes of this entry, and never a figure beside them.

    `counts` follow the cells of the board: candidates, the invalid ballots, those set apart.
    `lot` is how many ballots were read since the last comparison, `since` how many strokes that
    were, decisions about ballots set apart among them. `newest` is the cell of the last stroke that
    can be undone, -1 for none; `typed` are the digits of a key that is not whole.
    """

    counts: tuple[int, ...]
    ballots: int
    lot: int
    since: int
    view: View
    newest: int = -1
    typed: str = ""
    refused: Refusal | None = None
    finished: bool = False


class TallyPresenter:
    """Signs of keys in (see `ui.tally_keys`), state out."""

    def __init__(self, session: Session, at: Step) -> None:
        self._session, self._step = session, at
        self.marks = (*reading_aloud.places(session, at.id), None)
        contest = session.package.contest(at.contest)
        ballot = {each.id: number for number, each in enumerate(contest.candidates, start=1)}
        numbers = tuple(ballot[each.id] for each in contest.standing)
        self.keys = TallyKeys(numbers, len(contest.candidates), len(self.marks) > len(numbers) + 1)
        self._end: Literal["", "compare", "decide"] = ""
        self.state = self._now()

    def pressed(self, signs: list[str]) -> TallyState:
        """Keys for ballots and for undoing, all that came since the last time."""
        heard = hear(self.keys, self.state.typed, signs)
        deeds = [deed for cell in heard.strokes if (deed := self._deed(cell)) is not None]
        refused = None
        if deeds:
            refused = attempt(lambda: reading_aloud.strike(self._session, self._step.id, deeds))
            if self._end == "compare":
                self._end = ""
        return self._keep(refused, heard.typed)

    def space(self) -> TallyState:
        """A pause, its end, or from the end of the pile back to reading."""
        view, at = self.state.view, self._step.id
        if view in {"closing", "deciding"}:
            self._end = ""
            return self._keep(None)
        if view == "comparing":
            return self.state
        do = reading_aloud.go_on if view == "paused" else reading_aloud.pause
        return self._keep(attempt(lambda: do(self._session, at)))

    def go_on(self) -> TallyState:
        """The pause is over, all three agree, or the pile is done."""
        view, at = self.state.view, self._step.id
        if view == "paused":
            return self.space()
        if view in {"comparing", "closing"}:
            refused = attempt(lambda: reading_aloud.compare(self._session, at, agreed=True))
            if refused or view == "comparing":
                return self._keep(refused)
        elif self._tally.strokes.since and not (view == "deciding" and self.state.counts[-1]):
            self._end = "compare"
            return self._keep(None)
        if self._tally.strokes.doubtful and view != "deciding":
            self._end = "decide"
            return self._keep(None)
        refused = attempt(lambda: reading_aloud.finish(self._session, at))
        return self._keep(refused, finished=refused is None)

    def differs(self) -> TallyState:
        """The tallies do not agree: the ballots since the last comparison are read once more."""
        self._end, at = "", self._step.id
        return self._keep(attempt(lambda: reading_aloud.compare(self._session, at, agreed=False)))

    def begin_again(self) -> TallyState:
        """From the first ballot."""
        return self._keep(attempt(lambda: reading_aloud.begin_again(self._session, self._step.id)))

    def leave(self) -> Refusal | None:
        """Back to the sheet; the strokes are kept."""
        return attempt(lambda: reading_aloud.leave(self._session, self._step.id))

    @property
    def _tally(self) -> Tally:
        return reading_aloud.tally_of(self._session, self._step.id) or Tally()

    def _deed(self, cell: int) -> Deed | None:
        """What a key does now: where three people compare, nobody reads."""
        view = self.state.view
        if view == "paused" or (cell >= 0 and view in {"comparing", "closing"}):
            return None
        if cell == TAKE_BACK:
            return Undone()
        return Struck(self.marks[cell], decided=view == "deciding")

    def _keep(
        self, refused: Refusal | None, typed: str = "", *, finished: bool = False
    ) -> TallyState:
        self.state = self._now(refused, typed, finished=finished)
        return self.state

    def _now(
        self, refused: Refusal | None = None, typed: str = "", *, finished: bool = False
    ) -> TallyState:
        tally = self._tally
        strokes = tally.strokes
        counts = (*(strokes.counts.get(each, 0) for each in self.marks if each), strokes.doubtful)
        newest = self.marks.index(strokes.since[-1].place) if strokes.since else -1
        view = self._view(tally)
        since = len(strokes.since)
        return TallyState(
            counts, strokes.ballots, strokes.lot, since, view, newest, typed, refused, finished
        )

    def _view(self, tally: Tally) -> View:
        if tally.phase == "paused":
            return "paused"
        if reading_aloud.due(self._session, tally):
            return "comparing"
        if self._end == "compare" and tally.strokes.since:
            return "closing"
        return "deciding" if self._end == "decide" else "reading"
