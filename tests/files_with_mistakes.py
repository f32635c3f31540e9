"""A good file, one slip in it, and what must be said of the slip."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from tallydesk.election.mistake import Mistakes


@dataclass(frozen=True)
class Slip:
    """Where `old` first stands comes `new`; then one mistake stands at `key`.

    It is told for the line where `old` stood, or for the first one that holds `at`.
    """

    old: str
    new: str
    key: str
    sentence: str
    at: str = ""

    def made_in(self, good: str) -> str:
        assert self.old in good, "the good file has no such text"
        return good.replace(self.old, self.new, 1)

    def line_in(self, good: str, bad: str) -> int:
        before = bad[: bad.index(self.at)] if self.at else good[: good.index(self.old)]
        return before.count("\n") + 1


def told(read: Callable[[bytes], object], bad: str) -> list[tuple[int, str, str]]:
    """Everything that is said of a bad file."""
    with pytest.raises(Mistakes) as refusal:
        read(bad.encode())
    return [(each.line, each.key, each.sentence) for each in refusal.value.mistakes]


def check_slip(read: Callable[[bytes], object], good: str, slip: Slip) -> None:
    """Exactly the one mistake is told, with its line and key."""
    bad = slip.made_in(good)
    mistakes = told(read, bad)
    assert [(line, key) for line, key, _ in mistakes] == [(slip.line_in(good, bad), slip.key)], (
        mistakes
    )
    assert slip.sentence in mistakes[0][2]


STRANGE = ("1", "-1", "1.5", "true", '""', '"x"', "[]", "[1]", "{}", "{ en = 1 }", "2024-02-07")
"""Values of every type, one of which is wrong wherever it stands."""


def with_strange_values(good: str) -> Iterator[str]:
    """The file with each value in turn replaced by each strange one, and each line left out."""
    lines = good.splitlines(keepends=True)
    for place, line in enumerate(lines):
        before, after = "".join(lines[:place]), "".join(lines[place + 1 :])
        yield before + after
        key, equals, _ = line.partition(" = ")
        if equals:
            for value in STRANGE:
                yield f"{before}{key} = {value}\n{after}"


def refusals(read: Callable[[bytes], object], good: str) -> Iterator[Mistakes]:
    """What is said of every strange file; anything but mistakes goes through to the test."""
    for text in with_strange_values(good):
        try:
            read(text.encode())
        except Mistakes as refusal:
            yield refusal
