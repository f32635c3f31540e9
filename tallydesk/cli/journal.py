"""`tallydesk journal`: shows, checks, hands on and restores the journal of a night."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from tallydesk.assets import words
from tallydesk.cli.ending import Ended, ExitCode, ending
from tallydesk.cli.language import language_option
from tallydesk.device.data_folder import DataFolder
from tallydesk.device.writing import write_whole
from tallydesk.election.mistake import Mistakes
from tallydesk.signing.codes import long_digest
from tallydesk.storage.export import ExportUnreadable, lines_of
from tallydesk.storage.looking import Looked, look_at
from tallydesk.storage.refusal import JournalRefused
from tallydesk.workflow.chain import GENESIS
from tallydesk.workflow.opening import read_again
from tallydesk.workflow.printed_head import NoHead, read_head, spoken_of
from tallydesk.workflow.session import Session
from tallydesk.workflow.telling import Telling

_SYSTEM = {"absent-folder", "busy", "full", "read-only", "unreadable"}
"""Why the disk, and not what lies on it, refuses."""


@click.group(name="journal")
def command() -> None:
    """Show, check, hand on or restore the journal of a night.

    PATH is a journal, a data folder, or an export. Nothing of it is ever changed.
    """


@command.command(name="show")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@language_option
def show(path: Path, language: str, *, as_json: bool) -> ExitCode:
    """Print each event up to the first break: number, time at the station, member, what happened.

    Exits with 1 when the journal breaks, which is then named.
    """
    looked = _looked(path, language)
    telling = _telling(looked, language)
    for entry, happening in looked.examined.events:
        what, member = telling.happening(happening), telling.member(entry.member)
        if as_json:
            row = {
                "number": entry.number,
                "at": entry.at.isoformat(timespec="milliseconds"),
                "member": entry.member,
                "name": member if entry.member else "",
                "kind": entry.kind,
                "what": what,
            }
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        else:
            sys.stdout.write(f"{entry.number:>5}  {telling.wall(entry.at)}  {member}: {what}\n")
    for sentence in _breaks(looked, telling):
        click.echo(f"tallydesk: {sentence}", err=True)
    return ExitCode.FINE if looked.holds else ExitCode.FINDINGS


@command.command(name="verify")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--head",
    "heads",
    metavar="TEXT",
    multiple=True,
    help="A journal head printed elsewhere, in four or eight groups of four letters; repeatable.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@language_option
def verify(path: Path, heads: tuple[str, ...], language: str, *, as_json: bool) -> ExitCode:
    """Check file, chain and content of a journal or an export, and compare it with prints.

    Exits with 0 when all holds and every head is the journal's, else with 1.
    """
    with ending(ExitCode.USAGE, NoHead):
        wanted = [(head, read_head(head)) for head in heads]
    looked = _looked(path, language)
    telling, said = _telling(looked, language), words(language)
    sound = len(looked.examined.events)
    held = looked.entries[:sound]
    found = [(head, spoken_of(held, letters)) for head, letters in wanted]
    head = long_digest(held[-1].digest if held else GENESIS)
    breaks = list(_breaks(looked, telling))
    if as_json:
        fault = looked.examined.fault
        row = {
            "journal": str(path),
            "events": len(looked.entries),
            "sound": sound,
            "head": head,
            "fault": fault
            and {"number": fault.number, "differs": fault.differs, "why": fault.why or ""},
            "said": breaks,
            "heads": [{"head": text, "number": number} for text, number in found],
        }
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    else:
        lines = breaks or [
            said["journal.whole"].format(count=sound, head=head),
            said["journal.cut"],
        ]
        for _, number in found:
            known = "unknown" if number is None else "found"
            lines.append(said[f"journal.head-{known}"].format(number=number))
        sys.stdout.write("\n".join(lines) + "\n")
    whole = looked.holds and sound > 0 and all(number is not None for _, number in found)
    return ExitCode.FINE if whole else ExitCode.FINDINGS


@command.command(name="export")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; without it, standard output.",
)
@language_option
def export(path: Path, out: Path | None, language: str) -> ExitCode:
    """Write every entry as a line of JSON, which anybody can check and `verify` reads.

    The format is resources/formats/journal-v1.md. The entries are written as they stand, broken
    or not; exits with 1 when they break.
    """
    looked = _looked(path, language)
    text = "".join(f"{line}\n" for line in lines_of(looked.entries))
    octets = text.encode("utf-8", "backslashreplace")
    if out is None:
        sys.stdout.write(octets.decode())
    else:
        if out.exists() and out.resolve() == _file(path).resolve():
            raise Ended(f"“{out}” is the journal itself; name another file.", ExitCode.USAGE)
        write_whole(out.absolute(), octets)
    for sentence in _breaks(looked, _telling(looked, language)):
        click.echo(f"tallydesk: {sentence}", err=True)
    return ExitCode.FINE if looked.holds else ExitCode.FINDINGS


@command.command(name="papers")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the papers; it is made when missing.",
)
@click.option(
    "--superseded-by",
    "later",
    metavar="COPY",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A copy of the record that replaces one: its PDF, a picture, or its codes as text.",
)
@click.option(
    "--trust",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The authority's trust file, which an official copy is checked against.",
)
@language_option
def papers(
    path: Path, out: Path, later: tuple[Path, ...], trust: Path | None, language: str
) -> ExitCode:
    """Write the signed protocols of a night once more, with their codes, up to the first break.

    One that a later record replaced says SUPERSEDED across every page and names that record.
    Exits with 1 when the journal breaks or nothing in it is signed.
    """
    from tallydesk.device.outbox import FolderOutbox
    from tallydesk.workflow.examination import session_of
    from tallydesk.workflow.papers import save_kept

    looked = _looked(path, language)
    session = session_of(looked.examined)
    saved: list[str] = []
    if session is not None:
        replaced = dict(_replaced(each, session, trust) for each in later)
        saved = save_kept(session, FolderOutbox(out), replaced)
    for each in saved:
        sys.stdout.write(f"{each}\n")
    for sentence in _breaks(looked, _telling(looked, language)):
        sys.stderr.write(sentence + "\n")
    if not saved:
        sys.stderr.write(words(language)["journal.nothing-signed"] + "\n")
    return ExitCode.FINE if saved and looked.holds else ExitCode.FINDINGS


def _replaced(path: Path, session: Session, trust: Path | None) -> tuple[str, bytes]:
    """The contest of a later record and its digest, from a copy of it. Raises Ended, OSError."""
    from tallydesk.cli.verify import trust_at
    from tallydesk.signing.practice import practice_root
    from tallydesk.verification.inputs import LARGEST_FILE, Input
    from tallydesk.workflow.refusal import RefusedError
    from tallydesk.workflow.superseding import later_record

    trusted, spoken = trust_at(trust, practice_root().point), words("en")
    with path.open("rb") as file:
        given = Input(str(path), file.read(LARGEST_FILE + 1))
    try:
        return later_record(given, session, trusted, spoken)
    except RefusedError as refused:
        said = spoken[f"refusal.{refused.code}"].format(**refused.facts)
        raise Ended(said, ExitCode.BAD_INPUT) from refused


@command.command(name="restore")
@click.argument("copy", type=click.Path(path_type=Path))
@click.option(
    "--data-dir",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The data folder whose journal is broken.",
)
@language_option
def restore(copy: Path, data_dir: Path, language: str) -> ExitCode:
    """Put COPY, a journal or an export, in the place of the broken journal in a data folder.

    The copy has to hold and to be of the same night. The broken journal is kept whole in the
    folder “earlier”; keys and papers stay where they are.
    """
    from tallydesk.device.data_folder import data_folder
    from tallydesk.device.instance import only_instance
    from tallydesk.storage.restoration import CopyRefused, restore_night

    if not data_dir.is_dir():
        raise Ended(
            f"there is no folder “{data_dir}”; name the data folder.", ExitCode.INPUT_OUTPUT
        )
    # Before the data folder is held: a slip of the pen leaves no trace there.
    with _file(copy).open("rb"):
        folder = data_folder(data_dir)
    said = words(language)
    with only_instance(folder.root), _refusals(language), ending(ExitCode.FINDINGS, CopyRefused):
        restored = restore_night(
            _file(copy), folder.journal, read_again, Telling(said, language), datetime.now(UTC)
        )
    sys.stdout.write(said["journal.restored"].format(count=restored.events) + "\n")
    if restored.aside is not None:
        sys.stdout.write(said["journal.kept"].format(folder=restored.aside) + "\n")
    if restored.left_out:
        sys.stdout.write(said["journal.left-out"].format(count=restored.left_out) + "\n")
    return ExitCode.FINE


def _file(path: Path) -> Path:
    """The journal in a data folder, or the file itself."""
    return DataFolder(path).journal if path.is_dir() else path


def _looked(path: Path, language: str) -> Looked:
    with _refusals(language):
        return look_at(_file(path), read_again)


@contextmanager
def _refusals(language: str) -> Iterator[None]:
    """What cannot even be looked at ends the command, with the code of its kind."""
    try:
        with ending(ExitCode.BAD_INPUT, ExportUnreadable):
            yield
    except JournalRefused as refused:
        bad = refused.reason not in _SYSTEM
        code = ExitCode.BAD_INPUT if bad else ExitCode.INPUT_OUTPUT
        raise Ended(str(refused), code) from refused
    except Mistakes as mistakes:
        said = words(language)["journal.package-strange"]
        raise Ended(said.format(mistake=mistakes.mistakes[0]), ExitCode.BAD_INPUT) from mistakes


def _telling(looked: Looked, language: str) -> Telling:
    plan = looked.examined.plan
    return Telling(words(language), language, plan.package if plan else None)


def _breaks(looked: Looked, telling: Telling) -> Iterator[str]:
    """Sentences for what is wrong, and what to do about it."""
    said = telling.words
    if looked.refused is not None:
        # The detail begins with the name of the table or trigger.
        yield said["journal.file"].format(name=looked.refused.detail.partition(" ")[0])
    if looked.examined.fault is not None:
        yield telling.fault(looked.examined.fault)
    if not looked.holds:
        yield said["journal.ways"]
    elif not looked.entries:
        yield said["journal.empty"]
