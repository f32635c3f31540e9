"""`tallydesk package`: looks at election packages, and at the definitions of elections."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from tallydesk.assets import AssetMissing, form_bytes, package_bytes, toml_names
from tallydesk.cli.ending import ExitCode
from tallydesk.cli.kind import DEFINITION, PACKAGE, kind_of, refuse_other
from tallydesk.cli.named_file import LARGEST, Named, Shelf, read_named
from tallydesk.cli.validation import Validation
from tallydesk.election.definition import Definition


def _package_names() -> tuple[str, ...]:
    return toml_names("packages")


PACKAGES = Shelf("package", ".toml", package_bytes, _package_names)

_FORM_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


@click.group(name="package")
def command() -> None:
    """Look at an election package, or name its mistakes."""


@command.command(name="validate")
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def validate(file: str, *, as_json: bool) -> ExitCode:
    """Name every mistake in the package FILE, with its line and key.

    FILE is the path of a package, or the name of a shipped one. A definition, which is an election
    without a station, is known by its content and validated as one. A form that does not ship is
    looked for beside FILE. The format is described in resources/formats/form-v1.md.

    Exits with 3 when there is a mistake, with 4 when the file is missing. With --json each
    mistake is {"line", "key", "mistake"}, and the last line is {"package", "mistakes", "contests",
    "candidates", "members", "boxes"}, of a definition {"definition", "mistakes", "contests",
    "candidates"}; all but the first two are null when there are mistakes.
    """
    named = read_named(file, PACKAGES)
    refuse_other(file, named.data, PACKAGE, DEFINITION)
    if kind_of(named.data) == DEFINITION:
        return _definition(file, named, as_json=as_json)
    return _package(file, named, as_json=as_json)


def _package(file: str, named: Named, *, as_json: bool) -> ExitCode:
    from tallydesk.election.package_file import PackageMistakes
    from tallydesk.workflow.opening import read_shipped

    counted = ("contests", "candidates", "members", "boxes")
    telling = Validation("package", file, named.name, counted, as_json=as_json)
    try:
        package = read_shipped(named.data, forms_for(named), datetime.now(UTC), name=named.name)
    except PackageMistakes as error:
        return telling.bad(error)
    more = {"members": len(package.members), "boxes": len(package.station.boxes)}
    return telling.good({**_counts(package.definition), **more})


def _definition(file: str, named: Named, *, as_json: bool) -> ExitCode:
    from tallydesk.election.definition_file import DefinitionMistakes, read_definition

    counted = ("contests", "candidates")
    telling = Validation("definition", file, named.name, counted, as_json=as_json)
    try:
        definition = read_definition(named.data, form_bytes=forms_for(named), name=named.name)
    except DefinitionMistakes as error:
        return telling.bad(error)
    return telling.good(_counts(definition))


def forms_for(package: Named) -> Callable[[str], bytes]:
    """The forms that a package may name: those that ship, and those that lie beside its file.

    What ships goes first: no file beside a package takes the place of a law that was checked.
    """

    def form_file(name: str) -> bytes:
        try:
            return form_bytes(name)
        except AssetMissing:
            if package.path is None or not _FORM_NAME.fullmatch(name):
                raise
            return _at_most(package.path.with_name(f"{name}.toml"))

    return form_file


def _at_most(path: Path) -> bytes:
    """A form; of a file that is too long an octet more, for the reader of forms to refuse."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _counts(definition: Definition) -> dict[str, int]:
    candidates = sum(len(contest.candidates) for contest in definition.contests)
    return {"contests": len(definition.contests), "candidates": candidates}
