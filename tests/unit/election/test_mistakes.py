"""How mistakes are told to people."""

from tallydesk.election.mistake import Margin, Mistake, Mistakes, shown_path, twice


def test_entries_of_an_array_count_from_one() -> None:
    assert shown_path(("lines", 2, "label", "az")) == "lines[3].label.az"
    assert shown_path(()) == ""


def test_a_missing_key_is_shown_at_its_table() -> None:
    margin = Margin(lambda: {("lines", 0): 7})
    margin.note(("lines", 0, "stage"), "is missing")
    assert margin.mistakes == (Mistake(7, "lines[1].stage", "is missing"),)


def test_mistakes_stand_from_the_top_down_and_once() -> None:
    margin = Margin(lambda: {("a",): 9, ("b",): 3})
    for path in (("a",), ("b",), ("a",), ("c",)):
        margin.note(path, "is wrong")
    assert [each.line for each in margin.mistakes] == [1, 3, 9]


def test_nobody_looks_for_lines_when_nothing_is_wrong() -> None:
    def lines() -> dict[tuple[str | int, ...], int]:
        raise AssertionError

    assert Margin(lines).mistakes == ()


def test_one_mistake_is_told_with_its_place() -> None:
    told = str(Mistakes("x", (Mistake(4, "law", "is missing"),)))
    assert told == "the file “x” has a mistake:\n  line 4, law: is missing"


def test_a_mistake_of_the_whole_file_has_no_line() -> None:
    assert str(Mistake(0, "", "the file is too large")) == "the file is too large"
    assert str(Mistake(3, "", "not TOML")) == "line 3: not TOML"


def test_of_many_mistakes_the_first_twenty_are_told() -> None:
    told = str(Mistakes("x", [Mistake(line, "a", "is wrong") for line in range(1, 24)]))
    assert told.startswith("the file “x” has 23 mistakes:\n")
    assert told.endswith("  line 20, a: is wrong\n  and 3 more")


def test_a_name_that_stood_before_is_found() -> None:
    names = (((place,), name) for place, name in enumerate("abcab"))
    assert list(twice(names)) == [((3,), "a"), ((4,), "b")]
