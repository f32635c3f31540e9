"""Threat "signed in advance": a protocol that was finished before there was anything to count."""

from datetime import timedelta

import pytest

from tests.signed import CARD, GOOD, OFFICIAL, Copy, report
from tests.unit.verification.answering import TRUST, says

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize("copy", [GOOD, OFFICIAL], ids=["practice", "official"])
@pytest.mark.parametrize(
    "completed", [CARD.valid_from, CARD.polls_close - SECOND, CARD.valid_to + SECOND]
)
def test_a_protocol_completed_outside_the_hours_of_the_card_is_refused(
    copy: Copy, completed: object
) -> None:
    given = report(copy.with_payload(completed=completed), trust=TRUST, allow_practice=True)
    says(given, "outside-time")


def test_the_hours_stand_on_the_card_which_the_commission_cannot_make() -> None:
    """A card with other hours is another card, and the root signed none such."""
    early = GOOD.with_card(polls_close=CARD.valid_from)
    forged = Copy(card=early.card, payload=early.payload, root=GOOD.keys[0])
    says(report(forged.with_payload(completed=CARD.valid_from)), "unknown-root")
