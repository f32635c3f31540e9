"""Piles in bundles, and figures as they stand."""

from __future__ import annotations

import pytest

from tallydesk.counting.bundles import Pile
from tallydesk.counting.figures import Figures


@pytest.mark.parametrize(("rest", "fits"), [(49, True), (50, False), (51, False)])
def test_a_rest_is_smaller_than_a_bundle(rest: int, *, fits: bool) -> None:
    """U10."""
    assert Pile(3, 50, rest).fits is fits


def test_bundles_and_rest_make_the_total() -> None:
    """U10."""
    assert Pile(8, 50, 12).papers == 412


def test_writing_a_line_leaves_the_figures_before_untouched() -> None:
    before = Figures({"5": 1}, {"a": 2}, {})
    after = before.with_line("5", 3)
    assert (before.lines["5"], after.lines["5"]) == (1, 3)
    assert hash(before) != hash(after)
    assert before == Figures({"5": 1}, {"a": 2}, {})


def test_figures_cannot_be_changed_in_place() -> None:
    with pytest.raises(TypeError):
        Figures({"5": 1}, {}, {}).lines["5"] = 2  # type: ignore[index]  # the point of the test
