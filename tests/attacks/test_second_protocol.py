"""Threat "second protocol": the same members sign another one, and hand out this or that."""

import pytest

from tests.signed import CARD, GOOD, report, reports
from tests.unit.verification.answering import says, second

OTHER = GOOD.with_payload(votes=(38, 50))


def test_two_records_of_one_contest_are_a_fork_for_whoever_sees_both() -> None:
    for given in reports(GOOD, OTHER):
        says(given, "fork", "another-record")


def test_the_same_figures_signed_again_are_a_fork_too() -> None:
    """No chance lies in a record: a second signing of the same is the same record."""
    (one, other) = reports(GOOD, GOOD)
    assert one.answer == other.answer == "valid-practice"
    later = GOOD.with_payload(completed=CARD.valid_to)
    for given in reports(GOOD, later):
        says(given, "fork")


def test_two_replacements_of_one_record_are_a_fork() -> None:
    for given in reports(second(GOOD), second(GOOD, votes=(49, 39))):
        says(given, "fork")


def test_a_replacement_of_something_else_is_a_fork_beside_the_first() -> None:
    for given in reports(GOOD, second(OTHER)):
        says(given, "fork")


@pytest.mark.parametrize("shown", [GOOD, OTHER])
def test_a_lone_copy_says_what_it_cannot_know(shown: object) -> None:
    given = report(shown)  # type: ignore[arg-type]  # both are copies
    says(given, "valid-practice", "no-later-known")


def test_a_lone_replacement_says_that_it_replaces_something() -> None:
    says(report(second(GOOD)), "valid-practice", "replaces-not-shown")


def test_a_second_card_made_for_the_station_does_not_hide_the_fork() -> None:
    for given in reports(GOOD, OTHER.with_card(serial=2)):
        says(given, "fork")
