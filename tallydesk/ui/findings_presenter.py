"""What stands on the page of findings, and what becomes of it when somebody acts there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tallydesk.ui.answering import WAYS, Acted, MatterState, looked_at_again, opened, people_of
from tallydesk.ui.attempts import attempt
from tallydesk.ui.hinting import hinted
from tallydesk.ui.refusals import Refusal
from tallydesk.workflow import findings
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import KeyShelf
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class FindingsState:
    """Everything the page shows."""

    matters: tuple[MatterState, ...]
    refused: Refusal | None = None
    finished: bool = False

    @property
    def open(self) -> int:
        """How many findings still want something."""
        return sum(matter.open for matter in self.matters)


class FindingsPresenter:
    """Text in, state out. A finding is named by its index from 0, a pile by its index in it."""

    def __init__(self, session: Session, shelf: KeyShelf, at: Step) -> None:
        self._session, self._shelf, self._group = session, shelf, at.group
        self.present, self.others = people_of(session)
        refused = attempt(lambda: findings.show(session, at.group))
        matters = findings.matters_of(session, at.group)
        opening = (opened(self._session, each) for each in matters)
        self.state = FindingsState(hinted(session, opening, 0), refused)

    def acted(self, index: int, act: Acted) -> FindingsState:
        """Somebody did something under a finding."""
        held = self.state.matters[index]
        does: dict[str, Callable[[], None]] = {
            "words": lambda: self._put(index, replace(held, words=act.text)),
            "left": lambda: self._keep(index),
            "way": lambda: self._put(index, replace(held, way=WAYS[act.number])),
            "carrier": lambda: self._put(index, held.carried(self.present[act.number].number)),
            "recounting": lambda: self._put(index, replace(held, recounting=not held.recounting)),
            "recount": lambda: self._put(index, held.typed(act.number, act.text)),
            "recounted": lambda: self._recount(index, act.number),
            "confirmer": lambda: self._put(index, replace(held, confirmer=act.number)),
            "pin": lambda: self._put(index, replace(held, pin=act.text)),
            "variance": lambda: self._record_variance(index),
        }
        does[act.name]()
        return self.state

    def go_on(self) -> FindingsState:
        """Continue was pressed: keep what was written, name what is missing, or move on."""
        for index in range(len(self.state.matters)):
            self._keep(index)
            held = self.state.matters[index]
            self._put(index, replace(held, trouble=held.missing))
        if any(each.trouble for each in self.state.matters):
            return self.state
        refused = attempt(lambda: findings.close(self._session, self._group))
        self.state = replace(self.state, refused=refused, finished=refused is None)
        return self.state

    def _keep(self, index: int) -> None:
        """Write an answer down as soon as it is whole: a text on the page is not on the disk."""
        held = self.state.matters[index]
        matter = held.matter
        if held.settled or held.kind == "arithmetic" or not (held.words and held.changed):
            return
        if held.way == "void":
            if not held.carriers:
                return
            carriers = tuple(held.carriers)
            refused = attempt(
                lambda: findings.void_box(self._session, matter, carriers, held.words)
            )
        else:
            if held.kind == "consequence" and not held.way:
                return
            refused = attempt(lambda: findings.explain(self._session, matter, held.words))
        self._put(index, replace(held, refused=refused))
        self._look_again()

    def _recount(self, index: int, row: int) -> None:
        """A pile's box was left: what stands there is one recount, and the box is free again."""
        held = self.state.matters[index]
        pile = held.recounts[row]
        count = pile.count
        if count is None:
            self._put(index, held.with_pile(row, replace(pile, wrong=not pile.blank)))
            return
        refused = attempt(lambda: findings.recount(self._session, pile.place, count))
        if refused is None:
            self._put(index, held.with_pile(row, replace(pile, text="", wrong=False)))
        self._put(index, replace(self.state.matters[index], refused=refused))
        self._look_again()

    def _record_variance(self, index: int) -> None:
        held = self.state.matters[index]
        if not held.words or held.confirmer < 0:
            self._put(index, replace(held, trouble="confirm" if held.words else "words"))
            return
        other = self.others[held.confirmer]
        refused = attempt(
            lambda: findings.record_variance(
                self._session, self._shelf, held.matter, held.words, other.number, held.pin
            ),
            other.name,
        )
        self._put(index, replace(held, refused=refused, pin="", trouble=""))
        self._look_again()

    def _look_again(self) -> None:
        """Ask the rules again; a finding that is gone stays on the page as settled."""
        now = {
            (each.contest, each.key): each
            for each in findings.matters_of(self._session, self._group)
        }
        kept = [
            looked_at_again(self._session, held, now.pop(held.id, None))
            for held in self.state.matters
        ]
        kept += [opened(self._session, each) for each in now.values()]
        shown = len(self.state.matters)
        self.state = replace(self.state, matters=hinted(self._session, kept, shown))

    def _put(self, index: int, held: MatterState) -> None:
        matters = self.state.matters
        self.state = replace(
            self.state, matters=(*matters[:index], held, *matters[index + 1 :]), refused=None
        )
