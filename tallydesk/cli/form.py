"""`tallydesk form`: looks at results forms."""

from __future__ import annotations

import json

import click

from tallydesk.assets import form_bytes
from tallydesk.cli.ending import ExitCode
from tallydesk.cli.named_file import Named, read_named


@click.group(name="form")
def command() -> None:
    """Look at a results form, or name its mistakes."""


@command.command(name="validate")
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def validate(file: str, *, as_json: bool) -> ExitCode:
    """Name every mistake in the form FILE, with its line and key.

    FILE is the path of a form, or the name of a shipped one. The format is described in
    resources/formats/form-v1.md.

    Exits with 3 when there is a mistake, with 4 when the file is missing. With --json each
    mistake is {"line", "key", "mistake"}, and the last line is {"form", "mistakes", "lines",
    "relations"}; the last two are null when there are mistakes.
    """
    named = read_named(file, "form", ".toml", form_bytes)
    return _in_json(named) if as_json else _in_words(named, file)


def _in_words(named: Named, file: str) -> ExitCode:
    # Pydantic takes longer to import than the rest of the command line together.
    from tallydesk.election.form_file import FormMistakes, read_form

    try:
        form = read_form(named.data, named.name)
    except FormMistakes as error:
        for mistake in error.mistakes:
            key = f" {mistake.key}:" if mistake.key else ""
            click.echo(f"{file}:{mistake.line}:{key} {mistake.sentence}")
        count = len(error.mistakes)
        said = "1 mistake" if count == 1 else f"{count} mistakes"
        click.echo(f"tallydesk: the form “{named.name}” has {said}.", err=True)
        return ExitCode.BAD_INPUT
    click.echo(f"{file}: {len(form.lines)} lines, {len(form.relations)} relations, no mistake")
    return ExitCode.FINE


def _in_json(named: Named) -> ExitCode:
    from tallydesk.election.form_file import FormMistakes, read_form

    try:
        form = read_form(named.data, named.name)
    except FormMistakes as error:
        for mistake in error.mistakes:
            _say(line=mistake.line, key=mistake.key, mistake=mistake.sentence)
        _say(form=named.name, mistakes=len(error.mistakes), lines=None, relations=None)
        return ExitCode.BAD_INPUT
    _say(form=named.name, mistakes=0, lines=len(form.lines), relations=len(form.relations))
    return ExitCode.FINE


def _say(**fields: str | int | None) -> None:
    click.echo(json.dumps(fields, ensure_ascii=False))
