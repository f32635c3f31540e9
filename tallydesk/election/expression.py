"""What a relation says: boolean conditions over sums of whole numbers.

Only the shape lives here. `election.expression_text` reads it from a form, `rules.relation`
evaluates it, `signing.contest_sheet` packs it into a code. There is no division, no fraction and
no text: a percentage is a cross-multiplication.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Comparison = Literal["=", "<>", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class LineTerm:
    """The figure of one line of the protocol."""

    line: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A whole number written in the form."""

    number: int


@dataclass(frozen=True, slots=True)
class Given:
    """A number that package or decisions supply: see `GIVENS` for the names."""

    name: str


@dataclass(frozen=True, slots=True)
class VotesTerm:
    """The sum of the votes of a contest's candidates, or of those on one list."""

    list_id: str | None = None


@dataclass(frozen=True, slots=True)
class LargestVote:
    """The highest vote of any candidate of the contest, or of one list."""

    list_id: str | None = None


@dataclass(frozen=True, slots=True)
class Absolute:
    """The distance of a sum from zero."""

    of: Sum


@dataclass(frozen=True, slots=True)
class Times:
    """A sum as many times as a given number says: three votes a ballot where three seats are won.

    Two lines are never multiplied, so that a relation stays a sum once the package is known.
    """

    given: str
    of: Sum


@dataclass(frozen=True, slots=True)
class Term:
    """One summand with its constant factor; a factor below zero subtracts."""

    factor: int
    of: Atom


@dataclass(frozen=True, slots=True)
class Sum:
    """Summands in the order in which the form writes them; never empty."""

    terms: tuple[Term, ...]


Atom: TypeAlias = LineTerm | Constant | Given | VotesTerm | LargestVote | Absolute | Times | Sum


@dataclass(frozen=True, slots=True)
class Compare:
    """Two sums side by side."""

    left: Sum
    comparison: Comparison
    right: Sum


@dataclass(frozen=True, slots=True)
class Not:
    """True when the condition is false."""

    of: Condition


@dataclass(frozen=True, slots=True)
class AllOf:
    """True when every part is; at least two parts."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when a part is; at least two parts."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class IfThen:
    """False only when the premise holds and the consequence does not."""

    premise: Condition
    consequence: Condition


Condition: TypeAlias = Compare | Not | AllOf | AnyOf | IfThen

GIVENS = ("seats", "candidates", "listed", "received", "voided", "reported")
"""Names a relation may use for numbers that nobody counts on the night.

`seats` and `candidates` of the contest, `listed` voters and ballots `received` as the package
states them, `voided` = papers of mobile boxes whose votes the commission declared invalid,
`reported` = the highest number of voters reported during the day, unknown where nothing was.
"""
