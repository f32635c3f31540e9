"""Threat "doctored verifier": take neither root nor verifier from whoever is checked."""

from tallydesk.assets import resource
from tests.golden.test_stranger import LINES, lines_of_the_stranger
from tests.signed import OFFICIAL, report
from tests.unit.verification.answering import hidden, says


def test_the_only_root_that_is_shipped_protects_nothing_and_says_so() -> None:
    (root,) = resource("trust").iterdir()
    assert "protects nothing" in root.read_text(encoding="utf-8")


def test_without_the_authority_s_file_no_official_record_is_valid() -> None:
    given = report(OFFICIAL)
    says(given, "unknown-root", "no-root-given")
    hidden(given)


def test_a_verifier_of_one_s_own_is_soon_written() -> None:
    """From the page of the format alone; `tests/golden` holds it against this one."""
    assert lines_of_the_stranger() < LINES
