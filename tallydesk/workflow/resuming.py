"""Going on with the night that a journal holds, after a look at whether it holds."""

from __future__ import annotations

from tallydesk.election.mistake import Mistakes
from tallydesk.workflow.examination import fold_all
from tallydesk.workflow.fault import Fault, NightBroken
from tallydesk.workflow.happening import Happening, Resumed
from tallydesk.workflow.happening_json import StrangeEntry, read
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.ports import Chance, Clock, Entry, Journal
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import ReadPackage, Session, package_in


def resume_night(
    read_package: ReadPackage, journal: Journal, clock: Clock, chance: Chance, software: str
) -> Session:
    """The night that a journal holds, at the step where it stopped.

    Raises RefusedError: `not-a-night` when the journal does not begin with an opened night,
    `strange-package` when this version cannot read the package; NightBroken, which names the
    event, when one cannot be read or could not have happened then.
    """
    events = [(entry, _happening(entry)) for entry in journal.entries()]
    try:
        package = package_in(events, read_package)
    except Mistakes as error:
        code = "strange-package"
        raise RefusedError(code, mistake=str(error.mistakes[0])) from error
    if package is None:
        code = "not-a-night"
        raise RefusedError(code)
    plan = Plan(package)
    night, _, fault = fold_all(plan, events)
    if fault is not None:
        raise NightBroken(fault)
    session = Session(plan, journal, clock, chance, night)
    session.happen(Resumed(software))
    return session


def _happening(entry: Entry) -> Happening:
    try:
        return read(entry.kind, entry.body)
    except StrangeEntry as error:
        raise NightBroken(Fault(entry.number, "kind", entry, "strange")) from error
