"""Figures counted on paper while the power was off: both times stand (requirement U24)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tallydesk.ui.pages.entry import EntryPage
from tallydesk.workflow import reopening
from tallydesk.workflow.late_entry import acts, counted_on_paper
from tallydesk.workflow.refusal import RefusedError
from tests.evening import Evening
from tests.pages.conftest import Open
from tests.pages.operator import Operator

BEFORE = "before.pear.first"


def page_of(operator: Operator) -> EntryPage:
    page = operator.window.page
    assert isinstance(page, EntryPage)
    return page


def paper_time(operator: Operator, text: str) -> None:
    page_of(operator).late.link.click()
    operator.types(text)
    operator.enter()


def test_the_link_asks_for_the_time_and_the_protocol_says_both(open_at: Open) -> None:
    operator, evening = open_at(BEFORE)
    session = evening.session

    paper_time(operator, "1830")

    late = session.night.late["before"]
    counted, typed = (f"{at + timedelta(hours=4):%H:%M}" for at in (late.counted, late.typed))
    assert counted == "18:30"
    (act,) = acts(session, "pear")
    assert act.kind == "act"
    assert counted in act.words
    assert typed in act.words
    assert act.by == session.package.member(session.night.member).name
    # The work goes on in the first field, and what was said can be read on the page.
    assert operator.field.startswith("Line 3,")
    assert late.words in operator.everything()
    assert operator.problems == ()


@pytest.mark.parametrize("text", ["", "25", "half past six", "1860"])
def test_what_is_no_time_is_named_and_stays(open_at: Open, text: str) -> None:
    operator, evening = open_at(BEFORE)

    paper_time(operator, text)

    assert operator.problems == ("Write the time as four digits, as in 1900.",)
    assert page_of(operator).late.line.box.text() == text
    assert not evening.session.night.late


def test_a_time_that_has_not_come_is_refused(open_at: Open) -> None:
    operator, evening = open_at(BEFORE)

    paper_time(operator, "2330")

    assert operator.problems[0].startswith("That time has not come yet.")
    assert not evening.session.night.late


def test_nothing_is_said_of_a_stage_that_was_opened_again(open_at: Open) -> None:
    operator, evening = open_at(BEFORE)
    paper_time(operator, "1830")

    reopening.reopen(evening.session, "before", "Counted again")

    assert list(acts(evening.session, "pear")) == []


def test_a_stage_whose_boxes_are_still_shut_was_counted_by_nobody(open_at: Open) -> None:
    evening: Evening
    _, evening = open_at(BEFORE)

    with pytest.raises(RefusedError) as refused:
        counted_on_paper(evening.session, "count.pear", evening.session.clock.now())

    assert refused.value.code == "too-early"
