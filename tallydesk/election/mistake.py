"""What is wrong in a form, package or definition: every mistake with its line and key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]
"""Keys and places (from 0) from the top of a file down: `("lines", 2, "stage")`."""

_SHOWN = 20


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One mistake. `line` counts from 1, 0 is the file as a whole; `key` is "" for the file.

    Entries of an array count from 1 in `key`, as people count: `lines[3].stage`.
    """

    line: int
    key: str
    sentence: str

    def __str__(self) -> str:
        where = f"line {self.line}, {self.key}" if self.key else f"line {self.line}"
        return f"{where}: {self.sentence}" if self.line else self.sentence


class Mistakes(ValueError):
    """A file with mistakes. `str` is for people: one line for each, the first twenty."""

    what = "file"

    def __init__(self, name: str, mistakes: Sequence[Mistake]) -> None:
        self.name = name
        self.mistakes = tuple(mistakes)
        said = [f"  {mistake}" for mistake in self.mistakes[:_SHOWN]]
        if len(self.mistakes) > _SHOWN:
            said.append(f"  and {len(self.mistakes) - _SHOWN} more")
        count = "a mistake" if len(self.mistakes) == 1 else f"{len(self.mistakes)} mistakes"
        super().__init__("\n".join((f"the {self.what} “{name}” has {count}:", *said)))


class Margin:
    """Where mistakes are noted while a file is read.

    `lines` says where each key stands; it is asked at the end, and only if there are mistakes.
    """

    def __init__(self, lines: Callable[[], Mapping[KeyPath, int]]) -> None:
        self._lines = lines
        self._noted: dict[tuple[KeyPath, str], None] = {}

    def note(self, path: KeyPath, sentence: str) -> None:
        """Note a mistake at a key; a key that is not there is looked for in its table."""
        self._noted[path, sentence] = None

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """All that was noted, from the top of the file down."""
        if not self._noted:
            return ()
        lines = self._lines()
        return tuple(
            sorted(
                Mistake(_line(path, lines), shown_path(path), sentence)
                for path, sentence in self._noted
            )
        )


def _line(path: KeyPath, lines: Mapping[KeyPath, int]) -> int:
    """The line of a key, or of the nearest table around it that is there."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def shown_path(path: KeyPath) -> str:
    """A key as people read it: `lines[3].label.az`, counted from 1."""
    return "".join(_step(part) for part in path).removeprefix(".")


def _step(part: str | int) -> str:
    return f"[{part + 1}]" if isinstance(part, int) else f".{part}"


def twice(names: Iterable[tuple[KeyPath, str]]) -> Iterable[tuple[KeyPath, str]]:
    """Every name that stood before, with its place."""
    seen: set[str] = set()
    for path, name in names:
        if name in seen:
            yield path, name
        seen.add(name)
