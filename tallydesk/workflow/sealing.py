"""Stances, the frozen payload, the members' signatures, the sealed record.

Hands before keys: what each member does about the protocol is collected first, lies in the
payload, and exactly those who said so sign it.
"""

from __future__ import annotations

from datetime import timedelta

from tallydesk.protocol.assemble import assemble
from tallydesk.protocol.canonical import payload_of
from tallydesk.protocol.model import ResultsProtocol, Stance
from tallydesk.signing.card import Card, CardMember, card_digest, issue_card
from tallydesk.signing.certificate import point_in
from tallydesk.signing.contest_sheet import sheet_digest
from tallydesk.signing.keys import Unlocked
from tallydesk.signing.practice import practice_root
from tallydesk.signing.record import seal_record, signature_over
from tallydesk.workflow import hour, own_keys, step
from tallydesk.workflow.contest_sheets import contest_sheets
from tallydesk.workflow.happening import PayloadFrozen, RecordSealed, Signed, StanceTaken
from tallydesk.workflow.material import material_of
from tallydesk.workflow.night import Frozen
from tallydesk.workflow.official_happening import SealMissing, SealOpened
from tallydesk.workflow.ports import KeyShelf
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session

AFTER_CLOSE = timedelta(hours=36)
"""How long after the close a record of this card may be completed."""


def take_stance(session: Session, contest: str, member: int, stance: Stance) -> None:
    """Record what a member does about the protocol.

    An absent member's stance is absence, unless a substitute sits in their place and signs on
    paper, or refuses. Raises RefusedError `absent-member`, `opinion-missing`, `no-key` for a
    stance that needs one, `contest-sealed`.
    """
    step.require(session, f"stances.{contest}")
    night = session.night
    if contest in night.records:
        code = "contest-sealed"
        raise RefusedError(code)
    if member not in night.present and stance not in open_to_absent(session, member):
        code = "absent-member"
        raise RefusedError(code, member=session.package.member(member).name)
    if stance.uses_key and member not in night.points:
        code = "no-key"
        raise RefusedError(code, member=session.package.member(member).name)
    if stance is Stance.SIGNS_WITH_OPINION and member not in night.opinions:
        code = "opinion-missing"
        raise RefusedError(code, member=session.package.member(member).name)
    if night.stances.get((contest, member)) != stance:
        session.happen(StanceTaken(contest, member, stance))


def open_to_absent(session: Session, member: int) -> tuple[Stance, ...]:
    """The stances of a member who is not present: with a substitute there are more than one."""
    if member in session.night.substitutes:
        return (Stance.ABSENT, Stance.SIGNS_ON_PAPER, Stance.REFUSES)
    return (Stance.ABSENT,)


def freeze(session: Session, contest_id: str) -> None:
    """Close the protocol: from here on exactly these octets are signed.

    Raises protocol.assemble.NotReadyError with all that is missing, RefusedError
    `contest-sealed`, and what `hour.require` raises.
    """
    step.require(session, f"stances.{contest_id}")
    hour.require(session)
    night = session.night
    if contest_id in night.records:
        code = "contest-sealed"
        raise RefusedError(code)
    if contest_id not in night.frozen:
        now = session.clock.now()
        completed = max(now, night.last_at or now).replace(microsecond=0)
        head = night.head
        card = _signed_card(session)
        frozen = Frozen(b"", card, head, completed)
        protocol = assemble(material_of(session, contest_id, frozen))
        payload = payload_of(protocol, card_digest(card))
        session.happen(PayloadFrozen(contest_id, payload, card, head, completed))
    step.close(session, f"stances.{contest_id}")


def protocol_of(session: Session, contest_id: str) -> ResultsProtocol:
    """The frozen protocol as a value, rebuilt from the journal. KeyError before it is frozen."""
    return assemble(material_of(session, contest_id, session.night.frozen[contest_id]))


def signers_left(session: Session, contest_id: str) -> tuple[int, ...]:
    """Members who said they sign with a key and have not yet, in roster order."""
    night = session.night
    return tuple(
        member.number
        for member in session.package.deciding
        if night.stances.get((contest_id, member.number), Stance.ABSENT).uses_key
        and (contest_id, member.number) not in night.signatures
    )


