"""The language in which the command line speaks to people."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TypeVar

import click

from tallydesk.assets import LANGUAGES

_Command = TypeVar("_Command", bound=Callable[..., object])


def language_option(command: _Command) -> _Command:
    """The option `--language`, handed to the command as `language`."""
    return click.option(
        "--language",
        type=click.Choice(LANGUAGES),
        default=lambda: spoken(os.environ),
        show_default="as the system speaks, else en",
        help="Language of titles and messages.",
    )(command)


def spoken(environment: Mapping[str, str]) -> str:
    """The language of a POSIX environment, English when it is none of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            code = value[:2].lower()
            return code if code in LANGUAGES else "en"
    return "en"
