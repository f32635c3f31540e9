"""What the journal holds about one contest, as the protocol wants it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from tallydesk.protocol.assemble import Answer, Material
from tallydesk.protocol.model import SALT, Text, TextKind
from tallydesk.workflow import late_entry, pauses, reopening
from tallydesk.workflow.findings import contest_matters
from tallydesk.workflow.night import Frozen, Written
from tallydesk.workflow.session import Session
from tallydesk.workflow.tally import figures_of


def material_of(session: Session, contest_id: str, frozen: Frozen) -> Material:
    """Everything decided about a contest up to the moment it was frozen."""
    night = session.night
    contest = session.package.contest(contest_id)
    answers: dict[str, Answer] = {}
    variances: dict[str, Answer] = {}
    for matter in contest_matters(session, contest):
        if matter.answer is not None:
            held = variances if matter.finding.kind == "arithmetic" else answers
            answer = _answer(session, matter.answer)
            held[matter.key] = answer
            # What was decided for a box answers the same relation over all boxes.
            held.setdefault(matter.finding.code, answer)
    voting, replaced = night.voting, session.package.replaced(contest_id)
    return Material(
        package=session.package,
        contest=contest,
        version=replaced.version if replaced else 1,
        replaces=replaced.digest if replaced else None,
        completed=frozen.completed,
        announced=voting.announced if voting else None,
        early=bool(voting and voting.early),
        figures=figures_of(session, contest),
        answers=answers,
        variances=variances,
        stances={
            member: stance for (held, member), stance in night.stances.items() if held == contest_id
        },
        texts=(
            *_texts(session, contest_id),
            *reopening.acts(session, contest_id),
            *late_entry.acts(session, contest_id),
            *pauses.acts(session, frozen.completed),
        ),
        changed_after_hint=night.changed_after_hint,
        journal_head=frozen.journal_head,
        slip=sha256(night.slip).digest(),
        booklet=night.booklets.get(contest_id),
    )


def _answer(session: Session, written: Written) -> Answer:
    return Answer(
        written.words,
        session.package.member(written.by).name,
        written.at,
        session.package.member(written.confirmed_by).name if written.confirmed_by else "",
    )


def _texts(session: Session, contest_id: str) -> Iterator[Text]:
    """All words that travel with the record, in the order in which the annex counts them."""
    night, package = session.night, session.package

    def by(written: Written) -> str:
        return package.member(written.by).name

    matters = tuple(contest_matters(session, package.contest(contest_id)))
    for matter in matters:
        if matter.answer is not None and matter.voided is None:
            each = matter.answer
            yield Text("explanation", by(each), matter.key, each.words, each.at, each.salt)
    kinds: tuple[TextKind, ...] = ("remark", "complaint")
    for kind in kinds:
        for remark in night.remarks:
            if remark.kind == kind:
                yield Text(kind, remark.by, "", remark.words, remark.at, remark.salt)
    for opinion in night.opinions.values():
        yield Text("opinion", by(opinion), "", opinion.words, opinion.at, opinion.salt)
    for matter in matters:
        if matter.voided is not None:
            each = matter.voided.written
            carriers = ", ".join(package.member(number).name for number in matter.voided.carriers)
            yield Text(
                "act", by(each), matter.key, f"{each.words} ({carriers})", each.at, each.salt
            )
    yield from _acts(session, contest_id)


def _acts(session: Session, contest_id: str) -> Iterator[Text]:
    """Why the record replaces another one, why voting ended early, who sat in another's place."""
    night, replaced = session.night, session.package.replaced(contest_id)
    if replaced is not None and night.opened_at is not None:
        # The salt comes from the night and is the same each time; order and reason are public.
        salt = sha256(night.opening + contest_id.encode()).digest()[:SALT]
        yield Text("act", replaced.order, "", replaced.reason, night.opened_at, salt)
    voting = night.voting
    if voting is not None and voting.early and voting.announced < session.package.hours.closes:
        # What the commission decided at the close stands on the protocol in its own words.
        salt = sha256(night.opening + b"close").digest()[:SALT]
        by = session.package.member(night.closed_by).name
        yield Text("act", by, "", voting.early, voting.announced, salt)
    for (held, _), each in sorted(night.doubtful.items()):
        if held == contest_id:
            yield _act(session, each.written)
    for held, spoilt in night.spoilings:
        if held == contest_id:
            yield _act(session, spoilt)
    for came in night.substitutes.values():
        yield Text("act", came.name, "", came.words, came.at, came.salt)


def _act(session: Session, written: Written) -> Text:
    by = session.package.member(written.by).name
    return Text("act", by, "", written.words, written.at, written.salt)
