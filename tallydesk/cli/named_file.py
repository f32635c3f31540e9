"""Arguments that are the name of something shipped, or the path of somebody's own file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tallydesk.assets import AssetMissing
from tallydesk.cli.ending import Ended, ExitCode

LARGEST = 1_000_000
"""Octets. No form, map or package is longer; what is, is something else."""


@dataclass(frozen=True, slots=True)
class Named:
    """A file's name without its ending, and its octets."""

    name: str
    data: bytes


def read_named(argument: str, what: str, ending: str, shipped: Callable[[str], bytes]) -> Named:
    """The file that an argument means: a path when it looks like one or exists, else a name.

    `what` is the noun for messages ("form"), `ending` the files' ending (".toml"). Raises Ended.
    """
    path = Path(argument)
    if len(path.parts) > 1 or argument.endswith(".toml") or path.exists():
        return Named(path.name.removesuffix(ending), read_small(path, what))
    try:
        return Named(argument, shipped(argument))
    except AssetMissing:
        raise Ended(
            f"there is neither a file nor a shipped {what} called “{argument}”.",
            ExitCode.INPUT_OUTPUT,
        ) from None


def read_small(path: Path, what: str) -> bytes:
    """A file of at most `LARGEST` octets; never reads more. Raises Ended or OSError."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Ended(
            f"“{path}” is longer than {LARGEST} octets, which no {what} is; name another file.",
            ExitCode.BAD_INPUT,
        )
    return data
