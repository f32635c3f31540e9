"""One row of a sheet as it was typed: a total, or bundles of one size and a rest."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from tallydesk.counting.bundles import Pile
from tallydesk.counting.place import Place
from tallydesk.counting.typed import LARGEST_COUNT, Blank, Count, NotANumber, read_typed

Part = Literal["total", "bundles", "rest"]
Trouble = Literal["blank", "not-a-number", "too-large", "rest-too-large", "differs"]
Problems = tuple[tuple[int, Trouble], ...]
"""What is wrong, by the number of the row from 0."""


@dataclass(frozen=True, slots=True)
class RowState:
    """What stands in the boxes of one place, exactly as typed, and what is wrong with it.

    `size` is 0 while a total is written, else the papers in a bundle. The texts of the other way
    are kept, so that changing over loses nothing. `count` is what the texts shown add up to, None
    while they do not. The trouble appears on Continue and goes away with the next key. `aloud` is
    the figure that came from reading the ballots aloud, None where none were.
    """

    place: Place
    total: str = ""
    bundles: str = ""
    rest: str = ""
    size: int = 0
    trouble: Trouble | None = None
    aloud: int | None = None
    count: int | None = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "count", self._counted())

    @classmethod
    def holding(
        cls, place: Place, count: int | None, size: int, aloud: int | None = None
    ) -> RowState:
        """A row with a figure that was written before; None is blank."""
        if count is None:
            return cls(place, size=size, aloud=aloud)
        return cls(place, total=str(count), aloud=aloud).written_in(size)

    def typed(self, part: Part, text: str) -> RowState:
        """The row after somebody typed; `text` is all that stands in the box now."""
        if part == "total":
            return replace(self, total=text, trouble=None)
        if part == "bundles":
            return replace(self, bundles=text, trouble=None)
        return replace(self, rest=text, trouble=None)

    def text(self, part: Part) -> str:
        """What stands in a box."""
        return {"total": self.total, "bundles": self.bundles, "rest": self.rest}[part]

    @property
    def read_aloud(self) -> bool:
        """Whether the figure stands as the reading aloud gave it."""
        return self.count is not None and self.count == self.aloud

    @property
    def parts(self) -> tuple[Part, ...]:
        """The boxes of the row."""
        return ("bundles", "rest") if self.size else ("total",)

    @property
    def pile(self) -> Pile | None:
        """How the pile was counted; None for a total or while it does not add up."""
        if not self.size or self.count is None:
            return None
        bundles, rest = divmod(self.count, self.size)
        return Pile(bundles, self.size, rest)

    def written_in(self, size: int) -> RowState:
        """The row changed over to bundles of `size`, or to totals with 0. The figure stays."""
        if self.count is None or self.size == size:
            return replace(self, size=size, trouble=None)
        if size:
            bundles, rest = divmod(self.count, size)
            return RowState(
                self.place, bundles=str(bundles), rest=str(rest), size=size, aloud=self.aloud
            )
        return RowState(self.place, total=str(self.count), aloud=self.aloud)

    def examined(self) -> RowState:
        """The row with what is wrong with it; a second look stays due until something is typed."""
        trouble = self._trouble()
        return self if trouble == self.trouble else replace(self, trouble=trouble)

    def to_look_at_again(self) -> RowState:
        """The row emptied, for a fresh look at the paper (requirement U8)."""
        return RowState(self.place, size=self.size, trouble="differs")

    def _counted(self) -> int | None:
        if not self.size:
            said = read_typed(self.total)
            return said.number if isinstance(said, Count) else None
        bundles, rest = read_typed(self.bundles), read_typed(self.rest)
        if not (isinstance(bundles, Count) and isinstance(rest, Count)):
            return None
        pile = Pile(bundles.number, self.size, rest.number)
        return pile.papers if pile.fits and pile.papers <= LARGEST_COUNT else None

    def _trouble(self) -> Trouble | None:
        if self.count is not None:
            return None
        said = [read_typed(self.text(part)) for part in self.parts]
        wrong = [each for each in said if isinstance(each, NotANumber)]
        if wrong:
            return "too-large" if all(each.too_large for each in wrong) else "not-a-number"
        if any(isinstance(each, Blank) for each in said):
            return "differs" if self.trouble == "differs" else "blank"
        loose = said[-1]
        fits = isinstance(loose, Count) and loose.number < self.size
        return "too-large" if fits else "rest-too-large"
