"""What the workflow asks of the world: a journal, a clock, chance, keys, a place to save."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the journal.

    `number` counts from 1 without gaps. `at` is UTC. `member` is the member at the desk, 0 before
    anybody sat down. `body` is canonical JSON (UTF-8, sorted keys, no spaces). `digest` is the
    SHA-256 over the previous digest and this row (see `workflow.chain`), 32 octets.
    """

    number: int
    at: datetime
    member: int
    kind: str
    body: str
    digest: bytes


class Journal(Protocol):
    """An append-only list of entries on a disk."""

    def entries(self) -> Sequence[Entry]:
        """All entries in order. Raises OSError when they cannot be read."""

    def append(self, entries: Sequence[Entry]) -> None:
        """Write `entries` in one transaction; durable on return, else OSError and nothing kept."""


class Clock(Protocol):
    """The laptop's clock."""

    def now(self) -> datetime:
        """The moment in UTC, whole milliseconds."""

    def ticks(self) -> int:
        """Milliseconds since the laptop was switched on: what nobody can set or turn back."""


class Chance(Protocol):
    """A source of unguessable octets."""

    def octets(self, count: int) -> bytes:
        """`count` random octets."""


class KeyShelf(Protocol):
    """Where the members' key files lie."""

    def load(self, member: int) -> bytes | None:
        """The key file of a member by number, None when there is none."""

    def store(self, member: int, key_file: bytes) -> None:
        """Write a member's key file durably. Raises OSError."""

    def find(self, point: bytes) -> bytes | None:
        """The key file of a point (33 octets) on any of the sticks, None when none has it."""

    def put_back(self, point: bytes, key_file: bytes) -> None:
        """Write a key file in the place of the one with this point, durably. Raises OSError."""

    def destroy(self, point: bytes) -> bool:
        """Overwrite and remove every file with this point; False when there was none.

        Raises OSError.
        """


@dataclass(frozen=True, slots=True)
class PinMark:
    """Wrong PINs running for one key, and what both clocks showed at the last one."""

    count: int
    at: datetime
    ticks: int


class PinMarks(Protocol):
    """Where wrong PINs are kept for each key, by its point, whatever becomes of the journal."""

    def read(self, point: bytes) -> PinMark | None:
        """The mark of a key; None when there is none, or what is there cannot be read."""

    def write(self, point: bytes, mark: PinMark | None) -> None:
        """Keep a mark durably, or take it away. Raises OSError."""


class Outbox(Protocol):
    """Where finished papers are saved."""

    def save(self, name: str, content: bytes) -> str:
        """Write a whole file or nothing; the path it got, for people. Raises OSError."""


class NoPinMarks:
    """Keeps nothing: the journal alone remembers, as in practice."""

    def read(self, point: bytes) -> PinMark | None:
        """Nothing is there."""
        del point
        return None

    def write(self, point: bytes, mark: PinMark | None) -> None:
        """Nothing is kept."""
        del point, mark
