"""The one door to a protocol: it opens, or says everything that is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tallydesk.counting.figures import Figures
from tallydesk.protocol.assemble import Answer, Material, NotReadyError, assemble, draft
from tallydesk.protocol.model import Booklet, Stance, Text
from tests.builders import AGREEING, CLOSES, CONTEST, FORM, PACKAGE, with_form

NOON = CLOSES + timedelta(hours=2)
ANSWER = Answer("one paper was torn", "Ada", NOON, "Ben")

READY = Material(
    package=PACKAGE,
    contest=CONTEST,
    version=1,
    replaces=None,
    completed=NOON,
    announced=CLOSES,
    early=False,
    figures=AGREEING,
    answers={},
    variances={},
    stances={1: Stance.SIGNS, 2: Stance.SIGNS, 3: Stance.REFUSES},
    texts=(),
    changed_after_hint=0,
    journal_head=bytes(32),
    slip=bytes(32),
    booklet=None,
)


def written(**lines: int) -> Figures:
    changed = {name.removeprefix("line_"): count for name, count in lines.items()}
    return Figures({**AGREEING.lines, **changed}, AGREEING.votes, {})


def reasons(material: Material) -> list[tuple[str, tuple[str, ...]]]:
    with pytest.raises(NotReadyError) as caught:
        assemble(material)
    return [(reason.code, reason.about) for reason in caught.value.reasons]


def test_a_complete_night_becomes_a_protocol() -> None:
    protocol = assemble(READY)
    assert protocol.lines == AGREEING.lines
    assert list(protocol.votes) == ["a", "b"]
    assert protocol.explained == ()
    assert protocol.variances == ()
    assert [signer.stance.name for signer in protocol.signers] == ["SIGNS", "SIGNS", "REFUSES"]
    assert [signer.name for signer in protocol.signers] == ["Ada", "Ben", "Cem"]


def test_every_blank_is_named() -> None:
    blank = Figures({"3": 120}, {"a": 1}, {})
    assert reasons(replace(READY, figures=blank)) == [
        ("blank-line", ("5", "8", "6", "12", "13", "14", "15")),
        ("blank-votes", ("b",)),
    ]


def test_an_account_difference_needs_its_explanation_and_then_prints() -> None:
    torn = replace(READY, figures=written(line_8=29))
    assert reasons(torn) == [("unanswered-finding", ("B1",))]
    protocol = assemble(replace(torn, answers={"B1": ANSWER}))
    (explained,) = protocol.explained
    assert (explained.finding.code, explained.finding.difference) == ("B1", 1)
    assert explained.words == "one paper was torn"


def test_an_arithmetic_difference_needs_a_recorded_variance_not_an_explanation() -> None:
    wrong = replace(READY, figures=written(line_14=87))
    assert reasons(replace(wrong, answers={"A1": ANSWER})) == [("unanswered-finding", ("A1",))]
    protocol = assemble(replace(wrong, variances={"A1": ANSWER}))
    (variance,) = protocol.variances
    assert (variance.finding.code, variance.by, variance.confirmed_by) == ("A1", "Ada", "Ben")


def test_nothing_is_completed_while_the_polls_are_open() -> None:
    assert reasons(replace(READY, announced=None)) == [("polls-open", ())]
    soon = replace(READY, completed=CLOSES - timedelta(seconds=1))
    assert reasons(soon) == [("polls-open", ())]
    assert assemble(replace(soon, early=True)).completed < CLOSES
    assert assemble(replace(READY, completed=CLOSES)).completed == CLOSES


def test_an_early_close_by_decision_stands_on_the_protocol() -> None:
    announced = CLOSES - timedelta(minutes=50, microseconds=-7)
    early = replace(READY, announced=announced, early=True, completed=announced)
    assert assemble(early).closed_early == CLOSES - timedelta(minutes=50)
    assert assemble(replace(early, completed=CLOSES)).closed_early is not None
    assert reasons(replace(early, completed=announced - timedelta(seconds=1))) == [
        ("polls-open", ())
    ]
    # Whoever decided so, and then closed at the hour all the same, did not close early.
    assert assemble(replace(early, announced=CLOSES)).closed_early is None
    assert assemble(replace(READY, announced=announced)).closed_early is None


def test_every_stance_is_collected_before_the_protocol_freezes() -> None:
    assert reasons(replace(READY, stances={1: Stance.SIGNS, 2: Stance.SIGNS})) == [
        ("stance-missing", ("Cem",))
    ]


@pytest.mark.parametrize(
    ("third", "ready"),
    [(Stance.SIGNS_ON_PAPER, True), (Stance.SIGNS, True), (Stance.ABSENT, False)],
)
def test_hands_on_paper_count_for_the_quorum(third: Stance, *, ready: bool) -> None:
    stances = {1: Stance.SIGNS, 2: Stance.ABSENT, 3: third}
    material = replace(READY, stances=stances)
    if ready:
        assert assemble(material).signers[2].stance is third
    else:
        assert reasons(material) == [("quorum-not-met", ())]


def test_an_office_the_law_wants_must_be_among_the_hands() -> None:
    policy = replace(PACKAGE.policy, quorum_offices=("chair", "deputy"))
    material = replace(READY, package=replace(PACKAGE, policy=policy))
    assert assemble(material).signers[0].stance is Stance.SIGNS
    without_chair = {1: Stance.REFUSES, 2: Stance.SIGNS, 3: Stance.SIGNS}
    assert reasons(replace(material, stances=without_chair)) == [
        ("office-missing", ("chair", "deputy"))
    ]


def test_signing_with_an_opinion_needs_the_opinion() -> None:
    stances = {**READY.stances, 2: Stance.SIGNS_WITH_OPINION}
    material = replace(READY, stances=stances)
    assert reasons(material) == [("opinion-missing", ("Ben",))]
    text = Text("opinion", "Ben", "", "counted in bad light", NOON, bytes(16))
    assert assemble(replace(material, texts=(text,))).texts == (text,)


def test_where_a_booklet_is_the_original_its_number_is_needed() -> None:
    package = with_form(replace(FORM, original="booklet"))
    material = replace(READY, package=package, contest=package.definition.contests[0])
    assert reasons(material) == [("booklet-missing", ())]
    assert assemble(replace(material, booklet=Booklet("A", "12"))).booklet == Booklet("A", "12")


def test_all_that_is_missing_is_said_at_once_and_readably() -> None:
    with pytest.raises(NotReadyError, match=r"stance-missing Ada Ben Cem; quorum-not-met"):
        assemble(replace(READY, stances={}))


def test_values_of_a_protocol_cannot_be_changed_in_place() -> None:
    with pytest.raises(TypeError):
        assemble(READY).lines["5"] = 0  # type: ignore[index]  # the point of the test


def test_a_draft_needs_the_figures_and_answers_but_no_hands() -> None:
    nobody = replace(READY, stances={}, announced=None)
    assert draft(nobody).signers == ()
    assert draft(nobody).lines == AGREEING.lines
    with pytest.raises(NotReadyError, match="blank-votes b"):
        draft(replace(nobody, figures=Figures(AGREEING.lines, {"a": 1}, {})))
