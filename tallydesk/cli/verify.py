"""`tallydesk verify`: what PDFs, pictures of pages and texts of codes prove, and what not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from tallydesk.assets import words
from tallydesk.cli.ending import ExitCode, ending
from tallydesk.cli.language import language_option
from tallydesk.cli.named_file import read_small
from tallydesk.signing.codes import long_digest
from tallydesk.signing.practice import RootRefused, practice_root
from tallydesk.signing.trust import LARGEST_TRUST, Trust, trust_from
from tallydesk.verification.inputs import LARGEST_FILE, Input
from tallydesk.verification.report import Drafted, Note, Report, Shown
from tallydesk.verification.showing import moment_shown
from tallydesk.verification.verify import verify

LOST = "no-such-file"
"""The note on an input that could not be opened."""


@click.command(short_help="Check signed protocols: PDFs, pictures of pages, texts of codes.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--trust",
    "trust_path",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The authority's trust file, or its root key or certificate (PEM).",
)
@click.option("--practice", is_flag=True, help="Accept practice records.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@language_option
def command(
    paths: tuple[str, ...],
    trust_path: Path | None,
    *,
    practice: bool,
    as_json: bool,
    language: str,
) -> ExitCode:
    """Check each PATH: a PDF, a picture of pages, or a text file with a code a line.

    The codes of all files are put together first: a protocol may be spread over several pictures.
    A valid code proves who signed these figures and that the copy is unchanged. It does not prove
    that the ballots were counted right.

    Exits with 0 when every file is valid (with --practice also valid for practice), else with 1;
    with 3 when a file cannot be read, with 4 when one is missing.
    """
    root = practice_root().point
    with ending(ExitCode.BAD_INPUT, RootRefused):
        trust = trust_at(trust_path, root)
    inputs: list[Input] = []
    lost: dict[int, Report] = {}
    for place, path in enumerate(paths):
        try:
            inputs.append(Input(path, _content(Path(path))))
        except OSError as error:
            note = Note(LOST, {"what": error.strerror or type(error).__name__})
            lost[place] = Report(path, "unreadable", (note,), None)
    judged = iter(verify(inputs, practice_root=root, trust=trust, allow_practice=practice))
    reports = [lost.get(place) or next(judged) for place in range(len(paths))]
    said = words(language)
    for report in reports:
        sys.stdout.write(_json(report, said) if as_json else _text(report, said))
    if not as_json:
        sys.stdout.write(said["answer.proof"] + "\n")
    return max(ExitCode.INPUT_OUTPUT if lost else ExitCode.FINE, *_codes(reports, practice))


def trust_at(path: Path | None, practice_point: bytes) -> Trust | None:
    """What the authority published, from a file. Raises RootRefused, Ended, OSError."""
    if path is None:
        return None
    return trust_from(read_small(path, "trust file", LARGEST_TRUST), practice_point)


def _content(path: Path) -> bytes:
    """A file's octets; of a file that is too long one octet more than is ever read."""
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def _codes(reports: list[Report], practice: bool) -> Iterator[ExitCode]:  # noqa: FBT001  # the option
    for report in reports:
        if report.answer == "unreadable":
            yield ExitCode.BAD_INPUT
        elif report.answer == "valid" or (practice and report.answer == "valid-practice"):
            yield ExitCode.FINE
        else:
            yield ExitCode.FINDINGS


def _json(report: Report, said: Mapping[str, str]) -> str:
    shown = report.shown
    row: dict[str, object] = {
        "input": report.input,
        "answer": report.answer,
        "reason": report.reason(said),
        "notes": [note.code for note in report.notes],
        "station": shown.station if shown else "",
        "contest": shown.contest if shown else "",
        "figures": dict(shown.lines) if shown else {},
        "votes": dict(shown.votes) if shown else {},
        "names": dict(shown.names) if shown else {},
        "stances": [
            {"name": each.name, "office": each.office, "stance": each.stance.name.lower()}
            for each in (shown.stances if shown else ())
        ],
        "variances": list(shown.variances) if shown else [],
        "version": shown.version if shown else None,
        "digest": long_digest(shown.digest) if shown else "",
        "draft": _draft(report.draft) if report.draft else None,
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


def _text(report: Report, said: Mapping[str, str]) -> str:
    if any(note.code == LOST for note in report.notes):
        # Nothing was read, so nothing about codes helps; the note says what to do.
        (note,) = report.notes
        return f"{report.input}: {said['answer.unreadable.title']}\n  {note.said(said)}\n\n"
    answer = f"answer.{report.answer}"
    lines = [f"{report.input}: {said[f'{answer}.title']}", f"  {said[f'{answer}.meaning']}"]
    lines += [f"  {note.said(said)}" for note in report.notes]
    if report.shown is not None:
        lines += _shown(report.shown, said)
    if report.draft is not None:
        lines += _figures(report.draft, said["answer.draft"])
    lines.append(f"  {said[f'{answer}.todo']}")
    return "\n".join(lines) + "\n\n"


def _draft(draft: Drafted) -> dict[str, object]:
    """What nobody signed never stands among the figures."""
    return {
        "figures": dict(draft.lines),
        "votes": dict(draft.votes),
        "names": dict(draft.names),
        "digest": long_digest(draft.digest),
    }


def _figures(draft: Drafted, title: str) -> Iterator[str]:
    yield f"  {title}"
    yield f"  {long_digest(draft.digest)}"
    for line, figure in draft.lines.items():
        yield f"    {line:>8} {figure:>9}"
    for candidate, votes in draft.votes.items():
        yield f"    {votes:>9}  {draft.names.get(candidate, candidate)}"


def _shown(shown: Shown, said: Mapping[str, str]) -> Iterator[str]:
    heading = (shown.station, shown.station_name, shown.title, moment_shown(shown.completed))
    yield "  " + ", ".join(part for part in heading if part)
    yield f"  {long_digest(shown.digest)}"
    for line, figure in shown.lines.items():
        yield f"    {line:>8} {figure:>9}"
    for candidate, votes in shown.votes.items():
        yield f"    {votes:>9}  {shown.names.get(candidate, candidate)}"
    for each in shown.stances:
        stance = said[f"stance.{each.stance.name.lower()}"]
        yield f"    {each.name}, {said[f'office.{each.office}']}: {stance}"
