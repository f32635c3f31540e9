"""Packages for a recount, and the file inside an official package."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tallydesk.assets import form_bytes, read_bytes
from tallydesk.election.definition import Package, Purpose, Replaces
from tallydesk.election.package_file import PackageMistakes, read_package

NOW = datetime(2026, 10, 11, 15, 1, tzinfo=UTC)
DIGEST = "ab" * 32
ORDER = f"""
[[replaces]]
contest = "fruit"
version = 2
digest = "{DIGEST}"
order = "Order 17 of the constituency commission"
reason = "A pile of fifty was found under the table."
"""
PRACTICE = read_bytes("packages", "practice.toml").decode()
OFFICIAL = PRACTICE.replace('"practice"', '"official"').replace(
    'station_secret = "PRAC-T1CE-0000-0001"\n', ""
)


def read(text: str, purpose: Purpose = "practice") -> Package:
    return read_package(
        text.encode(), form_bytes=form_bytes, now=NOW, real_names=frozenset(), purpose=purpose
    )


def told(text: str, purpose: Purpose = "practice") -> list[tuple[str, str]]:
    with pytest.raises(PackageMistakes) as caught:
        read(text, purpose)
    return [(each.key, each.sentence) for each in caught.value.mistakes]


def test_a_package_for_a_recount_says_what_its_record_replaces() -> None:
    package = read(PRACTICE + ORDER)
    expected = Replaces(
        "fruit",
        2,
        bytes.fromhex(DIGEST),
        "Order 17 of the constituency commission",
        "A pile of fifty was found under the table.",
    )
    assert package.replaces == (expected,)
    assert package.replaced("fruit") == expected
    assert package.replaced("vegetables") is None
    assert read(PRACTICE).replaces == ()


@pytest.mark.parametrize(
    ("was", "now", "key", "sentence"),
    [
        ('"fruit"', '"stone"', "replaces[1].contest", "no contest has the id “stone”"),
        ("version = 2", "version = 1", "replaces[1].version", "must be at least 2"),
        (DIGEST, "AB", "replaces[1].digest", "64 small hexadecimal digits"),
        ('reason = "A pile', 'reason = " A pile', "replaces[1].reason", "with a space"),
        ("contest = ", "kontest = ", "replaces[1].contest", "is missing"),
    ],
)
def test_a_slip_about_what_is_replaced_is_told(was: str, now: str, key: str, sentence: str) -> None:
    mistakes = told(PRACTICE + ORDER.replace(was, now))
    assert any(where == key and sentence in said for where, said in mistakes)


def test_a_record_is_replaced_once() -> None:
    assert told(PRACTICE + ORDER + ORDER) == [
        ("replaces[2].contest", "a record of “fruit” is replaced above already")
    ]


def test_practice_shows_its_secret_and_an_official_file_has_none() -> None:
    assert ("station_secret", "is missing") in told(
        PRACTICE.replace('station_secret = "PRAC-T1CE-0000-0001"\n', "")
    )
    assert read(OFFICIAL, "official").station_secret == ""
    assert read(OFFICIAL, "official").purpose == "official"
    assert told(PRACTICE, "official") == [
        ("purpose", "practice is never signed by an authority"),
        ("station_secret", "an official package never holds the secret; the letter does"),
    ]
    assert [key for key, _ in told(OFFICIAL)] == ["purpose"]
