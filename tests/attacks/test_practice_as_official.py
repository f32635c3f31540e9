"""Threat "practice as official": whoever has practised hands it out as the result."""

from dataclasses import replace

import pytest

from tallydesk.signing.codes import code_texts
from tallydesk.signing.practice import RootRefused, practice_root
from tallydesk.signing.trust import Trust, issue_trust, trust_from
from tests.attacks.kinds import DAY
from tests.signed import AUTHORITY, GOOD, OFFICIAL, ROOT, report
from tests.unit.verification.answering import TRUST, hidden, says


def test_practice_is_out_of_place_beside_an_authority() -> None:
    says(report(GOOD, trust=TRUST), "wrong-purpose", "practice-not-allowed")


def test_even_when_allowed_it_is_called_practice() -> None:
    assert report(GOOD, trust=TRUST, allow_practice=True).answer == "valid-practice"


def test_another_prefix_makes_nothing_official() -> None:
    codes = [f"TD1O{code[4:]}" for code in GOOD.codes]
    given = report(codes, trust=TRUST, allow_practice=True)
    says(given, "wrong-purpose", "purposes-differ")
    hidden(given)


def test_another_prefix_is_seen_without_a_slip_too() -> None:
    without = replace(GOOD, slip=None, shown=("R", "C", "S"))
    codes = [f"TD1O{code[4:]}" for code in without.codes]
    says(report(codes, trust=TRUST, allow_practice=True), "wrong-purpose", "purposes-differ")


def test_an_official_record_on_a_practice_card_is_refused() -> None:
    says(report(GOOD.with_payload(purpose="official"), trust=TRUST), "wrong-purpose")


def test_the_practice_root_signs_no_official_card() -> None:
    says(report(replace(OFFICIAL, root=ROOT), trust=TRUST), "unknown-root")
    says(report(replace(OFFICIAL, root=ROOT)), "unknown-root")


def test_signatures_given_for_practice_do_not_count_for_official() -> None:
    says(report(replace(OFFICIAL, signed_for="practice"), trust=TRUST), "altered")


def test_practice_and_official_codes_do_not_complete_each_other() -> None:
    mixed = [*OFFICIAL.codes_of("R"), *code_texts("C", OFFICIAL.card_octets, "practice")]
    says(report([*mixed, *OFFICIAL.codes_of("S")], trust=TRUST), "wrong-purpose")


def test_the_practice_root_is_no_authority() -> None:
    """Everybody has its private key, so everybody could have made this trust file."""
    root = practice_root()
    made = issue_trust(root, Trust(root.point, 1, DAY, cards=frozenset()))
    with pytest.raises(RootRefused, match="everybody has its private key"):
        trust_from(made, root.point)


def test_a_trust_file_for_practice_is_no_authority_for_official_records() -> None:
    made = issue_trust(AUTHORITY, Trust(AUTHORITY.point, 1, DAY, "practice", frozenset()))
    with pytest.raises(RootRefused, match="for practice"):
        trust_from(made, ROOT.point)
