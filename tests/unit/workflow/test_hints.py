"""Where people are sent first after their findings, and what second entry alone can find.

Requirements U5, U7 and U9.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallydesk.counting.place import Place
from tallydesk.election.definition import Box
from tallydesk.election.expression import Compare, LineTerm
from tallydesk.rules.check import check
from tallydesk.workflow import entry, findings, slip
from tallydesk.workflow.hints import Hint, Hints, hints_of
from tallydesk.workflow.tally import figures_of
from tests.builders import FORM, LINES, RELATIONS, plus, relation, with_form
from tests.unit.workflow.commission import Commission

VOTES_A, VOTES_B = Place("pear", "vote", "a"), Place("pear", "vote", "b")
LINE_14 = Place("pear", "line", "14")
COUNT = "count.pear"

_PAPERS = Compare(plus(LineTerm("12"), LineTerm("13")), "=", plus(LineTerm("14"), LineTerm("15")))
SORTED = replace(
    FORM,
    relations=(*RELATIONS, relation("D1", "arithmetic", _PAPERS, "12", "13", "14", "15")),
    digest=b"sorted",
)


@pytest.fixture
def commission() -> Commission:
    commission = Commission()
    commission.opens_the_station()
    return commission


def counts(commission: Commission, **paper: int) -> Hints:
    """Walk to the findings of the count with these figures on paper, and look at the hints."""
    commission.paper |= {name.removeprefix("line_"): count for name, count in paper.items()}
    commission.enters_twice("before", "before.pear")
    commission.closes_findings("before")
    slip.close(commission.session)
    for group in ("mobile", "stationary"):
        sheet = commission.session.plan.sheets_of(group)[0].id
        commission.enters_twice(group, sheet)
        commission.closes_findings(group)
    commission.enters_twice(COUNT, COUNT)
    findings.show(commission.session, COUNT)
    return hints(commission)


def hints(commission: Commission, group: str = COUNT) -> Hints:
    return hints_of(commission.session, findings.matters_of(commission.session, group))


def test_the_likely_slip_is_named_with_its_pile(commission: Commission) -> None:
    said = counts(commission, b=83)

    assert said.by_matter == {("pear", "A1"): Hint("digits-exchanged", (VOTES_B,))}
    assert said.first == (VOTES_B,)


def test_a_bundle_fits_every_pile_and_the_largest_is_named_first() -> None:
    commission = Commission(with_form(SORTED))
    commission.opens_the_station()

    said = counts(commission, a=60, b=78, line_14=188, line_13=186)

    assert said.by_matter == {("pear", "A1"): Hint("bundle-less", (VOTES_B, VOTES_A))}
    assert said.first == (VOTES_B,)


def test_a_bundle_too_many_here_fits_as_well_as_one_too_few_there(commission: Commission) -> None:
    said = counts(commission, a=60, b=78, line_14=188)

    assert said.by_matter == {("pear", "A1"): Hint("bundle-more", (LINE_14, VOTES_B, VOTES_A))}


def test_a_pile_that_two_counts_agree_on_is_not_counted_again(commission: Commission) -> None:
    counts(commission, b=83)
    for _ in range(2):
        findings.recount(commission.session, VOTES_B, 83)
    assert hints(commission).first == (VOTES_A,)
    for place in (VOTES_A, LINE_14):
        findings.recount(commission.session, place, commission.paper[place.id])
    assert hints(commission).first == (VOTES_A,)
    for place in (VOTES_A, LINE_14):
        findings.recount(commission.session, place, commission.paper[place.id])

    assert hints(commission).first == ()
    (matter,) = findings.matters_of(commission.session, COUNT)
    assert matter.variance_offered


def test_two_counts_that_differ_do_not_close_a_pile(commission: Commission) -> None:
    counts(commission, b=83)
    for count in (83, 82, 83):
        findings.recount(commission.session, VOTES_B, count)

    assert hints(commission).first == (VOTES_B,)


def test_a_recount_that_mends_it_leaves_nothing_to_say(commission: Commission) -> None:
    counts(commission, b=83)
    for _ in range(2):
        findings.recount(commission.session, VOTES_B, 38)

    assert hints(commission) == Hints({}, ())


def test_what_was_answered_sends_nobody_anywhere(commission: Commission) -> None:
    commission.paper["8"] = 29
    commission.enters_twice("before", "before.pear")
    findings.show(commission.session, "before")
    assert hints(commission, "before").first != ()
    (matter,) = findings.matters_of(commission.session, "before")
    findings.explain(commission.session, matter, "one paper fell into the sink")

    assert hints(commission, "before") == Hints({}, ())


def test_a_finding_about_one_box_is_decided_and_not_guessed_at(commission: Commission) -> None:
    commission.enters_twice("before", "before.pear")
    commission.closes_findings("before")
    slip.close(commission.session)
    commission.paper["12"] = 40
    commission.enters_twice("mobile", "mobile.M1")

    said = hints(commission, "mobile")

    assert said.by_matter == {}


def test_the_box_that_was_written_wrongly_is_found_among_several() -> None:
    """46 papers lost a digit; over both boxes together no digit is missing."""
    form = replace(SORTED, lines=(replace(LINES[0], scope="station"), *LINES[1:]), digest=b"boxes")
    package = with_form(form)
    boxes = (*package.station.boxes, Box("S2", "stationary"))
    commission = Commission(replace(package, station=replace(package.station, boxes=boxes)))
    commission.opens_the_station()
    commission.paper |= {"6": 7, "12": 7, "15": 5}
    papers = {"S1": 4, "S2": 40}
    for each in commission.session.plan.steps:
        if each.kind == "takeover":
            first = commission.session.night.closed_sheets[
                commission.session.plan.sheets_of(each.group)[0].id, 1
            ]
            commission.hands_over_to(2 if first == 1 else 1, each.id)
        elif each.kind == "entry":
            for place in commission.places(each.id):
                count = papers.get(place.box, commission.paper[place.id])
                entry.write(commission.session, each.id, place, count)
            entry.close_sheet(commission.session, each.id)
        elif each.id == "slip":
            slip.close(commission.session)
        elif each.id == "count.pear.findings":
            break
        elif each.kind == "findings":
            commission.closes_findings(each.group)

    said = hints(commission)

    assert said.by_matter == {("pear", "D1"): Hint("digit-missing", (Place("pear", "line", "13"),))}
    assert [(place.id, place.box) for place in said.first] == [("13", "S1")]


def test_a_line_of_the_station_is_named_as_such() -> None:
    form = replace(FORM, lines=(replace(LINES[0], scope="station"), *LINES[1:]), digest=b"station")
    commission = Commission(with_form(form))
    commission.opens_the_station()
    commission.paper["3"] = 210
    for entered in ("first", "second"):
        if entered == "second":
            commission.hands_over_to(2, "before.takeover")
        for sheet in ("before.station", "before.pear"):
            commission.writes(f"{sheet}.{entered}")
            entry.close_sheet(commission.session, f"{sheet}.{entered}")

    said = hints(commission, "before")

    assert said.by_matter == {("pear", "B1"): Hint("digits-exchanged", (Place("", "line", "3"),))}


def test_two_candidates_swapped_break_nothing_and_the_second_entry_names_both(
    commission: Commission,
) -> None:
    """No relation can tell: their sum stays. Another member who reads the paper does (U7)."""
    commission.paper |= {"a": 38, "b": 50}
    counts(commission)
    contest = commission.session.package.definition.contests[0]
    assert check(contest.form, figures_of(commission.session, contest)).findings == ()

    watched = Commission()
    watched.opens_the_station()
    watched.enters_twice("before", "before.pear")
    watched.closes_findings("before")
    slip.close(watched.session)
    for group, sheet in (("mobile", "mobile.M1"), ("stationary", "stationary.S1")):
        watched.enters_twice(group, sheet)
        watched.closes_findings(group)
    watched.writes(f"{COUNT}.first", a=38, b=50)
    entry.close_sheet(watched.session, f"{COUNT}.first")
    first = watched.session.night.closed_sheets[COUNT, 1]
    watched.hands_over_to(2 if first == 1 else 1, f"{COUNT}.takeover")
    watched.writes(f"{COUNT}.second")

    assert entry.close_sheet(watched.session, f"{COUNT}.second") == (VOTES_A, VOTES_B)
