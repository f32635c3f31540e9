"""Options of commands that look at the night on this laptop: where its data and its keys lie."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., object])


def data_dir_option(command: _Command) -> _Command:
    """The option `--data-dir`, handed to the command as `data_dir`."""
    return click.option(
        "--data-dir",
        type=click.Path(file_okay=False, path_type=Path),
        help="The folder with journal, keys and papers; without it, the system's own for your "
        "data.",
    )(command)


def keys_option(command: _Command) -> _Command:
    """The option `--keys`, handed to the command as `sticks`."""
    return click.option(
        "--keys",
        "sticks",
        metavar="DIR",
        multiple=True,
        type=click.Path(file_okay=False, path_type=Path),
        help="A folder with members' key files; several may be named. Else every stick that is in.",
    )(command)
