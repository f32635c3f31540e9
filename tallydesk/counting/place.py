"""Where a figure stands: which contest, which line or candidate, which box."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Place(NamedTuple):
    """The spot on paper and screen that one figure belongs to.

    `contest` is "" for a line of the station. `box` is set for a line counted box by box. A named
    tuple, because thousands are looked up while people wait for their findings.
    """

    contest: str
    kind: Literal["line", "vote"]
    id: str
    box: str = ""

    def __str__(self) -> str:
        return f"{self.contest}/{self.kind}/{self.id}/{self.box}"

    @classmethod
    def parse(cls, text: str) -> Place:
        """The reverse of `str`. Raises ValueError for anything else."""
        contest, kind, identity, box = text.split("/")
        if kind == "line":
            return cls(contest, "line", identity, box)
        if kind == "vote":
            return cls(contest, "vote", identity, box)
        message = f"no such kind of place: {kind}"
        raise ValueError(message)
