"""Many protocols: what is found, what cannot be read, what is counted."""

from typing import BinaryIO, cast

import pytest

from tallydesk.batch.csv import Table, TableTrouble
from tallydesk.batch.map import read_map
from tallydesk.batch.run import RowFindings, Summary, check_table
from tallydesk.rules.finding import Finding
from tests.unit.batch.orchard import (
    FORM,
    GOOD,
    HEADER,
    MAP,
    SHORT_SUM,
    Endless,
    codes,
    errors,
    outcomes,
    summary,
    table,
)

PART = b"""
format = 1
[lines]
"14" = ["valid", "late"]
"15" = "invalid"
[candidates]
a = "Anjou"
b = "Bosc"
"""
PART_HEADER = "valid,late,invalid,Anjou,Bosc\n"


def test_clean_rows_are_only_counted() -> None:
    assert outcomes(GOOD * 3) == [Summary(3, 3, 0, {}, {})]


def test_a_finding_names_the_row_and_both_sides() -> None:
    found = outcomes(GOOD + SHORT_SUM)
    row = found[0]
    assert isinstance(row, RowFindings)
    assert (row.row, row.id) == (2, "North / 2")
    assert row.findings == (Finding("A1", "arithmetic", ("14",), 88, 87, 1),)
    assert row.figures.lines["14"] == 88
    assert row.figures.votes == {"a": 50, "b": 37}
    assert found[1] == Summary(2, 1, 0, {"A1": 1}, {})


def test_all_kinds_of_findings_are_told_in_the_order_of_the_form() -> None:
    found = outcomes("South,9,121,90,30,4,5,86,88,88,50,37\n")
    assert codes(found) == [(1, "South / 9", ("A1", "B1", "C1", "Q1"))]
    assert found[-1] == Summary(1, 0, 0, {"A1": 1, "B1": 1, "C1": 1, "Q1": 1}, {})


def test_empty_lines_are_no_rows() -> None:
    assert codes(outcomes(f"\n{GOOD}\n\n{SHORT_SUM}\n")) == [(2, "North / 2", ("A1",))]


def test_spaces_in_a_figure_are_how_people_write_thousands() -> None:
    row = "North,1,2 120,2\u00a0090, 30 ,4,4,2086,2088,2,1050,1038\n"
    assert summary(row) == Summary(1, 1, 0, {}, {})


def test_a_blank_figure_leaves_undecided_what_needs_it() -> None:
    found = outcomes(GOOD.replace("120", "") + SHORT_SUM.replace("120", " ") + GOOD)
    assert codes(found) == [(2, "North / 2", ("A1",))]
    assert found[-1] == Summary(3, 2, 0, {"A1": 1}, {"B1": 2})


def test_a_blank_vote_leaves_the_sum_of_votes_undecided() -> None:
    assert summary(GOOD.replace("50", "")) == Summary(1, 1, 0, {}, {"A1": 1})


def test_relations_without_a_column_are_undecided_in_every_readable_row() -> None:
    rows = "80,8,2,50,38\n80,8,2,50,37\n80,8,2,50,x\n"
    last = summary(rows, column_map=PART, header=PART_HEADER)
    assert last == Summary(3, 1, 1, {"A1": 1}, {"B1": 2, "C1": 2})


def test_a_blank_part_makes_a_sum_of_columns_blank() -> None:
    last = summary("80,,2,50,38\n", column_map=PART, header=PART_HEADER)
    assert last == Summary(1, 1, 0, {}, {"A1": 1, "B1": 1, "C1": 1, "Q1": 1})


def test_a_number_in_the_map_stands_in_every_row() -> None:
    column_map = b'format = 1\n[lines]\n"12" = "mobile"\n"6" = 4\n'
    found = outcomes("4\n5\n", column_map=column_map, header="mobile\n")
    assert codes(found) == [(2, "", ("C1",))]


def test_the_map_s_candidates_are_the_ballot() -> None:
    column_map = b'format = 1\n[lines]\n"14" = "valid"\n[candidates]\na = "Anjou"\n'
    assert codes(outcomes("4,4\n5,4\n", column_map=column_map, header="valid,Anjou\n")) == [
        (2, "", ("A1",))
    ]


