"""What nobody expected: written down, numbered, and said in plain words (requirement U25).

A windowed build has no standard error, so this is installed before anything else.
"""

from __future__ import annotations

import faulthandler
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from zlib import crc32

LOG = "trouble.log"


class Trouble:
    """Keeps `trouble.log` in the data folder. `tell` gets the number of each new entry."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOG
        self._file = self._path.open("a", encoding="utf-8")
        self.tell: Callable[[str], None] | None = None

    def install(self) -> None:
        """Listen to every exception that nobody caught, and to crashes of the process itself."""
        faulthandler.enable(self._file)
        sys.excepthook = self.happened

    def close(self) -> None:
        """Give the file back; Python's own way of telling is back, too."""
        faulthandler.disable()
        sys.excepthook = sys.__excepthook__
        self._file.close()

    def happened(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Write an exception down and tell its number. What was saved stays as it is."""
        from traceback import format_exception

        text = "".join(format_exception(kind, error, trace))
        number = f"{crc32(text.encode()):08X}"
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        self._file.write(f"{moment} {number}\n{text}\n")
        self._file.flush()
        if sys.stderr is not None:
            sys.stderr.write(text)
        if self.tell is not None:
            self.tell(number)
