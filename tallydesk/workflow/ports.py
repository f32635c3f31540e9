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


class Outbox(Protocol):
    """Where finished papers are saved."""

    def save(self, name: str, content: bytes) -> str:
        """Write a whole file or nothing; the path it got, for people. Raises OSError."""
