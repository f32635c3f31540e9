"""Snapshots beside the work: after every closed stage one goes to the stick (requirement U24).

Writing to a stick may take seconds, so it is done in a thread, and the night never waits for it.
Whatever a stick does wrong is told in a sentence on the page that is open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tallydesk.assets import words

if TYPE_CHECKING:
    from tallydesk.ui.page import Workplace
    from tallydesk.workflow.safety_happening import ForkNoticed, SnapshotKept
    from tallydesk.workflow.snapshots import SafePlace

SHOWN = 16
"""Hexadecimal digits of a digest that are shown."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a snapshot: `kept`, or the `trouble` with the stick at `place`.

    `trouble` is one of absent, failed, full, none, otherwise, read-only; "" when it was kept.
    """

    place: str
    trouble: str = ""
    detail: str = ""
    kept: SnapshotKept | None = None
    fork: ForkNoticed | None = None


class Safekeeping(QObject):
    """Watches the night for closed stages; `told` comes when there is news of the stick."""

    told = Signal(object)
    _written = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._made: SafePlace | None = None
        self._safe_stages: frozenset[str] = frozenset()
        self._thread: Thread | None = None
        self._written.connect(self._on_written)

    def look_after(self, wait_ms: int) -> None:
        """As `look`, when the window had some time to itself."""
        QTimer.singleShot(wait_ms, self, self.look)

    def look(self) -> None:
        """Write a snapshot when a stage was closed since the last one."""
        if self._workplace.safe is None or self._thread is not None:
            return
        from tallydesk.workflow.snapshots import closed_stages

        stages = closed_stages(self._workplace.session)
        if stages <= self._safe_stages:
            return
        self._safe_stages = stages
        place = self.place()
        if place:
            self._begin(place)
        elif self._asked_for():
            self.told.emit(Outcome("", "none"))

    def place(self) -> str:
        """Where a snapshot would go now, "" for nowhere."""
        held, snapshot = self._held(), self._workplace.session.night.snapshot
        return held.safe.place(snapshot.place if snapshot else "") if held is not None else ""

    def back_up(self, place: str) -> Outcome:
        """Write a snapshot at once, and wait for it."""
        self.finish()
        work = self._work(place)
        return self._recorded(work()) if callable(work) else work

    def finish(self) -> None:
        """Wait for what is being written; it is recorded when the window comes to it."""
        if self._thread is not None:
            self._thread.join()

    def _held(self) -> SafePlace | None:
        if self._made is None and self._workplace.safe is not None:
            self._made = self._workplace.safe()
        return self._made

    def _asked_for(self) -> bool:
        """Whether somebody misses a stick: on official nights, and where one was used before."""
        session, held = self._workplace.session, self._held()
        expected = held is not None and held.expected
        return expected or session.authority is not None or session.night.snapshot is not None

    def _begin(self, place: str) -> None:
        work = self._work(place)
        if not callable(work):
            self.told.emit(work)
            return
        # Sent from the thread, it arrives in the window's own.
        self._thread = Thread(target=lambda: self._written.emit(work()))
        self._thread.start()

    def _work(self, place: str) -> Callable[[], Outcome] | Outcome:
        """All that touches the stick and nothing of the night, to be done beside the window."""
        held, session = self._held(), self._workplace.session
        if held is None or not place:
            return Outcome("", "none")
        from tallydesk.workflow import snapshots

        try:
            entries = session.journal.entries()
            snapshot = snapshots.take(session, entries, held.lines_of)
            machine = held.machine()
        except OSError as error:
            return Outcome(place, "failed", _detail(error))
        safe = held.safe

        def work() -> Outcome:
            try:
                kept, fork = snapshots.keep(safe, place, snapshot, entries, machine)
            except OSError as error:
                return Outcome(place, str(getattr(error, "trouble", "failed")), _detail(error))
            return Outcome(place, kept=kept, fork=fork)

        return work

    def _on_written(self, outcome: Outcome) -> None:
        self._thread = None
        self.told.emit(self._recorded(outcome))
        # A stage may have been closed meanwhile.
        self.look()

    def _recorded(self, outcome: Outcome) -> Outcome:
        """The outcome, once the journal says what lies on the stick."""
        if outcome.kept is None:
            return outcome
        from tallydesk.workflow import snapshots

        try:
            snapshots.record(self._workplace.session, outcome.kept, outcome.fork)
        except OSError as error:
            return Outcome(outcome.place, "failed", _detail(error))
        return outcome


def sentence(outcome: Outcome, language: str) -> str:
    """What is told of a stick, in a sentence or two; another laptop comes before all else."""
    spoken = words(language)
    if outcome.fork is not None:
        fork = outcome.fork
        return spoken["snapshot.fork"].format(machine=fork.machine, events=fork.events)
    if outcome.kept is not None:
        kept = outcome.kept
        head, digest = kept.head.hex()[:SHOWN], kept.digest.hex()[:SHOWN]
        return spoken["snapshot.kept"].format(
            name=kept.name, place=kept.place, events=kept.events, head=head, digest=digest
        )
    return spoken[f"snapshot.{outcome.trouble}"].format(
        path=outcome.place, place=outcome.place, name=outcome.place, detail=outcome.detail
    )


def _detail(error: OSError) -> str:
    cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
    return cause.strerror or str(cause)
