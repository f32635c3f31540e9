"""Every finding has a way on, every way leaves a trace, and none is open to doubt later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallydesk.counting.place import Place
from tallydesk.election.definition import Box
from tallydesk.election.expression import Compare, LineTerm
from tallydesk.signing.keys import WrongPin
from tallydesk.workflow import entry, findings, slip
from tallydesk.workflow.findings import Matter
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.tally import figures_of
from tests.builders import CONTEST, FORM, LINES, RELATIONS, line, plus, relation, with_form
from tests.unit.workflow.commission import PIN, Commission

LINE_14 = Place("pear", "line", "14")


def refused(code: str) -> pytest.RaisesExc[RefusedError]:
    return pytest.raises(RefusedError, match=f"^{code}")


@pytest.fixture
def commission() -> Commission:
    commission = Commission()
    commission.opens_the_station()
    return commission


def the_matter(commission: Commission, group: str) -> Matter:
    (matter,) = findings.matters_of(commission.session, group)
    return matter


def counts(commission: Commission, **paper: int) -> None:
    """Walk to the findings of the count with these figures on paper."""
    commission.paper |= {name.removeprefix("line_"): count for name, count in paper.items()}
    for group, sheet in (("before", "before.pear"), ("mobile", "mobile.M1")):
        commission.enters_twice(group, sheet)
        commission.closes_findings(group)
        if group == "before":
            slip.close(commission.session)
    commission.enters_twice("stationary", "stationary.S1")
    commission.closes_findings("stationary")
    commission.enters_twice("count.pear", "count.pear")
    findings.show(commission.session, "count.pear")


def test_an_account_difference_is_explained_and_then_the_stage_closes(
    commission: Commission,
) -> None:
    commission.paper["8"] = 29
    commission.enters_twice("before", "before.pear")
    matter = the_matter(commission, "before")
    assert (matter.key, matter.finding.kind, matter.finding.difference) == ("B1", "account", 1)
    with refused("findings-open"):
        findings.close(commission.session, "before")
    with refused("words-missing"):
        findings.explain(commission.session, matter, "  ")
    findings.explain(commission.session, matter, "one paper fell into the sink")
    findings.close(commission.session, "before")
    assert commission.here == "slip"


def test_an_explanation_is_asked_again_when_a_figure_under_it_changes(
    commission: Commission,
) -> None:
    """U6."""
    commission.paper["8"] = 29
    commission.enters_twice("before", "before.pear")
    findings.show(commission.session, "before")
    findings.explain(commission.session, the_matter(commission, "before"), "one fell down")
    place = Place("pear", "line", "8")
    assert not findings.recount(commission.session, place, 28)
    assert findings.recount(commission.session, place, 28)
    matter = the_matter(commission, "before")
    assert matter.open
    assert matter.stale == "one fell down"
    assert commission.session.night.changed_after_hint == 1


def test_a_recount_closes_on_the_same_figure_twice_running(commission: Commission) -> None:
    """U9."""
    counts(commission, line_14=87, line_15=3)
    matter = the_matter(commission, "count.pear")
    assert matter.finding.kind == "arithmetic"
    with refused("not-to-explain"):
        findings.explain(commission.session, matter, "well")
    assert not findings.recount(commission.session, LINE_14, 88)
    assert not findings.recount(commission.session, LINE_14, 86)
    assert not findings.recount(commission.session, LINE_14, 88)
    assert the_matter(commission, "count.pear").open
    assert findings.recount(commission.session, LINE_14, 88)
    assert findings.matters_of(commission.session, "count.pear") == ()
    assert commission.session.night.changed_after_hint == 1


def test_two_equal_recounts_that_change_nothing_offer_the_recorded_variance(
    commission: Commission,
) -> None:
    """U9."""
    counts(commission, line_14=87, line_15=3)
    session, shelf = commission.session, commission.shelf
    matter = the_matter(commission, "count.pear")
    assert not matter.variance_offered
    with refused("variance-needs-recounts"):
        findings.record_variance(session, shelf, matter, "torn", 3, PIN)
    findings.recount(session, LINE_14, 87)
    findings.recount(session, LINE_14, 87)
    matter = the_matter(commission, "count.pear")
    assert matter.variance_offered
    with refused("same-member"):
        findings.record_variance(session, shelf, matter, "torn", session.night.member, PIN)
    with pytest.raises(WrongPin):
        findings.record_variance(session, shelf, matter, "torn", 3, "87654321")
    findings.record_variance(session, shelf, matter, "torn", 3, PIN)
    assert not the_matter(commission, "count.pear").open
    assert session.night.changed_after_hint == 0


def test_a_mobile_box_with_more_papers_than_issued_is_decided_on(commission: Commission) -> None:
    commission.enters_twice("before", "before.pear")
    commission.closes_findings("before")
    slip.close(commission.session)
    commission.paper["12"] = 5
    commission.enters_twice("mobile", "mobile.M1")
    matter = the_matter(commission, "mobile")
    assert matter.finding.kind == "consequence"
    with refused("carriers-missing"):
        findings.void_box(commission.session, matter, (), "more papers than voters")
    findings.void_box(commission.session, matter, (2, 3), "more papers than voters")
    held = the_matter(commission, "mobile").voided
    assert held is not None
    assert (held.papers, held.carriers) == (5, (2, 3))
    assert figures_of(commission.session, CONTEST).given["voided"] == 5


def test_only_a_consequence_voids_a_box(commission: Commission) -> None:
    commission.paper["8"] = 29
    commission.enters_twice("before", "before.pear")
    with refused("not-a-consequence"):
        findings.void_box(commission.session, the_matter(commission, "before"), (1,), "no")


def test_a_figure_that_does_not_stand_yet_is_not_recounted(commission: Commission) -> None:
    with refused("not-settled"):
        findings.recount(commission.session, LINE_14, 1)
    with refused("sheet-closed"):
        commission.enters_twice("before", "before.pear")
        entry.write(commission.session, "before.pear.second", Place("pear", "line", "8"), 1)


def test_votes_can_be_recounted_where_a_relation_speaks_of_them(commission: Commission) -> None:
    counts(commission, line_14=87, line_15=3)
    matter = the_matter(commission, "count.pear")
    named = findings.places_of(commission.session, CONTEST, matter.finding)
    assert [place.id for place in named] == ["a", "b", "14"]


def test_one_mobile_box_cannot_hide_another() -> None:
    """Seven papers against nine applications over both, but five against four in one."""
    applications = line("A1", "mobile", "mobile")
    per_box = relation(
        "C2", "consequence", Compare(plus(LineTerm("12")), "<=", plus(LineTerm("A1"))), "12", "A1"
    )
    package = with_form(
        replace(FORM, lines=(*LINES, applications), relations=(*RELATIONS, per_box))
    )
    boxes = (Box("M1", "mobile"), Box("M2", "mobile"), Box("S1", "stationary"))
    package = replace(package, station=replace(package.station, boxes=boxes))
    commission = Commission(package)
    commission.paper |= {"6": 9}
    commission.opens_the_station()
    commission.enters_twice("before", "before.pear")
    commission.closes_findings("before")
    slip.close(commission.session)
    papers = {"M1": {"12": 5, "A1": 4}, "M2": {"12": 2, "A1": 5}}
    for entered, member in (("first", 0), ("second", 1)):
        if member:
            commission.hands_over_to(1, "mobile.takeover")
        for box, paper in papers.items():
            for place in commission.places(f"mobile.{box}.{entered}"):
                entry.write(commission.session, f"mobile.{box}.{entered}", place, paper[place.id])
            entry.close_sheet(commission.session, f"mobile.{box}.{entered}")
    matter = the_matter(commission, "mobile")
    assert (matter.key, matter.box, matter.finding.left) == ("C2.M1", "M1", 5)
    findings.void_box(commission.session, matter, (2, 3), "one paper too many")
    findings.close(commission.session, "mobile")
    contest = package.definition.contests[0]
    assert figures_of(commission.session, contest).given["voided"] == 5
