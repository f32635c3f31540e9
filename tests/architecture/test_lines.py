"""What no line of code may do, found in the syntax tree rather than in the text."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.reading import PRODUCT, ROOT, nodes, place, python_files, tree

# What a form, a package or a catalogue says may name a country; a program may not.
COUNTRIES = re.compile(
    r"(?<![^\W_])(azerbaijan|azərbaycan|azerbaycan|armenia|belarus|estonia|georgia|germany|ghana"
    r"|india|kazakhstan|kenya|kyrgyzstan|moldova|netherlands|nigeria|poland|polska|romania|russia"
    r"|turkey|türkiye|ukraine|usa|uzbekistan)(?![^\W_])",
    re.IGNORECASE,
)


def waits(node: ast.AST) -> bool:
    """Sleeping, or running the event loop by hand, instead of waiting for a condition."""
    match node:
        case ast.Attribute(attr="processEvents" | "qWait" | "qSleep"):
            return True
        case ast.Attribute(value=ast.Name(id="time"), attr="sleep"):
            return True
        case ast.Call(func=ast.Attribute(value=ast.Name(id="qtbot"), attr="wait")):
            return True
        case ast.ImportFrom(module="time", names=names):
            return any(each.name == "sleep" for each in names)
        case _:
            return False


def is_inexact(node: ast.AST) -> bool:
    match node:
        case ast.BinOp(op=ast.Div()) | ast.AugAssign(op=ast.Div()) | ast.Name(id="float"):
            return True
        case ast.Constant(value=float() | complex()):
            return True
        case _:
            return False


def qt_names(module: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
            names |= {each.asname or each.name for each in node.names}
        elif isinstance(node, ast.Import):
            names |= {
                each.asname or "PySide6" for each in node.names if each.name.startswith("PySide6")
            }
    return names


def qt_in_plain_classes(path: Path) -> Iterator[str]:
    names = qt_names(tree(path))
    for owner in ast.walk(tree(path)):
        if isinstance(owner, ast.ClassDef) and owner.name.endswith(("State", "Presenter")):
            for node in ast.walk(owner):
                if isinstance(node, ast.Name) and node.id in names:
                    yield f"{place(path, node)}: {node.id} in {owner.name}"


def spoken(node: ast.AST) -> Iterator[str]:
    """Every identifier and every text a node brings along."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
            yield name
        case (
            ast.FunctionDef(name=name)
            | ast.AsyncFunctionDef(name=name)
            | ast.ClassDef(name=name)
            | ast.alias(name=name)
        ):
            yield name
        case _:
            return


@pytest.mark.parametrize("folder", [PRODUCT, ROOT / "tests"], ids=["product", "tests"])
def test_nothing_sleeps_or_turns_the_event_loop_by_hand(folder: Path) -> None:
    assert [place(path, node) for path, node in nodes(folder) if waits(node)] == []


def test_rules_are_whole_numbers_only() -> None:
    inexact = [place(path, node) for path, node in nodes(PRODUCT / "rules") if is_inexact(node)]
    assert inexact == []


def test_states_and_presenters_know_no_qt() -> None:
    assert [line for path in python_files(PRODUCT) for line in qt_in_plain_classes(path)] == []


def test_no_country_is_named_in_the_program() -> None:
    named = [
        f"{place(path, node)}: {text[:60]}"
        for path, node in nodes(PRODUCT)
        for text in spoken(node)
        if COUNTRIES.search(text)
    ]
    assert named == []


@pytest.mark.parametrize(
    "line",
    ["time.sleep(1)", "from time import sleep", "qtbot.wait(10)", "app.processEvents()"],
)
def test_a_wait_is_recognised(line: str) -> None:
    assert any(waits(node) for node in ast.walk(ast.parse(line)))


@pytest.mark.parametrize("line", ["a / b", "a /= b", "0.5", "float(a)", "1j"])
def test_an_inexact_number_is_recognised(line: str) -> None:
    assert any(is_inexact(node) for node in ast.walk(ast.parse(line)))


@pytest.mark.parametrize("line", ["a // b", "a % b", "7", "'a / b'"])
def test_a_whole_number_is_left_alone(line: str) -> None:
    assert not any(is_inexact(node) for node in ast.walk(ast.parse(line)))


@pytest.mark.parametrize(
    ("line", "found"),
    [("x = 'Poland 2015'", True), ("poland_rules = 1", True), ("usage = 'a usage'", False)],
)
def test_a_country_is_recognised(line: str, *, found: bool) -> None:
    texts = [text for node in ast.walk(ast.parse(line)) for text in spoken(node)]
    assert any(COUNTRIES.search(text) for text in texts) is found
