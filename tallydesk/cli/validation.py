"""How a file with mistakes is told: for people as an editor opens it, for scripts in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import click

from tallydesk.cli.ending import Ended, ExitCode
from tallydesk.election.mistake import Mistakes


class Validation:
    """One file, `kind` being the noun for it, and how to speak of it.

    `file` is the argument as it was given, `name` the file's name without ending; `counted` names
    what a good file has a number of.
    """

    def __init__(
        self, kind: str, file: str, name: str, counted: tuple[str, ...], *, as_json: bool
    ) -> None:
        self._kind = kind
        self._file = file
        self._name = name
        self._counted = counted
        self._as_json = as_json

    def good(self, counts: Mapping[str, int]) -> ExitCode:
        """There is no mistake; what the file has, by the nouns of `counted`."""
        if self._as_json:
            _say({self._kind: self._name, "mistakes": 0, **counts})
        else:
            had = ", ".join(f"{noun} {count}" for noun, count in counts.items())
            click.echo(f"{self._file}: {had}, mistakes 0")
        return ExitCode.FINE

    def bad(self, found: Mistakes) -> ExitCode:
        """Tell every mistake, the data on standard output and how many on standard error."""
        if self._as_json:
            for each in found.mistakes:
                _say({"line": each.line, "key": each.key, "mistake": each.sentence})
            none = dict.fromkeys(self._counted)
            _say({self._kind: self._name, "mistakes": len(found.mistakes), **none})
        else:
            for line in mistake_lines(self._file, found):
                click.echo(line)
            click.echo(f"tallydesk: {counted(found)}.", err=True)
        return ExitCode.BAD_INPUT


def unusable(file: str, found: Mistakes) -> Ended:
    """The end of a command that cannot do anything with such a file; all mistakes are told."""
    lines = "\n".join(mistake_lines(file, found))
    return Ended(f"{counted(found)}:\n{lines}", ExitCode.BAD_INPUT)


def mistake_lines(file: str, found: Mistakes) -> Iterator[str]:
    """One line a mistake, `FILE:LINE: KEY: SENTENCE`; no line and no key for the file's own."""
    for each in found.mistakes:
        line = f"{each.line}:" if each.line else ""
        key = f" {each.key}:" if each.key else ""
        yield f"{file}:{line}{key} {each.sentence}"


def counted(found: Mistakes) -> str:
    """How many there are: “the form “village” has 2 mistakes”."""
    count = len(found.mistakes)
    said = "1 mistake" if count == 1 else f"{count} mistakes"
    return f"the {found.what} “{found.name}” has {said}"


def _say(fields: Mapping[str, str | int | None]) -> None:
    click.echo(json.dumps(fields, ensure_ascii=False))
