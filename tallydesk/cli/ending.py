"""How a command ends: exit codes that scripts may rely on, and one sentence on standard error."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import click


class ExitCode(IntEnum):
    """The documented exit codes (requirement U34). Where several apply, the highest wins."""

    FINE = 0
    FINDINGS = 1
    """Findings were made, or something was refused."""
    USAGE = 2
    """The command was called in a way that it does not know."""
    BAD_INPUT = 3
    """An input was read and is damaged, contradictory or unsigned."""
    INPUT_OUTPUT = 4
    """A file is missing, or cannot be read or written."""
    FAULT = 70
    """A fault in tallydesk itself (EX_SOFTWARE of sysexits.h)."""
    STOPPED = 130
    """Stopped from the keyboard with Ctrl-C (128 + SIGINT, as shells count)."""


class Ended(Exception):
    """A command ends here: `message` is one sentence for people, `code` the exit code."""

    def __init__(self, message: str, code: ExitCode) -> None:
        super().__init__(message)
        self.message = message
        self.code = code

    def show(self) -> None:
        """Say the sentence on standard error, with the program's name before it."""
        click.echo(f"tallydesk: {self.message}", err=True)


@contextmanager
def ending(code: ExitCode, *kinds: type[Exception]) -> Iterator[None]:
    """Turn exceptions of these kinds, whose text is a sentence, into the end of the command.

    `with ending(ExitCode.BAD_INPUT, FormMistakes): form = read_form(...)`
    """
    try:
        yield
    except kinds as trouble:
        raise Ended(str(trouble), code) from trouble


_WHAT_NOW = {
    errno.ENOENT: "Check the name.",
    errno.ENOTDIR: "A part of the path is a file; check the name.",
    errno.EISDIR: "Name a file in it.",
    errno.EACCES: "Check the permissions.",
    errno.EPERM: "Check the permissions.",
    errno.EROFS: "Choose a folder that can be written.",
    errno.ENOSPC: "Make room on the disk, then try again.",
}


def of_system(trouble: OSError) -> str:
    """A sentence for what the operating system refused: which file, why, and what now.

    What tallydesk refuses itself is such a sentence already.
    """
    if type(trouble).__module__.startswith("tallydesk."):
        return str(trouble)
    reason = trouble.strerror or str(trouble) or type(trouble).__name__
    what_now = _WHAT_NOW.get(trouble.errno or 0)
    more = f". {what_now}" if what_now else ""
    if trouble.filename is None:
        return f"reading or writing failed: {reason}{more}"
    return f"“{trouble.filename}” cannot be used: {reason}{more}"
