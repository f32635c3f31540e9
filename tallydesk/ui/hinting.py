"""Puts what is likely beside the findings: a hint to each, and the piles to count first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tallydesk.ui.answering import MatterState
from tallydesk.workflow.hints import Hints, hints_of
from tallydesk.workflow.session import Session


def hinted(session: Session, matters: Iterable[MatterState], shown: int) -> tuple[MatterState, ...]:
    """The findings with hints for the figures as they stand now.

    The first `shown` are on the page: their piles keep their order, for somebody is typing there.
    Those of a new finding come with the ones to count first on top.
    """
    matters = tuple(matters)
    hints = hints_of(session, [each.matter for each in matters if not each.settled])
    return tuple(
        _with(hints, matter, ordered=number >= shown) for number, matter in enumerate(matters)
    )


def _with(hints: Hints, held: MatterState, *, ordered: bool) -> MatterState:
    piles = [replace(pile, first=pile.place in hints.first) for pile in held.recounts]
    if ordered:
        piles.sort(key=lambda pile: not pile.first)
    return replace(held, recounts=tuple(piles), hint=hints.by_matter.get(held.id))
