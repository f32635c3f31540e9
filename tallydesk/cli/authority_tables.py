"""Reading what the authority hands to its commands: tables, and folders of enrolments."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tallydesk.cli.ending import Ended, ExitCode
from tallydesk.cli.progress import Progress

if TYPE_CHECKING:
    from tallydesk.authority.enrolments import Enrolments
    from tallydesk.authority.roster import Commission, File, RosterMistakes

_LARGEST_TABLE = 16_000_000
"""Octets of a roster; one of 40,000 members has 3,000,000."""


def read_table(path: Path) -> File:
    """A table as it stands. Raises Ended, OSError."""
    from tallydesk.authority.roster import File

    with path.open("rb") as file:
        content = file.read(_LARGEST_TABLE + 1)
    if len(content) > _LARGEST_TABLE:
        raise Ended(
            f"“{path}” is longer than {_LARGEST_TABLE} octets, which no roster is.",
            ExitCode.BAD_INPUT,
        )
    return File(str(path), content)


def told_mistakes(found: RosterMistakes) -> Ended:
    """Tell every mistake, a line each; what is returned ends the command."""
    for each in found.mistakes:
        click.echo(str(each))
    count = len(found.mistakes)
    said = "1 mistake" if count == 1 else f"{count} mistakes"
    return Ended(f"the tables have {said}; nothing was issued.", ExitCode.BAD_INPUT)


def read_folder(folder: Path, commissions: Sequence[Commission], root: bytes) -> Enrolments:
    """All enrolments in a folder. Raises OSError."""
    from tallydesk.authority.enrolments import ENDING, LARGEST_ENROLMENT, read_enrolments
    from tallydesk.authority.roster import File

    paths = sorted(path for path in folder.iterdir() if path.name.endswith(ENDING))
    progress = Progress(sys.stderr, len(paths))

    def files() -> Iterator[File]:
        for path in paths:
            with path.open("rb") as file:
                yield File(path.name, file.read(LARGEST_ENROLMENT + 1))
            progress.advance(1)

    try:
        return read_enrolments(files(), commissions, root)
    finally:
        progress.clear()
