"""An expression of a form cut into its words and signs, each with the column where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

LONGEST = 4_000
"""Characters of an expression. Whoever needs more has two relations in one."""

LARGEST_CONSTANT = 999_999_999
"""The largest number an expression may write: a signed contest sheet carries 31 bits."""

TokenKind = Literal["line", "number", "votes", "name", "comparison", "sign", "end"]

_PATTERN = re.compile(
    r"\[[ \t]*(?P<line>[A-Za-z0-9][A-Za-z0-9.]{0,11})[ \t]*\]"
    r"|(?P<number>[0-9]+)"
    r"|(?P<votes>votes)(?![A-Za-z0-9_])(?:\s*\(\s*(?P<list>[A-Za-z0-9][A-Za-z0-9-]*)\s*\))?"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<comparison><=|>=|<>|=(?!=)|[<>])"
    r"|(?P<sign>[-+*()])"
)
_SPACE = re.compile(r"\s*")

_SLIPS: Mapping[str, str] = MappingProxyType(
    {
        "[": "a line is written [1a]: letters, digits and points between square brackets",
        "/": "there is no division; multiply across: 100 * [15] < 3 * ([14] + [15])",
        "%": "there is no per cent; multiply across: 100 * [15] < 3 * ([14] + [15])",
        "=": "equal is written with one =",
        "!": "not equal is written <>",
        "≠": "not equal is written <>",
        "≤": "at most is written <=",
        "≥": "at least is written >=",
        "−": "minus is written with the hyphen of the keyboard, -",
        "×": "times is written *",
        ".": "there are whole numbers only; multiply across",
        ",": "there are whole numbers only, written without separators",
        "&": "and is written in letters",
        "|": "or is written in letters",
    }
)


class ExpressionError(ValueError):
    """An expression that cannot be read: why, and at which `column`, counted from 1."""

    def __init__(self, column: int, reason: str) -> None:
        self.column = column
        self.reason = reason
        super().__init__(f"at character {column}: {reason}")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign. `list_id` is set for votes(LIST)."""

    kind: TokenKind
    text: str
    column: int
    list_id: str | None = None


def tokens(text: str) -> tuple[Token, ...]:
    """The words and signs of an expression, an `end` after the last. Raises ExpressionError."""
    if len(text) > LONGEST:
        raise ExpressionError(LONGEST + 1, f"it has {len(text)} characters; {LONGEST} are the most")
    found: list[Token] = []
    at = _after_space(text, 0)
    while at < len(text):
        match = _PATTERN.match(text, at)
        if match is None:
            reason = _SLIPS.get(text[at], f"“{text[at]}” means nothing in an expression")
            raise ExpressionError(at + 1, reason)
        found.append(_token(match))
        at = _after_space(text, match.end())
    return (*found, Token("end", "", len(text.rstrip()) + 1))


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _token(match: re.Match[str]) -> Token:
    column = match.start() + 1
    if match["line"] is not None:
        return Token("line", match["line"], column)
    if match["number"] is not None:
        if len(match["number"].lstrip("0")) > len(str(LARGEST_CONSTANT)):
            raise ExpressionError(
                column, f"the number is too large; {LARGEST_CONSTANT} is the largest"
            )
        return Token("number", match["number"], column)
    if match["votes"] is not None:
        return Token("votes", "votes", column, match["list"])
    if match["name"] is not None:
        return Token("name", match["name"], column)
    if match["comparison"] is not None:
        return Token("comparison", match["comparison"], column)
    return Token("sign", match["sign"], column)
