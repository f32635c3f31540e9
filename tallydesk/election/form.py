"""A country's results form as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Literal

from tallydesk.election.expression import Condition, LargestVote, Sum, VotesTerm
from tallydesk.election.reach import named
from tallydesk.election.wording import Wording

Stage = Literal["before", "mobile", "stationary", "count"]
"""When a line is written: before any box is opened, per box, or while counting votes."""

STAGES: tuple[Stage, ...] = ("before", "mobile", "stationary", "count")

BoxKind = Literal["mobile", "stationary"]
FindingKind = Literal["arithmetic", "account", "consequence", "ask"]

Role = Literal["unused", "spoilt", "mobile", "stationary"]
"""What papers a line counts, as far as `rules.diagnosis` has to know it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the form with the lines below it."""

    id: str
    title: Wording


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the protocol.

    `derived` is set when the line is computed and never typed. `per_box` is set when the line is
    typed once for each box of that kind and is the sum over them. `scope` says whether the
    station has one such line or every contest its own. `label` is the short one for the screen,
    `legal` the law's own words for paper. `known` names the package's figure shown beside the
    line after both entries. A `worksheet` line is counted for the acts and the checks; the law's
    form, and so the authority's booklet, has no such line. A line with `by_page` is counted from a
    list, and may be written page by page. `role` says which papers a line counts: unused or spoilt
    ones, or those found in the boxes of a kind. `read_aloud` is set for the
    line of the invalid ballots, which has a key of its own when ballots are read aloud.
    """

    id: str
    label: Wording
    legal: Wording
    section: str
    stage: Stage
    scope: Literal["station", "contest"]
    source: str
    verified: bool
    derived: Sum | None = None
    per_box: BoxKind | None = None
    known: Literal["listed", "received"] | None = None
    part_of: str | None = None
    worksheet: bool = False
    by_page: bool = False
    role: Role | None = None
    read_aloud: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A control relation. `holds` is true when there is nothing to find.

    `lines` are the ids it points at, in the order of the form. `todo` says which pile or sheet to
    look at, never a value or a direction.
    """

    code: str
    kind: FindingKind
    holds: Condition
    lines: tuple[str, ...]
    title: Wording
    todo: Wording
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Form:
    """A results form: what is written, in which order, and what must agree.

    `original` says what the law takes for the protocol: a numbered booklet, or the printout.
    `certifies` are the words that the certifier writes on a copy. `reports` are the hours of the
    day, on the station's clock, at which the number of voters so far is reported.
    """

    name: str
    title: Wording
    law: str
    original: Literal["booklet", "printout"]
    certifies: Wording
    sections: tuple[Section, ...]
    lines: tuple[Line, ...]
    relations: tuple[Relation, ...]
    digest: bytes
    """SHA-256 of the form's file, 32 octets."""
    reports: tuple[time, ...] = ()

    def __hash__(self) -> int:
        """By the file's digest: rules keep what they prepared for a form, and ask often."""
        return hash((self.name, self.digest))

    def line(self, line_id: str) -> Line:
        """The line with that id. Raises KeyError when the form has none."""
        for line in self.lines:
            if line.id == line_id:
                return line
        raise KeyError(line_id)


def counted_lists(form: Form) -> frozenset[str]:
    """The lists of candidates that relations and derived lines of a form ask for."""
    derived = [line.derived for line in form.lines if line.derived is not None]
    return frozenset(
        atom.list_id
        for each in (*(relation.holds for relation in form.relations), *derived)
        for atom in named(each)
        if isinstance(atom, VotesTerm | LargestVote) and atom.list_id is not None
    )
