"""Figures as they were written down. Blank is not zero."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one contest: a line or candidate that is blank is absent.

    `lines` is keyed by line id (lines of the station included), `votes` by candidate id; every
    figure is a whole number from 0. `given` holds the numbers nobody counts (see
    `election.expression.GIVENS`). `ballot` names the candidates whose votes are counted and the
    list each belongs to ("" without one): a sum of votes waits until all of them are written.
    """

    lines: Mapping[str, int]
    votes: Mapping[str, int]
    given: Mapping[str, int]
    ballot: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("lines", "votes", "given", "ballot"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def __hash__(self) -> int:
        return hash((*sorted(self.lines.items()), *sorted(self.votes.items())))

    def with_line(self, line_id: str, count: int) -> Figures:
        """The same figures with one line written anew."""
        return replace(self, lines={**self.lines, line_id: count})
