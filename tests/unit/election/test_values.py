"""The small promises of the frozen values."""

import pytest

from tallydesk.election.expression_text import parse_condition, parse_sum
from tallydesk.election.reach import always, named, subtracts
from tallydesk.election.wording import Wording
from tests.builders import CONTEST, FORM, PACKAGE


def test_a_wording_falls_back_on_english_and_then_on_whatever_there_is() -> None:
    both, other = Wording({"az": "alma", "en": "apple"}), Wording({"az": "alma"})
    assert (both.said_in("az"), both.said_in("ru"), other.said_in("ru")) == (
        "alma",
        "apple",
        "alma",
    )
    assert hash(both) == hash(Wording({"en": "apple", "az": "alma"}))


def test_a_wording_is_never_empty() -> None:
    with pytest.raises(ValueError, match="at least one language"):
        Wording({})


def test_what_is_not_there_is_refused_by_name() -> None:
    for missing in (
        lambda: FORM.line("99"),
        lambda: PACKAGE.contest("x"),
        lambda: PACKAGE.member(9),
    ):
        with pytest.raises(KeyError):
            missing()
    assert FORM.line("14").id == "14"
    assert PACKAGE.contest("pear") is CONTEST
    assert PACKAGE.member(2).name == "Ben"


def test_a_station_is_called_as_people_write_it() -> None:
    assert PACKAGE.station.label == "000-01"
    assert [box.id for box in PACKAGE.station.boxes_of("mobile")] == ["M1"]


def test_who_has_withdrawn_is_not_counted_and_who_has_no_vote_does_not_decide() -> None:
    assert [candidate.id for candidate in CONTEST.standing] == ["a", "b"]
    assert [member.name for member in PACKAGE.deciding] == ["Ada", "Ben", "Cem"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("[1] = [1]", True),
        ("[1] <> [1]", False),
        ("[1] <> [2]", None),
        ("[1] + 1 = 0", False),
        ("0 = [1] + 1", False),
        ("[1] = 0", None),
        ("[1] >= 0", True),
        ("[1] < 0", False),
        ("[1] <= 0", None),
        ("0 > [1]", False),
        ("0 <= [1] + votes", True),
        ("[1] > 0", None),
        ("2 * ([1] - [2]) = [1] - 2 * [2] + [1]", True),
        ("abs([1] - [2]) >= 0", True),
        ("seats * [1] >= 0", True),
        ("seats * ([1] - [2]) >= 0", None),
        ("seats * abs([1] - [2]) >= 0", True),
        ("not [1] >= 0", False),
        ("not [1] > 0", None),
        ("[1] >= 0 and [2] = 1", None),
        ("[1] >= 0 and [2] >= 0", True),
        ("[1] < 0 and [2] = 1", False),
        ("[1] >= 0 or [2] = 1", True),
        ("[1] < 0 or [2] < 0", False),
        ("[1] < 0 or [2] = 1", None),
        ("if [1] < 0 then [2] = 1", True),
        ("if [2] = 1 then [1] >= 0", True),
        ("if [1] >= 0 then [2] = 1", None),
    ],
)
def test_what_needs_no_figure_is_seen(text: str, *, verdict: bool | None) -> None:
    assert always(parse_condition(text)) is verdict


def test_every_name_of_an_expression_is_found_in_order() -> None:
    found = named(parse_condition("if not [1] = 2 then abs([3]) > seats * [4] and (votes) = 1"))
    assert [
        str(getattr(each, "line", None) or getattr(each, "name", "votes")) for each in found
    ] == [*("1", "3", "seats", "4", "votes")]


@pytest.mark.parametrize(
    ("text", "does"),
    [("[1] + [2]", False), ("[1] - [2]", True), ("(1 - [2])", True), ("abs(1 - [2])", False)],
)
def test_a_sum_that_subtracts_is_known(text: str, *, does: bool) -> None:
    assert subtracts(parse_sum(text)) is does
