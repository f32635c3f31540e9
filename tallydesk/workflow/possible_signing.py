"""Whether what was said of stances, signatures, records and copies could have happened then.

Here every signature is checked over the frozen payload with its member's point, and every payload
is made once more from the figures before it: whoever changed one of them would have to sign anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tallydesk.protocol.assemble import NotReadyError, assemble
from tallydesk.protocol.canonical import payload_of, read_payload
from tallydesk.protocol.cbor import CborError
from tallydesk.protocol.model import Stance
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.card import SignedCard, read_card
from tallydesk.signing.contest_sheet import sheet_digest
from tallydesk.signing.record import Record, seal_record
from tallydesk.workflow import happening as h
from tallydesk.workflow.conditions import Rule, among, known_member, reached
from tallydesk.workflow.contest_sheets import contest_sheets
from tallydesk.workflow.fault import Why
from tallydesk.workflow.material import material_of
from tallydesk.workflow.night import Frozen
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.sealing import open_to_absent, signers_left
from tallydesk.workflow.session import Session


def _stance(session: Session, _entry: Entry, it: h.StanceTaken) -> Iterator[Why]:
    night = session.night
    yield from reached(session, f"stances.{it.contest}")
    yield from known_member(session, it.member)
    if it.contest in night.records:
        yield "frozen"
    if it.member not in night.present and it.stance not in open_to_absent(session, it.member):
        yield "member-not-there"
    if it.stance.uses_key and it.member not in night.points:
        yield "member-not-there"
    if it.stance is Stance.SIGNS_WITH_OPINION and it.member not in night.opinions:
        yield "words"
    if night.stances.get((it.contest, it.member)) == it.stance:
        yield "nothing-new"


def _frozen(session: Session, entry: Entry, it: h.PayloadFrozen) -> Iterator[Why]:
    night = session.night
    yield from reached(session, f"stances.{it.contest}")
    if it.contest in night.records or it.contest in night.frozen:
        yield "frozen"
    if it.journal_head != night.head:
        yield "head"
    if it.completed > entry.at or it.completed.microsecond:
        yield "time"
    try:
        signed = read_card(it.card)
    except (CborError, ShapeError):
        yield "card"
        return
    if not _is_of_station(session, signed):
        yield "card"
    frozen = Frozen(b"", it.card, it.journal_head, it.completed)
    try:
        due = payload_of(assemble(material_of(session, it.contest, frozen)), signed.digest)
    except (CborError, NotReadyError, ShapeError):
        yield "payload"
        return
    if it.payload != due:
        yield "payload"


def _is_of_station(session: Session, signed: SignedCard) -> bool:
    """Whether the card is this station's, with the points its members' keys have."""
    if session.authority is not None:
        return signed == read_card(session.authority.manifest.card)
    card, package, points = signed.card, session.package, session.night.points
    due = tuple((each.office, points.get(each.number, b""), each.name) for each in package.deciding)
    return (
        (card.purpose, card.constituency, card.number, card.quorum, card.quorum_offices)
        == (
            package.purpose,
            package.station.constituency,
            package.station.number,
            package.policy.quorum,
            package.policy.quorum_offices,
        )
        and tuple((each.office, each.point, each.name) for each in card.members) == due
        and card.sheets == tuple(sheet_digest(sheet) for sheet in contest_sheets(package))
        and (package.purpose != "practice" or _of_practice(signed))
    )


def _of_practice(signed: SignedCard) -> bool:
    from tallydesk.signing.practice import practice_root

    return signed.signed_by_one_of((practice_root().point,))


def _index(session: Session, member: int) -> int:
    return [each.number for each in session.package.deciding].index(member)


def _signed(session: Session, _entry: Entry, it: h.Signed) -> Iterator[Why]:
    night = session.night
    yield from reached(session, f"sign.{it.contest}")
    if it.contest not in night.frozen or it.contest in night.records:
        yield "frozen"
        return
    if it.member not in signers_left(session, it.contest):
        yield "no-member"
        return
    payload, index = night.frozen[it.contest].payload, _index(session, it.member)
    record = Record(payload, read_payload(payload), {index: it.signature})
    if not record.signed_with(index, night.points.get(it.member, b"")):
        yield "signature"


def _sealed(session: Session, _entry: Entry, it: h.RecordSealed) -> Iterator[Why]:
    night = session.night
    if it.contest not in night.frozen or it.contest in night.records:
        yield "frozen"
        return
    signatures = {
        _index(session, member): signature
        for (held, member), signature in night.signatures.items()
        if held == it.contest
    }
    if signers_left(session, it.contest):
        yield "signature"
    elif it.record != seal_record(night.frozen[it.contest].payload, signatures):
        yield "record"


def _copy(session: Session, _entry: Entry, it: h.CopySaved) -> Iterator[Why]:
    yield from reached(session, f"print.{it.contest}")
    if it.contest not in session.night.records:
        yield "record"
    if it.number != 1 + sum(copy.contest == it.contest for copy in session.night.copies):
        yield "copy-number"
    if not it.name or it.receiver != it.receiver.strip():
        yield "words"


def _handed_over(session: Session, entry: Entry, it: h.HandedOver) -> Iterator[Why]:
    yield from reached(session, "handover")
    yield from among(session, it.carriers)
    completed = max(frozen.completed for frozen in session.night.frozen.values())
    if max(it.posted, it.left) > entry.at or min(it.posted, it.left) < completed.replace(second=0):
        yield "time"


SIGNING: Mapping[type[h.Happening], Rule] = {
    h.StanceTaken: _stance,
    h.PayloadFrozen: _frozen,
    h.Signed: _signed,
    h.RecordSealed: _sealed,
    h.CopySaved: _copy,
    h.HandedOver: _handed_over,
}
