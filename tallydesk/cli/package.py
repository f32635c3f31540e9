"""`tallydesk package`: looks at election packages, and at the definitions of elections."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from tallydesk.cli.ending import ExitCode
from tallydesk.cli.kind import DEFINITION, PACKAGE, kind_of, refuse_other
from tallydesk.cli.named_file import Named, read_named
from tallydesk.cli.station_package import PACKAGES, forms_for, package_named
from tallydesk.cli.validation import Validation
from tallydesk.election.definition import Definition


@click.group(name="package")
def command() -> None:
    """Look at an election package, or save its blank papers."""


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


@command.command(name="papers")
@click.argument("file")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder that the papers are saved to.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def papers(file: str, out: Path, *, as_json: bool) -> ExitCode:
    """Save the blank papers of the package FILE, to be printed before the day.

    Blank forms of the protocol, tally sheets, forms of the acts and the sheet of keys, in the
    package's official language. FILE is as for `validate`, or a package of the authority (.tdp);
    its signature is not checked here, and each page names the package it was made from.

    Prints the path of each paper, with --json {"paper", "file"}. A paper that is there already is
    not written again. Exits with 3 when the package has a mistake, with 4 when nothing was saved.
    """
    from tallydesk.device.outbox import FolderOutbox
    from tallydesk.workflow.morning import save_pack

    for path in save_pack(package_named(file), FolderOutbox(out)):
        said = {"paper": Path(path).name, "file": path}
        click.echo(json.dumps(said, ensure_ascii=False) if as_json else path)
    return ExitCode.FINE


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


def _counts(definition: Definition) -> dict[str, int]:
    candidates = sum(len(contest.candidates) for contest in definition.contests)
    return {"contests": len(definition.contests), "candidates": candidates}
