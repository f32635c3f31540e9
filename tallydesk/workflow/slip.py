"""The before-opening slip: what stood on paper before any seal was cut."""

from __future__ import annotations

from tallydesk.signing.contest_sheet import sheet_digest
from tallydesk.signing.slip import Slip, SlipContest, slip_payload
from tallydesk.workflow import step
from tallydesk.workflow.contest_sheets import contest_sheets
from tallydesk.workflow.happening import SlipMade
from tallydesk.workflow.session import Session
from tallydesk.workflow.tally import figures_of


def make(session: Session) -> bytes:
    """The payload of the slip's code; made once for each closing of the stage.

    Raises RefusedError `too-early` before the stage's findings are answered.
    """
    step.require(session, "slip")
    if not session.night.slip:
        session.happen(SlipMade(slip_payload(_slip(session))))
    return session.night.slip


def close(session: Session) -> None:
    """The slip was given to everybody present; on to the boxes."""
    with session.together():
        make(session)
        step.close(session, "slip")


def _slip(session: Session) -> Slip:
    package = session.package
    return Slip(
        purpose=package.purpose,
        constituency=package.station.constituency,
        number=package.station.number,
        contests=tuple(
            SlipContest(
                sheet_digest(sheet),
                {
                    line.id: figures.lines[line.id]
                    for line in contest.form.lines
                    if line.stage == "before"
                },
            )
            for contest, sheet in zip(
                package.definition.contests, contest_sheets(package), strict=True
            )
            for figures in (figures_of(session, contest),)
        ),
        made=session.clock.now().replace(microsecond=0),
        journal_head=session.night.head,
    )
