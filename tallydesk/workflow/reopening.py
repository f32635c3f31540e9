"""A finished stage opened again: the protocol says which one, when and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallydesk.assets import words
from tallydesk.protocol.model import SALT, Text
from tallydesk.workflow import step
from tallydesk.workflow.conditions import REASON_END
from tallydesk.workflow.happening import StageReopened
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session


def reopen(session: Session, group: str, reason: str) -> None:
    """Open a finished stage again, with a reason; its figures are written anew.

    Raises RefusedError `reopen-needs-reason`, `contest-frozen`.
    """
    reason = reason.strip()
    if not reason:
        raise RefusedError("reopen-needs-reason")
    if session.night.frozen:
        raise RefusedError("contest-frozen")
    first, now = session.plan.sheets_of(group)[0], session.clock.now()
    spoken = words(session.package.policy.official_language)
    told = spoken["paper.reopened"].format(
        stage=spoken[f"stage.{first.stage}"],
        at=session.package.hours.on_the_wall(now),
        reason=reason.rstrip(REASON_END),
    )
    # What ends with a question or a cry needs no full stop behind it.
    told = re.sub(r"([!?])\.$", r"\1", told)
    with session.together():
        happening = StageReopened(group, reason, told, session.chance.octets(SALT))
        session.happen(happening, moment=now)
        step.go(session, f"{first.id}.first")


def acts(session: Session, contest_id: str) -> Iterator[Text]:
    """The words for the protocol of a contest, each with who opened the stage and when."""
    for each in session.night.reopened:
        about = session.plan.sheets_of(each.group)[0].contest
        if each.words and about in ("", contest_id):
            by = session.package.member(each.by).name if each.by else ""
            yield Text("act", by, "", each.words, each.at, each.salt)
