"""Suggestions for the rows of one layout: quick where no slip can be behind what was found.

In most tables papers differ from signatures in some rows of a hundred, honestly. That no single
slip explains such a finding is known from its code and, at most, from where the row has a 0.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallydesk.counting.figures import Figures
from tallydesk.election.form import Form
from tallydesk.rules.balance import Spot
from tallydesk.rules.compiled import Layout, as_written
from tallydesk.rules.derived import derive
from tallydesk.rules.diagnosis import Suggestion, diagnose, need_a_zero
from tallydesk.rules.finding import Finding


class RowSlips:
    """What may be behind the findings of rows; remembers codes that were found together."""

    def __init__(self, form: Form, layout: Layout) -> None:
        self._form, self._layout = as_written(form, layout), layout
        # What is the same in every row was written in none, and is under no suspicion.
        self._certain = frozenset(layout.fixed.lines)
        self._zeros: dict[tuple[str, ...], tuple[tuple[int, ...], ...] | None] = {}

    def behind(
        self, row: Sequence[int | None], findings: Sequence[Finding]
    ) -> tuple[Suggestion, ...]:
        """The slips that may be behind the findings of a row, best first; None is blank."""
        if not any(each.kind in ("arithmetic", "account") for each in findings):
            return ()
        if None not in row:
            codes = tuple([each.code for each in findings])
            if codes not in self._zeros:
                self._zeros[codes] = self._needed(row, findings)
            zeros = self._zeros[codes]
            if zeros is not None and all(any(row[at] for at in places) for places in zeros):
                return ()
        return diagnose(self._form, self._figures(row), findings, certain=self._certain)

    def _needed(
        self, row: Sequence[int | None], findings: Sequence[Finding]
    ) -> tuple[tuple[int, ...], ...] | None:
        """Where a row needs a 0 for any slip to be behind such findings."""
        spots = need_a_zero(self._form, self._figures(row), findings, self._certain)
        return None if spots is None else tuple(self._places(spot) for spot in spots)

    def _places(self, spot: Spot) -> tuple[int, ...]:
        positions = self._layout.lines if spot.kind == "line" else self._layout.votes
        return positions.get(spot.id, ())

    def _figures(self, row: Sequence[int | None]) -> Figures:
        return derive(self._form, self._layout.figures(row))
