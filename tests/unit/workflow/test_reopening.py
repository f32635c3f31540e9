"""A finished stage that was opened again: nobody hides it, the protocol says why."""

from __future__ import annotations

import pytest

from tallydesk.protocol.model import Text
from tallydesk.workflow import entry, findings, reopening
from tallydesk.workflow.examination import examine
from tallydesk.workflow.happening import Recounted, StageReopened
from tallydesk.workflow.material import material_of
from tallydesk.workflow.opening import read_again
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session
from tests.album import night_at
from tests.unit.workflow.commission import Commission


def prints(session: Session, contest: str = "fruit") -> list[Text]:
    return list(reopening.acts(session, contest))


def test_the_protocol_says_which_stage_when_and_why_and_the_journal_holds() -> None:
    session, _ = night_at("remarks")
    reopening.reopen(session, "count.fruit", " A pile fell from the table. ")

    (act,) = prints(session)
    at = session.package.hours.on_the_wall(act.at)
    assert act.kind == "act"
    assert at in act.words
    assert "A pile fell from the table." in act.words
    assert ".." not in act.words
    assert act.by == session.package.member(session.night.member or 0).name
    assert session.night.step == "count.fruit.first"
    assert examine(tuple(session.journal.entries()), read_again).fault is None


def test_each_time_is_told() -> None:
    session, _ = night_at("remarks")
    for reason in ("a page was missing", "a page was counted twice"):
        reopening.reopen(session, "before", reason)
    assert [
        reason in act.words
        for reason, act in zip(
            ("a page was missing", "a page was counted twice"), prints(session), strict=True
        )
    ] == [True, True]


def test_another_contest_says_nothing_of_it() -> None:
    session, _ = night_at("remarks")
    reopening.reopen(session, "count.fruit", "a pile fell")
    assert prints(session, "vegetables") == []


def test_a_journal_from_before_prints_what_it_printed_then() -> None:
    session, _ = night_at("remarks")
    session.happen(StageReopened("before", "a page was missing"))
    assert session.night.reopened[0].reason == "a page was missing"
    assert prints(session) == []


def test_it_stands_among_the_words_that_travel_with_the_record() -> None:
    later, _ = night_at("sign.fruit")
    frozen = later.night.frozen["fruit"]
    session, _ = night_at("remarks")
    reopening.reopen(session, "before", "a page was missing")
    assert prints(session)[0] in material_of(session, "fruit", frozen).texts
    assert prints(session)[0] not in material_of(later, "fruit", frozen).texts


def counts_the_stage_anew(commission: Commission, **wrong: int) -> None:
    """Both entries of the first stage once more, by whoever may write them."""
    session, sheet = commission.session, "before.pear"
    first = session.night.member or 1
    commission.writes(f"{sheet}.first", **wrong)
    entry.close_sheet(session, f"{sheet}.first")
    commission.hands_over_to(2 if first == 1 else 1, "before.takeover")
    commission.writes(f"{sheet}.second", **wrong)
    entry.close_sheet(session, f"{sheet}.second")


@pytest.mark.parametrize(("wrong", "counted"), [({}, 0), ({"8": 7}, 1), ({"8": 7, "3": 9}, 2)])
def test_a_figure_that_comes_back_another_one_was_changed_after_a_hint(
    wrong: dict[str, int],
    counted: int,
) -> None:
    """However it was changed: field 14 of the record is signed."""
    commission = Commission()
    commission.opens_the_station()
    commission.enters_twice("before", "before.pear")
    findings.show(commission.session, "before")
    reopening.reopen(commission.session, "before", "a page was missing")
    counts_the_stage_anew(commission, **wrong)
    assert commission.session.night.changed_after_hint == counted
    assert commission.session.night.hinted == {}


def test_what_was_recounted_before_confirms_nothing_now() -> None:
    commission = Commission()
    commission.opens_the_station()
    commission.enters_twice("before", "before.pear")
    findings.show(commission.session, "before")
    place = commission.places("before.pear.first")[0]
    for _ in range(2):
        commission.session.happen(Recounted(place, 7))
    assert commission.session.night.changed_after_hint == 1
    reopening.reopen(commission.session, "before", "a page was missing")
    assert place not in commission.session.night.recounts
    counts_the_stage_anew(commission)
    assert commission.session.night.changed_after_hint == 2


@pytest.mark.parametrize(
    ("reason", "ends"),
    [("it fell", "it fell."), ("it fell.", "it fell."), ("why?", "why?"), ("Again?!", "Again?!")],
)
def test_the_reason_prints_as_it_was_written(reason: str, ends: str) -> None:
    session, _ = night_at("remarks")
    reopening.reopen(session, "before", reason)
    assert prints(session)[0].words.endswith(ends)
    assert examine(tuple(session.journal.entries()), read_again).fault is None


@pytest.mark.parametrize(
    ("step", "reason", "code"),
    [
        ("remarks", " ", "reopen-needs-reason"),
        ("sign.fruit", "late thought", "contest-frozen"),
    ],
)
def test_what_is_refused_leaves_no_trace(step: str, reason: str, code: str) -> None:
    session, _ = night_at(step)
    before = len(session.journal.entries())
    with pytest.raises(RefusedError, match=f"^{code}"):
        reopening.reopen(session, "before", reason)
    assert len(session.journal.entries()) == before
