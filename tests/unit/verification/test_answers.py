"""Each answer a verifier can give, produced by a copy in which one thing is different."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tallydesk.election.expression import Compare, Constant, Given
from tallydesk.protocol.canonical import Annex
from tallydesk.protocol.model import Stance
from tallydesk.signing.card import CardMember
from tallydesk.signing.codes import KINDS, code_texts
from tallydesk.signing.contest_sheet import sheet_of
from tallydesk.signing.record import read_record, seal_record
from tallydesk.signing.slip import SlipContest
from tallydesk.verification.report import Answer
from tests.builders import CONTEST, plus
from tests.signed import (
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
from tests.unit.verification.answering import ENGLISH, TRUST, hidden, says, second, with_relation

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
    says(report([]), "unreadable", "file-empty")
    says(report([""]), "unreadable", "no-codes")


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
