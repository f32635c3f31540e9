"""The conditions under which the workflow lets something happen, asked of a night in the past.

Each yields a reason where it is not met and nothing where it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tallydesk.protocol.model import SALT
from tallydesk.workflow import step
from tallydesk.workflow.fault import Why
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.session import Session

REASON_END = ". "
"""What a reason may end with; the sentence around it has a full stop of its own."""

Rule = Callable[[Session, Entry, Any], Iterator[Why]]
"""What an event of one kind is asked for."""


def known_member(session: Session, member: int) -> Iterator[Why]:
    """Nothing when the roster has this member."""
    if all(each.number != member for each in session.package.members):
        yield "no-member"


def reached(session: Session, step_id: str) -> Iterator[Why]:
    """Nothing when everything before that step is done. Raises KeyError."""
    if not step.reachable(session, session.plan.step(step_id)):
        yield "too-early"


def said(*texts: str) -> Iterator[Why]:
    """Nothing when each text says something, without white space around it."""
    if any(not text or text != text.strip() for text in texts):
        yield "words"


def open_still(session: Session, contest: str) -> Iterator[Why]:
    """Nothing while the protocol of a contest, "" for every contest, is not frozen."""
    if contest in session.night.frozen or (not contest and session.night.frozen):
        yield "frozen"


def salted(salt: bytes) -> Iterator[Why]:
    """Nothing when a text has its 16 octets of salt."""
    if len(salt) != SALT:
        yield "words"


def among(session: Session, members: tuple[int, ...]) -> Iterator[Why]:
    """Nothing for one member or more of the roster, each once and in order."""
    if not members or members != tuple(sorted(set(members))):
        yield "no-member"
    for member in members:
        yield from known_member(session, member)


def first_members(session: Session, group: str) -> set[int | None]:
    """Who closed the sheets of a group in the first entry."""
    return {
        member
        for (sheet, entry), member in session.night.closed_sheets.items()
        if entry == 1 and session.plan.sheet(sheet).group == group
    }
