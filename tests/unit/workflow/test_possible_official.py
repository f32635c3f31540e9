"""Events of an official night that could not have happened then, with a chain that holds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tallydesk.protocol.model import Stance
from tallydesk.workflow import official_happening as o
from tallydesk.workflow.happening import Happening, KeyMade, SatDown, StanceTaken
from tallydesk.workflow.happening_json import written
from tallydesk.workflow.official import authority_in
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.possible import impossible
from tests.official import official_at, played

POINT = b"\x02" * 33
OPENED = played().session.night
VALID_TO = played().session.official.card.valid_to
SEAL = played().session.official.card.seal_points[0]


def why(step_id: str, happening: Happening, member: int | None = None) -> str | None:
    session, _ = official_at(step_id)
    night = session.night
    kind, body = written(happening)
    at = night.last_at
    assert at is not None
    seated = night.member if member is None else member
    return impossible(session, Entry(night.entries + 1, at, seated, kind, body, b""), happening)


@pytest.mark.parametrize(
    ("step_id", "happening"),
    [
        ("letter", o.BlocksAsked((1, 8))),
        ("keys", o.KeyOpened(2, OPENED.points[2], OPENED.attended[2])),
        ("keys", o.KeyMissing(2, "lost-pin")),
        ("keys", o.PinRefused(2, 1, 5)),
        ("seal.fruit", o.SealOpened("fruit", 1, SEAL)),
        ("seal.fruit", o.SealMissing("fruit")),
        ("over", o.KeysDestroyed((1, 2), (3,), (4,), VALID_TO)),
        ("clock", o.ClockConfirmed(4, VALID_TO, 5)),
    ],
)
def test_what_the_workflow_lets_happen_could_have_happened(
    step_id: str, happening: Happening
) -> None:
    assert why(step_id, happening) is None


@pytest.mark.parametrize(
    ("step_id", "happening", "reason"),
    [
        ("package", o.BlocksAsked((1, 8)), "too-early"),
        ("letter", o.BlocksAsked((8, 1)), "number"),
        ("letter", o.BlocksAsked((1, 9)), "number"),
        ("letter", o.BlocksAsked((1,)), "number"),
        ("attendance", o.BlocksAsked((1, 2)), "nothing-new"),
        ("letter", o.PackageProven((1, 2)), "number"),
        ("letter", o.PackageProven(()), "number"),
        ("attendance", o.PackageProven(OPENED.blocks), "nothing-new"),
        ("keys", o.KeyOpened(2, POINT, OPENED.attended[2]), "point"),
        ("keys", o.KeyOpened(2, OPENED.points[2], OPENED.attended[1]), "signature"),
        ("keys", o.KeyOpened(9, OPENED.points[2], OPENED.attended[2]), "member-not-there"),
        ("clock", o.KeyOpened(2, OPENED.points[2], OPENED.attended[2]), "nothing-new"),
        ("keys", KeyMade(2, POINT), "point"),
        ("letter", o.KeyMissing(2, "lost-pin"), "too-early"),
        ("keys", o.KeyMissing(9, "lost-pin"), "no-member"),
        ("keys", o.SubstituteCame(2, "Nar", "act", b"\x01" * 16), "member-not-there"),
        ("keys", o.SubstituteCame(2, " Nar", "act", b"\x01" * 16), "words"),
        ("keys", o.SubstituteCame(2, "Nar", "act", b"\x01" * 15), "words"),
        ("keys", o.PinRefused(2, 0, 5), "number"),
        ("keys", o.PinRefused(2, 1, -5), "number"),
        ("keys", o.PinAccepted(2), "nothing-new"),
        ("keys", o.ClockConfirmed(4, VALID_TO, 5), "too-early"),
        ("clock", o.ClockConfirmed(2, VALID_TO, 5), "same-member"),
        ("clock", o.ClockConfirmed(9, VALID_TO, 5), "member-not-there"),
        ("clock", o.ClockConfirmed(4, VALID_TO + timedelta(seconds=1), 5), "time"),
        ("seal.fruit", o.SealOpened("fruit", 1, POINT), "point"),
        ("sign.fruit", o.SealMissing("fruit"), "too-early"),
        ("seal.fruit", o.SealMissing("stone"), "no-such-thing"),
        ("over", o.KeysDestroyed((1,), (1,), (), VALID_TO), "no-member"),
        ("over", o.KeysDestroyed((9,), (), (), VALID_TO), "no-member"),
        ("over", o.KeysDestroyed((1,), (), (), VALID_TO + timedelta(days=1)), "time"),
        ("handover", o.KeysDestroyed((1,), (), (), VALID_TO), "too-early"),
        ("before.takeover", SatDown(4, without_key=True), "member-not-there"),
        ("keys", SatDown(4), "member-not-there"),
        ("stances.fruit", StanceTaken("fruit", 9, Stance.SIGNS), "no-member"),
    ],
)
def test_whoever_writes_an_event_past_the_rules_is_found(
    step_id: str, happening: Happening, reason: str
) -> None:
    assert why(step_id, happening) == reason


def test_a_manifest_that_cannot_be_read_says_nothing() -> None:
    assert authority_in(b"\xd2") is None
