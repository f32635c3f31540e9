"""On which line each key of a TOML file stands.

Python's reader gives values without their places. This one gives places without values: it walks
over a text that is known to be TOML and only has to see where keys and values begin and end.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right

from tallydesk.election.mistake import KeyPath

_ONE_KEY = r"""[ \t]*("(?:\\.|[^"\\])*"|'[^']*'|[A-Za-z0-9_-]+)[ \t]*"""
_KEY = re.compile(_ONE_KEY)
_DOTTED_KEY = re.compile(rf"{_ONE_KEY}(?:\.{_ONE_KEY})*")
_VALUE = re.compile(
    r'"""(?:\\[\s\S]|[^\\])*?"{3,5}'
    r"|'''[\s\S]*?'{3,5}"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'"
    r"|[^\[\]{},#\n]+"
)
_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line, from 1, of every key, table and array entry of a valid TOML text.

    Lines are counted by line feeds, so give it a text whose line ends are line feeds alone.
    Raises RecursionError for a text that nests arrays too deeply.
    """
    walk = _Walk(text)
    walk.document()
    return walk.lines


class _Walk:
    def __init__(self, text: str) -> None:
        self.lines: dict[KeyPath, int] = {}
        self._text = text
        self._at = 0
        self._feeds = [at for at, character in enumerate(text) if character == "\n"]
        self._entries: dict[KeyPath, int] = {}
        """How many tables each array of tables has so far."""

    def document(self) -> None:
        table: KeyPath = ()
        self._blank()
        while self._at < len(self._text):
            if self._take("[["):
                table = self._array_table()
            elif self._take("["):
                table = self._table()
            else:
                self._pair(table)
            self._blank()

    def _table(self) -> KeyPath:
        line = self._line()
        path: KeyPath = ()
        for key in self._keys():
            path = self._newest((*path, key))
        self._take("]")
        self._set(path, line)
        return path

    def _array_table(self) -> KeyPath:
        line = self._line()
        *above, last = self._keys()
        self._take("]]")
        path: KeyPath = ()
        for key in above:
            path = self._newest((*path, key))
        array = (*path, last)
        place = self._entries.get(array, 0)
        self._entries[array] = place + 1
        self._set(array, line)
        self._set((*array, place), line)
        return (*array, place)

    def _newest(self, path: KeyPath) -> KeyPath:
        """A path into the last table of an array of tables."""
        return (*path, self._entries[path] - 1) if path in self._entries else path

    def _pair(self, table: KeyPath) -> None:
        line = self._line()
        path = table
        for key in self._keys():
            path = (*path, key)
            self._set(path, line)
        self._take("=")
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        self._blank()
        if self._take("["):
            self._array(path)
        elif self._take("{"):
            self._inline_table(path)
        else:
            value = _VALUE.match(self._text, self._at)
            self._at = value.end() if value else len(self._text)

    def _array(self, path: KeyPath) -> None:
        place = 0
        self._blank()
        while self._goes_on("]"):
            self._set((*path, place), self._line())
            self._value((*path, place))
            place += 1
            self._blank()
            self._take(",")
            self._blank()

    def _inline_table(self, path: KeyPath) -> None:
        self._blank()
        while self._goes_on("}"):
            self._pair(path)
            self._blank()
            self._take(",")
            self._blank()

    def _goes_on(self, end: str) -> bool:
        return self._at < len(self._text) and not self._take(end)

    def _keys(self) -> list[str]:
        found = _DOTTED_KEY.match(self._text, self._at)
        dotted = found.group() if found else ""
        self._at += len(dotted)
        return [_plain(key) for key in _KEY.findall(dotted)]

    def _set(self, path: KeyPath, line: int) -> None:
        self.lines.setdefault(path, line)

    def _line(self) -> int:
        return bisect_right(self._feeds, self._at - 1) + 1 if self._at else 1

    def _blank(self) -> None:
        blank = _BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at

    def _take(self, sign: str) -> bool:
        if not self._text.startswith(sign, self._at):
            return False
        self._at += len(sign)
        return True


def _plain(key: str) -> str:
    """A key without its quotes and escapes."""
    if key[0] not in "\"'":
        return key
    return str(tomllib.loads(f"key = {key}")["key"])
