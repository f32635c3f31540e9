"""Going on with the night that a journal holds, after a look at whether it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallydesk.election.mistake import Mistakes
from tallydesk.workflow.examination import Event, fold_all
from tallydesk.workflow.fault import Fault, NightBroken
from tallydesk.workflow.happening import Happening, NightOpened, Resumed
from tallydesk.workflow.happening_json import StrangeEntry, read
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.ports import Chance, Clock, Entry, Journal
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import ReadPackage, Session, kept_in, package_in

if TYPE_CHECKING:
    from tallydesk.signing.trust import Trust


def resume_night(
    read_package: ReadPackage,
    journal: Journal,
    clock: Clock,
    chance: Chance,
    software: str,
    trust: Trust | None = None,
) -> Session:
    """The night that a journal holds, at the step where it stopped.

    An official night wants the installed `trust` again: RefusedError `trust-missing` without, and
    what `official.checked` raises.

    Raises RefusedError: `not-a-night` when the journal does not begin with an opened night,
    `strange-package` when this version cannot read the package; NightBroken, which names the
    event, when one cannot be read or could not have happened then.
    """
    events = [(entry, _happening(entry)) for entry in journal.entries()]
    try:
        opened = package_in(events, read_package)
    except Mistakes as error:
        code = "strange-package"
        raise RefusedError(code, mistake=str(error.mistakes[0])) from error
    if opened is None:
        code = "not-a-night"
        raise RefusedError(code)
    package, authority = opened
    if authority is not None:
        _require_trusted(events[0], trust)
    plan = Plan(package)
    night, _, fault = fold_all(plan, authority, events)
    if fault is not None:
        raise NightBroken(fault)
    session = Session(plan, journal, clock, chance, night, authority)
    session.happen(Resumed(software, clock.now(), clock.ticks()))
    return session


def _require_trusted(first: Event, trust: Trust | None) -> None:
    """The trust file may have been exchanged since the night was opened; then it does not go on."""
    from tallydesk.workflow import official

    entry, opened = first
    if trust is None:
        raise RefusedError("trust-missing")
    if isinstance(opened, NightOpened):
        official.checked(kept_in(opened), trust, entry.at, read_before=True)


def _happening(entry: Entry) -> Happening:
    try:
        return read(entry.kind, entry.body)
    except StrangeEntry as error:
        raise NightBroken(Fault(entry.number, "kind", entry, "strange")) from error
