"""The before-opening slip: what stood on paper before any seal was cut."""

from __future__ import annotations

from tallydesk.signing.slip import slip_payload
from tallydesk.workflow import step
from tallydesk.workflow.happening import SlipMade, StepClosed
from tallydesk.workflow.session import Session


def make(session: Session) -> bytes:
    """The payload of the slip's code; made once for each closing of the stage.

    Raises RefusedError `too-early` before the stage's findings are answered.
    """
    step.require(session, "slip")
    payload = slip_payload(_slip(session))
    if session.night.slip != payload:
        session.happen(SlipMade(payload))
    return payload


def close(session: Session) -> None:
    """The slip was given to everybody present; on to the boxes."""
    make(session)
    if "slip" not in session.night.closed_steps:
        session.happen(StepClosed("slip"))
    step.advance(session)
