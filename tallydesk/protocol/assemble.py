"""The one door to a results protocol: everything is there, or the reasons why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from tallydesk.counting.figures import Figures
from tallydesk.election.definition import Contest, Package
from tallydesk.protocol.model import (
    Booklet,
    Explained,
    ResultsProtocol,
    Signer,
    Stance,
    Text,
    Variance,
)
from tallydesk.rules.check import check
from tallydesk.rules.finding import Finding

ReasonCode = Literal[
    "blank-line",
    "blank-votes",
    "unanswered-finding",
    "stance-missing",
    "quorum-not-met",
    "office-missing",
    "opinion-missing",
    "booklet-missing",
    "polls-open",
]


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that is missing; `about` are line ids, candidate ids, codes or names."""

    code: ReasonCode
    about: tuple[str, ...] = ()


class NotReadyError(ValueError):
    """The protocol cannot be completed yet; `reasons` says all that is missing."""

    def __init__(self, reasons: tuple[Reason, ...]) -> None:
        self.reasons = reasons
        parts = (" ".join((reason.code, *reason.about)) for reason in reasons)
        super().__init__("; ".join(parts))


@dataclass(frozen=True, slots=True)
class Answer:
    """What was written about a finding, by whom and when."""

    words: str
    by: str
    at: datetime
    confirmed_by: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything the commission has decided about one contest.

    `stances` by member number. `answers` by relation code: explanations, answers, decisions;
    `variances` by relation code. `completed` and `polls_closed` in UTC. `announced` is the
    close as the chair announced it, None before; `early` is true when the commission decided to
    finish before the hour (Art. 104.3).
    """

    package: Package
    contest: Contest
    version: int
    replaces: bytes | None
    completed: datetime
    announced: datetime | None
    early: bool
    figures: Figures
    answers: Mapping[str, Answer]
    variances: Mapping[str, Answer]
    stances: Mapping[int, Stance]
    texts: tuple[Text, ...]
    changed_after_hint: int
    journal_head: bytes
    slip: bytes
    booklet: Booklet | None

    @property
    def closed_early(self) -> datetime | None:
        """The announced close, where the commission decided on one before the station's hour."""
        announced = self.announced
        if not self.early or announced is None or announced >= self.package.hours.closes:
            return None
        return announced.replace(microsecond=0)


def assemble(material: Material) -> ResultsProtocol:
    """The protocol of one contest. Raises NotReadyError naming everything that is missing."""
    _refuse((*_missing_count(material), *_missing_close(material), *_missing_hands(material)))
    return _protocol(material, _signers(material))


def draft(material: Material) -> ResultsProtocol:
    """The protocol as it stands before stances and booklet: `signers` is empty.

    For looking at and for writing the booklet from; nobody can sign it. Raises NotReadyError
    while a figure or an answer is missing.
    """
    _refuse(tuple(_missing_count(material)))
    return _protocol(material, ())


def _refuse(reasons: tuple[Reason, ...]) -> None:
    if reasons:
        raise NotReadyError(reasons)


def _protocol(material: Material, signers: tuple[Signer, ...]) -> ResultsProtocol:
    package, contest, figures = material.package, material.contest, material.figures
    findings = check(contest.form, figures).findings
    return ResultsProtocol(
        purpose=package.purpose,
        station=package.station.label,
        contest=contest.id,
        contest_index=package.definition.contests.index(contest),
        version=material.version,
        replaces=material.replaces,
        completed=material.completed.replace(microsecond=0),
        lines={line.id: figures.lines[line.id] for line in contest.form.lines},
        votes={each.id: figures.votes[each.id] for each in contest.standing},
        signers=signers,
        explained=tuple(
            Explained(finding, answer.words, answer.by, answer.at)
            for finding in findings
            if finding.kind != "arithmetic"
            for answer in (material.answers[finding.code],)
        ),
        variances=tuple(
            Variance(finding, answer.words, answer.by, answer.confirmed_by, answer.at)
            for finding in findings
            if finding.kind == "arithmetic"
            for answer in (material.variances[finding.code],)
        ),
        texts=material.texts,
        changed_after_hint=material.changed_after_hint,
        journal_head=material.journal_head,
        slip=material.slip,
        booklet=material.booklet,
        closed_early=material.closed_early,
    )


def _missing_count(material: Material) -> Iterator[Reason]:
    yield from _missing_figures(material)
    unanswered = tuple(
        finding.code
        for finding in check(material.contest.form, material.figures).findings
        if not _answered(material, finding)
    )
    if unanswered:
        yield Reason("unanswered-finding", unanswered)


def _missing_close(material: Material) -> Iterator[Reason]:
    closes = material.package.hours.closes
    # Who decided to finish early waits for what was announced, everybody else for the hour too.
    waited_for = material.closed_early if material.early else closes
    if material.announced is None or (waited_for and material.completed < waited_for):
        yield Reason("polls-open")
    if material.contest.form.original == "booklet" and material.booklet is None:
        yield Reason("booklet-missing")


def _missing_figures(material: Material) -> Iterator[Reason]:
    lines = tuple(
        line.id for line in material.contest.form.lines if line.id not in material.figures.lines
    )
    if lines:
        yield Reason("blank-line", lines)
    votes = tuple(
        each.id for each in material.contest.standing if each.id not in material.figures.votes
    )
    if votes:
        yield Reason("blank-votes", votes)


def _answered(material: Material, finding: Finding) -> bool:
    held = material.variances if finding.kind == "arithmetic" else material.answers
    return finding.code in held


def _missing_hands(material: Material) -> Iterator[Reason]:
    package, stances = material.package, material.stances
    silent = tuple(each.name for each in package.deciding if each.number not in stances)
    if silent:
        yield Reason("stance-missing", silent)
    writers = {text.by for text in material.texts if text.kind == "opinion"}
    without = tuple(
        each.name
        for each in package.deciding
        if stances.get(each.number) is Stance.SIGNS_WITH_OPINION and each.name not in writers
    )
    if without:
        yield Reason("opinion-missing", without)
    hands = [each for each in package.deciding if stances.get(each.number, Stance.ABSENT).on_paper]
    if len(hands) < package.policy.quorum:
        yield Reason("quorum-not-met")
    offices = package.policy.quorum_offices
    if offices and not any(each.office in offices for each in hands):
        yield Reason("office-missing", offices)


def _signers(material: Material) -> tuple[Signer, ...]:
    return tuple(
        Signer(each.number, each.name, each.office, material.stances[each.number])
        for each in material.package.deciding
    )
