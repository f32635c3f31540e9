"""What a relation found: a code, the lines it points at, the figures compared. No sentence."""

from __future__ import annotations

from dataclasses import dataclass

from tallydesk.election.form import FindingKind


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation of the form that does not hold for the figures.

    `left` and `right` are the two sides when the relation is one comparison, else None;
    `difference` is left minus right. Same fields as `tallydesk check --json`.
    """

    code: str
    kind: FindingKind
    lines: tuple[str, ...]
    left: int | None
    right: int | None
    difference: int | None


@dataclass(frozen=True, slots=True)
class Undecided:
    """A relation that waits: `waits_for` are the line ids, candidate ids or givens still blank."""

    code: str
    waits_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of all relations of a form, in the order of the form."""

    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
