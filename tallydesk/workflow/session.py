"""A night at work: the package, its journal, and the state they add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from tallydesk.election.definition import Package
from tallydesk.workflow.chain import GENESIS, digest_of
from tallydesk.workflow.fold import after
from tallydesk.workflow.happening import Happening, NightOpened
from tallydesk.workflow.happening_json import StrangeEntry, read, written
from tallydesk.workflow.night import Night
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.ports import Chance, Clock, Entry, Journal, NoPinMarks, PinMarks
from tallydesk.workflow.refusal import RefusedError

if TYPE_CHECKING:
    from tallydesk.signing.keys import Unlocked
    from tallydesk.signing.trust import Trust
    from tallydesk.workflow.official import Authority

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
    authority: Authority | None = None
    """What an official night rests on; None in practice."""
    secret: str = field(default="", repr=False)
    """The station secret as it was typed from the letter. It is never written anywhere."""
    seal: tuple[Unlocked, bytes] | None = field(default=None, repr=False)
    """The seal key that chair or deputy opened, with its certificate (DER); in memory alone."""
    pin_marks: PinMarks = field(default_factory=NoPinMarks)
    _together: list[Entry] | None = field(default=None, init=False, repr=False)
    """What `together` has gathered; None while every happening is written by itself."""

    @property
    def package(self) -> Package:
        """The package this night counts."""
        return self.plan.package

    @property
    def official(self) -> Authority:
        """What the night rests on. Raises RefusedError `not-official` in practice."""
        if self.authority is None:
            raise RefusedError("not-official")
        return self.authority

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


def open_official(
    container: bytes,
    trust: Trust,
    journal: Journal,
    clock: Clock,
    chance: Chance,
    software: str,
) -> Session:
    """A new official night from a signed package (`.tdp`). Raises what `official.checked` raises.

    `trust` is the one that was installed before the day.
    """
    from tallydesk.workflow import official

    now = clock.now()
    sealed = official.opened(container)
    package, authority = official.checked(sealed, trust, now)
    forms = tuple(part for name, form in sealed.forms.items() for part in (name, form.decode()))
    session = Session(Plan(package), journal, clock, chance, authority=authority)
    opened = NightOpened(sealed.package.decode(), forms, software, sealed.signed)
    session.happen(opened, moment=now)
    return session


def opened_with(entries: Sequence[Entry]) -> bytes | None:
    """The package file of a night, None when the entries do not begin with an opened night."""
    try:
        opened = read(entries[0].kind, entries[0].body) if entries else None
    except StrangeEntry:
        return None
    return opened.package.encode() if isinstance(opened, NightOpened) else None


def signed_with(entries: Sequence[Entry]) -> bytes | None:
    """The signed manifest of an official night, None for any other."""
    try:
        opened = read(entries[0].kind, entries[0].body) if entries else None
    except StrangeEntry:
        return None
    return opened.manifest or None if isinstance(opened, NightOpened) else None


def package_in(
    events: Sequence[tuple[Entry, Happening]], read_package: ReadPackage
) -> Package | None:
    """The package that the first event opened, None when the first is no opened night.

    Of an official night no signature is checked here: whoever goes on with one does that. Raises
    what `read_package` raises.
    """
    first, opened = events[0] if events else (None, None)
    if first is None or not isinstance(opened, NightOpened):
        return None
    forms = dict(zip(opened.forms[::2], opened.forms[1::2], strict=False))
    if opened.manifest:
        from tallydesk.workflow.official import read_kept

        return read_kept(opened.package.encode(), _in(forms), first.at)
    return read_package(opened.package.encode(), _in(forms), first.at)


def _in(forms: Mapping[str, str]) -> Callable[[str], bytes]:
    def form_file(name: str) -> bytes:
        return forms[name].encode()

    return form_file
