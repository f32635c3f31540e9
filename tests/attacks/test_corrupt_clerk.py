"""Threat "corrupt clerk": somebody at the authority makes keys, or a second card, of their own."""

from dataclasses import replace

import pytest

from tallydesk.protocol import shape
from tallydesk.protocol.cbor import decode, encode
from tallydesk.signing import cose
from tallydesk.signing.card import CardMember, card_digest
from tallydesk.signing.enrolment import Enrolment, EnrolmentUnproven, enrol, read_enrolment
from tallydesk.signing.keys import signed_by
from tallydesk.signing.practice import RootRefused
from tallydesk.signing.trust import Trust, issue_trust, trust_digest, trust_from
from tests.attacks.kinds import DAY, enrolment, trust_file
from tests.signed import AUTHORITY, CARD, KEYS, OFFICIAL, ROOT, STRANGER, report
from tests.unit.verification.answering import TRUST, says

PUBLISHED = trust_from(trust_file(), ROOT.point)
SECOND_CARD = OFFICIAL.with_card(
    serial=2, members=(CardMember("chair", STRANGER.point, "Ada"), *CARD.members[1:])
)


def test_a_second_card_is_not_among_those_published_before_the_day() -> None:
    assert PUBLISHED.lists(card_digest(OFFICIAL.card_octets))
    assert not PUBLISHED.lists(card_digest(SECOND_CARD.card_octets))


def test_a_second_card_cannot_be_put_into_the_published_file() -> None:
    """Whoever adds a digest changes what the root signed; the clerk has no root key."""
    payload = cose.open1(trust_file()).payload
    fields = dict(shape.keyed(decode(payload), "trust file", frozenset(range(9))))
    added = {*(PUBLISHED.cards or ()), card_digest(SECOND_CARD.card_octets)}
    fields[5] = b"".join(sorted(added))
    changed = encode(fields)
    message = cose.to_sign1(changed, cose.external_aad("trust", "official"))
    for signature in (cose.open1(trust_file()).signature, STRANGER.sign(message)):
        with pytest.raises(RootRefused, match="damaged or changed"):
            trust_from(cose.seal1(cose.Signed1(changed, signature)), ROOT.point)


def test_a_later_trust_file_has_another_digest_than_the_one_on_paper() -> None:
    cards = frozenset((card_digest(SECOND_CARD.card_octets),))
    later = issue_trust(AUTHORITY, Trust(AUTHORITY.point, 3, DAY, cards=cards))
    assert trust_digest(later) != trust_digest(trust_file())


def test_a_card_signed_by_the_clerk_has_an_unknown_root() -> None:
    says(report(replace(OFFICIAL, root=STRANGER), trust=TRUST), "unknown-root")


def test_nobody_enrols_a_key_that_they_do_not_hold() -> None:
    asked = Enrolment("official", "000", "01", "Ada", KEYS[0].point, DAY)
    mine = replace(asked, point=STRANGER.point)
    with pytest.raises(ValueError, match="names the keys that sign it"):
        enrol(asked, STRANGER)
    theirs = cose.open_many(enrol(asked, KEYS[0])).payload
    forged = cose.seal(cose.SignedByMany(theirs, cose.open_many(enrol(mine, STRANGER)).signatures))
    with pytest.raises(EnrolmentUnproven):
        read_enrolment(forged)
    assert read_enrolment(enrolment()).point == KEYS[0].point


def test_a_key_put_in_the_place_of_a_member_s_is_seen_by_the_member() -> None:
    """The member's own key signs nothing for such a card."""
    message = b"a test signature"
    assert not signed_by(SECOND_CARD.card.members[0].point, KEYS[0].sign(message), message)
    honest = replace(SECOND_CARD, keys=KEYS)
    says(report(honest, trust=TRUST), "altered", "signature-false")


def test_a_card_says_when_the_authority_made_the_keys() -> None:
    says(report(OFFICIAL.with_card(custody="authority"), trust=TRUST), "valid", "keys-of-authority")
