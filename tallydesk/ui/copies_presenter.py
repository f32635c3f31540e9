"""What the copies page knows: which numbered copies were saved, for whom, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tallydesk.ui.attempts import attempt
from tallydesk.ui.refusals import Refusal
from tallydesk.workflow import papers, step
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import Outbox
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class SavedCopy:
    """A copy that was saved: number from 1, receiver ("" for the station), time, path."""

    number: int
    receiver: str
    at: str
    path: str


@dataclass(frozen=True, slots=True)
class CopiesState:
    """Everything the page shows. `none` says that Continue came before the first copy."""

    copies: tuple[SavedCopy, ...]
    receiver: str = ""
    codes: str = ""
    none: bool = False
    refused: Refusal | None = None
    finished: bool = False


class CopiesPresenter:
    """Every copy is registered with its number before it leaves."""

    def __init__(self, session: Session, outbox: Outbox, at: Step) -> None:
        self._session, self._outbox, self._step = session, outbox, at
        self.state = CopiesState(self._saved())

    def typed(self, receiver: str) -> CopiesState:
        """The text that stands in the box now."""
        self.state = replace(self.state, receiver=receiver)
        return self.state

    def save(self, *, more: bool = False) -> CopiesState:
        """Save the next copy and the file with its codes; `more` of them for this receiver."""
        state, codes = self.state, [self.state.codes]

        def save() -> None:
            codes.append(
                papers.save_copy(self._session, self._outbox, self._step.contest, state.receiver)[1]
            )

        refused = attempt(save)
        receiver = state.receiver if refused or more else ""
        self.state = CopiesState(self._saved(), receiver, codes[-1], refused=refused)
        return self.state

    def next_copy(self) -> bytes | None:
        """Save one of several copies for the same receiver; its octets, None when refused."""
        return None if self.save(more=True).refused else self.paper()

    def paper(self) -> bytes:
        """The octets of the copy saved last: what is shown and printed is the file (U31)."""
        number = self.state.copies[-1].number
        return papers.copy_pdf(self._session, self._step.contest, number)

    def go_on(self) -> CopiesState:
        """Continue; a protocol that was never saved stays on this laptop alone."""
        if not self.state.copies:
            self.state = replace(self.state, none=True, refused=None)
            return self.state
        refused = attempt(lambda: step.close(self._session, self._step.id))
        self.state = replace(self.state, refused=refused, finished=refused is None)
        return self.state

    def _saved(self) -> tuple[SavedCopy, ...]:
        hours = self._session.package.hours
        return tuple(
            SavedCopy(each.number, each.receiver, hours.on_the_wall(each.at), each.name)
            for each in self._session.night.copies
            if each.contest == self._step.contest
        )