def sign(session: Session, shelf: KeyShelf, contest_id: str, member: int, pin: str) -> None:
    """Sign the frozen payload with a member's key; the last signature seals the record.

    Raises signing.keys.WrongPin, RefusedError `no-key`, `not-a-signer`, `not-frozen`, `pin-delay`,
    `secret-asked`, and what `hour.require` raises.
    """
    step.require(session, f"sign.{contest_id}")
    hour.require(session)
    frozen = session.night.frozen.get(contest_id)
    if frozen is None:
        code = "not-frozen"
        raise RefusedError(code)
    if member not in signers_left(session, contest_id):
        code = "not-a-signer"
        raise RefusedError(code, member=session.package.member(member).name)
    key = own_keys.key_of(session, shelf, member, pin)
    index = own_keys.card_index(session, member)
    signature = signature_over(frozen.payload, index, key, session.package.purpose)
    with session.together():
        session.happen(Signed(contest_id, member, signature))
        seal(session, contest_id)


def seal(session: Session, contest_id: str) -> None:
    """Make the record when the last signature is there; without keys it is made at once."""
    night = session.night
    if contest_id in night.records or signers_left(session, contest_id):
        return
    signatures = {
        own_keys.card_index(session, member): signature
        for (held, member), signature in night.signatures.items()
        if held == contest_id
    }
    record = seal_record(night.frozen[contest_id].payload, signatures)
    session.happen(RecordSealed(contest_id, record))


def close(session: Session, contest_id: str) -> None:
    """Finish signing. Raises RefusedError `signatures-missing`."""
    seal(session, contest_id)
    if contest_id not in session.night.records:
        code = "signatures-missing"
        raise RefusedError(code)
    step.close(session, f"sign.{contest_id}")


def sealers(session: Session) -> tuple[int, ...]:
    """Members present whose seal key the authority certified, in roster order."""
    deciding = session.package.deciding
    return tuple(
        deciding[each.index].number
        for each in session.official.manifest.certificates
        if deciding[each.index].number in session.night.present
    )


def seal_key(session: Session, shelf: KeyShelf, member: int, pin: str) -> tuple[Unlocked, bytes]:
    """The seal key of chair or deputy with its certificate (DER).

    The seal is for viewers of PDF; no verifier's answer depends on who gave it. Raises
    signing.keys.WrongPin, RefusedError `no-seal-key`, `pin-delay`, `secret-asked`.
    """
    index = own_keys.card_index(session, member)
    certified = {each.index: each for each in session.official.manifest.certificates}.get(index)
    point = point_in(certified.certificate) if certified else b""
    if certified is None or point not in session.official.card.seal_points:
        raise RefusedError("no-seal-key", member=session.package.member(member).name)
    return own_keys.seal_of(session, shelf, member, point, pin), certified.certificate


def open_seal(session: Session, shelf: KeyShelf, contest_id: str, member: int, pin: str) -> None:
    """Chair or deputy opens the seal key for the papers of a contest; it stays in memory alone.

    Raises as `seal_key`, and RefusedError `too-early`.
    """
    at = step.require(session, f"seal.{contest_id}")
    session.seal = seal_key(session, shelf, member, pin)
    with session.together():
        session.happen(SealOpened(contest_id, member, session.seal[0].point))
        step.close(session, at.id)


def without_seal(session: Session, contest_id: str) -> None:
    """Nobody with a seal key is here; the papers are as good for every verifier of ours."""
    step.require(session, f"seal.{contest_id}")
    with session.together():
        session.happen(SealMissing(contest_id))
        step.close(session, f"seal.{contest_id}")


def _signed_card(session: Session) -> bytes:
    """The card that the record names: the authority's, in practice one made on the spot."""
    if session.authority is not None:
        return session.authority.manifest.card
    return issue_card(practice_root(), _card(session))


def _card(session: Session) -> Card:
    package = session.package
    return Card(
        purpose=package.purpose,
        sheets=tuple(sheet_digest(sheet) for sheet in contest_sheets(session.package)),
        constituency=package.station.constituency,
        number=package.station.number,
        station_name=package.station.name.said_in(package.policy.official_language),
        serial=1,
        valid_from=package.hours.opens,
        valid_to=package.hours.closes + AFTER_CLOSE,
        polls_close=package.hours.closes,
        quorum=package.policy.quorum,
        quorum_offices=package.policy.quorum_offices,
        members=tuple(
            CardMember(each.office, session.night.points.get(each.number, b""), each.name)
            for each in package.deciding
        ),
        custody="own",
    )
