"""From the octets of a TOML file to its tables, or to the sentence that says why not."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tallydesk.election.mistake import KeyPath, Mistake
from tallydesk.election.toml_lines import key_lines

LARGEST_FILE = 1_000_000
"""Octets. A form of three hundred candidates in three languages has a tenth of it."""

_DEEPEST = 16
"""Tables and arrays inside one another; a form has four."""

_WORD = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+"""
_LONG_KEY = re.compile(rf"(?<![A-Za-z0-9_-]){_WORD}(?:\.[ \t]*+{_WORD}){{{_DEEPEST}}}")
"""A dotted key so long that Python's reader would take minutes over a few thousand of them."""

_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")

_LONG_NUMBER = re.compile(r"[0-9_]{4300}")
_OPEN = "a text is not closed with a quote on its line"
_PLAIN = {
    "Cannot overwrite a value": "this key stands above already",
    'Expected "\'"': _OPEN,
    "Found invalid character '\\n'": _OPEN,
    "Found invalid character '\\r'": "a carriage return stands alone; save it with line feeds",
    "Illegal character '\\n'": _OPEN,
    "Invalid statement": "this is neither a key with a value nor a table's name in brackets",
    "Invalid value": "what stands here is no value; texts stand in quotes",
    "Unclosed array": "a [ is not closed",
    "Unterminated string": _OPEN,
}
"""What Python's reader says, in words for people who write a form and no program."""
_WHEN_CUT = ("Expected", "Invalid value", "Unclosed", "Unterminated")


class UnreadableError(ValueError):
    """Not a TOML file at all; `mistake` says why."""

    def __init__(self, mistake: Mistake) -> None:
        self.mistake = mistake
        super().__init__(str(mistake))


@dataclass(frozen=True, slots=True)
class Source:
    """A TOML file: its tables as they stand, and its text with line feeds alone."""

    table: dict[str, object]
    text: str

    def lines(self) -> Mapping[KeyPath, int]:
        """The line of every key, worked out anew: nobody asks for it when nothing is wrong.

        Empty for a file so deeply nested that only its tables could be read.
        """
        try:
            return key_lines(self.text)
        except RecursionError:
            return {}


def open_source(data: bytes) -> Source:
    """Read a file. Raises UnreadableError: too large, not UTF-8, or not TOML."""
    if len(data) > LARGEST_FILE:
        raise _unreadable(0, f"the file is larger than {LARGEST_FILE} octets; is it the right one?")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _unreadable(
            line,
            f"the file is not UTF-8: octet 0x{data[error.start]:02x} at {error.start}; "
            "save it as UTF-8",
        ) from error
    text = text.replace("\r\n", "\n")
    if not text.strip():
        raise _unreadable(0, "the file is empty")
    try:
        if _LONG_KEY.search(text):
            raise RecursionError  # noqa: TRY301  # the same sentence for both
        table = tomllib.loads(text)
        _refuse_depth(table)
    except RecursionError as error:
        raise _unreadable(0, "arrays or tables stand too deep inside one another") from error
    except ValueError as error:
        raise _syntax(text, str(error)) from error
    return Source(table, text)


def tables(source: Mapping[str, object], key: str) -> Iterator[tuple[int, dict[str, object]]]:
    """The tables of an array with their places from 0; whatever else stands there is left out."""
    entries = source.get(key)
    for place, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            yield place, entry


def text_of(table: Mapping[str, object], key: str) -> str | None:
    """The text at a key, None when there is none or something else."""
    value = table.get(key)
    return value if isinstance(value, str) else None


def _refuse_depth(table: dict[str, object]) -> None:
    """Raise RecursionError before somebody who walks over the tables meets it."""
    level: list[object] = [table]
    for _ in range(_DEEPEST):
        level = [
            inside
            for each in level
            if isinstance(each, dict | list)
            for inside in (each.values() if isinstance(each, dict) else each)
        ]
    if level:
        raise RecursionError


def _unreadable(line: int, sentence: str) -> UnreadableError:
    return UnreadableError(Mistake(line, "", sentence))


def _syntax(text: str, reason: str) -> UnreadableError:
    place = _PLACE.search(reason)
    if place is None:
        # Python reads no number of more than 4300 digits, and does not say where it stands.
        number = _LONG_NUMBER.search(text)
        line = text.count("\n", 0, number.start()) + 1 if number else 0
        said = "a number has thousands of digits" if number else reason
        return _unreadable(line, f"the file is not TOML: {said}")
    plain = _PLACE.sub("", reason)
    said = _PLAIN.get(plain, plain)
    if place["line"] is None:
        cut = "; is the file cut short?" if plain.startswith(_WHEN_CUT) else ""
        return _unreadable(text.count("\n") + 1, f"the file is not TOML at its end: {said}{cut}")
    column = place["column"]
    return _unreadable(int(place["line"]), f"the file is not TOML at column {column}: {said}")
