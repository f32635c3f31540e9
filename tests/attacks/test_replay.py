"""Threat "replay from another station, contest, round, day": good signatures in the wrong place."""

from dataclasses import replace
from datetime import timedelta

from tallydesk.signing.contest_sheet import sheet_digest, sheet_of
from tests.builders import CONTEST
from tests.signed import CARD, GOOD, SLIP, Copy, report, reports
from tests.unit.verification.answering import hidden, says

ELSEWHERE = replace(GOOD.with_card(number="02"), slip=replace(SLIP, number="02"))
RUN_OFF = timedelta(days=14)
SECOND_ROUND = GOOD.with_card(
    serial=2,
    valid_from=CARD.valid_from + RUN_OFF,
    polls_close=CARD.polls_close + RUN_OFF,
    valid_to=CARD.valid_to + RUN_OFF,
)


def shown_with(card: Copy, record: Copy = GOOD) -> list[str]:
    """A record beside another's card, with the sheet of both."""
    return [*record.codes_of("R"), *card.codes_of("C"), *record.codes_of("S")]


def test_a_record_beside_the_card_of_another_station_is_of_the_wrong_station() -> None:
    given = report(shown_with(ELSEWHERE))
    says(given, "wrong-station", "card-does-not-fit")
    hidden(given)


def test_a_record_beside_the_card_of_the_second_round_is_of_the_wrong_station() -> None:
    says(report(shown_with(SECOND_ROUND)), "wrong-station", "card-does-not-fit")


def test_signatures_do_not_carry_over_to_the_card_of_another_station() -> None:
    """The figures are signed for a card: naming another one makes another payload."""
    moved = replace(ELSEWHERE, named_card=GOOD.card)
    says(report(moved), "wrong-station")
    says(report([*GOOD.codes_of("R"), *ELSEWHERE.codes]), "altered", "records-mixed")


def test_a_record_of_the_first_round_is_outside_the_hours_of_the_second() -> None:
    late = SECOND_ROUND.with_payload(completed=GOOD.payload.completed)
    says(report(late), "outside-time", "before-close")
    early = GOOD.with_payload(completed=GOOD.payload.completed + RUN_OFF)
    says(report(early), "outside-time", "after-window")


def test_a_record_of_another_contest_does_not_pass_for_this_one() -> None:
    other = sheet_of("apples-2026", CONTEST)
    both = GOOD.with_card(sheets=(*CARD.sheets, sheet_digest(other)))
    # The sheet of the contest that the record names is missing: what is shown is another's.
    given = report(replace(both.with_payload(contest_index=1), slip=None, shown=("R", "C", "S")))
    says(given, "unreadable", "no-sheet")
    says(report(GOOD.with_payload(contest_index=1)), "wrong-station", "contest-not-on-card")


def test_the_slip_of_another_station_proves_nothing_here() -> None:
    says(report([*GOOD.codes, *ELSEWHERE.codes_of("B")]), "altered", "slip-another")


def test_both_stations_side_by_side_are_what_they_are() -> None:
    assert [each.answer for each in reports(GOOD, ELSEWHERE)] == ["valid-practice"] * 2
