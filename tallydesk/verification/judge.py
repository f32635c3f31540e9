"""Judges one record against its card, its contest sheet and the slips that were shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tallydesk.election.definition import Purpose
from tallydesk.protocol.canonical import RecordPayload
from tallydesk.protocol.model import TEXT_KINDS, Stance
from tallydesk.signing.card import Card
from tallydesk.signing.record import Record
from tallydesk.signing.trust import Trust
from tallydesk.verification.arithmetic import Rerun, rerun
from tallydesk.verification.report import PRECEDENCE, Answer, Note, Shown
from tallydesk.verification.shelf import HeldCard, HeldRecord, HeldSheet, HeldSlip, Holdings
from tallydesk.verification.showing import lines_shown, moment_shown, shown_of, votes_shown


@dataclass(frozen=True, slots=True)
class Verdict:
    """One answer that applies to a record, and why."""

    answer: Answer
    note: Note

    @property
    def rank(self) -> int:
        """The place in the precedence.

        A missing contest sheet is asked about last: everything before can be judged without it.
        """
        return len(PRECEDENCE) if self.note.code == "no-sheet" else PRECEDENCE.index(self.answer)


@dataclass(frozen=True, slots=True)
class Judged:
    """What is known of a record.

    `card` is the one it names; `shown` is None unless root and signatures verify.
    """

    held: HeldRecord
    card: HeldCard | None
    sheet: HeldSheet | None
    verdicts: tuple[Verdict, ...]
    remarks: tuple[Note, ...]
    shown: Shown | None

    @property
    def lawful(self) -> bool:
        """Whether nothing before `fork` speaks against it: only such records can contradict."""
        limit = PRECEDENCE.index("fork")
        return self.shown is not None and all(each.rank > limit for each in self.verdicts)


@dataclass(frozen=True, slots=True)
class Allowed:
    """The roots that count, by purpose; without `practice` a practice record is out of place.

    `trust` is what official cards, keys and records are looked up in.
    """

    roots: Mapping[Purpose, tuple[bytes, ...]]
    practice: bool
    trust: Trust | None = None

    def trust_in(self, purpose: Purpose) -> Trust | None:
        """The trust file for records of a purpose, None when there is none or only a root key."""
        trust = self.trust
        return trust if trust and trust.cards is not None and trust.purpose == purpose else None


def judge(held: HeldRecord, together: Holdings, allowed: Allowed) -> Judged:
    """Judge a record by itself; whether another one contradicts it is asked later."""
    payload = held.record.payload
    cards = together.cards_with(payload.card_digest)
    if not cards:
        return Judged(held, None, None, (Verdict("unreadable", Note("no-card")),), (), None)
    # A twin of the card with a second spelling of the signature, or a broken one, is no reason.
    roots = allowed.roots[cards[0].card.card.purpose]
    signed = [each for each in cards if each.card.signed_by_one_of(roots)]
    card = (signed or cards)[0]
    first = tuple(_purposes(held, card, allowed))
    if first or not signed:
        verdicts = first or (Verdict("unknown-root", Note(_root_note(payload.purpose, allowed))),)
        return Judged(held, card, None, verdicts, (), None)
    listing = allowed.trust_in(payload.purpose)
    if listing is not None and not listing.lists(card.card.digest):
        unlisted = Verdict("unknown-root", Note("card-not-listed", {"serial": listing.serial}))
        return Judged(held, card, None, (unlisted,), (), None)
    lost = _revoked(held.record, card.card.card, listing)
    unsigned = tuple(_signatures(held.record, card.card.card, lost))
    if unsigned:
        return Judged(held, card, None, unsigned, (), None)
    sheet = _sheet(payload, card.card.card, together)
    verdicts = (
        *_slips(payload, card.card.card, sheet, together.slips),
        *_station(payload, card.card.card),
        *_time(payload, card.card.card),
        *_quorum(payload, card.card.card, lost),
        *_arithmetic(payload, sheet),
    )
    shown = shown_of(held.record, card.card.card, sheet)
    remarks = (
        *_remarks(payload, card.card.card, sheet),
        *_looked_up(held.record, card.card.card, listing, lost),
    )
    return Judged(held, card, sheet, verdicts, remarks, shown)


def _purposes(held: HeldRecord, card: HeldCard, allowed: Allowed) -> Iterator[Verdict]:
    purpose = held.record.payload.purpose
    if {held.claimed, card.claimed, card.card.card.purpose} != {purpose}:
        yield Verdict("wrong-purpose", Note("purposes-differ"))
    elif purpose == "practice" and not allowed.practice:
        yield Verdict("wrong-purpose", Note("practice-not-allowed"))


def _root_note(purpose: Purpose, allowed: Allowed) -> str:
    return "root-unknown" if allowed.roots[purpose] else "no-root-given"


def _revoked(record: Record, card: Card, trust: Trust | None) -> frozenset[int]:
    """Whose keys no longer count for this record, by index on the card.

    Whenever the record says it was completed: whoever took a key may write any time. A record
    that was signed before is on the list of accepted ones.
    """
    if trust is None or record.digest in trust.accepted:
        return frozenset()
    return frozenset(_signed_with_revoked(record, card, trust))


def _signed_with_revoked(record: Record, card: Card, trust: Trust) -> Iterator[int]:
    for index, member in enumerate(card.members):
        if index in record.signatures and member.point in trust.revoked:
            yield index


def _signatures(record: Record, card: Card, lost: frozenset[int]) -> Iterator[Verdict]:
    """Signers must be exactly those who said they sign, and each with the key on the card."""
    stances = record.payload.stances
    if len(stances) != len(card.members):
        yield Verdict("altered", Note("stances-miscounted"))
        return
    for index, (stance, member) in enumerate(zip(stances, card.members, strict=True)):
        facts = {"member": member.name}
        if stance.uses_key and index not in record.signatures:
            yield Verdict("altered", Note("signature-missing", facts))
        elif stance.uses_key and not record.signed_with(index, member.point):
            yield Verdict("altered", Note("signature-false", facts))
        elif not stance.uses_key and index in record.signatures:
            yield Verdict("altered", Note("signature-extra", facts))
    if any(index >= len(stances) for index in record.signatures):
        yield Verdict("altered", Note("signature-of-stranger"))
    if not record.signatures:
        yield Verdict("quorum-not-met", Note("nobody-signed"))
    elif lost >= set(record.signatures):
        # Hands on paper are the signers' own statement: without one key that counts, nobody's.
        yield Verdict("quorum-not-met", Note("all-keys-revoked"))


def _sheet(payload: RecordPayload, card: Card, together: Holdings) -> HeldSheet | None:
    if payload.contest_index >= len(card.sheets):
        return None
    return together.sheet_with(card.sheets[payload.contest_index])


def _slips(
    payload: RecordPayload, card: Card, sheet: HeldSheet | None, slips: Sequence[HeldSlip]
) -> Iterator[Verdict]:
    """A slip of the same station and contest must be the one that the record names."""
    if payload.contest_index >= len(card.sheets):
        return
    wanted = card.sheets[payload.contest_index]
    for held in slips:
        slip = held.slip
        figures = next((each.lines for each in slip.contests if each.sheet == wanted), None)
        if figures is None or (slip.constituency, slip.number) != (card.constituency, card.number):
            continue
        if payload.purpose not in (held.claimed, slip.purpose):
            continue
        if held.claimed != slip.purpose:
            yield Verdict("wrong-purpose", Note("purposes-differ"))
        elif held.digest != payload.slip:
            yield Verdict("altered", Note("slip-another"))
        elif sheet is not None:
            yield from _slip_figures(figures, lines_shown(payload, sheet))


def _slip_figures(slip: Mapping[str, int], record: Mapping[str, int]) -> Iterator[Verdict]:
    for line, figure in slip.items():
        if record.get(line) != figure:
            facts = {"line": line, "slip": figure, "record": record.get(line, "–")}
            yield Verdict("altered", Note("slip-differs", facts))


def _station(payload: RecordPayload, card: Card) -> Iterator[Verdict]:
    if payload.contest_index >= len(card.sheets):
        yield Verdict("wrong-station", Note("contest-not-on-card", {"station": card.station}))


def _time(payload: RecordPayload, card: Card) -> Iterator[Verdict]:
    facts = _hours(payload, card)
    if payload.closed_early is not None:
        yield from _early_close(payload, card, payload.closed_early)
    elif payload.completed < card.polls_close:
        yield Verdict("outside-time", Note("before-close", facts))
    if payload.completed > card.valid_to:
        yield Verdict("outside-time", Note("after-window", facts))


def _early_close(payload: RecordPayload, card: Card, early: datetime) -> Iterator[Verdict]:
    """A station may finish before its hour (Art. 104.3), and not before it announced so.

    That it was decided is the signers' own statement, so it is always named.
    """
    if not card.valid_from <= early < card.polls_close:
        yield Verdict("outside-time", Note("early-close-outside", _hours(payload, card)))
    elif payload.completed < early:
        yield Verdict("outside-time", Note("before-early-close", _hours(payload, card)))


def _hours(payload: RecordPayload, card: Card) -> dict[str, object]:
    return {
        "completed": moment_shown(payload.completed),
        "close": moment_shown(card.polls_close),
        "opens": moment_shown(card.valid_from),
        "early": moment_shown(payload.closed_early) if payload.closed_early else "–",
    }


def _quorum(payload: RecordPayload, card: Card, lost: frozenset[int]) -> Iterator[Verdict]:
    pairs = zip(payload.stances, card.members, strict=True)
    hands = [
        member.office
        for index, (stance, member) in enumerate(pairs)
        if stance.on_paper and index not in lost
    ]
    if len(hands) < card.quorum:
        facts = {"hands": len(hands), "quorum": card.quorum}
        yield Verdict("quorum-not-met", Note("too-few", facts))
        if lost:
            names = ", ".join(card.members[index].name for index in sorted(lost))
            yield Verdict("quorum-not-met", Note("keys-revoked", {"members": names}))
    if card.quorum_offices and not set(hands) & set(card.quorum_offices):
        offices = tuple(f"office.{office}" for office in card.quorum_offices)
        yield Verdict("quorum-not-met", Note("office-missing", {"offices": offices}))


def _arithmetic(payload: RecordPayload, sheet: HeldSheet | None) -> Iterator[Verdict]:
    if sheet is None:
        yield Verdict("unreadable", Note("no-sheet"))
        return
    counted = (len(payload.lines), len(payload.votes))
    if counted != (len(sheet.sheet.lines), len(sheet.sheet.candidates)):
        yield Verdict("arithmetic-fails", Note("figures-miscounted"))
        return
    for failing in _rerun(payload, sheet).failing:
        if failing.code in payload.variances:
            continue
        note = "relation-fails" if failing.left is None else "relation-fails-by"
        facts = {"code": failing.code, "left": failing.left, "right": failing.right}
        yield Verdict("arithmetic-fails", Note(note, facts))


def _rerun(payload: RecordPayload, sheet: HeldSheet) -> Rerun:
    return rerun(sheet.sheet, lines_shown(payload, sheet), votes_shown(payload, sheet))


def _remarks(payload: RecordPayload, card: Card, sheet: HeldSheet | None) -> Iterator[Note]:
    """What is true of a record that nothing speaks against, and ought to be known."""
    keys = sum(stance.uses_key for stance in payload.stances)
    on_paper = sum(stance is Stance.SIGNS_ON_PAPER for stance in payload.stances)
    facts = {"keys": keys, "members": len(card.members), "paper": on_paper, "quorum": card.quorum}
    yield Note("signed", facts)
    if on_paper:
        yield Note("signed-on-paper", facts)
        if keys < card.quorum:
            yield Note("quorum-rests-on-paper", facts)
    if card.custody == "authority":
        yield Note("keys-of-authority")
    if payload.closed_early is not None:
        yield Note("closed-early", _hours(payload, card))
    if payload.variances:
        yield Note("variances", {"codes": ", ".join(payload.variances)})
    undecided = _rerun(payload, sheet).undecided if sheet is not None else ()
    if undecided:
        yield Note("relations-undecided", {"codes": ", ".join(undecided)})
    if any(payload.annex.counts):
        counts = dict[str, object](zip(TEXT_KINDS, payload.annex.counts, strict=True))
        yield Note("wording-unchecked", counts)
    if payload.changed_after_hint:
        yield Note("changed-after-hint", {"figures": payload.changed_after_hint})
    if payload.booklet is not None:
        booklet = f"{payload.booklet.series} {payload.booklet.number}"
        yield Note("booklet", {"booklet": booklet})


def _looked_up(
    record: Record, card: Card, trust: Trust | None, lost: frozenset[int]
) -> Iterator[Note]:
    """What the trust file says of a record that counts."""
    if trust is None:
        return
    accepted = {} if lost else dict.fromkeys(_signed_with_revoked(record, card, trust))
    for code, indices in (("keys-revoked", lost), ("accepted-despite", accepted)):
        if indices:
            names = ", ".join(card.members[index].name for index in sorted(indices))
            yield Note(code, {"members": names})
    issued = moment_shown(trust.issued) if trust.issued else "–"
    yield Note("looked-up", {"serial": trust.serial, "issued": issued})
