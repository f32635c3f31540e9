"""Whether what an official night alone knows of could have happened then.

A test signature is checked with the point on the card, for this station and this night.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tallydesk.signing.attending import attended
from tallydesk.signing.card import card_digest
from tallydesk.signing.letter import BLOCKS
from tallydesk.workflow import official_happening as h
from tallydesk.workflow.attendance import may_sit
from tallydesk.workflow.conditions import Rule, known_member, reached, said, salted
from tallydesk.workflow.fault import Why
from tallydesk.workflow.happening import Happening
from tallydesk.workflow.own_keys import card_index
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.session import Session


def _asked(session: Session, _entry: Entry, it: h.BlocksAsked) -> Iterator[Why]:
    yield from reached(session, "letter")
    if len(it.blocks) != 2 or not 1 <= it.blocks[0] < it.blocks[1] <= BLOCKS:  # noqa: PLR2004
        yield "number"
    if session.night.blocks:
        yield "nothing-new"


def _proven(session: Session, _entry: Entry, it: h.PackageProven) -> Iterator[Why]:
    yield from reached(session, "letter")
    if not it.blocks or it.blocks != session.night.blocks:
        yield "number"
    if session.night.proven:
        yield "nothing-new"


def _key_opened(session: Session, _entry: Entry, it: h.KeyOpened) -> Iterator[Why]:
    yield from reached(session, "keys")
    night, official = session.night, session.official
    if it.member not in night.present:
        yield "member-not-there"
        return
    if it.member in night.points:
        yield "nothing-new"
    index = card_index(session, it.member)
    if it.point != official.card.members[index].point:
        yield "point"
    card, purpose = card_digest(official.manifest.card), session.package.purpose
    if not attended(it.point, it.signature, card, night.opening, index, purpose):
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
    if it.ticks < 0 or it.count <= (before.count if before else 0):
        yield "number"


def _pin_accepted(session: Session, _entry: Entry, it: h.PinAccepted) -> Iterator[Why]:
    yield from known_member(session, it.member)
    if it.member not in session.night.wrong_pins:
        yield "nothing-new"


def _clock(session: Session, _entry: Entry, it: h.ClockConfirmed) -> Iterator[Why]:
    yield from reached(session, "clock")
    card = session.official.card
    if it.by == session.night.member:
        yield "same-member"
    if it.by not in may_sit(session):
        yield "member-not-there"
    if it.ticks < 0 or not card.valid_from <= it.wall <= card.valid_to:
        yield "time"


def _seal_opened(session: Session, _entry: Entry, it: h.SealOpened) -> Iterator[Why]:
    yield from reached(session, f"seal.{it.contest}")
    yield from known_member(session, it.member)
    if it.point not in session.official.card.seal_points:
        yield "point"


def _seal_missing(session: Session, _entry: Entry, it: h.SealMissing) -> Iterator[Why]:
    yield from reached(session, f"seal.{it.contest}")


def _destroyed(session: Session, _entry: Entry, it: h.KeysDestroyed) -> Iterator[Why]:
    yield from reached(session, "destroy")
    named = (*it.destroyed, *it.kept, *it.unreached)
    for member in named:
        yield from known_member(session, member)
    if len(set(named)) != len(named):
        yield "no-member"
    if it.until != session.official.card.valid_to:
        yield "time"


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
