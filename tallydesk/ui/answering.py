"""What somebody is about to answer to a finding, exactly as it stands on the page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from tallydesk.counting.place import Place
from tallydesk.counting.typed import Blank, Count, read_typed
from tallydesk.election.definition import Member
from tallydesk.ui.refusals import Refusal
from tallydesk.workflow.findings import Matter, places_of
from tallydesk.workflow.hints import Hint
from tallydesk.workflow.session import Session

Way = Literal["", "void", "explain"]
"""What the commission decides about a mobile box: nothing yet, its votes are void, or not."""

WAYS: tuple[Way, ...] = ("void", "explain")

Counted = Literal["", "once", "twice", "differs"]
"""How often running a pile was counted with the same outcome after the finding."""

Trouble = Literal["", "words", "way", "carriers", "recount", "confirm", "not-a-number"]


@dataclass(frozen=True, slots=True)
class Acted:
    """What somebody did under a finding: the deed's name, which row, what stands in the box."""

    name: str
    number: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class RecountState:
    """A pile that may be counted again. The recounts themselves are not shown.

    `first` when it is one of the fewest that touch every finding.
    """

    place: Place
    text: str = ""
    counted: Counted = ""
    wrong: bool = False
    first: bool = False

    @property
    def count(self) -> int | None:
        """The figure in the box, None when there is none."""
        typed = read_typed(self.text)
        return typed.number if isinstance(typed, Count) else None

    @property
    def blank(self) -> bool:
        """Whether the box is empty."""
        return isinstance(read_typed(self.text), Blank)


@dataclass(frozen=True, slots=True)
class MatterState:
    """A finding with everything typed under it.

    `settled` when the figures were counted again and agree now. `confirmer` is an index among
    the other members present, -1 while nobody is chosen. `recounting` shows the piles. `hint` says
    where to look first.
    """

    matter: Matter
    recounts: tuple[RecountState, ...] = ()
    words: str = ""
    way: Way = ""
    carriers: frozenset[int] = frozenset()
    recounting: bool = False
    confirmer: int = -1
    pin: str = field(default="", repr=False)
    trouble: Trouble = ""
    refused: Refusal | None = None
    settled: bool = False
    hint: Hint | None = None

    @property
    def open(self) -> bool:
        """Whether people still have to do something about it."""
        return self.matter.open and not self.settled

    @property
    def kind(self) -> str:
        """The finding's kind."""
        return self.matter.finding.kind

    @property
    def variance_asked(self) -> bool:
        """Whether somebody may confirm, or confirmed, that the figures stay as they are."""
        return self.kind == "arithmetic" and (self.matter.variance_offered or not self.open)

    @property
    def id(self) -> tuple[str, str]:
        """Contest and key: what stays the same while figures change."""
        return self.matter.contest, self.matter.key

    @property
    def changed(self) -> bool:
        """Whether what stands on the page is another answer than the one that was kept."""
        matter = self.matter
        if matter.answer is None:
            return bool(self.words) or self.way == "void"
        voided = matter.voided
        if self.way == "void":
            kept = voided is not None and frozenset(voided.carriers) == self.carriers
            return not kept or self.words != matter.answer.words
        return voided is not None or self.words != matter.answer.words

    @property
    def missing(self) -> Trouble:
        """What Continue still wants here."""
        if any(not pile.blank and pile.count is None for pile in self.recounts):
            return "not-a-number"
        if self.settled:
            return ""
        if self.kind == "arithmetic":
            if not self.open:
                return ""
            return "confirm" if self.matter.variance_offered else "recount"
        if self.kind == "consequence" and not self.way:
            return "way"
        if self.way == "void" and not self.carriers:
            return "carriers"
        return "" if self.words else "words"

    def typed(self, row: int, text: str) -> MatterState:
        """Somebody typed in the box of a pile."""
        return self.with_pile(row, replace(self.recounts[row], text=text, wrong=False))

    def with_pile(self, row: int, pile: RecountState) -> MatterState:
        """The same with one pile replaced."""
        piles = self.recounts
        return replace(self, recounts=(*piles[:row], pile, *piles[row + 1 :]))

    def carried(self, member: int) -> MatterState:
        """A member did carry the box, or was marked by mistake."""
        return replace(self, carriers=self.carriers ^ {member})


def opened(session: Session, matter: Matter) -> MatterState:
    """A finding as it is first shown: with the answer that was kept, if there is one."""
    contest = session.package.contest(matter.contest)
    way: Way = ""
    if matter.answer:
        way = "void" if matter.voided else "explain"
    return MatterState(
        matter,
        tuple(
            RecountState(place, counted=_counted(session, place))
            for place in places_of(session, contest, matter.finding)
        ),
        words=matter.answer.words if matter.answer else "",
        way=way,
        carriers=frozenset(matter.voided.carriers) if matter.voided else frozenset(),
        recounting=matter.finding.kind == "arithmetic",
    )


def looked_at_again(session: Session, held: MatterState, matter: Matter | None) -> MatterState:
    """The same finding after figures or answers changed; None when it is gone.

    An answer that went stale is written anew: the figures it spoke of are others now.
    """
    recounts = tuple(replace(each, counted=_counted(session, each.place)) for each in held.recounts)
    if matter is None:
        return replace(held, recounts=recounts, settled=True, trouble="", refused=None)
    words = "" if matter.stale and not held.matter.stale else held.words
    return replace(held, matter=matter, recounts=recounts, settled=False, words=words)


def _counted(session: Session, place: Place) -> Counted:
    history = session.night.recounts.get(place, ())
    if len(history) < 2:
        return "once" if history else ""
    return "twice" if history[-1] == history[-2] else "differs"


def people_of(session: Session) -> tuple[tuple[Member, ...], tuple[Member, ...]]:
    """Who is present, and who of them has a key but does not sit at the laptop."""
    night, members = session.night, session.package.members
    present = tuple(each for each in members if each.number in night.present)
    return present, tuple(
        each for each in present if each.number in night.points and each.number != night.member
    )
