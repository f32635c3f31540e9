"""What a page is made from: the signed value and what stands around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Literal

from tallydesk.election.definition import Contest, Package
from tallydesk.protocol.model import ResultsProtocol

Status = Literal["draft", "signed", "superseded"]
CodeKind = Literal["record", "card", "sheet", "slip", "figures", "draft"]


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """One code on paper: the text in QR's alphanumeric set, and what the caption says of it.

    `part` counts from 1 to `parts`.
    """

    kind: CodeKind
    text: str
    part: int = 1
    parts: int = 1

    @property
    def level(self) -> Literal["M", "Q"]:
        """The share of the code that may be spoilt: Q (25 %) where signatures are, else M."""
        return "Q" if self.kind == "record" else "M"


@dataclass(frozen=True, slots=True)
class Printed:
    """A results protocol as it goes on paper; nothing in it is computed again.

    `language` is the one to print in; when the package's official language is another, the page
    calls itself a translation. `short_digest` (80 bits) and `long_digest` (160 bits) come ready
    in groups of four, "" for a draft. `given` are the numbers nobody counts, for the equations.
    `copy_number` counts the copies from 1, None for the commission's own print. `superseded_by` is
    the digest (64 hexadecimal digits) of the record that replaces a superseded one.
    """

    package: Package
    contest: Contest
    protocol: ResultsProtocol
    status: Status
    language: str
    short_digest: str = ""
    long_digest: str = ""
    codes: tuple[PrintedCode, ...] = ()
    copy_number: int | None = None
    given: Mapping[str, int] = field(default_factory=dict)
    superseded_by: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "given", MappingProxyType(dict(self.given)))


@dataclass(frozen=True, slots=True)
class PrintedSlip:
    """The figures fixed before any box is opened, for everyone present.

    `figures` holds the lines of the before stage by contest id and line id, lines of the station
    under every contest; `at` is UTC; `journal_head` and `short_digest` (of what the code carries)
    come ready in groups of four.
    """

    package: Package
    figures: Mapping[str, Mapping[str, int]]
    at: datetime
    journal_head: str
    language: str
    codes: tuple[PrintedCode, ...] = ()
    short_digest: str = ""

    def __post_init__(self) -> None:
        kept = {name: MappingProxyType(dict(lines)) for name, lines in self.figures.items()}
        object.__setattr__(self, "figures", MappingProxyType(kept))
