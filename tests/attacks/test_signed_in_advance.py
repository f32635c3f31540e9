"""A protocol is signed before the count, on blank paper as it were."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tallydesk.protocol.assemble import NotReadyError
from tallydesk.protocol.model import Stance
from tallydesk.workflow import attendance, sealing
from tallydesk.workflow.refusal import RefusedError
from tests.builders import CLOSES
from tests.official import PIN, clock_of, official_at


@pytest.mark.parametrize("step_id", ["clock", "slip", "remarks", "draft.fruit"])
def test_nobody_signs_before_every_step_is_done(step_id: str) -> None:
    session, shelf = official_at(step_id)
    with pytest.raises(RefusedError, match=r"^too-early"):
        sealing.sign(session, shelf, "fruit", 1, PIN)
    with pytest.raises(RefusedError, match=r"^too-early"):
        sealing.freeze(session, "fruit")


def test_the_close_is_not_announced_before_its_hour_without_a_decision() -> None:
    session, _ = official_at("close")
    clock_of(session).at = CLOSES - timedelta(hours=2)
    announced = CLOSES - timedelta(hours=3)
    with pytest.raises(RefusedError, match=r"^early-needs-reason"):
        attendance.close_voting(session, announced, announced)


def test_nothing_freezes_before_the_stations_close() -> None:
    session, shelf = official_at("stances.fruit")
    clock_of(session).at = CLOSES - timedelta(hours=2)
    # Even two members who say that the clock is right cannot move the close.
    session.night = replace(session.night, last_at=CLOSES - timedelta(hours=2))
    attendance.confirm_clock(session, shelf, 4, PIN)
    for member in session.package.deciding:
        sealing.take_stance(session, "fruit", member.number, Stance.SIGNS)
    with pytest.raises(NotReadyError, match="polls-open"):
        sealing.freeze(session, "fruit")


def test_before_the_payload_is_frozen_no_key_has_anything_to_sign() -> None:
    session, shelf = official_at("stances.fruit")
    with pytest.raises(RefusedError, match=r"^too-early"):
        sealing.sign(session, shelf, "fruit", 1, PIN)
    assert not session.night.signatures
