"""What nobody may see while it is typed, and what never stands among the arguments."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from tallydesk.cli.ending import Ended, ExitCode

_LARGEST = 4_096
"""Octets of a file with one passphrase or PIN."""


def hidden(prompts: Sequence[str], files: Sequence[Path], option: str, *, twice: bool) -> list[str]:
    """One line for each prompt, typed unseen, or the first line of each file of `option`.

    `twice` asks for each again, as when something new is chosen. Raises Ended, OSError.
    """
    if files:
        if len(files) != len(prompts):
            raise Ended(
                f"{option} is given {len(files)} times; {len(prompts)} are needed, "
                "one file for each.",
                ExitCode.USAGE,
            )
        return [_first_line(path) for path in files]
    if not sys.stdin.isatty():
        raise Ended(
            f"there is no terminal to type on unseen; give {option} instead.", ExitCode.USAGE
        )
    return [
        click.prompt(prompt, hide_input=True, confirmation_prompt=twice, err=True)
        for prompt in prompts
    ]


def _first_line(path: Path) -> str:
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    lines = content.decode("utf-8-sig", "replace").splitlines()
    if len(content) > _LARGEST or len(lines) != 1 or "\ufffd" in lines[0]:
        raise Ended(
            f"“{path}” is not one line of text in UTF-8; name a file with nothing else in it.",
            ExitCode.BAD_INPUT,
        )
    return lines[0]
