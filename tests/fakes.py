"""The world outside, small enough to hold in memory: what tests give to a session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from tallydesk.signing.keys import point_of
from tallydesk.workflow.ports import Entry, PinMark

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

    ticked: int = 0
    """Milliseconds on the clock that nobody can set; whoever turns `at` leaves it alone."""

    def now(self) -> datetime:
        self.at += self.tick
        self.ticked += self.tick // timedelta(milliseconds=1)
        return self.at

    def ticks(self) -> int:
        return self.ticked


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

    def find(self, point: bytes) -> bytes | None:
        return next((file for file in self.files.values() if point_of(file) == point), None)

    def put_back(self, point: bytes, key_file: bytes) -> None:
        self.files |= dict.fromkeys(self._with(point), key_file)

    def destroy(self, point: bytes) -> bool:
        gone = self._with(point)
        for each in gone:
            del self.files[each]
        return bool(gone)

    def _with(self, point: bytes) -> list[int]:
        return [each for each, file in self.files.items() if point_of(file) == point]


@dataclass
class DictPinMarks:
    """Wrong PINs in memory."""

    marks: dict[bytes, PinMark | None] = field(default_factory=dict)

    def read(self, point: bytes) -> PinMark | None:
        return self.marks.get(point)

    def write(self, point: bytes, mark: PinMark | None) -> None:
        self.marks[point] = mark


@dataclass
class DictOutbox:
    """Saved papers in memory."""

    files: dict[str, bytes] = field(default_factory=dict)

    def save(self, name: str, content: bytes) -> str:
        self.files[name] = content
        return name
