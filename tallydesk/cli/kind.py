"""What a TOML file is, told by its content: people name files as they like."""

from __future__ import annotations

from tallydesk.cli.ending import Ended, ExitCode
from tallydesk.election.toml_source import UnreadableError, open_source

FORM, MAP, PACKAGE, DEFINITION = "form", "map", "package", "definition"

_TELLING = {
    PACKAGE: {"election", "station", "station_secret", "hours", "members", "policy", "purpose"},
    FORM: {"sections", "relations", "certifies", "original", "law"},
    MAP: {"delimiter", "shared", "givens", "candidates"},
    DEFINITION: {"day", "source", "notes", "contests"},
}
"""Keys at the top of a file that no other kind has, or that no other is told by."""

_NEXT = {
    FORM: "“tallydesk form validate” names its mistakes",
    MAP: "“tallydesk check” reads it with --map",
    PACKAGE: "“tallydesk package validate” names its mistakes",
    DEFINITION: "“tallydesk package validate” names its mistakes",
}


def kind_of(data: bytes) -> str | None:
    """The kind most of whose keys stand at the top; None for no TOML, and for one without any."""
    try:
        table = open_source(data).table
    except UnreadableError:
        return None
    found = {kind: len(telling & table.keys()) for kind, telling in _TELLING.items()}
    # Both have lines: a form describes each, a map names a column for it.
    if "lines" in table:
        found[MAP if isinstance(table["lines"], dict) else FORM] += 1
    kind = max(found, key=lambda each: found[each])
    return kind if found[kind] else None


def refuse_other(file: str, data: bytes, *wanted: str) -> None:
    """End when the file is clearly of another kind: its mistakes would be about something else.

    What cannot be told goes through, for a reader to name what is wrong with it. Raises Ended.
    """
    kind = kind_of(data)
    if kind is not None and kind not in wanted:
        raise Ended(f"“{file}” is a {kind}, not a {wanted[0]}; {_NEXT[kind]}.", ExitCode.BAD_INPUT)
