"""The door for everybody who wants a copy checked: octets in, one report for each input out.

No database, no window, no clock: times are compared with the card's window only. A valid code
proves who signed these figures and that the copy is unchanged; it does not prove that the ballots
were counted right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallydesk.election.definition import Purpose
from tallydesk.signing.trust import Trust
from tallydesk.verification.draft import contradicted, drafted
from tallydesk.verification.envelope import Envelope
from tallydesk.verification.inputs import Found, Input, parts_in
from tallydesk.verification.judge import Allowed, Judged, Verdict, judge
from tallydesk.verification.report import PRECEDENCE, Answer, Note, Report, Shown
from tallydesk.verification.sealed import FileJudged, judge_draft, judge_file
from tallydesk.verification.shelf import Gathered, HeldDraft, Holdings, gather
from tallydesk.verification.siblings import compare, predecessor_shown

_NO_VERDICT = len(PRECEDENCE) + 1


def verify(
    inputs: Sequence[Input],
    *,
    practice_root: bytes,
    trust: Trust | None = None,
    allow_practice: bool = False,
) -> tuple[Report, ...]:
    """One report for each input, in order; the codes of all are pooled before judging.

    `practice_root` is a point of 33 octets (`signing.practice`). `trust` holds the authority's
    root for official records, and when it is a trust file also all cards, revoked keys and
    accepted records; without it official records answer `unknown-root`. Beside a `trust`,
    practice records are out of place unless `allow_practice`. Never raises for what an input
    holds.
    """
    roots: dict[Purpose, tuple[bytes, ...]] = {
        "practice": (practice_root,),
        "official": (trust.root,) if trust else (),
    }
    allowed = Allowed(roots, trust is None or allow_practice, trust)
    found = [parts_in(each) for each in inputs]
    gathered, together = gather([each.parts for each in found])
    judged = [judge(held, together, allowed) for held in together.records]
    desk = _Desk(judged, allowed, together)
    return tuple(
        desk.report(given.name, read, held)
        for given, read, held in zip(inputs, found, gathered, strict=True)
    )


class _Desk:
    """All records that were shown, judged, with what they say about one another."""

    def __init__(self, judged: Sequence[Judged], allowed: Allowed, together: Holdings) -> None:
        self._judged, self._together = judged, together
        self._allowed = allowed
        self._among = compare(judged)

    def report(self, name: str, read: Found, gathered: Gathered) -> Report:
        """The report for one input: what is wrong with its codes, then with its record."""
        mixed = list(_mixed(read, gathered))
        verdicts = [
            *(Verdict("unreadable", note) for note in read.faults),
            *(Verdict(fault.answer, fault.note) for fault in gathered.faults),
        ]
        # Pages of two records: each misses parts, and that is not what is wrong with them.
        verdicts = mixed or verdicts
        if read.envelope is not None:
            verdicts += [Verdict("altered", note) for note in read.envelope.faults]
        if verdicts:
            return _report(name, verdicts, None)
        if gathered.own.drafts and not gathered.own.records:
            return self._draft(name, gathered.own.drafts[0], read.envelope)
        fitting = self._fitting(gathered.own)
        if len({each.held.record.digest for each in fitting}) != 1:
            note = Note("several-records" if fitting else "no-record")
            return _report(name, [Verdict("unreadable", note)], None)
        return self._judgement(name, gathered.own, fitting[0], read.envelope)

    def _draft(self, name: str, held: HeldDraft, envelope: Envelope | None) -> Report:
        file = judge_draft(envelope, held) if envelope else FileJudged()
        if file.verdicts:
            return _report(name, file.verdicts, None)
        unsigned = drafted(held, self._together)
        return Report(name, "unreadable", (Note("draft"), *file.notes), None, unsigned)

    def _fitting(self, own: Holdings) -> list[Judged]:
        """The records an input is about: its own, else those its card, sheet or slip belongs to.

        There may be twins, of which one spells a signature otherwise. Of an input's own the worst
        comes first, of borrowed ones the best.
        """
        if own.records:
            return sorted((each for each in self._judged if each.held in own.records), key=_rank)
        borrowed = (each for each in self._judged if _belongs(own, each))
        return sorted(borrowed, key=_rank, reverse=True)

    def _judgement(
        self, name: str, own: Holdings, judged: Judged, envelope: Envelope | None
    ) -> Report:
        payload = judged.held.record.payload
        file = judge_file(envelope, judged, self._allowed) if envelope else FileJudged()
        strangers = list(_strangers(own, judged, self._allowed))
        # A card that does not fit says more than that the right one is missing.
        unfitting = judged.card is None and own.cards
        verdicts = [
            *(() if unfitting else judged.verdicts),
            *strangers,
            *contradicted(judged, own.drafts, self._together.drafts),
            *file.verdicts,
            *self._among.get(judged.held.record.digest, ()),
        ]
        if verdicts:
            return _report(name, verdicts, judged.shown)
        notes = file.remarks(judged)
        if payload.replaces is not None:
            shown = predecessor_shown(judged, self._judged)
            notes.append(Note("replaces-shown" if shown else "replaces-not-shown"))
        if self._allowed.trust_in(payload.purpose) is None:
            notes.append(Note("not-looked-up"))
        notes += [Note("no-later-known"), Note("proves")]
        answer: Answer = "valid" if payload.purpose == "official" else "valid-practice"
        return Report(name, answer, tuple(notes), judged.shown)


def _rank(judged: Judged) -> int:
    return min((verdict.rank for verdict in judged.verdicts), default=_NO_VERDICT)


def _report(name: str, verdicts: Sequence[Verdict], shown: Shown | None) -> Report:
    """The first answer in the precedence, with everything that speaks for it."""
    first = min(verdicts, key=lambda verdict: verdict.rank)
    said = [each.note for each in verdicts if each.rank == first.rank]
    notes = tuple(note for number, note in enumerate(said) if note not in said[:number])
    # Up to altered, what would be shown is not what somebody signed, or not all of it.
    hidden = first.rank <= PRECEDENCE.index("altered")
    return Report(name, first.answer, notes, None if hidden else shown)


def _mixed(read: Found, gathered: Gathered) -> Iterator[Verdict]:
    """All codes of one input must have one purpose and name one record."""
    if len({part.heading.purpose for part in read.parts}) > 1:
        yield Verdict("wrong-purpose", Note("purposes-differ"))
    named = {held.record.digest for held in gathered.own.records}
    if gathered.record_headings > 1 and (
        len(gathered.own.records) < gathered.record_headings or len(named) > 1
    ):
        yield Verdict("altered", Note("records-mixed"))


def _belongs(own: Holdings, judged: Judged) -> bool:
    """Whether something in an input without a record belongs to this one."""
    payload = judged.held.record.payload
    sheets = {held.digest for held in own.sheets}
    return (
        any(held.card.digest == payload.card_digest for held in own.cards)
        or any(held.digest == payload.slip for held in own.slips)
        or any(sheet in sheets for sheet in _sheets(judged))
    )


def _strangers(own: Holdings, judged: Judged, allowed: Allowed) -> Iterator[Verdict]:
    """What lies in the same input and belongs to something else."""
    payload = judged.held.record.payload
    for held in own.cards:
        card = held.card
        if card.digest == payload.card_digest:
            continue
        if judged.card is not None:
            yield Verdict("altered", Note("card-of-another", {"station": card.card.station}))
        elif card.signed_by_one_of(allowed.roots[card.card.purpose]):
            facts = {"station": card.card.station}
            yield Verdict("wrong-station", Note("card-does-not-fit", facts))
        else:
            yield Verdict("unknown-root", Note("root-unknown"))
    if judged.card is not None and any(held.digest not in _sheets(judged) for held in own.sheets):
        yield Verdict("altered", Note("sheet-of-another"))
    if any(held.digest != payload.slip for held in own.slips):
        yield Verdict("altered", Note("slip-another"))


def _sheets(judged: Judged) -> tuple[bytes, ...]:
    return judged.card.card.card.sheets if judged.card is not None else ()
