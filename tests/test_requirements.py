"""Every requirement of careful entry has tests that name it; what is still open is told."""

from __future__ import annotations

import ast
import re
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.requirements import NUMBERS, OPEN, TABLE

TESTS = Path(__file__).parent


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def told_by(path: Path) -> dict[str, str]:
    """The tests of a file, each with what stands in it and at the top of the file."""
    module = ast.parse(text_of(path))
    top = ast.get_docstring(module) or ""
    return {
        node.name: "\n".join((top, *_lines_of(path, node)))
        for node in module.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def _lines_of(path: Path, node: ast.FunctionDef) -> list[str]:
    """With what it is decorated by."""
    first = min((each.lineno for each in node.decorator_list), default=node.lineno)
    return text_of(path).splitlines()[first - 1 : node.end_lineno]


def names(text: str, number: int) -> bool:
    """Whether the number stands there alone, and is no part of another one."""
    return re.search(rf"(?<![\w+])U{number}(?!\w)", text) is not None


def wrong_with(number: int, name: str, test: str) -> str:
    """Why a test of a file does not prove that number; "" when it may."""
    path = TESTS / name
    if not path.is_file() or test not in told_by(path):
        return f"U{number}: there is no {name}::{test}"
    if not names(told_by(path)[test], number):
        return f"U{number} is not named by {name}::{test}"
    return ""


@pytest.mark.parametrize("number", NUMBERS)
def test_every_requirement_has_its_tests(number: int) -> None:
    said = [
        wrong_with(number, name, test) for name, tests in TABLE[number].items() for test in tests
    ]
    assert said or number in OPEN, f"U{number} has no test"
    assert [wrong for wrong in said if wrong] == []


def test_the_table_has_every_number_and_no_other() -> None:
    assert [*TABLE] == [*NUMBERS]
    assert set(OPEN) <= set(NUMBERS)


def test_what_is_open_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        for number, missing in OPEN.items():
            sys.stdout.write(f"\nU{number} is open: {missing}")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("U7: blind", True),
        ("U4, U7.", True),
        ("(U7)", True),
        ("U70", False),
        ("U+7", False),
        ("XU7", False),
    ],
)
def test_a_number_stands_alone(text: str, *, named: bool) -> None:
    assert names(text, 7) is named


def test_a_test_that_is_none_or_names_nothing_is_told() -> None:
    here, this = Path(__file__).name, "test_a_number_stands_alone"
    assert wrong_with(38, here, this) == f"U38 is not named by {here}::{this}"
    assert wrong_with(7, here, this) == ""
    assert wrong_with(7, here, f"{this}s") == f"U7: there is no {here}::{this}s"
    assert wrong_with(7, "nowhere.py", this) == f"U7: there is no nowhere.py::{this}"
