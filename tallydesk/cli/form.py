"""`tallydesk form`: looks at results forms."""

from __future__ import annotations

import click

from tallydesk.assets import form_bytes, form_names
from tallydesk.cli.ending import ExitCode
from tallydesk.cli.kind import FORM, refuse_other
from tallydesk.cli.named_file import Shelf, read_named
from tallydesk.cli.validation import Validation

FORMS = Shelf("form", ".toml", form_bytes, form_names)


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
    # Pydantic takes longer to import than the rest of the command line together.
    from tallydesk.election.form_file import FormMistakes, read_form

    named = read_named(file, FORMS)
    refuse_other(file, named.data, FORM)
    telling = Validation("form", file, named.name, ("lines", "relations"), as_json=as_json)
    try:
        form = read_form(named.data, named.name)
    except FormMistakes as error:
        return telling.bad(error)
    return telling.good({"lines": len(form.lines), "relations": len(form.relations)})
