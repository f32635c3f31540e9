"""From settled figures to the figures of one contest: boxes added up, derived lines filled."""

from __future__ import annotations

from dataclasses import replace

from tallydesk.counting.figures import Figures
from tallydesk.counting.place import Place
from tallydesk.election.definition import Contest
from tallydesk.election.form import Line
from tallydesk.rules.derived import derive
from tallydesk.workflow.entry import settled
from tallydesk.workflow.session import Session


def figures_of(session: Session, contest: Contest) -> Figures:
    """What stands so far for a contest.

    Figures of a stage that is still being entered twice are blank here: no sum may be seen before
    every count of the stage stands.
    """
    night, plan = session.night, session.plan
    open_groups = {group for group in plan.groups if not settled(session, group)}
    lines: dict[str, int] = {}
    for line in contest.form.lines:
        group = plan.group_of_stage(line.stage, contest.id)
        if line.derived is None and group not in open_groups:
            count = _count(session, contest, line)
            if count is not None:
                lines[line.id] = count
    votes = {
        place.id: night.settled[place]
        for sheet in plan.sheets
        if sheet.contest == contest.id and sheet.group not in open_groups
        for place in sheet.places
        if place.kind == "vote" and place in night.settled
    }
    given = {
        "seats": contest.seats,
        "candidates": len(contest.standing),
        "listed": session.package.station.listed,
        "voided": _voided(session, contest),
    }
    reported = max(night.turnout.values(), default=None)
    if reported is not None:
        given["reported"] = reported
    if contest.id in session.package.station.received:
        given["received"] = session.package.station.received[contest.id]
    return derive(contest.form, Figures(lines, votes, given, ballot_of(contest)))


def ballot_of(contest: Contest) -> dict[str, str]:
    """The candidates whose votes are counted, each with its list or ""."""
    return {each.id: each.list_id or "" for each in contest.standing}


def _voided(session: Session, contest: Contest) -> int:
    """Papers whose votes were declared invalid; a box counts once, however many rules it broke."""
    papers: dict[str, int] = {}
    for (held, _), decision in session.night.voided.items():
        if held == contest.id:
            papers[decision.box] = max(decision.papers, papers.get(decision.box, 0))
    return papers.get("", sum(papers.values()))


def _count(session: Session, contest: Contest, line: Line) -> int | None:
    figures = session.night.settled
    if line.scope == "station":
        return figures.get(Place("", "line", line.id))
    if line.per_box is None:
        return figures.get(Place(contest.id, "line", line.id))
    counts = [
        figures.get(Place(contest.id, "line", line.id, box.id))
        for box in session.package.station.boxes_of(line.per_box)
    ]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def box_figures(session: Session, contest: Contest, box: str, figures: Figures) -> Figures:
    """The contest's figures as one box alone shows them: its own counts in the lines by box."""
    lines = dict(figures.lines)
    for line in contest.form.lines:
        if line.per_box is not None:
            lines.pop(line.id, None)
            count = session.night.settled.get(Place(contest.id, "line", line.id, box))
            if count is not None:
                lines[line.id] = count
    return replace(figures, lines=lines)
