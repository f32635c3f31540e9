"""What the figures of a finished stage say, and what people answer to it.

Nothing here stops a lawful protocol: every finding has a way on, and every way leaves a trace.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tallydesk.counting.figures import Figures
from tallydesk.counting.place import Place
from tallydesk.election.definition import Contest
from tallydesk.election.form import Relation
from tallydesk.protocol.model import SALT
from tallydesk.rules.check import check
from tallydesk.rules.finding import Finding
from tallydesk.rules.relation import speaks_of_votes
from tallydesk.workflow import attendance, step
from tallydesk.workflow.happening import (
    BoxVoided,
    FindingExplained,
    FindingsShown,
    Recounted,
    VarianceRecorded,
)
from tallydesk.workflow.night import Voided, Written
from tallydesk.workflow.ports import KeyShelf
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session
from tallydesk.workflow.tally import box_figures, figures_of


@dataclass(frozen=True, slots=True)
class Matter:
    """A finding with what was answered. `box` is set for one about a single mobile box.

    `answer` is None while the finding is open, and again once a figure it rests on has changed
    (`stale` then holds the words written before). `variance_offered` after two equal recounts.
    """

    contest: str
    finding: Finding
    relation: Relation
    box: str
    figures: Figures
    answer: Written | None
    voided: Voided | None
    stale: str
    variance_offered: bool

    @property
    def open(self) -> bool:
        """Whether people still have to answer."""
        return self.answer is None

    @property
    def key(self) -> str:
        """The relation's code, with the box when it is about one."""
        return f"{self.finding.code}.{self.box}" if self.box else self.finding.code


def show(session: Session, group: str) -> None:
    """Record that the differences of a group are on the screen: hints begin here."""
    step.require(session, f"{group}.findings")
    if group not in session.night.shown:
        session.happen(FindingsShown(group))


def matters_of(session: Session, group: str) -> tuple[Matter, ...]:
    """All findings that can be decided once this group stands."""
    return tuple(
        matter
        for contest in session.package.definition.contests
        if not group.startswith("count.") or group == f"count.{contest.id}"
        for matter in contest_matters(session, contest)
    )


def contest_matters(session: Session, contest: Contest) -> Iterator[Matter]:
    """The findings of a contest so far, in the order of its form, single boxes last.

    A relation about a box is looked at box by box, so that one box cannot hide another.
    """
    figures = figures_of(session, contest)
    by_box = {
        box.id: (alone, tuple(_about_a_box(contest, alone)))
        for box in session.package.station.boxes_of("mobile")
        for alone in (box_figures(session, contest, box.id, figures),)
    }
    in_boxes = {finding.code for _, found in by_box.values() for finding in found}
    for finding in check(contest.form, figures).findings:
        if finding.code not in in_boxes:
            yield _matter(session, contest, finding, figures, "")
    for box, (alone, found) in by_box.items():
        for finding in found:
            yield _matter(session, contest, finding, alone, box)


def _about_a_box(contest: Contest, alone: Figures) -> Iterator[Finding]:
    for finding in check(contest.form, alone).findings:
        if _is_about_a_box(contest, _relation(contest, finding.code)):
            yield finding


def _is_about_a_box(contest: Contest, relation: Relation) -> bool:
    """A consequence whose every line is counted box by box is decided for each box."""
    return relation.kind == "consequence" and all(
        contest.form.line(line).per_box == "mobile" for line in relation.lines
    )


def _relation(contest: Contest, code: str) -> Relation:
    return next(each for each in contest.form.relations if each.code == code)


def basis_of(finding: Finding, figures: Figures) -> str:
    """The figures that an answer rests on, as text to compare."""
    lines = ";".join(f"{line}={figures.lines.get(line)}" for line in finding.lines)
    return f"{lines}|{finding.left}|{finding.right}"


def _matter(
    session: Session, contest: Contest, finding: Finding, figures: Figures, box: str
) -> Matter:
    night = session.night
    key = (contest.id, f"{finding.code}.{box}" if box else finding.code)
    voided = night.voided.get(key)
    held = night.variances if finding.kind == "arithmetic" else night.explained
    written = voided.written if voided else held.get(key)
    fresh = written is not None and written.basis == basis_of(finding, figures)
    return Matter(
        contest=contest.id,
        finding=finding,
        relation=_relation(contest, finding.code),
        box=box,
        figures=figures,
        answer=written if fresh else None,
        voided=voided if fresh else None,
        stale=written.words if written is not None and not fresh else "",
        variance_offered=finding.kind == "arithmetic"
        and any(_recounted_twice(session, place) for place in places_of(session, contest, finding)),
    )


