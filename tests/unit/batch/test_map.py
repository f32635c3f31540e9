"""What a map may say, and what it is told when it says something else."""

from dataclasses import replace

import pytest

from tallydesk.batch.map import ColumnMap, MapMistakes, read_map
from tallydesk.election.expression import Compare, LargestVote, LineTerm, Sum, Term, VotesTerm
from tallydesk.election.toml_source import LARGEST_FILE
from tests.unit.batch.orchard import FORM, MAP

LINE = b'[lines]\n"14" = "valid"\n'


def read(data: bytes) -> ColumnMap:
    return read_map(b"format = 1\n" + data, "mine", FORM)


def mistakes(data: bytes) -> list[str]:
    with pytest.raises(MapMistakes) as refused:
        read(data)
    return [str(each) for each in refused.value.mistakes]


def test_lines_candidates_and_the_id_name_columns() -> None:
    column_map = read_map(MAP, "mine", FORM)
    assert column_map.delimiter == ","
    assert column_map.id == ("district", "station")
    assert column_map.lines["3"] == ("received",)
    assert column_map.candidates == {"a": ("Anjou",), "b": ("Bosc",)}
    assert column_map.ballot == {"a": "", "b": ""}
    assert column_map.columns[:4] == ("district", "station", "received", "signed")


def test_columns_may_be_added_up_and_numbers_may_stand_for_all_rows() -> None:
    column_map = read(
        b'delimiter = "\\t"\nid = "no"\n[lines]\n"3" = ["first", "second"]\n"8" = 0\n'
        b'[givens]\nlisted = "roll"\nseats = 3\n'
    )
    assert column_map.delimiter == "\t"
    assert column_map.lines == {"3": ("first", "second"), "8": 0}
    assert column_map.givens == {"listed": ("roll",), "seats": 3}
    assert column_map.columns == ("no", "first", "second", "roll")


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert read_map(b"\xef\xbb\xbfformat = 1\n" + LINE, "mine", FORM).lines == {"14": ("valid",)}


def test_a_column_inside_two_sums_may_be_meant() -> None:
    read(b'[lines]\n"3" = ["a", "b"]\n"8" = ["b", "c"]\n"5" = "b"\n')


def test_candidates_stand_on_lists() -> None:
    column_map = read(b'[candidates]\na = "A"\nb = "B"\n[lists]\nred = ["a"]\n')
    assert column_map.ballot == {"a": "red", "b": ""}


def test_a_list_that_the_form_counts_is_not_taken_for_an_empty_one() -> None:
    counted = replace(
        FORM.relations[0],
        code="L1",
        holds=Compare(
            Sum((Term(1, LineTerm("14")),)),
            "=",
            Sum((Term(1, VotesTerm("red")), Term(1, LargestVote("blue")))),
        ),
    )
    form = replace(FORM, relations=(*FORM.relations, counted))
    candidates = b'format = 1\n[candidates]\na = "A"\n'
    with pytest.raises(MapMistakes) as refused:
        read_map(candidates + b'[lists]\nred = ["a"]\n', "mine", form)
    (mistake,) = refused.value.mistakes
    assert "the form “orchard” counts the list “blue”" in str(mistake)
    read_map(candidates + b'[lists]\nred = ["a"]\nblue = []\n', "mine", form)
    # Without any candidate every sum of votes is undecided, and nothing false is said.
    read_map(b"format = 1\n" + LINE, "mine", form)


