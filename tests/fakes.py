"""The world outside, small enough to hold in memory: what tests give to a session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from tallydesk.workflow.ports import Entry

EVENING = datetime(2026, 11, 20, 15, 1, tzinfo=UTC)
"""A minute after the close of the polls of a practice station at UTC+4."""


@dataclass
class ListJournal:
    """A journal in memory; `refuses` makes every further append fail like a full disk."""

    rows: list[Entry] = field(default_factory=list)
    refuses: bool = False

    def entries(self) -> Sequence[Entry]:
        return tuple(self.rows)

    def append(self, entries: Sequence[Entry]) -> None:
        if self.refuses:
            message = "No space left on device"
            raise OSError(message)
        self.rows.extend(entries)


@dataclass
class TickingClock:
    """A clock that moves one second at each look, so that no two entries share a moment."""

    at: datetime = EVENING
    tick: timedelta = timedelta(seconds=1)

    def now(self) -> datetime:
        self.at += self.tick
        return self.at


@dataclass
class CountingChance:
    """The same octets in every run."""

    drawn: int = 0

    def octets(self, count: int) -> bytes:
        out = b""
        while len(out) < count:
            self.drawn += 1
            out += sha256(self.drawn.to_bytes(8)).digest()
        return out[:count]


@dataclass
class DictKeyShelf:
    """Key files in memory."""

    files: dict[int, bytes] = field(default_factory=dict)

    def load(self, member: int) -> bytes | None:
        return self.files.get(member)

    def store(self, member: int, key_file: bytes) -> None:
        self.files[member] = key_file


@dataclass
class DictOutbox:
    """Saved papers in memory."""

    files: dict[str, bytes] = field(default_factory=dict)

    def save(self, name: str, content: bytes) -> str:
        self.files[name] = content
        return name
