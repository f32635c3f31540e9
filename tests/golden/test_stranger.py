"""A second verifier, written from the pages of the formats alone, answers as this program does."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from tests.golden.stranger.verifier import trust_of, verify

FOLDER = Path(__file__).parent
PUBLISHED = json.loads((FOLDER / "record-v1.json").read_text(encoding="utf-8"))
TRUSTS = json.loads((FOLDER / "trust-v1.json").read_text(encoding="utf-8"))
FILES = {each["name"]: bytes.fromhex(each["file"]) for each in TRUSTS["files"]}
LINES = 200
ROOTS = {
    number: {4: bytes.fromhex(PUBLISHED["roots"][purpose])}
    for number, purpose in enumerate(("practice", "official"))
}


@pytest.mark.parametrize("case", PUBLISHED["cases"], ids=lambda case: case["name"])
def test_a_stranger_gives_every_published_answer(case: dict[str, Any]) -> None:
    answers = [*verify(["\n".join(lines) for lines in case["inputs"]], ROOTS)]
    assert [answer for answer, *_ in answers] == case["answers"]
    assert answers[0][1:] == (case["figures"], case["votes"], case["digest"])


@pytest.mark.parametrize("file", TRUSTS["files"], ids=lambda file: file["name"])
def test_a_stranger_takes_and_refuses_every_published_trust_file(file: dict[str, Any]) -> None:
    root = ROOTS[1][4]
    if file["taken"]:
        assert trust_of(FILES[file["name"]], root, TRUSTS["serial"])[4] == root
    else:
        with pytest.raises((ValueError, EOFError)):
            trust_of(FILES[file["name"]], root, TRUSTS["serial"])


@pytest.mark.parametrize("case", TRUSTS["cases"], ids=lambda case: case["name"])
def test_a_stranger_gives_every_published_answer_beside_a_trust_file(case: dict[str, Any]) -> None:
    trusts = {**ROOTS, 1: trust_of(FILES[case["trust"]], ROOTS[1][4])}
    answers = [*verify(["\n".join(lines) for lines in case["inputs"]], trusts)]
    assert [answer for answer, *_ in answers] == case["answers"]
    assert answers[0][1:] == (case["figures"], case["votes"], case["digest"])


def lines_of_the_stranger() -> int:
    """Of all its files together, empty ones and comments too."""
    files = (FOLDER / "stranger").glob("*.py")
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)


def test_the_stranger_is_short_enough_to_be_read_in_one_go() -> None:
    assert lines_of_the_stranger() < LINES


def test_the_stranger_has_seen_nothing_of_this_program() -> None:
    for path in (FOLDER / "stranger").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [each.name for each in node.names] if isinstance(node, ast.Import) else []
            assert not any(name.startswith("tallydesk") for name in names), path
