"""`tallydesk run`: the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from tallydesk.cli.ending import Ended, ExitCode, of_system
from tallydesk.cli.language import language_option

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
@language_option
def command(data_dir: Path | None, language: str, *, practice: bool) -> ExitCode:
    """Open the window and count a practice night, with the keyboard alone.

    The window starts where the last one stopped.
    """
    del practice  # The only mode there is; the option keeps scripts true when there are others.
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
        code = run(data_dir, language)
    except OSError as error:
        raise Ended(of_system(error), ExitCode.INPUT_OUTPUT) from error
    return ExitCode(code)
