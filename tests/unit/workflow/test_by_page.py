"""A list is counted page by page, blind, and the sum of its pages becomes the figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallydesk.counting.place import Place
from tallydesk.workflow import by_page, entry, reopening, step
from tallydesk.workflow.fold import fold
from tallydesk.workflow.happening_json import read
from tallydesk.workflow.night import Night
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session
from tests.album import night_at, scenario

FIRST, SECOND = "before.fruit.first", "before.fruit.second"
SIGNATURES = Place("fruit", "line", "5")
UNUSED = Place("fruit", "line", "8")


def at(step_id: str = FIRST) -> Session:
    return night_at(step_id)[0]


def test_the_form_says_which_figures_are_counted_from_a_list() -> None:
    assert by_page.lists_of(at(), FIRST) == (SIGNATURES,)
    station = by_page.lists_of(at("before.station.first"), "before.station.first")
    assert [place.id for place in station] == ["1a", "1b", "1c", "1d", "2", "7"]
    assert by_page.lists_of(at("count.fruit.first"), "count.fruit.first") == ()


def test_the_sum_of_the_pages_becomes_the_figure_and_each_page_is_in_the_journal() -> None:
    session = at()
    for page, count in ((1, 20), (2, 0), (3, 17)):
        by_page.write_page(session, FIRST, SIGNATURES, page, count)

    assert SIGNATURES not in session.night.first
    assert by_page.take_over(session, FIRST, SIGNATURES) == 37
    assert session.night.first[SIGNATURES] == 37
    assert [each.kind for each in session.journal.entries()[-4:]] == [
        *["PageCounted"] * 3,
        "FigureWritten",
    ]


def test_a_page_that_was_written_so_leaves_no_trace_and_an_emptied_one_is_missed() -> None:
    session = at()
    for page, count in ((1, 20), (2, 5), (2, 5), (1, None)):
        by_page.write_page(session, FIRST, SIGNATURES, page, count)

    assert sum(each.kind == "PageCounted" for each in session.journal.entries()) == 3
    with pytest.raises(RefusedError, match="page-missing: page 1"):
        by_page.take_over(session, FIRST, SIGNATURES)


def test_no_page_at_all_is_no_figure_and_a_page_with_nothing_is_zero() -> None:
    """U1."""
    session = at()
    with pytest.raises(RefusedError, match="page-missing: page 1"):
        by_page.take_over(session, FIRST, SIGNATURES)
    by_page.write_page(session, FIRST, SIGNATURES, 1, 0)
    assert by_page.take_over(session, FIRST, SIGNATURES) == 0


def test_what_is_no_list_no_page_or_too_much_is_refused() -> None:
    session = at()
    with pytest.raises(RefusedError, match="not-by-page"):
        by_page.write_page(session, FIRST, UNUSED, 1, 5)
    for page in (0, by_page.MOST_PAGES + 1):
        with pytest.raises(RefusedError, match="page-number"):
            by_page.write_page(session, FIRST, SIGNATURES, page, 5)
    for page in (1, 2):
        by_page.write_page(session, FIRST, SIGNATURES, page, 9_999_999)
    with pytest.raises(RefusedError, match="sum-too-large"):
        by_page.take_over(session, FIRST, SIGNATURES)


def test_the_second_entry_counts_the_pages_again_and_sees_none_of_the_first() -> None:
    """U7."""
    session = at()
    by_page.write_page(session, FIRST, SIGNATURES, 1, 1034)
    by_page.take_over(session, FIRST, SIGNATURES)
    for place in session.plan.sheet("before.fruit").places:
        entry.write(session, FIRST, place, scenario().says(place))
    entry.close_sheet(session, FIRST)

    assert by_page.pages_of(session, SECOND, SIGNATURES) == {}
    with pytest.raises(RefusedError, match="sheet-closed"):
        by_page.write_page(session, FIRST, SIGNATURES, 2, 1)


def test_pages_that_gave_another_sum_than_the_first_entry_are_counted_afresh() -> None:
    """U8."""
    session = at(SECOND)
    for place in session.plan.sheet("before.fruit").places:
        entry.write(session, SECOND, place, scenario().says(place))
    by_page.write_page(session, SECOND, SIGNATURES, 1, 1000)
    by_page.take_over(session, SECOND, SIGNATURES)

    assert SIGNATURES in entry.close_sheet(session, SECOND)
    assert by_page.pages_of(session, SECOND, SIGNATURES) == {}


def test_a_stage_that_is_opened_again_has_no_pages_left() -> None:
    session = at()
    by_page.write_page(session, FIRST, SIGNATURES, 1, 1000)
    reopening.reopen(session, "before", "a page was stuck to another")
    assert session.night.pages == {}
    assert step.here(session).id == "before.station.first"


@given(st.lists(st.integers(0, 500), min_size=1, max_size=12))
def test_the_figure_is_the_sum_whatever_the_pages_have(counts: list[int]) -> None:
    session = at()
    for page, count in enumerate(counts, start=1):
        by_page.write_page(session, FIRST, SIGNATURES, page, count)
    assert by_page.take_over(session, FIRST, SIGNATURES) == sum(counts)
    assert session.night.first[SIGNATURES] == sum(counts)


def test_whoever_starts_again_finds_every_page() -> None:
    """U21."""
    session = at()
    for page, count in ((1, 20), (2, 5)):
        by_page.write_page(session, FIRST, SIGNATURES, page, count)
    entries = session.journal.entries()
    again = fold(session.plan, ((each, read(each.kind, each.body)) for each in entries), Night())
    assert again.pages == session.night.pages
    assert again.step == FIRST
