"""Each answer a verifier can give, produced by a copy in which one thing is different."""

from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest

from tallydesk.assets import LANGUAGES, words
from tallydesk.election.expression import AnyOf, Compare, Condition, Constant, Given, VotesTerm
from tallydesk.protocol.canonical import Annex
from tallydesk.protocol.model import Stance
from tallydesk.signing.card import CardMember
from tallydesk.signing.codes import KINDS, code_texts
from tallydesk.signing.contest_sheet import sheet_digest, sheet_of
from tallydesk.signing.record import read_record, seal_record
from tallydesk.signing.slip import SlipContest
from tallydesk.signing.trust import Trust
from tallydesk.verification.report import PRECEDENCE, Answer, Report
from tests.builders import CONTEST, FORM, plus
from tests.signed import (
    AUTHORITY,
    CARD,
    GOOD,
    KEYS,
    OFFICIAL,
    SLIP,
    STANCES,
    STRANGER,
    Copy,
    report,
    reports,
)

TRUST = Trust(AUTHORITY.point)
ENGLISH = words("en")


def says(given: Report, answer: Answer, *codes: str) -> None:
    """The answer, the notes that are there, and nothing shown that nobody signed."""
    assert given.answer == answer
    assert set(codes) <= {note.code for note in given.notes}
    assert given.reason(ENGLISH)


def hidden(given: Report) -> None:
    assert given.shown is None


def with_relation(holds: Condition) -> Copy:
    """A protocol whose form has one more arithmetic relation."""
    added = replace(FORM.relations[0], code="A2", holds=holds)
    form = replace(FORM, relations=(*FORM.relations, added))
    sheet = sheet_of("pears-2026", replace(CONTEST, form=form))
    card = replace(CARD, sheets=(sheet_digest(sheet),))
    return replace(GOOD, sheet=sheet, card=card, slip=None, shown=("R", "C", "S"))


def second(first: Copy, **changes: object) -> Copy:
    """A version 2 that replaces the first."""
    return first.with_payload(version=2, replaces=first.digest, **changes)


# --- valid -----------------------------------------------------------------------------------


def test_valid_practice() -> None:
    given = report(GOOD)
    says(given, "valid-practice", "signed", "not-looked-up", "no-later-known", "proves")
    assert given.shown is not None
    assert given.shown.station == "000-01"
    assert given.shown.contest == "pear"
    assert given.shown.lines == {
        "3": 120,
        "5": 90,
        "8": 30,
        "6": 4,
        "12": 4,
        "13": 86,
        "14": 88,
        "15": 2,
    }
    assert given.shown.votes == {"a": 50, "b": 38}
    assert given.shown.names == {"a": "Anjou", "b": "Bosc"}
    assert [each.stance for each in given.shown.stances] == list(STANCES)
    assert given.shown.digest == GOOD.digest
    assert "not that the ballots were counted right" in given.reason(ENGLISH)


def test_valid() -> None:
    says(report(OFFICIAL, trust=TRUST), "valid", "not-looked-up", "no-later-known", "proves")


def test_valid_without_a_slip() -> None:
    says(report(replace(GOOD, shown=("R", "C", "S"))), "valid-practice")


def test_valid_with_a_recorded_variance_that_is_named() -> None:
    given = report(GOOD.with_payload(votes=(50, 39), variances=("A1",)))
    says(given, "valid-practice", "variances")
    assert "recorded variance: A1" in given.reason(ENGLISH)


def test_valid_says_what_goes_with_it() -> None:
    annex = Annex((1, 2, 3, 4, 5), bytes(32))
    copy = GOOD.with_payload(annex=annex, changed_after_hint=2, booklet=None)
    given = report(copy.with_card(custody="authority"))
    says(given, "valid-practice", "wording-unchecked", "changed-after-hint", "keys-of-authority")
    assert "2 remarks, 3 complaints, 4 opinions and 5 acts; wording not checked" in given.reason(
        ENGLISH
    )
    assert "booklet" not in {note.code for note in given.notes}


def test_valid_reports_signatures_on_paper_apart() -> None:
    says(report(GOOD), "valid-practice", "signed-on-paper", "quorum-rests-on-paper")
    enough = report(GOOD.with_card(quorum=3))
    assert "quorum-rests-on-paper" not in {note.code for note in enough.notes}
    none = report(GOOD.with_payload(stances=(Stance.SIGNS,) * 6))
    assert "signed-on-paper" not in {note.code for note in none.notes}


def test_valid_says_what_could_not_be_run_again() -> None:
    given = report(with_relation(Compare(plus(Given("received")), ">=", plus(Constant(0)))))
    says(given, "valid-practice", "relations-undecided")


def test_valid_alone_above_version_1_names_what_was_not_shown() -> None:
    says(report(second(GOOD)), "valid-practice", "replaces-not-shown", "no-later-known")


# --- unreadable ------------------------------------------------------------------------------


