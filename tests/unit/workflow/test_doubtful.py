"""The commission votes on each doubtful ballot; the decision prints and adds to no figure."""

from __future__ import annotations

import pytest

from tallydesk.assets import LANGUAGES, words
from tallydesk.counting.place import Place
from tallydesk.protocol.canonical import annex_of
from tallydesk.training.rehearsal import Rehearsal
from tallydesk.workflow import booklet, doubtful
from tallydesk.workflow.material import material_of
from tallydesk.workflow.night import Frozen
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.sealing import protocol_of
from tallydesk.workflow.session import Session
from tallydesk.workflow.tally import figures_of
from tests.album import night_at, scenario
from tests.fakes import DictOutbox

AZ = words("az")


def at(step_id: str = "count.fruit.first") -> Session:
    return night_at(step_id)[0]


def decide(
    session: Session,
    *,
    number: int = 1,
    description: str = "two marks, one crossed out",
    votes: tuple[int, int] = (4, 2),
    valid_for: tuple[str, ...] = ("nar",),
) -> None:
    doubtful.decide(session, "fruit", number, description, votes, valid_for, AZ)


def acts(session: Session) -> list[str]:
    frozen = Frozen(b"", b"", session.night.head, session.clock.now())
    texts = material_of(session, "fruit", frozen).texts
    return [text.words for text in texts if text.kind == "act"]


def test_each_ballot_has_its_number_the_votes_and_the_decision_and_prints_as_an_act() -> None:
    session = at()
    decide(session)
    decide(session, number=2, description="torn", votes=(6, 0), valid_for=())

    held = doubtful.decided(session, "fruit")
    assert [(each.votes_for, each.votes_against, each.valid_for) for each in held.values()] == [
        (4, 2, ("nar",)),
        (6, 0, ()),
    ]
    first, second = acts(session)
    assert first.startswith("Şübhəli bülleten № 1 (two marks, one crossed out): Nar üçün")
    assert "4, əleyhinə 2" in first
    assert "etibarsızdır" in second


def test_it_adds_to_no_figure() -> None:
    """The ballot lies on the pile it was decided for and is counted there."""
    session = at("count.fruit.findings")
    contest = session.package.contest("fruit")
    before = figures_of(session, contest)
    decide(session)
    after = figures_of(session, contest)
    assert (after.lines, after.votes) == (before.lines, before.votes)
    assert session.night.settled[Place("fruit", "vote", "nar")] == 71


def test_a_number_that_is_there_is_written_anew_and_the_same_again_leaves_no_trace() -> None:
    session = at()
    decide(session)
    decide(session)
    decide(session, valid_for=("alma",))
    assert sum(each.kind == "DoubtfulDecided" for each in session.journal.entries()) == 2
    assert len(acts(session)) == 1
    assert "Alma" in acts(session)[0]


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("doubtful-number", {"number": 2}),
        ("doubtful-number", {"number": 0}),
        ("words-missing", {"description": " "}),
        ("votes-missing", {"votes": (0, 0)}),
        ("votes-too-many", {"votes": (5, 2)}),
        ("candidates-too-many", {"valid_for": ("nar", "alma")}),
        ("no-candidate", {"valid_for": ("zeytun",)}),
    ],
)
def test_what_cannot_be_is_refused_in_every_language(code: str, wrong: dict[str, object]) -> None:
    with pytest.raises(RefusedError) as refused:
        decide(at(), **wrong)  # type: ignore[arg-type]
    assert refused.value.code == code
    for language in LANGUAGES:
        sentence = words(language)[f"refusal.{code}"].format(**refused.value.facts)
        assert "{" not in sentence


def test_nobody_decides_before_the_boxes_or_after_the_protocol_is_closed() -> None:
    with pytest.raises(RefusedError, match="too-early"):
        decide(at("before.station.first"))
    with pytest.raises(RefusedError, match="contest-frozen"):
        decide(at("sign.fruit"))


def test_the_record_carries_the_decisions_and_the_spoilt_booklet() -> None:
    session, shelf = night_at("transcribe.fruit")
    decide(session, votes=(6, 0))
    booklet.name(session, "fruit", "T", "000416")
    with pytest.raises(RefusedError, match="words-missing"):
        booklet.spoil(session, "fruit", "  ", AZ)
    booklet.spoil(session, "fruit", "ink ran over line 8", AZ)
    rehearsal = Rehearsal(session, shelf, DictOutbox(), scenario())
    start = session.plan.steps.index(session.plan.step("transcribe.fruit"))
    for step_ in session.plan.steps[start:]:
        if step_.id == "sign.fruit":
            break
        getattr(rehearsal, step_.kind)(step_)

    protocol = protocol_of(session, "fruit")
    said = [text.words for text in protocol.texts if text.kind == "act"]
    assert len(said) == 2
    assert "T seriyalı 000416 nömrəli" in said[1]
    assert "ink ran over line 8" in said[1]
    assert annex_of(protocol.texts).count_of("act") == 2
