"""Cards, keys and records looked up in the trust file that the authority published."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tallydesk.protocol.model import Stance
from tallydesk.signing.card import card_digest
from tallydesk.signing.trust import Trust
from tests.signed import AUTHORITY, CARD, GOOD, KEYS, OFFICIAL, Copy, key, report
from tests.unit.verification.answering import TRUST, hidden, says

MORNING = datetime(2026, 2, 1, 9, tzinfo=UTC)
PUBLISHED = Trust(
    AUTHORITY.point,
    serial=3,
    issued=MORNING,
    cards=frozenset((card_digest(OFFICIAL.card_octets), bytes(32))),
)
STOLEN = KEYS[0].point


def test_a_published_card_is_found() -> None:
    given = report(OFFICIAL, trust=PUBLISHED)

    says(given, "valid", "looked-up", "no-later-known", "proves")
    assert "not-looked-up" not in {note.code for note in given.notes}


def test_with_the_root_key_alone_the_card_is_not_looked_up() -> None:
    given = report(OFFICIAL, trust=TRUST)

    says(given, "valid", "not-looked-up")
    assert "looked-up" not in {note.code for note in given.notes}


def test_a_second_card_that_nobody_published_is_refused() -> None:
    """A corrupt clerk with the root makes a card of own keys for the same station."""
    own = tuple(key(number) for number in range(20, 26))
    members = tuple(
        replace(member, point=each.point)
        for member, each in zip(OFFICIAL.card.members, own, strict=True)
    )
    doctored = replace(OFFICIAL.with_card(members=members), keys=own)

    says(report(doctored, trust=TRUST), "valid")
    given = report(doctored, trust=PUBLISHED)

    says(given, "unknown-root", "card-not-listed")
    hidden(given)


def test_practice_is_not_looked_up_in_an_official_trust_file() -> None:
    says(report(GOOD, trust=PUBLISHED, allow_practice=True), "valid-practice", "not-looked-up")


def test_a_revoked_key_does_not_count_towards_the_quorum() -> None:
    trust = replace(PUBLISHED, revoked={STOLEN: MORNING})

    given = report(OFFICIAL, trust=trust)

    says(given, "quorum-not-met", "too-few", "keys-revoked")
    assert {note.facts.get("members") for note in given.notes} >= {"Ada"}


def test_a_revoked_key_among_enough_others_is_named() -> None:
    everybody = (Stance.SIGNS,) * 6
    signed = OFFICIAL.with_payload(stances=everybody)

    says(report(signed, trust=PUBLISHED), "valid")
    says(
        report(signed, trust=replace(PUBLISHED, revoked={STOLEN: MORNING})), "valid", "keys-revoked"
    )


def test_when_the_record_says_it_was_made_is_no_excuse() -> None:
    """Whoever took a key writes any time into the record."""
    later = replace(PUBLISHED, revoked={STOLEN: datetime(2030, 1, 1, tzinfo=UTC)})

    says(report(OFFICIAL, trust=later), "quorum-not-met", "keys-revoked")


def test_an_accepted_record_counts_despite_the_revocation() -> None:
    trust = replace(PUBLISHED, revoked={STOLEN: MORNING}, accepted=frozenset((OFFICIAL.digest,)))

    says(report(OFFICIAL, trust=trust), "valid", "accepted-despite", "looked-up")


def test_the_acceptance_of_one_record_is_not_that_of_another() -> None:
    trust = replace(PUBLISHED, revoked={STOLEN: MORNING}, accepted=frozenset((GOOD.digest,)))

    says(report(OFFICIAL, trust=trust), "quorum-not-met", "keys-revoked")


def test_hands_on_paper_do_not_save_a_record_whose_every_key_is_revoked() -> None:
    stances = (Stance.SIGNS, *(Stance.SIGNS_ON_PAPER,) * 5)
    signed: Copy = OFFICIAL.with_payload(stances=stances)

    says(report(signed, trust=PUBLISHED), "valid", "quorum-rests-on-paper")
    given = report(signed, trust=replace(PUBLISHED, revoked={STOLEN: MORNING}))

    says(given, "quorum-not-met", "all-keys-revoked")
    hidden(given)


def test_a_key_that_only_stands_on_the_card_says_nothing() -> None:
    trust = replace(PUBLISHED, revoked={CARD.members[5].point: MORNING})

    given = report(OFFICIAL, trust=trust)

    says(given, "valid")
    assert not {"keys-revoked", "accepted-despite"} & {note.code for note in given.notes}
