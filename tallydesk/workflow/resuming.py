"""Going on with the night that a journal holds, after a look at whether it holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tallydesk.election.mistake import Mistakes
from tallydesk.workflow.examination import fold_all
from tallydesk.workflow.fault import Fault, NightBroken
from tallydesk.workflow.happening import Happening, NightOpened, Resumed
from tallydesk.workflow.happening_json import StrangeEntry, read
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.ports import Chance, Clock, Entry, Journal
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import ReadPackage, Session, package_in

if TYPE_CHECKING:
    from tallydesk.signing.trust import Trust
    from tallydesk.workflow.official import Authority


def resume_night(
    read_package: ReadPackage,
    journal: Journal,
    clock: Clock,
    chance: Chance,
    software: str,
    trust: Trust | None = None,
) -> Session:
    """The night that a journal holds, at the step where it stopped.

    Raises RefusedError: `not-a-night` when the journal does not begin with an opened night,
    `strange-package` when this version cannot read the package; NightBroken, which names the
    event, when one cannot be read or could not have happened then. An official night wants the
    installed `trust` again: `trust-missing` without, and what `official.checked` raises.
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
    authority = _checked(events, trust)
    plan = Plan(package)
    night, _, fault = fold_all(plan, events)
    if fault is not None:
        raise NightBroken(fault)
    session = Session(plan, journal, clock, chance, night, authority)
    with session.together():
        session.happen(Resumed(software, clock.now(), clock.ticks()))
        if session.night.gaps[-1].long:
            from tallydesk.workflow import pauses

            pauses.tell(session)
    return session


def _checked(events: Sequence[tuple[Entry, Happening]], trust: Trust | None) -> Authority | None:
    """What an official night rests on, checked against the trust file once more."""
    first, opened = events[0]
    if not isinstance(opened, NightOpened) or not opened.manifest:
        return None
    if trust is None:
        raise RefusedError("trust-missing")
    from tallydesk.workflow import official

    pairs = zip(opened.forms[::2], opened.forms[1::2], strict=True)
    files = {name: form.encode() for name, form in pairs}
    sealed = official.kept(opened.manifest, opened.package.encode(), files)
    return official.checked(sealed, trust, first.at, read_before=True)[1]


def _happening(entry: Entry) -> Happening:
    try:
        return read(entry.kind, entry.body)
    except StrangeEntry as error:
        raise NightBroken(Fault(entry.number, "kind", entry, "strange")) from error
