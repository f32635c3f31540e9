"""A package written as TOML says what its tables say, whatever the texts hold."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallydesk.authority.package_toml import toml_of

LETTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES = st.one_of(
    LETTERS,
    st.integers(-(2**40), 2**40),
    st.booleans(),
    st.dates(date(1000, 1, 1)),
    st.datetimes(datetime(1000, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  hypothesis adds it
    st.lists(st.one_of(LETTERS, st.integers(0, 9)), max_size=3),
)
KEYS = st.text('abcdef-_ .ə"', min_size=1, max_size=6)
TABLES = st.recursive(
    st.dictionaries(KEYS, VALUES, max_size=4),
    lambda inner: st.dictionaries(
        KEYS, st.one_of(VALUES, inner, st.lists(inner, min_size=1, max_size=3)), max_size=4
    ),
    max_leaves=12,
)


@given(TABLES)
def test_what_is_written_is_read_again(table: dict[str, object]) -> None:
    assert tomllib.loads(toml_of(table)) == table


@pytest.mark.parametrize("value", [1.5, None, b"octets"])
def test_nothing_else_stands_in_a_package(value: object) -> None:
    with pytest.raises(TypeError, match="nothing that a package says"):
        toml_of({"key": value})
