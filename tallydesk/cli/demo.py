"""`tallydesk demo`: a whole practice night without a window, written out and verified."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tallydesk.cli.ending import Ended, ExitCode, of_system
from tallydesk.version import VERSION

if TYPE_CHECKING:
    from tallydesk.signing.trust import Trust
    from tallydesk.verification.report import Report
    from tallydesk.workflow.session import Session

NIGHT = datetime(2026, 10, 11, 15, 1, tzinfo=UTC)
"""When the demonstration begins, a minute after the close: the same in every run."""

CLOSE = NIGHT.replace(minute=0)
JOURNAL = "demo.sqlite"
TRUST, ROOT, PACKAGE = "demo.trust", "demo-root.pem", "demo.tdp"
STICKS = "demo-keys"


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Names of the files in the folder, and what the verifier says of them."""

    session: Session
    pdf: str
    codes: str
    reports: tuple[Report, ...]


@click.command(name="demo")
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder that the papers and the journal go to; it is made when missing.",
)
@click.option(
    "--throwaway-authority",
    "official",
    is_flag=True,
    help="Play an official night, with an authority made on the spot.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(out: Path, *, official: bool, as_json: bool) -> ExitCode:
    """Go through a whole practice night without a window.

    The same functions as the app, over a real journal, with invented figures and people and a
    fixed clock: six members, one of whom refuses and one attaches an opinion, and one honest
    difference with its explanation. Writes the protocol, its codes, the slip and the journal into
    the folder, verifies them and prints a summary.

    With --throwaway-authority the same night is official: root, trust file, signed package, letter
    and the members' own keys are made on the spot, and the trust file and the root's certificate
    are written too. Names and station stay invented, and nothing of it is a result.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out, prefix=".demo-") as scratch:
            outcome = _play_official(Path(scratch)) if official else _play(Path(scratch))
            _move(Path(scratch), out)
    except OSError as error:
        raise Ended(of_system(error), ExitCode.INPUT_OUTPUT) from error
    answer = outcome.reports[0].answer
    if as_json:
        told = {"pdf": outcome.pdf, "codes": outcome.codes, "journal": JOURNAL, "answer": answer}
        authority = {"trust": TRUST, "root": ROOT} if official else {}
        click.echo(json.dumps(told | authority))
    else:
        _say(outcome, out)
    wanted = "valid" if official else "valid-practice"
    agreed = all(report.answer == wanted for report in outcome.reports)
    return ExitCode.FINE if agreed else ExitCode.FINDINGS


def _play(folder: Path) -> _Outcome:
    from tallydesk.assets import form_bytes, read_bytes
    from tallydesk.device.chance import SeededChance
    from tallydesk.device.clock import FixedClock
    from tallydesk.device.key_shelf import FolderKeyShelf
    from tallydesk.device.outbox import FolderOutbox
    from tallydesk.storage.journal import open_journal
    from tallydesk.training.rehearsal import Rehearsal
    from tallydesk.training.scenario import read_scenario
    from tallydesk.workflow.opening import read_shipped
    from tallydesk.workflow.session import open_night

    scenario = read_scenario(read_bytes("scenarios", "demo.toml"))
    with open_journal(folder / JOURNAL) as journal:
        session = open_night(
            read_bytes("packages", f"{scenario.package}.toml"),
            form_bytes,
            read_shipped,
            journal,
            FixedClock(NIGHT),
            SeededChance(b"tallydesk demo"),
            VERSION,
        )
        outbox = FolderOutbox(folder)
        Rehearsal(session, FolderKeyShelf(folder / "demo-keys"), outbox, scenario).play()
    return _outcome(session, folder)


def _play_official(folder: Path) -> _Outcome:
    from tallydesk.assets import read_bytes
    from tallydesk.device.chance import SeededChance
    from tallydesk.device.clock import FixedClock
    from tallydesk.device.key_shelf import FolderKeyShelf
    from tallydesk.device.outbox import FolderOutbox
    from tallydesk.signing.trust import read_trust
    from tallydesk.storage.journal import open_journal
    from tallydesk.training.rehearsal import Rehearsal
    from tallydesk.training.scenario import read_scenario
    from tallydesk.training.throwaway import throwaway_authority
    from tallydesk.workflow.session import open_official

    scenario = read_scenario(read_bytes("scenarios", "demo.toml"))
    chance = SeededChance(b"tallydesk demo, throwaway authority")
    made = throwaway_authority(scenario.package, CLOSE, scenario.pin, chance.octets)
    (folder / STICKS).mkdir()
    files = {TRUST: made.trust, ROOT: made.root_pem, PACKAGE: made.container}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    for name, content in made.keys.items():
        (folder / STICKS / name).write_bytes(content)
    trust = read_trust(made.trust)
    with open_journal(folder / JOURNAL) as journal:
        session = open_official(made.container, trust, journal, FixedClock(NIGHT), chance, VERSION)
        shelf, outbox = FolderKeyShelf(folder / STICKS), FolderOutbox(folder)
        Rehearsal(session, shelf, outbox, scenario, made.letter).play()
    return _outcome(session, folder, trust)


def _outcome(session: Session, folder: Path, trust: Trust | None = None) -> _Outcome:
    pdf = Path(session.night.copies[0].name).name
    codes = next(path.name for path in folder.iterdir() if path.name.endswith("-codes.txt"))
    return _Outcome(session, pdf, codes, _verified(folder, (pdf, codes), trust))


def _verified(folder: Path, names: tuple[str, ...], trust: Trust | None) -> tuple[Report, ...]:
    from tallydesk.signing.practice import practice_root
    from tallydesk.verification.inputs import Input
    from tallydesk.verification.verify import verify

    inputs = [Input(name, (folder / name).read_bytes()) for name in names]
    root = practice_root().point
    return verify(inputs, practice_root=root, trust=trust, allow_practice=trust is None)


def _move(scratch: Path, out: Path) -> None:
    """Put the finished files in place; an earlier demonstration's give way, nothing else does."""
    for path in sorted(scratch.iterdir()):
        if path.is_dir():
            shutil.rmtree(out / path.name, ignore_errors=True)
        os.replace(path, out / path.name)  # noqa: PTH105  # the same call for files and folders


def _say(outcome: _Outcome, out: Path) -> None:
    from tallydesk.signing.codes import long_digest
    from tallydesk.signing.record import record_digest

    session = outcome.session
    night, package = session.night, session.package
    purpose = "PRACTICE" if package.purpose == "practice" else "official, by a throwaway authority"
    title = package.definition.title.said_in("en")
    click.echo(f"{title}, station {package.station.label}, {purpose}")
    for contest in package.definition.contests:
        digest = record_digest(night.frozen[contest.id].payload)
        keys = sum(1 for held, _ in night.signatures if held == contest.id)
        of = f"{keys} keys of {len(package.deciding)} members"
        click.echo(f"  {contest.title.said_in('en')}: signed with {of}")
        click.echo(f"  record {long_digest(digest)}")
    click.echo(f"  journal entries  {night.entries}")
    click.echo(f"  protocol         {out / outcome.pdf}")
    click.echo(f"  codes            {out / outcome.codes}")
    click.echo(f"  journal          {out / JOURNAL}")
    for report in outcome.reports:
        click.echo(f"  verified         {report.input}: {report.answer}")
