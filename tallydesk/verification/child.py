"""Has foreign files read in a child process, and stops it when it takes too much.

Parsers of PDFs and pictures are large, old and written in C; whoever sends a file chooses what
they meet. So they run elsewhere: `verification.worker`. One child reads many files; only one that
had to be stopped, or broke down, is replaced. It starts with the first file that needs it.
"""

from __future__ import annotations

import atexit
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock, Timer
from typing import IO, Protocol, Self, cast

from tallydesk.protocol import shape
from tallydesk.protocol.cbor import CborError, Item, decode
from tallydesk.protocol.shape import ShapeError
from tallydesk.verification.photo import CODES, PictureUnread
from tallydesk.verification.worker import (
    JOBS,
    LARGEST_ANSWER,
    LENGTH,
    NOT_READ,
    READ,
    READY,
    JobName,
)

FROZEN = "read-foreign-files"
"""The argument with which a frozen build starts itself as a child."""
STOPPED, MISSING = "reading-stopped", "reader-missing"

_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from tallydesk.verification.worker import main; sys.exit(main())"
)
_STARTING = 60
"""Seconds on the clock in which a child must be ready; a cold disk is slow."""
# Where the child itself counts processor time, the clock is only for one that sleeps.
_PATIENCE = 5 if hasattr(signal, "setitimer") else 1
_NUMBERS = {name: number for number, name in enumerate(JOBS)}


class Reader(Protocol):
    """Whoever reads foreign files."""

    def read(self, job: JobName, content: bytes) -> Item:
        """What the job finds in `content`. Raises PictureUnread, whose code names the reason."""
        ...


class InThisProcess:
    """Reads without a child and without limits, for files that one made oneself."""

    def read(self, job: JobName, content: bytes) -> Item:
        """What the job finds in `content`. Raises PictureUnread."""
        return JOBS[job].read(content)


class Child:
    """Reads in a child process that is started when first needed.

    `command` starts it, `patience` is how many times a job's seconds are waited on the clock.
    """

    def __init__(self, command: Sequence[str] = (), patience: int = _PATIENCE) -> None:
        self._command = tuple(command) or command_of(frozen=hasattr(sys, "frozen"))
        self._patience = patience
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def process_id(self) -> int | None:
        """The number of the process that reads; None when there is none."""
        return self._process.pid if self._process else None

    def read(self, job: JobName, content: bytes) -> Item:
        """What the job finds in `content`.

        Raises PictureUnread with the code that the job gives, `reading-stopped` when the child
        took too much time or memory or broke down, `reader-missing` when it could not be started.
        """
        head = bytes((_NUMBERS[job],)) + len(content).to_bytes(LENGTH, "big")
        with self._lock:
            process = self._alive() or self._started()
            try:
                with _Deadline(process, JOBS[job].seconds * self._patience) as deadline:
                    answer = _exchanged(process, (head, content))
                return _opened(b"" if deadline.passed else answer)
            except PictureUnread as unread:
                if unread.code == STOPPED:
                    self._end()
                raise

    def close(self) -> None:
        """End the child, if there is one."""
        with self._lock:
            self._end()

    def _alive(self) -> subprocess.Popen[bytes] | None:
        if self._process is not None and self._process.poll() is not None:
            self._end()
        return self._process

    def _started(self) -> subprocess.Popen[bytes]:
        try:
            process = subprocess.Popen(  # noqa: S603  # this program itself
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                start_new_session=True,
            )
        except OSError:
            raise PictureUnread(MISSING) from None
        self._process = process
        with _Deadline(process, _STARTING):
            ready = _pipes(process)[1].read(len(READY))
        if ready != READY:
            self._end()
            raise PictureUnread(MISSING)
        return process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            # What it was not given any more cannot be flushed.
            with suppress(OSError), process:
                pass


class _Deadline:
    """Kills a process when its time is over; `passed` says afterwards whether it was."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: int) -> None:
        self._process = process
        self._timer = Timer(seconds, self._kill)
        self.passed = False

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()

    def _kill(self) -> None:
        self.passed = True
        self._process.kill()


@cache
def shared() -> Child:
    """The one child of this program; it ends with it."""
    child = Child()
    atexit.register(child.close)
    return child


def command_of(*, frozen: bool) -> tuple[str, ...]:
    """What starts a child: the interpreter, or a frozen build itself."""
    if frozen:
        return (sys.executable, FROZEN)
    # Isolated: neither the folder one happens to be in nor the environment adds a module.
    return (sys.executable, "-I", "-c", _START, str(Path(__file__).resolve().parents[2]))


def _exchanged(process: subprocess.Popen[bytes], parts: Sequence[bytes]) -> bytes:
    """The answer; none at all when the child ended before, or says what it never would."""
    given, taken = _pipes(process)
    try:
        for part in parts:
            given.write(part)
        given.flush()
    except OSError:
        return b""
    length = int.from_bytes(taken.read(LENGTH), "big")
    # What is cut short is no CBOR either.
    return taken.read(length) if length <= LARGEST_ANSWER else b""


def _opened(answer: bytes) -> Item:
    """What was read. The child is not believed either: it has met the file."""
    try:
        fields = shape.keyed(
            decode(answer, most=LARGEST_ANSWER), "answer", frozenset(), frozenset((READ, NOT_READ))
        )
        if READ in fields:
            return fields[READ]
        code = shape.text(fields.get(NOT_READ, 0), "answer")
    except (CborError, ShapeError):
        code = STOPPED
    raise PictureUnread(code if code in CODES else STOPPED)


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    """What the child reads and what it writes; both were asked for."""
    return cast("tuple[IO[bytes], IO[bytes]]", (process.stdin, process.stdout))
