"""`tallydesk check`, as a shell runs it: output, messages, exit codes."""

from pathlib import Path

import pytest

from tests.unit.cli.village import (
    BAD,
    CLEAN,
    HEADER,
    MAP,
    UNEQUAL,
    UNUSUAL,
    Village,
    tallydesk,
    village_in,
)

NOT_A_FIGURE = (
    "line 5, column “spoiled”: “two” is not a figure; "
    "write digits only, or nothing when it is not known."
)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return village_in(tmp_path)


def test_json_is_one_object_a_line_and_exactly_as_documented(village: Village) -> None:
    """U34."""
    said = village.holding(CLEAN + UNEQUAL + UNUSUAL + BAD).check("--json")
    assert said.rows == [
        {
            "row": 2,
            "id": "Ленск",
            "findings": [
                {
                    "code": "S-2",
                    "kind": "account",
                    "lines": ["A", "B"],
                    "left": 101,
                    "right": 100,
                    "difference": 1,
                }
            ],
            "suggestions": [],
        },
        {
            "row": 3,
            "id": "Bree",
            "findings": [
                {
                    "code": "S-3",
                    "kind": "ask",
                    "lines": ["B", "C"],
                    "left": None,
                    "right": None,
                    "difference": None,
                }
            ],
            "suggestions": [],
        },
        {
            "row": 4,
            "error": NOT_A_FIGURE,
        },
        {
            "rows": 4,
            "clean": 1,
            "unreadable": 1,
            "by_code": {"S-2": 1, "S-3": 1},
            "undecided": {},
        },
    ]
    assert [list(row) for row in said.rows] == [
        ["row", "id", "findings", "suggestions"],
        ["row", "id", "findings", "suggestions"],
        ["row", "error"],
        ["rows", "clean", "unreadable", "by_code", "undecided"],
    ]
    assert said.err == ""
    assert said.code == 3


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (CLEAN, 0),
        (UNUSUAL, 0),
        (CLEAN + UNEQUAL, 1),
        (CLEAN.replace("38", "37"), 1),
        (BAD, 3),
        (BAD + UNEQUAL, 3),
        (UNEQUAL + BAD + CLEAN, 3),
    ],
)
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_the_worst_row_decides_the_exit_code(
    village: Village, rows: str, code: int, options: tuple[str, ...]
) -> None:
    assert village.holding(rows).check(*options).code == code


def test_undecided_relations_are_counted(village: Village) -> None:
    village.map.write_text(MAP.replace('C = "spoiled"', ""), encoding="utf-8")
    said = village.holding(CLEAN + UNEQUAL).check("--json")
    assert said.rows[-1]["undecided"] == {"S-1": 2, "S-3": 2}


def test_people_read_titles_equations_and_figures(village: Village) -> None:
    said = village.holding(CLEAN + UNEQUAL + UNUSUAL + BAD).check()
    assert said.out.splitlines() == [
        "Row 2: Ленск",
        "  S-2  Signatures and papers differ",
        "      A = B does not hold: 101 = 100",
        "      101 against 100, difference 1",
        "Row 3: Bree",
        "  S-3  One paper in twenty or more is spoiled",
        "      100 × C ≥ 5 × B and B > 0: 100 × 9 ≥ 5 × 100 and 100 > 0",
        f"Row 4: {NOT_A_FIGURE}",
        "Rows: 4. With nothing to find: 1. Unreadable: 1.",
        "Found, in so many rows:",
        "  S-2  1  Signatures and papers differ",
        "  S-3  1  One paper in twenty or more is spoiled",
    ]


def test_a_derived_line_takes_part_with_its_figure(village: Village) -> None:
    said = village.holding(CLEAN.replace("38", "37")).check()
    assert "      B = C + D does not hold: 100 = 2 + 97" in said.out.splitlines()


@pytest.mark.parametrize(
    ("environment", "options", "word"),
    [
        ({}, (), "Row 1"),
        ({"LANG": "ru_RU.UTF-8"}, (), "Строка 1"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "az_AZ.UTF-8"}, (), "Sətir 1"),
        ({"LANG": "fr_FR.UTF-8"}, (), "Row 1"),
        ({"LANG": ""}, (), "Row 1"),
        ({"LANG": "ru_RU.UTF-8"}, ("--language", "az"), "Sətir 1"),
    ],
)
def test_people_are_spoken_to_in_their_language(
    village: Village, environment: dict[str, str], options: tuple[str, ...], word: str
) -> None:
    said = village.holding(UNEQUAL).check(*options, **environment)
    assert said.out.startswith(f"{word}: Ленск\n")


