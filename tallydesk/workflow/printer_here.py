"""A printer, as far as the night cares."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrinterHere:
    """A printer that this laptop knows; a virtual one writes a file, and no paper comes out."""

    name: str
    virtual: bool = False
