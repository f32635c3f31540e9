"""`tallydesk check`: any number of protocols against a form."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import click

from tallydesk.assets import map_bytes, map_names, words
from tallydesk.batch.csv import Table, TableTrouble
from tallydesk.batch.map import MapMistakes, read_map
from tallydesk.batch.run import BadRow, Outcome, RowFindings, Summary, check_table
from tallydesk.cli.ending import ExitCode, ending
from tallydesk.cli.form import FORMS
from tallydesk.cli.kind import FORM, MAP, refuse_other
from tallydesk.cli.language import language_option
from tallydesk.cli.named_file import Shelf, read_named
from tallydesk.cli.progress import Progress
from tallydesk.counting.figures import Figures
from tallydesk.election.expression import Condition, Not
from tallydesk.election.expression_text import shown
from tallydesk.election.form import Form
from tallydesk.rules.diagnosis import Suggestion
from tallydesk.rules.finding import Finding
from tallydesk.rules.shown import shown_with_figures

MAPS = Shelf("map", ".map.toml", map_bytes, map_names)


@click.command(short_help="Check the figures of many protocols against a form.")
@click.argument("form")
@click.argument("figures", type=click.Path(path_type=Path))
@click.option(
    "--map", "map_", metavar="MAP", required=True, help="Which column is which figure: see below."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@language_option
def command(form: str, figures: Path, map_: str, *, as_json: bool, language: str) -> ExitCode:
    """Check each row of the CSV file FIGURES against the relations of FORM.

    FORM and MAP are the name of a shipped form or map, or the path of your own. The formats of
    both are described in resources/formats/form-v1.md.

    Exits with 1 when the figures of a row do not add up or papers and signatures differ, with 3
    when a row could not be read, with 4 when a file is missing.
    """
    # Pydantic takes longer to import than the rest together; --help goes without.
    from tallydesk.election.form_file import FormMistakes, read_form

    with ending(ExitCode.BAD_INPUT, FormMistakes, MapMistakes, TableTrouble):
        form_file = read_named(form, FORMS)
        refuse_other(form, form_file.data, FORM)
        read = read_form(form_file.data, form_file.name)
        map_file = read_named(map_, MAPS)
        refuse_other(map_, map_file.data, MAP)
        column_map = read_map(map_file.data, map_file.name, read)
        say = _json if as_json else _Telling(read, language).text
        with figures.open("rb") as stream:
            progress = Progress(sys.stderr, os.fstat(stream.fileno()).st_size)
            try:
                table = Table(stream, figures.name, column_map.delimiter, progress.advance)
                for outcome in check_table(read, column_map, table):
                    progress.clear()
                    sys.stdout.write(say(outcome))
            finally:
                progress.clear()
    # The last outcome is the summary, and it knows of every row.
    return _code(outcome, read)


_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
"""Made once: json.dumps would make an encoder for every row."""


def _code(outcome: Outcome, form: Form) -> ExitCode:
    serious = {each.code for each in form.relations if each.kind in ("arithmetic", "account")}
    match outcome:
        case Summary(unreadable=0, by_code=found):
            return ExitCode.FINDINGS if serious & found.keys() else ExitCode.FINE
        case _:
            return ExitCode.BAD_INPUT


def _json(outcome: Outcome) -> str:
    match outcome:
        case RowFindings(row, identity, findings):
            said: object = {
                "row": row,
                "id": identity,
                "findings": [_finding(each) for each in findings],
                "suggestions": [
                    {"slip": each.slip, "lines": each.lines} for each in outcome.suggestions
                ],
            }
        case BadRow() | Summary():
            said = asdict(outcome)
    return _ENCODE(said) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "kind": finding.kind,
        "lines": finding.lines,
        "left": finding.left,
        "right": finding.right,
        "difference": finding.difference,
    }


class _Telling:
    """The same for people, in one language."""

    def __init__(self, form: Form, language: str) -> None:
        self._words = words(language)
        self._relations = {relation.code: relation for relation in form.relations}
        self._language = language
        self._terms = {
            key.removeprefix("equation."): said
            for key, said in self._words.items()
            if key.startswith("equation.")
        }

    def text(self, outcome: Outcome) -> str:
        """Some lines of text, each with its line end."""
        match outcome:
            case RowFindings():
                return self._row(outcome)
            case BadRow(row, error):
                return f"{self._words['check.row'].format(row=row)}: {error}\n"
            case Summary():
                return self._summary(outcome)

    def _row(self, outcome: RowFindings) -> str:
        head = self._words["check.row"].format(row=outcome.row)
        lines = [f"{head}: {outcome.id}" if outcome.id else head]
        for finding in outcome.findings:
            relation = self._relations[finding.code]
            lines.append(f"  {finding.code}  {relation.title.said_in(self._language)}")
            lines.append(f"      {self._equation(relation.holds, outcome.figures)}")
            if finding.difference is not None:
                sides = self._words["check.sides"].format(
                    left=finding.left, right=finding.right, difference=finding.difference
                )
                lines.append(f"      {sides}")
        lines += [f"  {self._hint(each)}" for each in outcome.suggestions[:1]]
        return "".join(f"{line}\n" for line in lines)

    def _hint(self, suggestion: Suggestion) -> str:
        return self._words["slip.look"].format(
            places=", ".join(suggestion.lines), slip=self._words[f"slip.{suggestion.slip}"]
        )

    def _equation(self, holds: Condition, figures: Figures) -> str:
        # What was stated as the case to ask about is said as that case, not as its contrary.
        case = holds.of if isinstance(holds, Not) else holds
        return self._words["check.fails" if case is holds else "check.happens"].format(
            equation=shown(case, self._terms),
            figures=shown_with_figures(case, figures, self._terms),
        )

    def _summary(self, outcome: Summary) -> str:
        lines = [
            self._words["check.rows"].format(
                rows=outcome.rows, clean=outcome.clean, unreadable=outcome.unreadable
            )
        ]
        lines += self._counts("check.by_code", outcome.by_code)
        lines += self._counts("check.undecided", outcome.undecided)
        return "".join(f"{line}\n" for line in lines)

    def _counts(self, heading: str, counts: Mapping[str, int]) -> list[str]:
        if not counts:
            return []
        return [self._words[heading]] + [
            f"  {code}  {number}  {self._relations[code].title.said_in(self._language)}"
            for code, number in counts.items()
        ]
