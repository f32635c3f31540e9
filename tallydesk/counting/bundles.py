"""A pile counted in bundles of one size and a rest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pile:
    """`bundles` full bundles of `size` papers and `rest` loose ones; all from 0, size from 1."""

    bundles: int
    size: int
    rest: int

    @property
    def fits(self) -> bool:
        """False when the rest would make another bundle (requirement U10)."""
        return self.rest < self.size

    @property
    def papers(self) -> int:
        """How many papers lie in the pile."""
        return self.bundles * self.size + self.rest
