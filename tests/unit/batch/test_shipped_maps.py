"""The maps that ship fit the forms that ship, and so does the one on the page."""

import pytest

from tallydesk.assets import form_bytes, map_bytes, read_bytes, resource
from tallydesk.batch.map import ColumnMap, read_map
from tallydesk.election.form import Form
from tallydesk.election.form_file import read_form

FITS = {"az-2012-shape": "az-presidential-2024", "pl2015-round2": "pl-presidential-2015"}


def shipped(form: str, column_map: str) -> tuple[Form, ColumnMap]:
    read = read_form(form_bytes(form), form)
    return read, read_map(map_bytes(column_map), column_map, read)


def test_every_shipped_map_is_for_a_shipped_form() -> None:
    folder = resource("forms", "maps")
    assert {path.name.removesuffix(".map.toml") for path in folder.iterdir()} == set(FITS)


@pytest.mark.parametrize("name", FITS)
def test_a_shipped_map_has_no_mistake(name: str) -> None:
    _, column_map = shipped(FITS[name], name)
    assert len(column_map.lines) > 10


def test_one_figure_for_unused_and_cancelled_is_both_and_says_so() -> None:
    _, column_map = shipped("az-presidential-2024", "az-2012-shape")
    assert column_map.lines["8"] == column_map.lines["9"] == (column_map.shared[0],)
    assert "16" not in column_map.lines


def test_the_map_on_the_page_is_a_map() -> None:
    page = read_bytes("formats", "form-v1.md").decode()
    example = page.split("## Maps\n", 1)[1].split("```toml\n", 1)[1].split("```", 1)[0]
    form = read_form(form_bytes("az-presidential-2024"), "az-presidential-2024")
    column_map = read_map(example.encode(), "page", form)
    assert column_map.delimiter == ";"
    assert column_map.ballot == {"apple": "orchard", "pear": "orchard"}
