"""On which line a key stands, however it is written."""

import tomllib
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from tallydesk.election.mistake import KeyPath
from tallydesk.election.toml_lines import key_lines

TEXT = '''# a comment with [brackets] and = signs
format = 1
"quoted key".'literal' = "a # inside" # and one outside
"\\u0061bc" = 2
title.en = """
over
""two"" lines\\"""" # four quotes end it
array = [1, # one
  [2, 3],

  { x = 1, y.z = ["]"] }, # a table
]
[table.under]
moment = 1979-05-27 07:32:00

[[lines]]
id = 'one'
[lines.label]
en = 'x'
[[lines]]
id = "two"
[[lines.parts]]
a = \'\'\'it's
here\'\'\'
[[lines.parts]]
b = []
c = {}
d = true'''

EXPECTED = {
    ("format",): 2,
    ("quoted key",): 3,
    ("quoted key", "literal"): 3,
    ("abc",): 4,
    ("title",): 5,
    ("title", "en"): 5,
    ("array",): 8,
    ("array", 0): 8,
    ("array", 1): 9,
    ("array", 1, 0): 9,
    ("array", 1, 1): 9,
    ("array", 2): 11,
    ("array", 2, "x"): 11,
    ("array", 2, "y"): 11,
    ("array", 2, "y", "z"): 11,
    ("array", 2, "y", "z", 0): 11,
    ("table", "under"): 13,
    ("table", "under", "moment"): 14,
    ("lines",): 16,
    ("lines", 0): 16,
    ("lines", 0, "id"): 17,
    ("lines", 0, "label"): 18,
    ("lines", 0, "label", "en"): 19,
    ("lines", 1): 20,
    ("lines", 1, "id"): 21,
    ("lines", 1, "parts"): 22,
    ("lines", 1, "parts", 0): 22,
    ("lines", 1, "parts", 0, "a"): 23,
    ("lines", 1, "parts", 1): 25,
    ("lines", 1, "parts", 1, "b"): 26,
    ("lines", 1, "parts", 1, "c"): 27,
    ("lines", 1, "parts", 1, "d"): 28,
}


def paths(value: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    """The place of every value that a file gives, tables left out."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from paths(each, (*path, key))
        return
    yield path
    if isinstance(value, list):
        for place, each in enumerate(value):
            yield from paths(each, (*path, place))


def test_every_key_has_its_line() -> None:
    assert key_lines(TEXT) == EXPECTED


def test_the_walk_sees_what_the_reader_of_values_sees() -> None:
    assert set(paths(tomllib.loads(TEXT))) <= set(EXPECTED)


def test_an_empty_file_has_no_keys() -> None:
    assert key_lines("") == {}
    assert key_lines("# nothing\n") == {}


KEYS = st.sampled_from(("a", "b-1", '"c d"', "'e'"))
PLAIN = st.sampled_from(
    ("1", "-2.5e3", "true", "1979-05-27", '"x"', '"[,]#\\""', "'y'", '"""m\nn"""', "'''o\n'p'''")
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda each: "[ " + ", # c\n".join(each) + " ]")
        | st.dictionaries(KEYS, inner, max_size=2).map(
            lambda each: "{" + ", ".join(f"{k} = {v}" for k, v in each.items()) + "}"
        )
    ),
    max_leaves=5,
)
TABLES = st.lists(
    st.tuples(st.sampled_from(("t", "u.v")), st.dictionaries(KEYS, VALUES, max_size=3)), max_size=3
)


@settings(max_examples=60)
@given(st.dictionaries(KEYS, VALUES, max_size=3), TABLES)
def test_every_value_of_any_file_has_a_line(
    top: dict[str, str], tables: list[tuple[str, dict[str, str]]]
) -> None:
    text = "".join(f"{key} = {value}\n" for key, value in top.items())
    for name, table in tables:
        text += f"[[{name}]]\n" + "".join(f"{key}={value}\n\n" for key, value in table.items())
    lines = key_lines(text)
    rows = text.split("\n")
    for path in paths(tomllib.loads(text)):
        assert 1 <= lines[path] <= len(rows)
        if isinstance(path[-1], str):
            assert path[-1] in rows[lines[path] - 1]