@pytest.mark.parametrize("data", [b"", b"[lines]\n", b'id = "x"\n', b'[lines]\n"3" = 4\n'])
def test_a_map_that_maps_nothing_is_told_what_to_write(data: bytes) -> None:
    (mistake,) = mistakes(data)
    assert "the map maps nothing: write at least one line" in mistake


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'collumns = "x"\n' + LINE, "line 2, collumns: is not a key of a map"),
        (b'delimiter = ""\n' + LINE, "line 2, delimiter: must be one character"),
        (b'delimiter = ";;"\n' + LINE, "line 2, delimiter: must be one character"),
        (b'delimiter = "\\n"\n' + LINE, "line 2, delimiter: must be one character"),
        (b'delimiter = "x"\n' + LINE, "line 2, delimiter: must be one character"),
        (b"delimiter = 3\n" + LINE, "line 2, delimiter: must be one character"),
        (b"id = 3\n" + LINE, "line 2, id: must be the name of a column"),
        (b"id = [3]\n" + LINE, "line 2, id: must be the name of a column"),
        (b"lines = 3\n", "line 2, lines: must be a table, [lines], not 3"),
        (b'[lines]\n"14" = -1\n', "line 3, lines.14: must be a column"),
        (b'[lines]\n"14" = 10000000\n', "line 3, lines.14: must be a column"),
        (b'[lines]\n"14" = true\n', "line 3, lines.14: must be a column"),
        (b'[lines]\n"14" = ""\n', "line 3, lines.14: must be a column"),
        (b'[lines]\n"14" = []\n', "line 3, lines.14: must be a column"),
        (b'[lines]\n"14" = 1.5\n', "line 3, lines.14: must be a column"),
        (b'[lines]\n"14" = { column = "valid" }\n', "line 3, lines.14: must be a column"),
        (b'[lines]\n"99" = "valid"\n', "line 3, lines.99: the form “orchard” has no line “99”"),
        (b'[givens]\nvoters = "valid"\n' + LINE, "line 3, givens.voters: there are only seats"),
        (b"lists = 3\n" + LINE, "line 2, lists: must be a table"),
        (b'shared = "v"\n' + LINE, "line 2, shared: must be a list of columns"),
        (b'[lists]\nred = "a"\n' + LINE, "line 3, lists.red: must be a list"),
        (
            b'[lists]\nred = ["a"]\n' + LINE,
            "line 3, lists.red: “a” does not stand under [candidates]",
        ),
        (
            b'[candidates]\na = "A"\n[lists]\nred = ["a"]\nblue = ["a"]\n',
            "line 6, lists.blue: “a” stands on the list “red” already",
        ),
        (b'[lines]\n"14" = ["v", "v"]\n', "line 3, lines.14: adds the column “v” up 2 times"),
        (
            b'[lines]\n"8" = "v"\n"14" = "v"\n',
            "line 4, lines.14: the column “v” is lines.8 already",
        ),
        (b'[lines]\n"14" = "valid"\n"14" = "v"\n', "the file is not TOML"),
        (b"[lines\n", "line 2: the file is not TOML"),
        (b"x = " + b"[" * 100_000, "too deep"),
        (b'[lines]\n"14" = "g\xfcltig"\n', "line 3: the file is not UTF-8"),
        (b"#" * (LARGEST_FILE), "the file is larger than 1000000 octets"),
    ],
)
def test_a_mistake_says_what_is_wrong(data: bytes, said: str) -> None:
    assert any(said in mistake for mistake in mistakes(data)), mistakes(data)


def test_a_column_that_truly_is_two_figures_is_named_as_shared() -> None:
    shared = read(b'shared = ["v"]\n[lines]\n"8" = "v"\n"14" = "v"\n')
    assert shared.lines["8"] == shared.lines["14"] == ("v",)


def test_all_mistakes_are_named_at_once() -> None:
    assert len(mistakes(b'colour = 1\nid = 2\n[lines]\n"98" = "a"\n"99" = "a"\n')) == 5


def test_a_long_wrong_text_is_cut() -> None:
    (mistake,) = mistakes(b'id = "n"\ndelimiter = "' + b"ab" * 5000 + b'"\n' + LINE)
    assert len(mistake) < 200


@pytest.mark.parametrize("version", [b"", b"format = 2\n", b"format = true\n", b'format = "1"\n'])
def test_the_version_of_the_format_must_be_known(version: bytes) -> None:
    with pytest.raises(MapMistakes, match="format: must be 1"):
        read_map(version + LINE, "mine", FORM)


def test_the_exception_is_a_text_about_the_map() -> None:
    with pytest.raises(MapMistakes, match=r"^the map “mine” has 2 mistakes:\n  line 2, colour: "):
        read(b"colour = 1\nid = 3\n" + LINE)
