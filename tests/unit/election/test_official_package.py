"""A package that comes out of a signed container: what it may hold, and what never."""

import re
from datetime import UTC, datetime

import pytest

from tallydesk.assets import form_bytes, read_bytes
from tallydesk.election.definition import Package
from tallydesk.election.package_file import PackageMistakes, read_package

PRACTICE = read_bytes("packages", "practice.toml").decode()
OFFICIAL = re.sub(r"\nstation_secret = .*", "", PRACTICE).replace(
    'purpose = "practice"', 'purpose = "official"'
)


def read(text: str) -> Package:
    return read_package(
        text.encode(),
        form_bytes=form_bytes,
        now=datetime(2026, 10, 11, 15, 1, tzinfo=UTC),
        real_names=frozenset(),
        purpose="official",
    )


def test_an_official_package_may_be_of_any_constituency_and_holds_no_secret() -> None:
    package = read(OFFICIAL.replace('constituency = "000"', 'constituency = "125"'))
    assert (package.purpose, package.station.label) == ("official", "125-01")
    assert package.station_secret == ""


def test_a_practice_is_never_signed_by_an_authority() -> None:
    with pytest.raises(PackageMistakes, match="never signed"):
        read(PRACTICE)


def test_the_secret_is_in_the_letter_alone() -> None:
    secret = '\nstation_secret = "PRAC-T1CE-0000-0001"\n'
    with pytest.raises(PackageMistakes, match="never holds the secret"):
        read(OFFICIAL.replace('purpose = "official"\n', f'purpose = "official"{secret}'))
