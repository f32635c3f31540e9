"""Figures that were counted on paper first, because the laptop could not be used then.

Both times stand on the protocol: when it was counted, and when it was typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tallydesk.assets import words
from tallydesk.protocol.model import SALT, Text
from tallydesk.workflow import hour, step
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.safety_happening import CountedOnPaper
from tallydesk.workflow.session import Session


def counted_on_paper(session: Session, group: str, counted: datetime) -> None:
    """The figures of a group were counted at `counted` (UTC) and are typed only now.

    Said again it takes the place of what was said before. Raises RefusedError `late-future`,
    `contest-frozen`, `too-early`, and what `hour.require` raises.
    """
    sheet = session.plan.sheets_of(group)[0]
    step.require(session, f"{sheet.id}.first")
    hour.require(session)
    frozen = session.night.frozen
    if sheet.contest in frozen or (not sheet.contest and frozen):
        raise RefusedError("contest-frozen")
    now = session.clock.now()
    if counted > now:
        raise RefusedError("late-future")
    spoken = words(session.package.policy.official_language)
    told = spoken["paper.late"].format(
        stage=spoken[f"stage.{sheet.stage}"],
        counted=session.package.hours.on_the_wall(counted),
        typed=session.package.hours.on_the_wall(now),
    )
    happening = CountedOnPaper(group, counted, told, session.chance.octets(SALT))
    session.happen(happening, moment=now)


def said(session: Session, group: str) -> str:
    """What prints of a group's paper, "" when it was typed as it was counted."""
    late = session.night.late.get(group)
    return late.words if late else ""


def acts(session: Session, contest_id: str) -> Iterator[Text]:
    """The words for the protocol of a contest, each with who typed and when."""
    for group, late in session.night.late.items():
        if session.plan.sheets_of(group)[0].contest in ("", contest_id):
            by = session.package.member(late.by).name
            yield Text("act", by, "", late.words, late.typed, late.salt)