def test_unreadable_without_any_code() -> None:
    says(report([]), "unreadable", "no-codes")


def test_unreadable_with_a_damaged_line() -> None:
    says(report([*GOOD.codes, "TD1PR1/2:half"]), "unreadable", "damaged-line")


def test_unreadable_when_a_part_of_the_record_is_missing() -> None:
    given = report(GOOD.codes[1:])
    says(given, "unreadable", "record-part-missing")
    hidden(given)


def test_unreadable_without_card() -> None:
    given = report(replace(GOOD, shown=("R", "S", "B")))
    says(given, "unreadable", "no-card")
    hidden(given)


def test_unreadable_without_record() -> None:
    says(report(replace(GOOD, shown=("C", "S", "B"))), "unreadable", "no-record")


def test_unreadable_without_contest_sheet_though_the_signatures_are_good() -> None:
    given = report(replace(GOOD, shown=("R", "C")))
    says(given, "unreadable", "no-sheet")
    assert "names and arithmetic not checked" in given.reason(ENGLISH)
    assert given.shown is not None
    assert given.shown.lines["#1"] == 120
    assert given.shown.votes == {"#1": 50, "#2": 38}
    assert given.shown.names == {}


def test_unreadable_when_a_code_holds_something_else() -> None:
    for kind in KINDS:
        foreign = code_texts(kind, b"\xf5", "practice")
        given = report([*GOOD.codes, *foreign])
        assert given.answer in ("unreadable", "altered")
        assert any(note.code.endswith(("-malformed", "-mixed")) for note in given.notes)


# --- wrong-purpose ---------------------------------------------------------------------------


def test_wrong_purpose_when_the_prefix_claims_another() -> None:
    codes = [f"TD1O{code[4:]}" for code in GOOD.codes]
    says(report(codes, trust=TRUST), "wrong-purpose", "purposes-differ")
    hidden(report(codes, trust=TRUST))


def test_wrong_purpose_when_prefixes_are_mixed() -> None:
    record, *rest = GOOD.codes_of("R"), *GOOD.codes_of("C"), *GOOD.codes_of("S")
    says(
        report([*record, *(f"TD1O{code[4:]}" for code in rest)]),
        "wrong-purpose",
        "purposes-differ",
    )


def test_wrong_purpose_when_an_official_record_names_a_practice_card() -> None:
    says(report(GOOD.with_payload(purpose="official"), trust=TRUST), "wrong-purpose")


def test_wrong_purpose_when_a_slip_of_another_input_claims_another() -> None:
    slip = replace(SLIP, purpose="official")
    says(
        reports(GOOD, Copy(slip=slip).codes_of("B"))[0],
        "wrong-purpose",
        "purposes-differ",
    )


def test_wrong_purpose_for_practice_beside_an_authority() -> None:
    says(report(GOOD, trust=TRUST), "wrong-purpose", "practice-not-allowed")
    says(report(GOOD, trust=TRUST, allow_practice=True), "valid-practice")


# --- unknown-root ----------------------------------------------------------------------------


def test_unknown_root() -> None:
    given = report(replace(GOOD, root=STRANGER))
    says(given, "unknown-root", "root-unknown")
    hidden(given)


def test_unknown_root_for_an_official_record_without_trust() -> None:
    given = report(OFFICIAL)
    says(given, "unknown-root", "no-root-given")
    hidden(given)


def test_unknown_root_for_an_official_card_of_the_practice_root() -> None:
    copy = replace(OFFICIAL, root=GOOD.root)
    says(report(copy), "unknown-root")
    says(report(copy, trust=TRUST), "unknown-root", "root-unknown")


def test_unknown_root_for_a_foreign_card_beside_the_record() -> None:
    foreign = replace(GOOD, root=STRANGER).with_card(serial=9)
    codes = [*GOOD.codes_of("R"), *foreign.codes_of("C"), *GOOD.codes_of("S")]
    says(report(codes), "unknown-root")


# --- altered ---------------------------------------------------------------------------------


def test_altered_when_the_parts_do_not_give_their_digest() -> None:
    first, *rest = GOOD.codes
    other = "0" if first[-1] != "0" else "1"
    given = report([first[:-1] + other, *rest])
    says(given, "altered", "record-changed")
    hidden(given)


def test_altered_when_a_signature_is_missing() -> None:
    given = report(replace(GOOD, signers=(0, 1)))
    says(given, "altered", "signature-missing")
    assert "Cem" in given.reason(ENGLISH)
    hidden(given)


def test_altered_when_a_signature_is_extra() -> None:
    says(report(replace(GOOD, signers=(0, 1, 2, 4))), "altered", "signature-extra")


def test_altered_when_somebody_signed_who_is_not_on_the_card() -> None:
    keys = (*KEYS, STRANGER)
    says(report(replace(GOOD, signers=(0, 1, 2, 6), keys=keys)), "altered", "signature-of-stranger")


