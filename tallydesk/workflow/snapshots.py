"""Snapshots of a night on a stick, and how two laptops that go on from one are told apart (U24).

A snapshot is an export of the journal: every entry of it, and nothing else. The station secret of
an official night was never written into the journal, and so is in no snapshot.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from tallydesk.workflow.happening_json import StrangeEntry, read
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.safety_happening import ForkNoticed, MovedHere, SnapshotKept
from tallydesk.workflow.session import Session

CLOSING = frozenset({"findings", "slip", "sign", "seal", "handover"})
"""Kinds of steps after which a stage is closed: what was counted or signed there stands."""

NAMED = 8
"""Hexadecimal digits of a digest in the name of a file."""

UNKNOWN = "?"
"""A laptop that wrote nothing yet that names it."""

_NAME = re.compile(r"snapshot-.+-(\d{4,})-([0-9a-f]{8})\.jsonl")


LinesOf = Callable[[Iterable[Entry]], Iterator[str]]
"""From entries to the lines of an export."""


class Safe(Protocol):
    """A folder on a stick. Every method may take seconds and may run beside the window."""

    def place(self, last: str) -> str:
        """Where the next snapshot goes; "" while no stick is in. `last` is where the last went."""

    def keep(self, place: str, name: str, content: bytes, keys: str) -> None:
        """Write a snapshot as a whole, read it back and compare; durable on return.

        `keys` names the folder for the members' key files beside it, "" to take none along. Raises
        OSError.
        """

    def others(self, place: str, known: Callable[[str], bool]) -> Iterator[Sequence[Entry]]:
        """The entries of the snapshots there whose names are not `known`; what breaks is left."""


@dataclass(frozen=True, slots=True)
class SafePlace:
    """The stick for snapshots, how entries are spelled there, and what this laptop is called.

    `machine` raises OSError. `expected` is whether a stick was asked for at the start.
    """

    safe: Safe
    lines_of: LinesOf
    machine: Callable[[], str]
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The octets of a snapshot, ready to be written."""

    name: str
    content: bytes
    events: int
    head: bytes
    keys: str

    @property
    def digest(self) -> bytes:
        """SHA-256 of the file, 32 octets."""
        return sha256(self.content).digest()


def closed_stages(session: Session) -> frozenset[str]:
    """The steps that closed a stage so far."""
    kinds = {step.id: step.kind for step in session.plan.steps}
    return frozenset(
        step for step in session.night.closed_steps if kinds.get(step, "package") in CLOSING
    )


def take(session: Session, entries: Sequence[Entry], lines_of: LinesOf) -> Snapshot:
    """A snapshot of the whole journal, whose entries are `entries`.

    In practice the members' key files lie on the laptop and go along; on an official night they
    stay on their own sticks.
    """
    content = "".join(f"{line}\n" for line in lines_of(entries)).encode()
    last, opening = entries[-1], entries[0].digest.hex()[:NAMED]
    name = f"snapshot-{session.package.station.label}-{last.number:04}-{last.digest.hex()[:NAMED]}"
    keys = "" if session.authority is not None else f"keys-{opening}"
    return Snapshot(f"{name}.jsonl", content, last.number, last.digest, keys)


def keep(
    safe: Safe, place: str, snapshot: Snapshot, mine: Sequence[Entry], machine: str
) -> tuple[SnapshotKept, ForkNoticed | None]:
    """Write a snapshot, and look whether another laptop left one of this night beside it.

    Touches no session, so that it may run beside the window. Raises OSError.
    """
    heads = {entry.digest.hex()[:NAMED]: entry.number for entry in mine}

    def known(name: str) -> bool:
        found = _NAME.fullmatch(name)
        return found is not None and heads.get(found[2]) == int(found[1])

    forks = (fork_of(mine, theirs) for theirs in safe.others(place, known))
    # A branch of this very laptop was left when it took up another one: that is no news.
    fork = next((each for each in forks if each is not None and each.machine != machine), None)
    safe.keep(place, snapshot.name, snapshot.content, snapshot.keys)
    kept = SnapshotKept(
        snapshot.events, snapshot.head, snapshot.digest, snapshot.name, place, machine
    )
    return kept, fork


def record(session: Session, kept: SnapshotKept, fork: ForkNoticed | None) -> None:
    """Write down what lies on the stick, and that another laptop goes on, said once. OSError."""
    news = fork is not None and fork != session.night.fork
    session.happen(kept, *((fork,) if fork is not None and news else ()))


def fork_of(mine: Sequence[Entry], theirs: Sequence[Entry]) -> ForkNoticed | None:
    """How another laptop goes on with the night of `mine`; None when it does not.

    Entries that are a beginning of `mine` are an older snapshot. Another night has nothing in
    common. Whoever goes on from a snapshot writes first which laptop it is: by that the two are
    told apart, even where both went on from the same one.
    """
    common = 0
    for ours, other in zip(mine, theirs, strict=False):
        if ours.digest != other.digest:
            break
        common += 1
    if common in (0, len(theirs)):
        return None
    machine = next(filter(None, map(_machine, theirs[common:])), UNKNOWN)
    return ForkNoticed(common, mine[common - 1].digest, machine, theirs[common].at)


def require_named(name: str, entries: Sequence[Entry]) -> None:
    """Refuse a snapshot that lost its end: its name says how many events there were, and the last.

    A file with a name of another kind passes. Raises RefusedError `snapshot-cut`.
    """
    found = _NAME.fullmatch(name)
    if found is None:
        return
    last = entries[-1] if entries else None
    if last is None or (last.number, last.digest.hex()[:NAMED]) != (int(found[1]), found[2]):
        raise RefusedError("snapshot-cut", name=name, count=str(int(found[1])))


def _machine(entry: Entry) -> str:
    """The laptop that an entry names, "" for most."""
    try:
        happening = read(entry.kind, entry.body)
    except StrangeEntry:
        return ""
    return happening.machine if isinstance(happening, MovedHere | SnapshotKept) else ""