def places_of(session: Session, contest: Contest, finding: Finding) -> tuple[Place, ...]:
    """The places whose piles or lists a recount could count again."""
    names_votes = speaks_of_votes(_relation(contest, finding.code).holds)
    settled = session.night.settled
    return tuple(
        place
        for place in session.plan.group_by_place
        if (place.id in finding.lines if place.kind == "line" else names_votes)
        and place.contest in ("", contest.id)
        and place in settled
    )


def _recounted_twice(session: Session, place: Place) -> bool:
    history = session.night.recounts.get(place, ())
    return len(history) > 1 and history[-1] == history[-2]


def explain(session: Session, matter: Matter, words: str) -> None:
    """Write why a finding stands, or answer the question it asks.

    Raises RefusedError `words-missing`, `not-to-explain` for an arithmetic finding (that one is
    recounted, or closed by `record_variance`), `contest-frozen`.
    """
    if matter.finding.kind == "arithmetic":
        code = "not-to-explain"
        raise RefusedError(code)
    said = _said(session, matter, words)
    session.happen(
        FindingExplained(
            matter.contest,
            matter.key,
            said,
            basis_of(matter.finding, matter.figures),
            session.chance.octets(SALT),
        )
    )


def void_box(session: Session, matter: Matter, carriers: tuple[int, ...], words: str) -> None:
    """Decide that the votes of a mobile box are invalid, with the act that names its carriers.

    Raises RefusedError `words-missing`, `carriers-missing`, `not-a-consequence`.
    """
    if matter.finding.kind != "consequence":
        code = "not-a-consequence"
        raise RefusedError(code)
    if not carriers:
        code = "carriers-missing"
        raise RefusedError(code)
    said = _said(session, matter, words)
    session.happen(
        BoxVoided(
            matter.contest,
            matter.key,
            matter.box,
            matter.finding.left or 0,
            tuple(sorted(carriers)),
            said,
            basis_of(matter.finding, matter.figures),
            session.chance.octets(SALT),
        )
    )


def recount(session: Session, place: Place, count: int) -> bool:
    """Write what a recount gave; True when it closed the figure (twice running the same).

    Raises RefusedError `not-settled`, `contest-frozen`.
    """
    if place not in session.night.settled:
        code = "not-settled"
        raise RefusedError(code)
    _require_open(session, place.contest)
    session.happen(Recounted(place, count))
    return _recounted_twice(session, place)


def record_variance(
    session: Session, shelf: KeyShelf, matter: Matter, words: str, confirmed_by: int, pin: str
) -> None:
    """Close an arithmetic finding that two equal recounts left standing.

    Two members stand by it: the one at the laptop and `confirmed_by` with their PIN. Raises
    RefusedError `variance-needs-recounts`, `words-missing`, `same-member`, and what
    `attendance.prove` raises.
    """
    if not matter.variance_offered:
        code = "variance-needs-recounts"
        raise RefusedError(code)
    said = _said(session, matter, words)
    if confirmed_by == session.night.member:
        code = "same-member"
        raise RefusedError(code, member=session.package.member(confirmed_by).name)
    attendance.prove(session, shelf, confirmed_by, pin)
    session.happen(
        VarianceRecorded(
            matter.contest,
            matter.key,
            said,
            basis_of(matter.finding, matter.figures),
            session.chance.octets(SALT),
            confirmed_by,
        )
    )


def close(session: Session, group: str) -> None:
    """Finish a stage once every finding is answered.

    Raises RefusedError `findings-open` with the codes.
    """
    step.require(session, f"{group}.findings")
    still = [matter.key for matter in matters_of(session, group) if matter.open]
    if still:
        code = "findings-open"
        raise RefusedError(code, codes=", ".join(still))
    step.close(session, f"{group}.findings")


def _said(session: Session, matter: Matter, words: str) -> str:
    if not words.strip():
        code = "words-missing"
        raise RefusedError(code)
    _require_open(session, matter.contest)
    return words.strip()


def _require_open(session: Session, contest: str) -> None:
    """A frozen protocol is not edited: a changed stance opens it again.

    A line of the station (contest "") stands in every contest's protocol.
    """
    if contest in session.night.frozen or (not contest and session.night.frozen):
        code = "contest-frozen"
        raise RefusedError(code)
