"""Answers about several records side by side, about the arithmetic, and which answer wins."""

from dataclasses import replace
from typing import get_args

import pytest

from tallydesk.assets import LANGUAGES, words
from tallydesk.election.expression import AnyOf, Compare, Constant, VotesTerm
from tallydesk.protocol.model import Stance
from tallydesk.verification.report import PRECEDENCE, Answer
from tests.builders import plus
from tests.signed import (
    CARD,
    GOOD,
    OFFICIAL,
    SLIP,
    STRANGER,
    report,
    reports,
)
from tests.unit.verification.answering import ENGLISH, TRUST, says, second, with_relation

# --- fork and superseded ---------------------------------------------------------------------


def test_fork_when_two_records_have_the_same_version() -> None:
    other = GOOD.with_payload(votes=(38, 50))
    for given in reports(GOOD, other):
        says(given, "fork", "another-record")


def test_fork_when_two_records_replace_the_same_one() -> None:
    one = second(GOOD)
    other = GOOD.with_payload(version=3, replaces=GOOD.digest)
    for given in reports(one, other):
        says(given, "fork", "another-record")


def test_fork_when_a_record_replaces_another_than_the_one_shown() -> None:
    wrong = GOOD.with_payload(version=2, replaces=bytes(32))
    for given in reports(GOOD, wrong):
        says(given, "fork", "another-record")


def test_fork_across_two_cards_of_the_same_station() -> None:
    for given in reports(GOOD, GOOD.with_card(serial=2)):
        says(given, "fork")


def test_fork_is_seen_without_the_contest_sheet() -> None:
    one = replace(GOOD, shown=("R", "C"))
    for given in reports(one, replace(one.with_payload(votes=(38, 50)))):
        says(given, "fork")


def test_superseded() -> None:
    older, newer = reports(GOOD, second(GOOD))
    says(older, "superseded", "later-version")
    says(newer, "valid-practice", "replaces-shown")


def test_superseded_by_a_version_after_the_next() -> None:
    third = GOOD.with_payload(version=3, replaces=second(GOOD).digest)
    older, newest = reports(GOOD, third)
    says(older, "superseded", "later-version")
    says(newest, "valid-practice", "replaces-not-shown")


def test_no_fork_between_stations_and_between_purposes() -> None:
    elsewhere = GOOD.with_card(number="02")
    elsewhere = replace(elsewhere, slip=replace(SLIP, number="02"))
    for given in reports(GOOD, elsewhere, OFFICIAL, trust=TRUST, allow_practice=True):
        assert given.answer in ("valid", "valid-practice")


def test_no_fork_with_a_record_that_does_not_hold() -> None:
    unsigned = GOOD.with_payload(votes=(38, 50), stances=(Stance.SIGNS_ON_PAPER,) * 6)
    early = GOOD.with_payload(votes=(38, 50), completed=CARD.valid_from)
    first, *_ = reports(GOOD, unsigned, early)
    says(first, "valid-practice")


# --- arithmetic-fails ------------------------------------------------------------------------


def test_arithmetic_fails() -> None:
    given = report(GOOD.with_payload(votes=(50, 39)))
    says(given, "arithmetic-fails", "relation-fails-by")
    assert "A1 does not hold: 88 and 89" in given.reason(ENGLISH)
    assert given.shown is not None


def test_arithmetic_fails_in_a_relation_with_many_parts() -> None:
    false = Compare(plus(VotesTerm()), "=", plus(Constant(1)))
    given = report(with_relation(AnyOf((false, false))))
    says(given, "arithmetic-fails", "relation-fails")


def test_arithmetic_fails_when_a_figure_is_missing() -> None:
    copy = GOOD.with_payload(lines=GOOD.payload.lines[:-1])
    given = report(replace(copy, shown=("R", "C", "S")))
    says(given, "arithmetic-fails", "figures-miscounted")
    assert given.shown is not None
    assert "#1" in given.shown.lines
    says(report(GOOD.with_payload(votes=(50, 38, 0))), "arithmetic-fails", "figures-miscounted")


def test_relations_of_other_kinds_do_not_travel() -> None:
    lines = (121, *GOOD.payload.lines[1:])
    says(report(replace(GOOD.with_payload(lines=lines), slip=None)), "valid-practice")


# --- precedence ------------------------------------------------------------------------------


def test_the_first_answer_in_the_precedence_wins() -> None:
    worse = GOOD.with_payload(votes=(50, 39), completed=CARD.valid_from).with_card(quorum=6)
    says(report(worse), "outside-time")
    says(report(replace(worse, signers=())), "altered")
    says(report(replace(worse, signers=(), root=STRANGER)), "unknown-root")
    says(report(worse.with_payload(completed=CARD.polls_close)), "quorum-not-met")
    says(report(replace(worse, shown=("R", "C"))), "outside-time")


def test_the_precedence_is_the_published_one() -> None:
    assert PRECEDENCE == (
        "unreadable",
        "wrong-purpose",
        "unknown-root",
        "altered",
        "wrong-station",
        "outside-time",
        "quorum-not-met",
        "fork",
        "superseded",
        "arithmetic-fails",
        "valid-practice",
        "valid",
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answer", get_args(Answer))
def test_every_answer_has_title_meaning_and_what_to_do(language: str, answer: str) -> None:
    said = words(language)
    assert all(said[f"answer.{answer}.{part}"] for part in ("title", "meaning", "todo"))
