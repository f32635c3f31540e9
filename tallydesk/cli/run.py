"""`tallydesk run`: the window."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tallydesk.cli.ending import Ended, ExitCode, of_system
from tallydesk.cli.language import language_option

if TYPE_CHECKING:
    from tallydesk.workflow.opening import PackageFile

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Variables of which Qt needs one on Linux; without any it would end the process hard."""


@click.command(name="run")
@click.option(
    "--practice",
    is_flag=True,
    help="Count an invented election. This version counts no other.",
)
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder with journal, keys and papers; without it, the system's own for your data.",
)
@click.option(
    "--package",
    metavar="FILE",
    help="The package that a new night counts: a path, or a shipped one's name; else “practice”.",
)
@language_option
def command(
    data_dir: Path | None, package: str | None, language: str, *, practice: bool
) -> ExitCode:
    """Open the window and count a practice night, with the keyboard alone.

    The window starts where the last one stopped. A package with mistakes opens none: they are
    named as `tallydesk package validate` names them, and the command exits with 3.
    """
    del practice  # The only mode there is; the option keeps scripts true when there are others.
    package_file = _usable(package) if package is not None else None
    if sys.platform.startswith("linux") and not any(map(os.environ.get, DISPLAYS)):
        raise Ended(
            "the window needs a display and there is none here. "
            "`tallydesk demo --out DIR` goes through a night without one.",
            ExitCode.INPUT_OUTPUT,
        )
    try:
        from tallydesk.app import run
    except ImportError as error:
        raise Ended(
            f"the window needs Qt and a system library of it is missing ({error}). "
            "`make setup` installs what is missing.",
            ExitCode.INPUT_OUTPUT,
        ) from error
    try:
        code = run(data_dir, language, package_file)
    except OSError as error:
        raise Ended(of_system(error), ExitCode.INPUT_OUTPUT) from error
    if code == ExitCode.STOPPED:
        raise KeyboardInterrupt
    return ExitCode(code)


def _usable(argument: str) -> PackageFile:
    """A package that a night can be opened with. Raises Ended, or OSError for a path."""
    from tallydesk.cli.kind import PACKAGE, refuse_other
    from tallydesk.cli.named_file import read_named
    from tallydesk.cli.package import PACKAGES, forms_for
    from tallydesk.cli.validation import unusable
    from tallydesk.election.package_file import PackageMistakes
    from tallydesk.workflow.opening import PackageFile, read_shipped

    named = read_named(argument, PACKAGES)
    refuse_other(argument, named.data, PACKAGE)
    file = PackageFile(named.name, named.data, forms_for(named))
    try:
        read_shipped(file.data, file.form_bytes, datetime.now(UTC), name=file.name)
    except PackageMistakes as mistakes:
        raise unusable(argument, mistakes) from mistakes
    return file