def test_without_candidates_sums_of_votes_are_undecided() -> None:
    column_map = b'format = 1\n[lines]\n"14" = "valid"\n"15" = "invalid"\n'
    last = summary("4,1\n", column_map=column_map, header="valid,invalid\n")
    assert last == Summary(1, 1, 0, {}, {"A1": 1, "B1": 1, "C1": 1})


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("12a", "“12a” is not a figure; write digits only"),
        ("1.234", "“1.234” is not a figure"),
        ("1e3", "“1e3” is not a figure"),
        ("1_000", "“1_000” is not a figure"),
        ("+5", "“+5” is not a figure"),
        ("٣٤", "“٣٤” is not a figure"),  # digits that int() would take
        ("-5", "“-5” is below zero; a count is not"),
        ("10000000", "“10000000” is more than 9999999"),
        ("9" * 5000, f"“{'9' * 40}…” is more than 9999999"),
        ("x" * 5000, f"“{'x' * 40}…” is not a figure"),
    ],
)
def test_what_is_not_a_figure_is_named_with_its_line_and_column(cell: str, said: str) -> None:
    ((row, error),) = errors(GOOD + GOOD.replace("120", cell) + GOOD)
    assert row == 2
    assert error.startswith(f"line 3, column “received”: {said}")


def test_the_largest_count_is_a_figure() -> None:
    assert errors(GOOD.replace("120", "9999999")) == []


@pytest.mark.parametrize(
    ("row", "cells"), [("North,1,2\n", 3), (f"{GOOD[:-1]},\n", 13), ("x\n", 1)]
)
def test_a_ragged_row_is_bad_and_the_others_are_checked(row: str, cells: int) -> None:
    found = outcomes(GOOD + row + SHORT_SUM)
    assert errors(GOOD + row + SHORT_SUM) == [
        (
            2,
            (
                f"line 3 has {cells} cells where the header has 12; "
                "look for a missing or an additional delimiter."
            ),
        )
    ]
    assert codes(found) == [(3, "North / 2", ("A1",))]
    assert found[-1] == Summary(3, 1, 1, {"A1": 1}, {})


def test_nul_and_foreign_letters_make_single_rows_bad() -> None:
    rows = GOOD.encode() + b"Nor\0th" + GOOD.encode()[5:] + b"S\xfcd" + GOOD.encode()[5:]
    assert errors(rows + SHORT_SUM.encode()) == [
        (2, "line 3 holds a NUL, which no text does; the file is damaged: export it again."),
        (3, "line 4 is not UTF-8; save the file as CSV in UTF-8."),
    ]
    assert codes(outcomes(rows + SHORT_SUM.encode())) == [(4, "North / 2", ("A1",))]


def test_misplaced_quotes_make_a_single_row_bad() -> None:
    ((row, error),) = errors(GOOD + '"North"x' + GOOD[5:] + GOOD)
    assert row == 2
    assert error.startswith("line 3: the quotes do not match")
    assert summary(GOOD + '"North"x' + GOOD[5:] + SHORT_SUM).by_code == {"A1": 1}


def test_a_quote_that_is_never_closed_ends_the_reading() -> None:
    found = outcomes(GOOD + SHORT_SUM + '"North' + GOOD[5:] + GOOD)
    assert [type(each).__name__ for each in found] == ["RowFindings", "BadRow", "Summary"]
    assert found[-1] == Summary(3, 1, 1, {"A1": 1}, {})
    ((row, error),) = errors(GOOD + SHORT_SUM + '"North' + GOOD[5:] + GOOD)
    assert row == 3
    assert "does not end; close the quote. The rows from there on were not read." in error


@pytest.mark.parametrize("pattern", [b'"North\n', b"1,"])
def test_what_never_ends_is_given_up_after_the_rows_before_it(pattern: bytes) -> None:
    begin = (HEADER + GOOD + SHORT_SUM).encode() + pattern
    stream = Endless(begin, b"1," if pattern == b"1," else b"2\n")
    read = read_map(MAP, "orchard", FORM)
    found = list(check_table(FORM, read, Table(cast("BinaryIO", stream), "long.csv", ",")))
    assert codes(found) == [(2, "North / 2", ("A1",))]
    assert found[-1] == Summary(3, 1, 1, {"A1": 1}, {})


def test_a_table_without_rows_is_no_good_news() -> None:
    with pytest.raises(TableTrouble, match="has a header and no rows below it"):
        outcomes("\n\n")


def test_a_table_without_the_map_s_columns_is_refused_before_anything_is_said() -> None:
    read = read_map(MAP, "orchard", FORM)
    with pytest.raises(TableTrouble, match="lacks “Anjou”, “Bosc”"):
        next(check_table(FORM, read, table(HEADER.replace(",Anjou,Bosc", "") + "1\n")))


def test_figures_met_for_the_first_time_are_read_like_those_met_before() -> None:
    rows = "".join(
        f"N,{number},{number + 120},{number + 90},30,4,4,86,88,2,50,38\n"
        for number in range(60_000)
    )
    assert summary(rows) == Summary(60_000, 60_000, 0, {}, {})
