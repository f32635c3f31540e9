"""Threat "candidates swapped": the same votes, under other names."""

from dataclasses import replace

from tallydesk.signing.contest_sheet import sheet_digest, sheet_of
from tests.builders import CONTEST, said
from tests.signed import GOOD, STRANGER, report, reports
from tests.unit.verification.answering import hidden, says

first, second, *rest = CONTEST.candidates
NAMES = replace(
    CONTEST, candidates=(replace(first, name=second.name), replace(second, name=first.name), *rest)
)
ORDER = replace(CONTEST, candidates=(second, first, *rest))


def test_a_sheet_with_swapped_names_is_not_the_one_on_the_card() -> None:
    for contest in (NAMES, ORDER):
        swapped = replace(GOOD, sheet=sheet_of("pears-2026", contest))
        assert sheet_digest(swapped.sheet) not in swapped.card.sheets
        given = report(swapped)
        says(given, "altered", "sheet-of-another")
        hidden(given)


def test_a_swapped_sheet_in_another_file_is_not_taken_for_the_missing_one() -> None:
    swapped = replace(GOOD, sheet=sheet_of("pears-2026", NAMES)).codes_of("S")
    given, _ = reports([*GOOD.codes_of("R"), *GOOD.codes_of("C")], swapped)
    says(given, "unreadable", "no-sheet")
    assert given.shown is not None
    assert dict(given.shown.names) == {}


def test_a_card_for_the_swapped_sheet_was_not_signed_by_the_root() -> None:
    sheet = sheet_of("pears-2026", NAMES)
    forged = replace(GOOD.with_card(sheets=(sheet_digest(sheet),)), sheet=sheet, root=STRANGER)
    says(report(forged), "unknown-root")


def test_swapped_votes_were_not_signed() -> None:
    swapped = replace(GOOD.with_payload(votes=GOOD.payload.votes[::-1]), keys=(STRANGER,) * 6)
    says(report(swapped), "altered", "signature-false")


def test_the_names_that_are_shown_are_those_that_were_signed() -> None:
    given = report(GOOD)
    assert given.shown is not None
    assert dict(given.shown.names) == {"a": "Anjou", "b": "Bosc"}
    renamed = replace(CONTEST, title=said("Apple of the year"))
    says(report(replace(GOOD, sheet=sheet_of("pears-2026", renamed))), "altered")
