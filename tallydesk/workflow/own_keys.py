"""The members' own keys: opened at attendance, test-signed, and asked for whenever one is needed.

Nobody is stopped for want of a key. Whoever lost stick or PIN, and whoever sits in an absent
member's place, is on record and signs on paper.
"""

from __future__ import annotations

from typing import Literal

from tallydesk.assets import words
from tallydesk.protocol.model import SALT
from tallydesk.signing.attending import attend
from tallydesk.signing.card import card_digest
from tallydesk.signing.certificate import point_in
from tallydesk.signing.keys import Unlocked, WrongPin, reseal, unlock
from tallydesk.workflow import pins, step
from tallydesk.workflow.another_pin import NewPin, renewed, require_new
from tallydesk.workflow.letter import secret_of
from tallydesk.workflow.official_happening import KeyLack, KeyMissing, KeyOpened, SubstituteCame
from tallydesk.workflow.ports import KeyShelf
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session

Standing = Literal["waits", "open", "without", "absent", "replaced"]
"""Where a member is at attendance: still to open the key, or how that ended."""


def standing(session: Session, member: int) -> Standing:
    """How far a member is at attendance."""
    night = session.night
    if member in night.points:
        return "open"
    if member in night.keyless:
        return "without"
    if member in night.present:
        return "waits"
    return "replaced" if member in night.substitutes else "absent"


def card_index(session: Session, member: int) -> int:
    """A member's place on the card, from 0."""
    return [each.number for each in session.package.deciding].index(member)


def key_of(session: Session, shelf: KeyShelf, member: int, pin: str) -> Unlocked:
    """A member's key, opened with their PIN.

    Raises signing.keys.WrongPin, KeyFileDamaged, RefusedError `no-key`, `pin-delay`,
    `secret-asked`.
    """
    secret = secret_of(session)
    if session.authority is None:
        file = shelf.load(member)
        point = session.night.points.get(member, b"")
    else:
        point = session.authority.card.members[card_index(session, member)].point
        file = shelf.find(point) if point else None
    if file is None:
        raise RefusedError("no-key", member=session.package.member(member).name)
    return pins.tried(session, member, point, lambda: unlock(file, pin, secret))


def open_own(
    session: Session, shelf: KeyShelf, member: int, pin: str, new_pin: tuple[str, str] = ("", "")
) -> None:
    """A member opens their key at attendance and test-signs, bound to this station and night.

    A key that was enrolled before the letter was printed is behind the PIN alone: from the first
    opening it is behind the station secret too, the seal key with it. `new_pin`, typed twice, takes
    the place of the first PIN that the authority chose. Raises as `key_of`, RefusedError
    `key-exists`, `absent-member`, `key-not-on-card`, and for the new PIN as `renewed`.
    """
    asked = NewPin(pin, *new_pin)
    if asked.wanted:
        require_new(asked)
    step.require(session, "keys")
    name = session.package.member(member).name
    if member not in session.night.present:
        raise RefusedError("absent-member", member=name)
    if member in session.night.points:
        raise RefusedError("key-exists")
    index = card_index(session, member)
    point = session.official.card.members[index].point
    if not point:
        raise RefusedError("key-not-on-card", member=name)
    file = shelf.find(point)
    if file is None:
        raise RefusedError("key-not-found", member=name)
    key = pins.tried(session, member, point, lambda: _opened(session, shelf, point, file, pin))
    _reseal_seal(session, shelf, index, pin)
    if asked.wanted:
        _renew(session, shelf, index, asked)
    manifest, night = session.official.manifest, session.night
    signature = attend(
        key, card_digest(manifest.card), night.opening, index, session.package.purpose
    )
    session.happen(KeyOpened(member, key.point, signature))


def missing(session: Session, member: int, reason: KeyLack) -> None:
    """A member is here without a key, from now on; a lost PIN or stick can be told at any time.

    Raises RefusedError `absent-member`, `too-early`.
    """
    step.require(session, "keys")
    if member not in session.night.present:
        raise RefusedError("absent-member", member=session.package.member(member).name)
    if session.night.keyless.get(member) != reason:
        session.happen(KeyMissing(member, reason))


def substitute(session: Session, member: int, name: str) -> None:
    """Somebody sits in the place of an absent member, and signs on paper alone.

    Raises RefusedError `words-missing`, `not-absent`, `contest-frozen`, `too-early`.
    """
    step.require(session, "keys")
    absent = session.package.member(member).name
    if not name.strip():
        raise RefusedError("words-missing")
    if member in session.night.present:
        raise RefusedError("not-absent", member=absent)
    if session.night.frozen:
        raise RefusedError("contest-frozen")
    act = words(session.package.policy.official_language)["paper.substitute"]
    said = act.format(name=name.strip(), member=absent)
    session.happen(SubstituteCame(member, name.strip(), said, session.chance.octets(SALT)))


def seal_of(session: Session, shelf: KeyShelf, member: int, point: bytes, pin: str) -> Unlocked:
    """A seal key, opened with the same PIN. Raises as `key_of`, `no-seal-key` for no file."""
    secret = secret_of(session)
    file = shelf.find(point)
    if file is None:
        raise RefusedError("no-seal-key", member=session.package.member(member).name)
    return pins.tried(
        session, member, point, lambda: _opened(session, shelf, point, file, pin, secret)
    )


def _opened(
    session: Session, shelf: KeyShelf, point: bytes, file: bytes, pin: str, secret: str = ""
) -> Unlocked:
    """The key behind PIN and station secret; behind the PIN alone it is sealed anew first."""
    secret = secret or secret_of(session)
    try:
        return unlock(file, pin, secret)
    except WrongPin:
        sealed, key = reseal(file, pin, "", secret, session.chance.octets)
    shelf.put_back(point, sealed)
    return key


def _reseal_seal(session: Session, shelf: KeyShelf, index: int, pin: str) -> None:
    """The seal key has the member's PIN; with another one it says so when it is needed."""
    for point in _seal_points(session, index):
        file = shelf.find(point)
        if file is not None:
            try:
                _opened(session, shelf, point, file, pin)
            except WrongPin:
                return


def _renew(session: Session, shelf: KeyShelf, index: int, pin: NewPin) -> None:
    """Put the member's key and seal key behind another PIN; a seal key with its own PIN keeps it.

    The member's key comes last: whoever is stopped in between opens it with the old PIN, and the
    seal key with the new one.
    """
    own = session.official.card.members[index].point
    for point in (*_seal_points(session, index), own):
        file = shelf.find(point)
        if file is not None:
            try:
                sealed = renewed(file, pin, secret_of(session), session.chance.octets)
            except WrongPin:
                continue
            shelf.put_back(point, sealed)


def _seal_points(session: Session, index: int) -> tuple[bytes, ...]:
    """The points of the seal keys that a member has, at most one."""
    return tuple(
        point_in(each.certificate)
        for each in session.official.manifest.certificates
        if each.index == index
    )
