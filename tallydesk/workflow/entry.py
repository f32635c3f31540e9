"""Writing figures: two entries by two members, blind, sheet by sheet."""

from __future__ import annotations

from tallydesk.counting.bundles import Pile
from tallydesk.counting.place import Place
from tallydesk.workflow import hour, step
from tallydesk.workflow.happening import FigureWritten, SheetClosed
from tallydesk.workflow.plan import Step
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session


def write(
    session: Session, step_id: str, place: Place, count: int | None, pile: Pile | None = None
) -> None:
    """Put a figure down (None empties the field); durable on return.

    Writing the same figure again leaves no trace. Raises RefusedError `sheet-closed`,
    `same-member`, `rest-too-large`, `too-early`, and what `hour.require` raises.
    """
    entry = require_writable(session, step_id)
    if pile is not None and not pile.fits:
        code = "rest-too-large"
        raise RefusedError(code, size=str(pile.size))
    if stands(session, step_id, place, count, pile):
        return
    session.happen(
        FigureWritten(
            place,
            entry.entry,
            count,
            pile.bundles if pile else None,
            pile.rest if pile else None,
        )
    )


def stands(
    session: Session, step_id: str, place: Place, count: int | None, pile: Pile | None = None
) -> bool:
    """Whether exactly this was put down already."""
    night, at = session.night, session.plan.step(step_id).entry
    shape = (pile.bundles, pile.rest) if pile else None
    return night.figures_of(at).get(place) == count and night.piles.get((at, place)) == shape


def require_writable(session: Session, step_id: str) -> Step:
    """The entry step when figures may be written there now."""
    entry = step.require(session, step_id)
    hour.require(session)
    if session.night.sheet_done(entry.sheet, entry.entry):
        code = "sheet-closed"
        raise RefusedError(code)
    if entry.entry == 2 and session.night.member in _first_members(session, entry.group):  # noqa: PLR2004
        code = "same-member"
        raise RefusedError(code, member=session.package.member(session.night.member).name)
    return entry


def blanks(session: Session, step_id: str) -> tuple[Place, ...]:
    """The places of a sheet that have no figure yet, in order."""
    entry = session.plan.step(step_id)
    figures = session.night.figures_of(entry.entry)
    return tuple(place for place in session.plan.sheet(entry.sheet).places if place not in figures)


def close_sheet(session: Session, step_id: str) -> tuple[Place, ...]:
    """Finish a sheet; in the second entry the places that ask for a fresh look, () when none.

    Raises RefusedError `blank` naming nothing but the number of blanks: the page names them.
    """
    entry = require_writable(session, step_id)
    missing = blanks(session, step_id)
    if missing:
        code = "blank"
        raise RefusedError(code, count=str(len(missing)))
    with session.together():
        session.happen(SheetClosed(entry.sheet, entry.entry))
        if not session.night.sheet_done(entry.sheet, entry.entry):
            return session.night.differing[entry.sheet]
        step.advance(session)
    return ()


def settled(session: Session, group: str) -> bool:
    """Whether every figure of a group stands after all its entries."""
    return all(
        place in session.night.settled
        for sheet in session.plan.sheets_of(group)
        for place in sheet.places
    )


def _first_members(session: Session, group: str) -> set[int]:
    return {
        member
        for (sheet, entry), member in session.night.closed_sheets.items()
        if entry == 1 and session.plan.sheet(sheet).group == group
    }
