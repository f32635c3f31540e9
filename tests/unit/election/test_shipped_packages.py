"""The packages to practise with and the definition that ships: what they may and may not say."""

from datetime import UTC, datetime, timedelta

import pytest

from tallydesk.assets import LANGUAGES, form_bytes, read_bytes, toml_names
from tallydesk.election.definition import Contest, Definition, Package
from tallydesk.election.definition_file import read_definition
from tallydesk.election.package_file import read_package
from tallydesk.election.real_names import names_in

OPENED = datetime(2026, 10, 11, 15, 1, 30, tzinfo=UTC)
ALPHABET = "abcçdeəfgğhxıijkqlmnoöprsştuüvyz"
PACKAGES = toml_names("packages")


def real_names() -> frozenset[str]:
    return frozenset().union(
        *(names_in(read_bytes("definitions", f"{name}.toml")) for name in toml_names("definitions"))
    )


def package(name: str) -> Package:
    data = read_bytes("packages", f"{name}.toml")
    return read_package(data, form_bytes=form_bytes, now=OPENED, real_names=real_names())


def election() -> Definition:
    data = read_bytes("definitions", "az-presidential-2024.toml")
    return read_definition(data, form_bytes=form_bytes)


def in_the_alphabet(contest: Contest) -> list[str]:
    def places(name: str) -> list[int]:
        small = name.replace("İ", "i").replace("I", "ı").lower()
        return [ALPHABET.find(letter) for letter in small]

    return sorted((each.name.texts["az"] for each in contest.candidates), key=places)


@pytest.mark.parametrize("name", PACKAGES)
def test_practice_is_counted_where_no_real_election_is(name: str) -> None:
    practice = package(name)
    assert practice.purpose == "practice"
    assert practice.station.label == "000-01"


@pytest.mark.parametrize("name", PACKAGES)
def test_candidates_stand_in_the_order_of_the_azerbaijani_alphabet(name: str) -> None:
    for contest in package(name).definition.contests:
        assert [each.name.texts["az"] for each in contest.candidates] == in_the_alphabet(contest)


@pytest.mark.parametrize("name", PACKAGES)
def test_every_name_is_said_in_every_language_of_the_app(name: str) -> None:
    practice = package(name)
    for contest in practice.definition.contests:
        for candidate in contest.candidates:
            assert set(candidate.name.texts) == set(LANGUAGES)
    assert practice.policy.official_language == "az"


@pytest.mark.parametrize("name", PACKAGES)
def test_the_polls_closed_a_minute_ago_after_eleven_hours(name: str) -> None:
    hours = package(name).hours
    assert hours.closes == OPENED.replace(second=0) - timedelta(minutes=1)
    assert hours.closes - hours.opens == timedelta(hours=11)


@pytest.mark.parametrize("name", PACKAGES)
def test_six_members_of_whom_four_must_sign_enter_every_stage_twice(name: str) -> None:
    practice = package(name)
    assert [each.office for each in practice.deciding] == [
        *("chair", "secretary", "secretary"),
        *("member", "member", "member"),
    ]
    assert 3 * practice.policy.quorum >= 2 * len(practice.deciding)
    assert practice.policy.second_entry == ("before", "mobile", "stationary", "count")


@pytest.mark.parametrize("name", PACKAGES)
def test_the_station_has_a_mobile_box_and_two_stationary_ones(name: str) -> None:
    station = package(name).station
    assert [each.id for each in station.boxes_of("mobile")] == ["M1"]
    assert [each.id for each in station.boxes_of("stationary")] == ["S1", "S2"]


def test_two_contests_on_one_night_follow_two_forms() -> None:
    contests = package("practice-two-contests").definition.contests
    assert [(each.id, each.form.name, each.seats) for each in contests] == [
        ("fruit", "az-presidential-2024", 1),
        ("vegetables", "az-municipal", 3),
    ]


def test_the_definition_names_seven_candidates_in_the_order_of_the_ballot() -> None:
    (contest,) = election().contests
    assert len(contest.candidates) == 7
    assert [each.name.texts["az"] for each in contest.candidates] == in_the_alphabet(contest)


def test_two_neighbours_with_one_surname_are_told_apart_in_every_language() -> None:
    (contest,) = election().contests
    for language in LANGUAGES:
        first, second = (each.name.texts[language] for each in contest.candidates[:2])
        assert first.split()[0] == second.split()[0]
        assert first != second


def test_the_definition_says_that_the_patronymics_are_unverified_and_holds_no_votes() -> None:
    text = read_bytes("definitions", "az-presidential-2024.toml").decode()
    assert "patronymics are unverified" in text
    assert "votes =" not in text