def test_shipped_forms_and_maps_go_by_their_names(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(
        "source_region,source_constituency,source_station,az_100_2_1_voters_on_list,"
        "az_100_2_2_dereg_cards_obtained,az_100_2_3_ballots_received,"
        "az_100_2_5_voters_received_ballots,az_100_2_6_issued_outside_station,"
        "az_100_2_7_voted_with_dereg_card,az_100_2_8_9_unused_cancelled,az_100_2_12_mobile_box,"
        "az_100_2_13_stationary_box,az_100_2_14_valid,az_100_2_15_invalid,"
        "candidate_1,candidate_2,candidate_3,candidate_4,candidate_5\n"
        "Orchard,1,7,1000,2,1030,600,20,3,430,20,580,590,10,100,120,130,140,100\n"
        "Orchard,1,8,1000,2,1030,600,20,3,430,20,580,590,10,100,120,130,140,101\n",
        encoding="utf-8",
    )
    said = tallydesk("check", "az-presidential-2024", table, "--map", "az-2012-shape", "--json")
    assert [row.get("row") for row in said.rows] == [2, None]
    assert said.rows[-1]["by_code"] == {"R2": 1}
    assert "R6" in said.rows[-1]["undecided"]  # type: ignore[operator]  # a mapping in JSON
    assert said.code == 1


def ended(village: Village, *options: str) -> tuple[int, str]:
    said = village.check(*options)
    assert said.out == ""
    assert "Traceback" not in said.err
    assert said.err.startswith("tallydesk: ")
    return said.code, said.err.removeprefix("tallydesk: ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the map “village” has a mistake:\n  the file is empty"),
        ("#", "the map “village” has a mistake:\n  line 1, format: must be 1"),
        ("format = 1\n", "the map maps nothing"),
        (MAP + "z = 1.5\n", "line 11, candidates.z: must be a column"),
        (MAP + "[colours]\n", "line 11, colours: is not a key of a map"),
        (MAP.replace("C =", "X ="), "lines.X: the form “village” has no line “X”"),
        (MAP.replace('"Pear"', '"Apple"'), "“Apple” is candidates.apple already"),
        (MAP.replace('"Pear"', '"Plum"'), "“villages.csv” lacks “Plum”; its columns are"),
        ('delimiter = ";"\n' + MAP, "the delimiter seems to be “,”, not “;”"),
        ("[lines", "the file is not TOML"),
    ],
)
def test_a_map_that_cannot_be_used_is_bad_input(village: Village, text: str, said: str) -> None:
    village.map.write_text(text, encoding="utf-8")
    code, sentence = ended(village)
    assert said in sentence
    assert code == 3


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "“villages.csv” is empty"),
        (HEADER.encode(), "has a header and no rows below it"),
        (HEADER.replace("Pear", "Apple").encode() + b"1,2,3,4,5,6\n", "lacks “Pear”"),
        (
            HEADER.replace("village", "Pear").encode() + b"1,2,3,4,5,6\n",
            "lacks “village”",
        ),
        (HEADER.encode("utf-16"), "is UTF-16"),
        (HEADER.replace("village", "şəhər").encode("utf-16-le"), "holds a NUL"),
        (HEADER.replace("village", "köy").encode("cp1254"), "is not UTF-8"),
        (b"a" * 3_000_000, "goes on for more than 1000000 octets"),
    ],
)
def test_a_table_that_cannot_be_used_is_bad_input(village: Village, data: bytes, said: str) -> None:
    village.table.write_bytes(data)
    code, sentence = ended(village)
    assert said in sentence
    assert code == 3


def test_a_form_with_mistakes_is_bad_input(village: Village) -> None:
    village.form.write_text("format = 1\n", encoding="utf-8")
    code, sentence = ended(village)
    assert sentence.startswith("the form “village” has")
    assert code == 3


@pytest.mark.parametrize("what", ["form", "map"])
def test_a_form_or_map_of_a_hundred_megabytes_is_not_even_read(village: Village, what: str) -> None:
    path = village.form if what == "form" else village.map
    with path.open("wb") as file:
        file.truncate(100_000_000)
    code, sentence = ended(village)
    assert sentence.endswith(
        f"is longer than 1000000 octets, which no {what} is; name another file.\n"
    )
    assert code == 3


GONE = "No such file or directory. Check the name."
FOLDER = "Is a directory. Name a file in it."


def test_missing_files_are_named(village: Village) -> None:
    village.table.unlink()
    code, sentence = ended(village)
    assert sentence == f"“{village.table}” cannot be used: {GONE}\n"
    assert code == 4
    village.map.unlink()
    assert ended(village) == (4, f"“{village.map}” cannot be used: {GONE}\n")


def test_a_folder_is_no_table(village: Village) -> None:
    village.table.unlink()
    village.table.mkdir()
    assert ended(village) == (4, f"“{village.table}” cannot be used: {FOLDER}\n")


def test_names_that_are_not_shipped_are_told_so(village: Village) -> None:
    said = tallydesk("check", "az-presidental", village.table, "--map", "az-2012-shape")
    assert said.code == 4
    assert said.err.startswith(
        "tallydesk: there is neither a file nor a shipped form called “az-presidental”"
    )
    said = tallydesk("check", "az-municipal", village.table, "--map", "az")
    assert said.code == 4
    assert "shipped map called “az”" in said.err


@pytest.mark.parametrize("arguments", [("check",), ("check", "a", "b"), ("check", "--colour")])
def test_a_command_that_lacks_something_is_misuse(arguments: tuple[str, ...]) -> None:
    said = tallydesk(*arguments)
    assert said.code == 2
    assert said.err.startswith("Usage: tallydesk check")
    assert said.out == ""
