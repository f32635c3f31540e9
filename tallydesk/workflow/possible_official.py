"""Whether what happens on an official night alone could have happened then.

The card that the authority signed is known, so every point, test signature and seal is held
against it. What the clock showed cannot be asked of the past: only that two members confirmed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tallydesk.signing.attending import attended
from tallydesk.signing.card import card_digest
from tallydesk.signing.certificate import point_in
from tallydesk.signing.letter import BLOCKS
from tallydesk.workflow import official_happening as h
from tallydesk.workflow.conditions import Rule, among, known_member, reached, said, salted
from tallydesk.workflow.fault import Why
from tallydesk.workflow.happening import Happening
from tallydesk.workflow.own_keys import card_index
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.sealing import sealers
from tallydesk.workflow.session import Session

ASKED = 2
"""How many blocks of the letter are typed."""


def _asked(session: Session, _entry: Entry, it: h.BlocksAsked) -> Iterator[Why]:
    yield from reached(session, "letter")
    if session.night.blocks:
        yield "nothing-new"
    known = set(range(1, BLOCKS + 1))
    if len(it.blocks) != ASKED or it.blocks != tuple(sorted(known & set(it.blocks))):
        yield "number"


def _proven(session: Session, _entry: Entry, it: h.PackageProven) -> Iterator[Why]:
    yield from reached(session, "letter")
    if session.night.proven:
        yield "nothing-new"
    if it.blocks != session.night.blocks:
        yield "number"


def _key_opened(session: Session, _entry: Entry, it: h.KeyOpened) -> Iterator[Why]:
    night, authority = session.night, session.official
    yield from reached(session, "keys")
    yield from known_member(session, it.member)
    if it.member not in night.present:
        yield "member-not-there"
    if it.member in night.points:
        yield "nothing-new"
    index = _index(session, it.member)
    if not it.point or it.point != authority.card.members[index].point:
        yield "point"
    card = card_digest(authority.manifest.card)
    if not attended(it.point, it.signature, card, night.opening, index, session.package.purpose):
        yield "signature"


def _key_missing(session: Session, _entry: Entry, it: h.KeyMissing) -> Iterator[Why]:
    yield from reached(session, "keys")
    yield from known_member(session, it.member)
    if it.member not in session.night.present:
        yield "member-not-there"
    if session.night.keyless.get(it.member) == it.reason:
        yield "nothing-new"


def _substitute(session: Session, _entry: Entry, it: h.SubstituteCame) -> Iterator[Why]:
    yield from reached(session, "keys")
    yield from known_member(session, it.member)
    yield from said(it.name, it.words)
    yield from salted(it.salt)
    if it.member in session.night.present:
        yield "member-not-there"
    if session.night.frozen:
        yield "frozen"


def _pin_refused(session: Session, _entry: Entry, it: h.PinRefused) -> Iterator[Why]:
    yield from known_member(session, it.member)
    before = session.night.wrong_pins.get(it.member)
    # A mark on the disk may know of more than the journal does, never of fewer.
    if it.count <= (before.count if before else 0):
        yield "number"


def _pin_accepted(session: Session, _entry: Entry, it: h.PinAccepted) -> Iterator[Why]:
    yield from known_member(session, it.member)
    if it.member not in session.night.wrong_pins:
        yield "nothing-new"


def _clock(session: Session, entry: Entry, it: h.ClockConfirmed) -> Iterator[Why]:
    night, card = session.night, session.official.card
    yield from reached(session, "clock")
    yield from known_member(session, it.by)
    if it.by not in night.points:
        yield "member-not-there"
    if it.by == night.member:
        yield "same-member"
    if it.wall > entry.at or not card.valid_from <= it.wall <= card.valid_to:
        yield "time"


def _seal_opened(session: Session, _entry: Entry, it: h.SealOpened) -> Iterator[Why]:
    yield from reached(session, f"seal.{it.contest}")
    if it.member not in sealers(session):
        yield "member-not-there"
    index = _index(session, it.member)
    certified = [
        point_in(each.certificate)
        for each in session.official.manifest.certificates
        if each.index == index
    ]
    if it.point not in certified:
        yield "point"


def _seal_missing(session: Session, _entry: Entry, it: h.SealMissing) -> Iterator[Why]:
    yield from reached(session, f"seal.{it.contest}")


def _destroyed(session: Session, _entry: Entry, it: h.KeysDestroyed) -> Iterator[Why]:
    yield from reached(session, "destroy")
    told = tuple(sorted((*it.destroyed, *it.kept, *it.unreached)))
    if told:
        yield from among(session, told)
    if it.until != session.official.card.valid_to:
        yield "time"


def _index(session: Session, member: int) -> int:
    """A member's place on the card. Raises KeyError for one who does not stand there."""
    if all(each.number != member for each in session.package.deciding):
        raise KeyError(member)
    return card_index(session, member)


OFFICIAL: Mapping[type[Happening], Rule] = {
    h.BlocksAsked: _asked,
    h.PackageProven: _proven,
    h.KeyOpened: _key_opened,
    h.KeyMissing: _key_missing,
    h.SubstituteCame: _substitute,
    h.PinRefused: _pin_refused,
    h.PinAccepted: _pin_accepted,
    h.ClockConfirmed: _clock,
    h.SealOpened: _seal_opened,
    h.SealMissing: _seal_missing,
    h.KeysDestroyed: _destroyed,
}
