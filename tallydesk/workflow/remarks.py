"""What observers want written down, complaints, and members' separate opinions."""

from __future__ import annotations

from typing import Literal

from tallydesk.protocol.model import SALT
from tallydesk.workflow import step
from tallydesk.workflow.happening import OpinionWritten, RemarkWritten
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session


def write_remark(
    session: Session, by: str, words: str, kind: Literal["remark", "complaint"] = "remark"
) -> None:
    """Enter an observer's remark (Art.

    42.2.6) or a complaint; `by` names person, organisation and accreditation.

    Raises RefusedError `words-missing`, `writer-missing`, `contest-frozen`.
    """
    _require_open(session)
    if not by.strip():
        code = "writer-missing"
        raise RefusedError(code)
    if not words.strip():
        code = "words-missing"
        raise RefusedError(code)
    session.happen(RemarkWritten(kind, by.strip(), words.strip(), session.chance.octets(SALT)))


def write_opinion(session: Session, member: int, words: str) -> None:
    """Attach a member's separate opinion.

    Raises RefusedError `words-missing`, `contest-frozen`.
    """
    _require_open(session)
    if not words.strip():
        code = "words-missing"
        raise RefusedError(code)
    session.happen(OpinionWritten(member, words.strip(), session.chance.octets(SALT)))


def close(session: Session) -> None:
    """Nothing more to enter, or "none" when nothing was entered."""
    step.close(session, "remarks")


def _require_open(session: Session) -> None:
    """A text belongs to every record of the night.

    Once one is frozen it comes too late here and goes into a supplement.
    """
    step.require(session, "remarks")
    if session.night.frozen:
        code = "contest-frozen"
        raise RefusedError(code)
