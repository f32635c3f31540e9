"""A table of figures as text, read row by row in constant memory whatever it holds."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from itertools import chain
from typing import BinaryIO

LONGEST_LINE = 1_000_000
"""Octets. What goes on longer without a line end is no table, and must not fill the memory."""

_BLOCK = 1 << 18
_FEW_COLUMNS = 12
_STRANGERS = (
    (b"\xff\xfe", "UTF-16; save it as CSV in UTF-8"),
    (b"\xfe\xff", "UTF-16; save it as CSV in UTF-8"),
    (b"PK\x03\x04", "a spreadsheet or another archive; export its sheet as CSV in UTF-8"),
    (b"%PDF", "a PDF; what is needed is a table as CSV in UTF-8"),
    (b"\x1f\x8b", "compressed; unpack it first"),
)


class TableTrouble(ValueError):
    """The table cannot be read at all, or no further."""


class Table:
    """The header and the rows of a CSV file.

    `width` is the number of columns. `damaged` is true from the block on that holds a NUL or is
    not UTF-8: such a row must be looked at with `damage` before any cell of it is believed.
    """

    def __init__(
        self,
        stream: BinaryIO,
        name: str,
        delimiter: str,
        advanced: Callable[[int], None] = lambda _octets: None,
    ) -> None:
        """Read the header of `stream`, called `name` in messages.

        `advanced` is told after each block how many octets were read. Raises TableTrouble, or
        OSError of the stream.
        """
        self.name = name
        self.delimiter = delimiter
        self.damaged = False
        self._stream = stream
        self._advanced = advanced
        self._lines_before = 0
        # Strict: a quote in the wrong place is an error, not a guess.
        self._reader = csv.reader(
            chain.from_iterable(self._blocks()), delimiter=delimiter, strict=True
        )
        self.header = self._read_header()
        self.width = len(self.header)

    @property
    def line(self) -> int:
        """The line of the file that was read last, from 1."""
        return self._reader.line_num

    def __iter__(self) -> Iterator[list[str]]:
        """The rows below the header, empty lines included as empty lists.

        csv.Error says that a row is no row; reading goes on with the next call unless the error is
        `endless`. Raises TableTrouble when there is no going on.
        """
        return self._reader

    def columns(self, names: Sequence[str]) -> tuple[int, ...]:
        """Where these columns stand, from 0. Raises TableTrouble that names all missing ones."""
        missing = [name for name in names if name not in self.header]
        twice = [name for name in names if self.header.count(name) > 1]
        if missing:
            raise TableTrouble(
                f"“{self.name}” lacks {_quoted(missing)}; its columns are {_quoted(self.header)}. "
                f"Name the columns in the map as the table does{self._other_delimiter()}."
            )
        if twice:
            raise TableTrouble(
                f"“{self.name}” has more than one column named {_quoted(twice)}; rename them so "
                "that the map can tell them apart."
            )
        return tuple(self.header.index(name) for name in names)

    def _other_delimiter(self) -> str:
        if self.width > 1:
            return ""
        for other in ";,\t|":
            if other in self.header[0]:
                said = "a tab" if other == "\t" else f"“{other}”"
                return f"; the delimiter seems to be {said}, not “{self.delimiter}”"
        return ""

    def _read_header(self) -> tuple[str, ...]:
        try:
            header = next((row for row in self._reader if row), None)
        except csv.Error as trouble:
            raise TableTrouble(f"the header of “{self.name}” cannot be read: {trouble}.") from None
        if header is None:
            raise TableTrouble(
                f"“{self.name}” is empty; the first line must name the columns, the next are rows."
            )
        if self.damaged and (reason := damage(header)):
            raise TableTrouble(f"the header of “{self.name}” {reason}.")
        return tuple(name.strip() for name in header)

    def _blocks(self) -> Iterator[StringIO]:
        """The text in pieces that end with a line, each piece read line by line by the caller."""
        rest = b""
        first = True
        while block := self._stream.read(_BLOCK):
            self._advanced(len(block))
            piece = rest + block
            if first:
                piece = self._without_mark(piece)
                first = False
            # Lines end with \n or, as on old systems, with \r alone.
            end = max(piece.rfind(b"\n"), piece.rfind(b"\r") if b"\n" not in piece else -1) + 1
            rest = piece[end:]
            if len(rest) > LONGEST_LINE:
                raise TableTrouble(
                    f"a line of “{self.name}” goes on for more than {LONGEST_LINE} octets; this is "
                    "no table with a line for each row, and reading stopped here."
                )
            if end:
                yield StringIO(self._text(piece[:end]), newline="")
        if rest:
            yield StringIO(self._text(rest), newline="")

    def _without_mark(self, piece: bytes) -> bytes:
        for mark, stranger in _STRANGERS:
            if piece.startswith(mark):
                raise TableTrouble(f"“{self.name}” is {stranger}.")
        return piece.removeprefix(b"\xef\xbb\xbf")

    def _text(self, piece: bytes) -> str:
        if b"\0" in piece:
            self.damaged = True
        try:
            return piece.decode("utf-8")
        except UnicodeDecodeError:
            self.damaged = True
            return piece.decode("utf-8", "surrogateescape")


def endless(trouble: csv.Error) -> bool:
    """Whether a quote was opened and never closed, so that all rows after it were swallowed."""
    return str(trouble).startswith(("field larger than", "unexpected end"))


def damage(row: Sequence[str]) -> str | None:
    """What is wrong with the characters of a row, None when nothing is."""
    text = "".join(row)
    if "\0" in text:
        return "holds a NUL, which no text does; the file is damaged: export it again"
    if any("\ud800" <= character <= "\udfff" for character in text):
        return "is not UTF-8; save the file as CSV in UTF-8"
    return None


def _quoted(names: Sequence[str]) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:_FEW_COLUMNS])
    more = len(names) - _FEW_COLUMNS
    return f"{shown} and {more} more" if more > 0 else shown