def test_altered_when_another_key_signed() -> None:
    says(report(replace(GOOD, keys=(STRANGER, *KEYS[1:]))), "altered", "signature-false")


def test_altered_when_a_member_without_key_signed() -> None:
    members = (CardMember("chair", b"", "Ada"), *CARD.members[1:])
    says(report(GOOD.with_card(members=members)), "altered", "signature-false")


def test_altered_when_signatures_were_made_for_another_purpose() -> None:
    says(report(replace(GOOD, signed_for="official")), "altered", "signature-false")


def test_altered_when_stances_and_members_do_not_pair() -> None:
    copy = GOOD.with_payload(stances=STANCES[:5])
    says(report(copy), "altered", "stances-miscounted")


def test_altered_when_signatures_of_other_figures_are_put_under_these() -> None:
    signatures = read_record(GOOD.record_octets).signatures
    forged = GOOD.with_payload(votes=(38, 50))
    record = code_texts("R", seal_record(forged.payload_octets, signatures), "practice")
    codes = [*record, *GOOD.codes_of("C"), *GOOD.codes_of("S")]
    says(report(codes), "altered", "signature-false")


def test_altered_when_the_codes_of_two_records_lie_together() -> None:
    other = GOOD.with_payload(votes=(51, 37))
    says(report([*GOOD.codes, *other.codes_of("R")]), "altered", "records-mixed")
    pages = [GOOD.codes_of("R")[0], other.codes_of("R")[1], *GOOD.codes_of("C")]
    says(report(pages), "altered", "records-mixed")


def test_altered_when_something_of_another_station_lies_beside() -> None:
    other = GOOD.with_card(number="02")
    says(report([*GOOD.codes, *other.codes_of("C")]), "altered", "card-of-another")
    sheet = Copy(sheet=sheet_of("apples-2026", CONTEST)).codes_of("S")
    says(report([*GOOD.codes, *sheet]), "altered", "sheet-of-another")
    slip = Copy(slip=replace(SLIP, number="02")).codes_of("B")
    says(report([*GOOD.codes, *slip]), "altered", "slip-another")


def test_altered_when_the_slip_is_another() -> None:
    later = replace(SLIP, made=SLIP.made + timedelta(minutes=1))
    given = reports(GOOD, Copy(slip=later).codes_of("B"))
    says(given[0], "altered", "slip-another")
    hidden(given[0])


def test_altered_when_a_figure_differs_from_the_slip() -> None:
    (contest,) = SLIP.contests
    lines = {**contest.lines, "3": 121, "99": 1}
    slip = replace(SLIP, contests=(SlipContest(contest.sheet, lines),))
    given = report(replace(GOOD, slip=slip))
    says(given, "altered", "slip-differs")
    assert "Line 3 is 121 on the before-opening slip and 120 in the record" in given.reason(ENGLISH)
    assert "Line 99 is 1" in given.reason(ENGLISH)


# --- wrong-station ---------------------------------------------------------------------------


def test_wrong_station() -> None:
    other = GOOD.with_card(number="02")
    codes = [*GOOD.codes_of("R"), *other.codes_of("C"), *GOOD.codes_of("S")]
    given = report(codes)
    says(given, "wrong-station", "card-does-not-fit")
    assert "000-02" in given.reason(ENGLISH)
    hidden(given)


def test_wrong_station_for_a_contest_the_card_does_not_have() -> None:
    copy = GOOD.with_payload(contest_index=1)
    says(report(copy), "wrong-station", "contest-not-on-card")


# --- outside-time ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "answer"),
    [
        (CARD.polls_close - timedelta(seconds=1), "outside-time"),
        (CARD.polls_close, "valid-practice"),
        (CARD.valid_to, "valid-practice"),
        (CARD.valid_to + timedelta(seconds=1), "outside-time"),
    ],
)
def test_outside_time(moment: object, answer: Answer) -> None:
    says(report(GOOD.with_payload(completed=moment)), answer)


# --- quorum-not-met --------------------------------------------------------------------------


@pytest.mark.parametrize(("quorum", "answer"), [(4, "valid-practice"), (5, "quorum-not-met")])
def test_quorum_not_met(quorum: int, answer: Answer) -> None:
    says(report(GOOD.with_card(quorum=quorum)), answer)


def test_quorum_not_met_without_the_office_the_law_asks_for() -> None:
    stances = (Stance.ABSENT, Stance.REFUSES, *(Stance.SIGNS,) * 4)
    given = report(GOOD.with_payload(stances=stances))
    says(given, "quorum-not-met", "office-missing")
    assert "chair, deputy chair" in given.reason(ENGLISH)
    says(report(GOOD.with_payload(stances=stances).with_card(quorum_offices=())), "valid-practice")


def test_quorum_not_met_when_nobody_signed_with_a_key() -> None:
    given = report(GOOD.with_payload(stances=(Stance.SIGNS_ON_PAPER,) * 6))
    says(given, "quorum-not-met", "nobody-signed")
    hidden(given)


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
