"""What the page of doubtful ballots shows, and what follows from each key; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from tallydesk.assets import words
from tallydesk.counting.typed import Count, read_typed
from tallydesk.ui.attempts import attempt
from tallydesk.ui.refusals import Refusal
from tallydesk.workflow import doubtful
from tallydesk.workflow.session import Session

Box = Literal["number", "description", "votes_for", "votes_against"]
BOXES: tuple[Box, ...] = ("number", "description", "votes_for", "votes_against")
_COUNTED: tuple[Box, ...] = ("number", "votes_for", "votes_against")
INVALID = -1


@dataclass(frozen=True, slots=True)
class DoubtfulState:
    """Everything the page shows. `acts` are the decisions so far, by number.

    `texts` are what stands in `BOXES`. `chosen` are indices among the candidates, `INVALID` alone
    for an invalid ballot, nothing while nobody has chosen. `unread` are boxes whose text is no
    number.
    """

    acts: tuple[tuple[int, str], ...]
    texts: tuple[str, ...] = ("1", "", "", "")
    chosen: frozenset[int] = frozenset()
    unread: tuple[Box, ...] = ()
    undecided: bool = False
    refused: Refusal | None = None
    finished: bool = False

    def text(self, box: Box) -> str:
        """What stands in a box."""
        return self.texts[BOXES.index(box)]

    @property
    def begun(self) -> bool:
        """Whether something stands in the boxes that is not kept yet."""
        return any(self.texts[1:]) or bool(self.chosen)


class DoubtfulPresenter:
    """One ballot after the other; Continue keeps the last one too."""

    def __init__(self, session: Session, contest: str) -> None:
        self._session, self._contest = session, contest
        self.candidates = session.package.contest(contest).standing
        self.seats = session.package.contest(contest).seats
        self.state = self._opened()

    def typed(self, box: Box, text: str) -> DoubtfulState:
        """The text that stands in a box now; the number of an earlier ballot brings it back."""
        if box == "number":
            said_so = read_typed(text)
            held = doubtful.decided(self._session, self._contest)
            if isinstance(said_so, Count) and said_so.number in held:
                self.state = self._holding(said_so.number)
                return self.state
        at, texts = BOXES.index(box), self.state.texts
        self.state = replace(self.state, texts=(*texts[:at], text, *texts[at + 1 :]))
        return self.state

    def chose(self, number: int) -> DoubtfulState:
        """A candidate, or behind the last one: the ballot is invalid."""
        chosen = self.state.chosen
        if number == len(self.candidates):
            chosen = frozenset((INVALID,))
        elif self.seats == 1:
            chosen = frozenset((number,))
        else:
            chosen = (chosen - {INVALID}) ^ {number}
        self.state = replace(self.state, chosen=chosen, undecided=False)
        return self.state

    def keep(self) -> DoubtfulState:
        """Write the decision down; the boxes are free for the next ballot."""
        state = self.state
        counts = {box: read_typed(state.text(box)) for box in _COUNTED}
        said_so = {box: each.number for box, each in counts.items() if isinstance(each, Count)}
        unread = tuple(box for box in _COUNTED if box not in said_so)
        if unread or not state.chosen:
            self.state = replace(state, unread=unread, undecided=not state.chosen, refused=None)
            return self.state
        chosen = [self.candidates[each].id for each in state.chosen if each != INVALID]
        spoken = words(self._session.package.policy.official_language)
        refused = attempt(
            lambda: doubtful.decide(
                self._session,
                self._contest,
                said_so["number"],
                state.text("description"),
                (said_so["votes_for"], said_so["votes_against"]),
                chosen,
                spoken,
            )
        )
        if refused:
            self.state = replace(state, refused=refused, unread=(), undecided=False)
        else:
            self.state = self._opened()
        return self.state

    def go_on(self) -> DoubtfulState:
        """Continue: keep what was begun, then back to the sheet."""
        if self.state.begun and self.keep().begun:
            return self.state
        self.state = replace(self.state, finished=True)
        return self.state

    def _opened(self) -> DoubtfulState:
        acts = self._acts()
        return DoubtfulState(acts, (str(len(acts) + 1), "", "", ""))

    def _holding(self, number: int) -> DoubtfulState:
        held = doubtful.decided(self._session, self._contest)[number]
        ids = [each.id for each in self.candidates]
        return DoubtfulState(
            self._acts(),
            (str(number), held.description, str(held.votes_for), str(held.votes_against)),
            frozenset(ids.index(each) for each in held.valid_for) or frozenset((INVALID,)),
        )

    def _acts(self) -> tuple[tuple[int, str], ...]:
        held = doubtful.decided(self._session, self._contest)
        return tuple((number, each.written.words) for number, each in held.items())
