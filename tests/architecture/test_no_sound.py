"""U39: no sounds. There is no switch that would make any, so there is nothing to switch on."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.reading import PRODUCT, nodes, place
from tests.architecture.test_no_network import imported

SOUND = ("PySide6.QtMultimedia", "PySide6.QtTextToSpeech", "winsound", "ossaudiodev")
BELL = "\a"


def sounds(node: ast.AST) -> bool:
    """A beep of the desktop, the bell of a terminal, or a library for either."""
    match node:
        case ast.Attribute(attr="beep" | "MessageBeep"):
            return True
        case ast.Constant(value=str(text)):
            return BELL in text
        case ast.Constant(value=bytes(octets)):
            return BELL.encode() in octets
        case _:
            return any(name.startswith(SOUND) for name in imported(node))


def test_no_line_makes_a_sound() -> None:
    assert [place(path, node) for path, node in nodes(PRODUCT) if sounds(node)] == []


@pytest.mark.parametrize(
    "line",
    [
        "QApplication.beep()",
        "print('\\a')",
        "out.write(b'\\a')",
        "from PySide6.QtMultimedia import QSoundEffect",
        "from PySide6 import QtMultimedia",
        "import winsound",
    ],
)
def test_a_sound_is_recognised(line: str) -> None:
    assert any(sounds(node) for node in ast.walk(ast.parse(line)))
