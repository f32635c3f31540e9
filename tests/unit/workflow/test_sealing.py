"""Hands before keys: stances lie in the payload, and exactly those who said so sign it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tallydesk.protocol.assemble import NotReadyError
from tallydesk.protocol.canonical import read_payload
from tallydesk.protocol.model import Stance
from tallydesk.signing.card import read_card
from tallydesk.signing.keys import WrongPin
from tallydesk.signing.practice import practice_root
from tallydesk.verification.inputs import Input
from tallydesk.verification.verify import verify
from tallydesk.workflow import findings, papers, remarks, reopening, sealing, step
from tallydesk.workflow.refusal import RefusedError
from tests.builders import PACKAGE
from tests.fakes import TickingClock
from tests.unit.workflow.commission import PIN, Commission


def refused(code: str) -> pytest.RaisesExc[RefusedError]:
    return pytest.raises(RefusedError, match=f"^{code}")


@pytest.fixture
def commission() -> Commission:
    commission = Commission()
    commission.comes_to_the_stances()
    return commission


def answer(commission: Commission) -> str:
    texts = [code.text for code in papers.printed_codes(commission.session, "pear")]
    given = Input("codes.txt", "\n".join(texts).encode())
    (report,) = verify([given], practice_root=practice_root().point, allow_practice=True)
    return report.answer


def test_a_night_that_agrees_ends_in_a_record_that_a_stranger_can_check(
    commission: Commission,
) -> None:
    commission.everybody_signs()
    assert answer(commission) == "valid-practice"
    sealing.close(commission.session, "pear")
    assert commission.here == "print.pear"


def test_a_station_that_finished_early_by_decision_is_valid_before_its_hour() -> None:
    closes = PACKAGE.hours.closes
    clock = TickingClock(closes - timedelta(minutes=40))
    commission = Commission(clock=clock, closes_early=timedelta(minutes=50))
    commission.comes_to_the_stances()
    commission.everybody_signs()
    assert commission.session.night.frozen["pear"].completed < closes
    assert answer(commission) == "valid-practice"
    # The card keeps the station's hour: what was decided stands in what the members sign.
    frozen = commission.session.night.frozen["pear"]
    assert read_card(frozen.card).card.polls_close == closes
    assert read_payload(frozen.payload).closed_early == closes - timedelta(minutes=50)


def test_nothing_freezes_before_every_stance_is_taken(commission: Commission) -> None:
    sealing.take_stance(commission.session, "pear", 1, Stance.SIGNS)
    with pytest.raises(NotReadyError, match="stance-missing Ben Cem; quorum-not-met"):
        sealing.freeze(commission.session, "pear")


def test_a_refusal_is_recorded_and_the_others_sign(commission: Commission) -> None:
    """U28."""
    session, shelf = commission.session, commission.shelf
    for member, stance in ((1, Stance.SIGNS), (2, Stance.SIGNS_ON_PAPER), (3, Stance.REFUSES)):
        sealing.take_stance(session, "pear", member, stance)
    sealing.freeze(session, "pear")
    assert sealing.signers_left(session, "pear") == (1,)
    with refused("not-a-signer"):
        sealing.sign(session, shelf, "pear", 3, PIN)
    sealing.sign(session, shelf, "pear", 1, PIN)
    assert answer(commission) == "valid-practice"


def test_a_wrong_pin_signs_nothing(commission: Commission) -> None:
    for member in (1, 2, 3):
        sealing.take_stance(commission.session, "pear", member, Stance.SIGNS)
    sealing.freeze(commission.session, "pear")
    with pytest.raises(WrongPin):
        sealing.sign(commission.session, commission.shelf, "pear", 1, "87654321")
    assert commission.session.night.signatures == {}


def test_a_changed_stance_ends_the_signatures_under_the_old_payload(
    commission: Commission,
) -> None:
    session, shelf = commission.session, commission.shelf
    for member in (1, 2, 3):
        sealing.take_stance(session, "pear", member, Stance.SIGNS)
    sealing.freeze(session, "pear")
    sealing.sign(session, shelf, "pear", 1, PIN)
    step.go(session, "stances.pear")
    sealing.take_stance(session, "pear", 3, Stance.REFUSES)
    assert sealing.signers_left(session, "pear") == (1, 2)
    with refused("too-early"):
        sealing.sign(session, shelf, "pear", 1, PIN)
    sealing.freeze(session, "pear")
    for member in (1, 2):
        sealing.sign(session, shelf, "pear", member, PIN)
    assert answer(commission) == "valid-practice"


def test_after_freezing_nothing_under_the_signatures_is_edited(commission: Commission) -> None:
    """U27."""
    commission.everybody_signs()
    session = commission.session
    with refused("contest-frozen"):
        remarks.write_remark(session, "N. N., observers", "too late")
    with refused("contest-frozen"):
        reopening.reopen(session, "before", "late thought")
    with refused("contest-frozen"):
        findings.recount(session, next(iter(session.night.settled)), 1)
    with refused("contest-sealed"):
        sealing.take_stance(session, "pear", 1, Stance.REFUSES)
    with refused("contest-sealed"):
        sealing.freeze(session, "pear")


def test_an_absent_member_cannot_take_part_and_needs_no_key() -> None:
    commission = Commission()
    commission.comes_to_the_stances()
    with refused("opinion-missing"):
        sealing.take_stance(commission.session, "pear", 1, Stance.SIGNS_WITH_OPINION)


def test_signing_waits_for_every_signature_and_without_keys_for_none(
    commission: Commission,
) -> None:
    session = commission.session
    for member in (1, 2, 3):
        sealing.take_stance(session, "pear", member, Stance.SIGNS_ON_PAPER)
    sealing.freeze(session, "pear")
    sealing.close(session, "pear")
    assert "pear" in session.night.records


def test_signatures_missing_are_named_before_anything_prints(commission: Commission) -> None:
    session = commission.session
    with refused("signatures-missing"):
        papers.printed_codes(session, "pear")
    for member in (1, 2, 3):
        sealing.take_stance(session, "pear", member, Stance.SIGNS)
    sealing.freeze(session, "pear")
    with refused("signatures-missing"):
        sealing.close(session, "pear")


def test_an_office_that_must_sign_is_asked_for() -> None:
    policy = replace(PACKAGE.policy, quorum_offices=("chair",))
    commission = Commission(replace(PACKAGE, policy=policy))
    commission.comes_to_the_stances()
    for member, stance in ((1, Stance.REFUSES), (2, Stance.SIGNS), (3, Stance.SIGNS)):
        sealing.take_stance(commission.session, "pear", member, stance)
    with pytest.raises(NotReadyError, match="office-missing chair"):
        sealing.freeze(commission.session, "pear")
