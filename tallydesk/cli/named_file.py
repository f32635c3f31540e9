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
    """A file's name without its ending, and its octets; `path` is None for a shipped one."""

    name: str
    data: bytes
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """What ships of one kind: the noun for messages, the files' ending, how to get at them."""

    what: str
    ending: str
    read: Callable[[str], bytes]
    names: Callable[[], tuple[str, ...]]


def read_named(argument: str, shelf: Shelf) -> Named:
    """The file that an argument means: a path when it looks like one or exists, else a name.

    Raises Ended, or OSError for a path.
    """
    path = Path(argument)
    if len(path.parts) > 1 or argument.endswith(".toml") or path.exists():
        return Named(path.name.removesuffix(shelf.ending), read_small(path, shelf.what), path)
    try:
        return Named(argument, shelf.read(argument))
    except AssetMissing:
        raise Ended(
            f"there is neither a file nor a shipped {shelf.what} called “{argument}”; "
            f"shipped are {', '.join(shelf.names())}.",
            ExitCode.INPUT_OUTPUT,
        ) from None


def read_small(path: Path, what: str, most: int = LARGEST) -> bytes:
    """A file of at most `most` octets; never reads more. Raises Ended or OSError."""
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise Ended(
            f"“{path}” is longer than {most} octets, which no {what} is; name another file.",
            ExitCode.BAD_INPUT,
        )
    return data
