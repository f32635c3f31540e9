"""Tables as people really send them."""

import csv
from io import BytesIO
from typing import BinaryIO, cast

import pytest

from tallydesk.batch.csv import LONGEST_LINE, Table, TableTrouble, damage
from tests.unit.batch.orchard import Endless, table


def rows(text: str | bytes, delimiter: str = ",") -> list[list[str]]:
    return [row for row in table(text, delimiter) if row]


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2\n3,4\n",
        "a,b\r\n1,2\r\n3,4\r\n",
        "a,b\r1,2\r3,4\r",
        "a,b\n1,2\n3,4",
        "\ufeffa,b\n1,2\n3,4\n",
        "\n\na,b\n\n1,2\n\n3,4\n\n",
    ],
)
def test_line_ends_marks_and_empty_lines_make_no_difference(text: str) -> None:
    assert table(text).header == ("a", "b")
    assert rows(text) == [["1", "2"], ["3", "4"]]


def test_names_of_columns_lose_spaces_around_them() -> None:
    assert table(" a ; b\n1;2\n", ";").header == ("a", "b")


def test_a_quoted_cell_may_hold_delimiters_and_line_ends() -> None:
    assert rows('a,b\n"x, y\nz",2\n') == [["x, y\nz", "2"]]


def test_rows_are_whole_across_the_blocks_in_which_a_file_is_read() -> None:
    count = 60_000
    text = "a,b\n" + "".join(f'{number},"ə{number}"\r\n' for number in range(count))
    assert rows(text) == [[str(number), f"ə{number}"] for number in range(count)]


def test_progress_adds_up_to_the_size() -> None:
    data = b"a,b\n" + b"1,2\n" * 200_000
    advanced: list[int] = []
    assert sum(1 for _ in Table(BytesIO(data), "t", ",", advanced.append)) == 200_000
    assert sum(advanced) == len(data)
    assert len(advanced) > 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "“stations.csv” is empty"),
        (b"\n\n", "“stations.csv” is empty"),
        (b"\xef\xbb\xbf", "“stations.csv” is empty"),
        ("a,b\n".encode("utf-16"), "is UTF-16; save it as CSV in UTF-8"),
        ("a,b\n".encode("utf-16-be"), "holds a NUL"),
        (b"PK\x03\x04rest", "is a spreadsheet or another archive"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"\x1f\x8b\x08", "is compressed"),
        (b"a,b\0\n1,2\n", "the header of “stations.csv” holds a NUL"),
        ("seçki,b\n1,2\n".encode("cp1254"), "the header of “stations.csv” is not UTF-8"),
        (b'"a"x,b\n1,2\n', "the header of “stations.csv” cannot be read"),
        (b'"a,b\n1,2\n', "the header of “stations.csv” cannot be read"),
    ],
)
def test_what_is_no_table_says_so(data: bytes, said: str) -> None:
    with pytest.raises(TableTrouble) as refused:
        table(data)
    assert said in str(refused.value)


@pytest.mark.parametrize("begin", [b"", b"a,b\n1,2\n"])
def test_a_line_without_end_is_given_up_early(begin: bytes) -> None:
    stream = Endless(begin, b"1,")
    with pytest.raises(TableTrouble, match="goes on for more than 1000000 octets"):
        list(Table(cast("BinaryIO", stream), "long.csv", ","))
    assert stream.given < 2 * LONGEST_LINE


def test_a_quote_that_never_closes_is_given_up_early() -> None:
    stream = Endless(b'a,b\n1,"', b"2\n")
    with pytest.raises(csv.Error, match="field larger than field limit"):
        list(Table(cast("BinaryIO", stream), "long.csv", ","))
    assert stream.given < 2 * LONGEST_LINE


def test_missing_columns_are_all_named_with_those_there_are() -> None:
    with pytest.raises(TableTrouble) as refused:
        table("a,b\n1,2\n").columns(["b", "c", "d"])
    assert str(refused.value) == (
        "“stations.csv” lacks “c”, “d”; its columns are “a”, “b”. "
        "Name the columns in the map as the table does."
    )


@pytest.mark.parametrize(("other", "said"), [(";", "“;”"), ("\t", "a tab"), ("|", "“|”")])
def test_another_delimiter_is_guessed(other: str, said: str) -> None:
    with pytest.raises(TableTrouble, match="the delimiter seems to be") as refused:
        table(f"a{other}b\n1{other}2\n").columns(["a"])
    assert said in str(refused.value)


def test_a_single_column_is_no_sign_of_another_delimiter() -> None:
    with pytest.raises(TableTrouble, match=r"as the table does\.$"):
        table("a\n1\n").columns(["b"])


def test_columns_with_the_same_name_are_refused_when_the_map_names_them() -> None:
    twice = table("a,b,a\n1,2,3\n")
    assert twice.columns(["b"]) == (1,)
    with pytest.raises(TableTrouble, match="more than one column named “a”"):
        twice.columns(["a"])


def test_of_many_columns_only_some_are_named() -> None:
    wide = ",".join(f"c{number}" for number in range(40))
    with pytest.raises(TableTrouble, match="“c11” and 28 more"):
        table(f"{wide}\n").columns(["z"])


def test_damage_is_seen_in_single_rows() -> None:
    data = b"a,b\n1,x\n2,\0\n3,g\xfcltig\n"
    damaged = table(data)
    assert damaged.damaged
    assert [damage(row) is not None for row in damaged] == [False, True, True]
