"""A night at work: the package, its journal, and the state they add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from tallydesk.election.definition import Package
from tallydesk.election.mistake import Mistakes
from tallydesk.workflow.chain import GENESIS, digest_of
from tallydesk.workflow.fold import after, fold
from tallydesk.workflow.happening import Happening, NightOpened, Resumed
from tallydesk.workflow.happening_json import StrangeEntry, read, written
from tallydesk.workflow.night import Night
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.ports import Chance, Clock, Entry, Journal
from tallydesk.workflow.refusal import RefusedError

ReadPackage = Callable[[bytes, Callable[[str], bytes], datetime], Package]
"""From a package's file, a way to get at its forms and the moment of opening to the package."""


@dataclass
class Session:
    """The one mutable value of a night: `night` is replaced, never edited, after each append."""

    plan: Plan
    journal: Journal
    clock: Clock
    chance: Chance
    night: Night = field(default_factory=Night)
    _together: list[Entry] | None = field(default=None, init=False, repr=False)
    """What `together` has gathered; None while every happening is written by itself."""

    @property
    def package(self) -> Package:
        """The package this night counts."""
        return self.plan.package

    def happen(self, *happenings: Happening, moment: datetime | None = None) -> None:
        """Write what happened, in one transaction, and fold it.

        `moment` is for what was already looked up on the clock (UTC, whole milliseconds). The
        clock of the laptop may be set back; the journal's never is: an entry is at least as late
        as the one before. Raises OSError when the disk refuses, and then nothing happened.
        """
        entries: list[Entry] = []
        night = self.night
        for happening in happenings:
            kind, body = written(happening)
            at = moment or self.clock.now()
            if night.last_at is not None and at < night.last_at:
                at = night.last_at
            number = night.entries + 1
            head = night.head or GENESIS
            entry = Entry(
                number,
                at,
                night.member,
                kind,
                body,
                digest_of(head, number, at, night.member, kind, body),
            )
            night = after(self.plan, night, entry, happening)
            entries.append(entry)
        if self._together is None:
            self.journal.append(entries)
        else:
            self._together += entries
        self.night = night

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write all that happens inside in one transaction at the end: all of it or nothing.

        Inside, `night` already tells what happened; it is durable only after the last line. When
        anything is raised there, or the disk refuses at the end (OSError), the night is as
        before. One inside another is written with the outer one.
        """
        outermost = self._together is None
        gathered = [] if self._together is None else self._together
        before, mark = self.night, len(gathered)
        self._together = gathered
        try:
            yield
            if outermost:
                self.journal.append(gathered)
        except BaseException:
            self.night = before
            del gathered[mark:]
            raise
        finally:
            if outermost:
                self._together = None


def open_night(
    package_file: bytes,
    form_file: Callable[[str], bytes],
    read_package: ReadPackage,
    journal: Journal,
    clock: Clock,
    chance: Chance,
    software: str,
) -> Session:
    """A new night on an empty journal. Raises what `read_package` raises.

    Hours told relative to the opening are counted from the very moment that the first entry
    bears, or they would be others when the night goes on.
    """
    now = clock.now()
    package = read_package(package_file, form_file, now)
    names = dict.fromkeys(contest.form.name for contest in package.definition.contests)
    forms = tuple(part for name in names for part in (name, form_file(name).decode()))
    session = Session(Plan(package), journal, clock, chance)
    session.happen(NightOpened(package_file.decode(), forms, software), moment=now)
    return session


def opened_with(entries: Sequence[Entry]) -> bytes | None:
    """The package file of a night, None when the entries do not begin with an opened night."""
    opened = _happening(entries[0]) if entries else None
    return opened.package.encode() if isinstance(opened, NightOpened) else None


def resume_night(
    read_package: ReadPackage, journal: Journal, clock: Clock, chance: Chance, software: str
) -> Session:
    """The night that a journal holds, at the step where it stopped.

    Raises RefusedError: `not-a-night` when the journal does not begin with an opened night,
    `strange-entry` and `strange-package` when it holds what this version cannot read.
    """
    entries = journal.entries()
    happenings = [(entry, _happening(entry)) for entry in entries]
    first, opened = happenings[0] if happenings else (None, None)
    if first is None or not isinstance(opened, NightOpened):
        code = "not-a-night"
        raise RefusedError(code)
    forms = dict(zip(opened.forms[::2], opened.forms[1::2], strict=True))
    try:
        package = read_package(opened.package.encode(), _in(forms), first.at)
    except Mistakes as error:
        code = "strange-package"
        raise RefusedError(code, mistake=str(error.mistakes[0])) from error
    plan = Plan(package)
    session = Session(plan, journal, clock, chance, fold(plan, happenings, Night()))
    session.happen(Resumed(software))
    return session


def _happening(entry: Entry) -> Happening:
    try:
        return read(entry.kind, entry.body)
    except StrangeEntry as error:
        code = "strange-entry"
        raise RefusedError(code, number=str(entry.number)) from error


def _in(forms: Mapping[str, str]) -> Callable[[str], bytes]:
    def form_file(name: str) -> bytes:
        return forms[name].encode()

    return form_file
