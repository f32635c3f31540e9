"""How far a long command is, on a terminal."""

from __future__ import annotations

from typing import TextIO

_CELLS = 40
_ALL = 100


class Progress:
    """A bar on one line of a terminal; on anything else, and without a total, nothing at all.

    `total` and `advance` count in the same unit, such as octets.
    """

    def __init__(self, stream: TextIO, total: int) -> None:
        self._stream = stream
        self._total = total if stream.isatty() else 0
        self._done = 0
        self._percent = -1

    def advance(self, by: int) -> None:
        """Draw the bar anew when it has become longer."""
        self._done += by
        if not self._total:
            return
        percent = min(_ALL, self._done * _ALL // self._total)
        if percent > self._percent:
            self._percent = percent
            filled = percent * _CELLS // _ALL
            bar = "#" * filled + "." * (_CELLS - filled)
            self._write(f"\r[{bar}] {percent:3d} %")

    def clear(self) -> None:
        """Take the bar away, before a line of text and at the end; the next advance draws again."""
        if self._total and self._percent >= 0:
            self._percent = -1
            self._write("\r" + " " * (_CELLS + len("[] 100 %")) + "\r")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
