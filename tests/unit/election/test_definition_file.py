"""Reading the election itself, and keeping its names out of practice."""

from datetime import date

import pytest

from tallydesk.assets import form_bytes, read_bytes
from tallydesk.election.definition import Definition
from tallydesk.election.definition_file import DefinitionMistakes, read_definition
from tallydesk.election.real_names import borrowed, name_key, names_in
from tests.files_with_mistakes import Slip, check_slip

SHIPPED = read_bytes("definitions", "az-presidential-2024.toml")


def read(data: bytes) -> Definition:
    return read_definition(data, form_bytes=form_bytes)


def test_the_shipped_election_has_its_seven_candidates_in_the_order_of_the_alphabet() -> None:
    definition = read(SHIPPED)
    (contest,) = definition.contests
    assert definition.day == date(2024, 2, 7)
    assert contest.form.name == "az-presidential-2024"
    names = [candidate.name.said_in("az") for candidate in contest.candidates]
    assert [name.split()[0] for name in names] == [
        "Əliyev",
        "Əliyev",
        "Həsənquliyev",
        "Musayev",
        "Mustafa",
        "Nurullayev",
        "Oruc",
    ]
    assert all(set(each.name.texts) == {"az", "en", "ru"} for each in contest.candidates)


def test_the_shipped_election_carries_no_votes() -> None:
    assert b"votes" not in SHIPPED.split(b"[[contests.candidates]]", 1)[1]


@pytest.mark.parametrize(
    "slip",
    [
        Slip("day = 2024-02-07", "day = 2024-02-07T08:00:00", "day", "day"),
        Slip("seats = 1", "seats = 1\nvotes = 2", "contests[1].votes", "is not a key", "votes = 2"),
        Slip('form = "az-presidential-2024"', 'form = "no"', "contests[1].form", "no form “no”"),
        Slip('id = "oruj-zahid"', 'id = "musayev-elshad"', "contests[1].candidates[7].id", "above"),
    ],
    ids=lambda slip: slip.key,
)
def test_a_slip_is_told_with_line_and_key(slip: Slip) -> None:
    check_slip(read, SHIPPED.decode(), slip)


def test_what_is_no_toml_is_told_alone() -> None:
    with pytest.raises(DefinitionMistakes, match="the definition “definition” has a mistake"):
        read(b"[[")


def test_names_are_found_without_reading_forms() -> None:
    names = names_in(SHIPPED)
    assert len(names) == 21
    assert {"Əliyev Fuad Ağasi oğlu", "Oruj Zahid Maharram oghlu"} <= names


def test_what_is_no_name_is_left_out() -> None:
    assert names_in(
        b"[[contests]]\ncandidates = [{ name = 1 }, { name = { en = 2, az = 'A' } }]"
    ) == {"A"}


REAL = "Əliyev Fuad Ağasi oğlu"


@pytest.mark.parametrize(
    "name",
    [
        "Əliyev Fuad Ağasi oğlu",
        "əliyev fuad ağasi oğlu",
        "ƏLİYEV FUAD",
        "Fuad Əliyev",
        "Əliyev",
        "\u018fliyev Fuad",
        "\u01ddliyev Fuad",
        "\u04d9liyev, Fuad.",
        "Əliyеv Fuаd",
        "Əliyev - Fuad (1961)",
        "Dr Əliyev Fuad Ağasi oğlu",
        "Ag\u0306asi",
    ],
)
def test_a_real_name_is_known_in_any_disguise(name: str) -> None:
    assert borrowed(name, {REAL, "Oruc Zahid"}) == REAL


@pytest.mark.parametrize("name", ["Alma", "Nar", "Fuadov", "—", "Əli"])
def test_fruit_is_nobody(name: str) -> None:
    assert borrowed(name, {REAL, "Oruc"}) is None


def test_one_word_of_a_longer_name_is_not_enough_to_accuse_it() -> None:
    assert borrowed("Mustafa Plum", {"Mustafa"}) is None
    assert borrowed("Mustafa", {"Mustafa"}) == "Mustafa"


def test_the_eye_takes_dotted_and_dotless_i_for_the_same() -> None:
    assert name_key("İlham ILHAM ılham") == {"ilham"}
