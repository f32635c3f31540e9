"""`tallydesk authority issue`: everything for every station of a roster."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tallydesk.cli.authority_tables import read_folder, read_table, told_mistakes
from tallydesk.cli.ending import Ended, ExitCode, ending
from tallydesk.cli.progress import Progress
from tallydesk.cli.root_option import opened_root, root_options

if TYPE_CHECKING:
    from tallydesk.authority.election import Election
    from tallydesk.authority.enrolments import Enrolments
    from tallydesk.authority.issue_run import Outcome
    from tallydesk.authority.issuing import Root
    from tallydesk.authority.roster import RosterStation
    from tallydesk.device.issue_folder import IssueFolder

_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command(name="issue")
@root_options
@click.option("--definition", required=True, type=_FILE, help="The election: contests, candidates.")
@click.option("--policy", required=True, type=_FILE, help="Hours, quorum, language for all.")
@click.option("--stations", required=True, type=_FILE, help="CSV, a row a station.")
@click.option("--roster", required=True, type=_FILE, help="CSV, a row a member.")
@click.option("--enrolments", type=_FOLDER, help="The folder with the members’ enrolments.")
@click.option("--forms", type=_FOLDER, help="Forms that do not ship; the definition’s folder.")
@click.option("--out", required=True, type=_FOLDER, help="Packages and letters; made if missing.")
@click.option("--make-keys", is_flag=True, help="Make the members’ keys here, and say so on cards.")
@click.option(
    "--trust-serial",
    type=click.IntRange(1, 2**32 - 1),
    help="Sign the trust file of all packages too, with this serial.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def command(  # noqa: PLR0913, PLR0917  # one argument for each option
    root: Path,
    passphrase_files: tuple[Path, ...],
    definition: Path,
    policy: Path,
    stations: Path,
    roster: Path,
    enrolments: Path | None,
    forms: Path | None,
    out: Path,
    *,
    make_keys: bool,
    trust_serial: int | None,
    as_json: bool,
) -> ExitCode:
    """Issue card, package and letter for every station of a roster.

    The tables are described in resources/formats/authority-v1.md. Every mistake in them is named
    with file, row and column, and nothing is issued before they are mended. An enrolment that is
    wrong stops its own station alone.

    A run that was stopped goes on when the same command is given again: a station that has its
    package keeps it. Letters hold secrets: print them, seal them, take the files away.

    Exits with 3 when a table is wrong or a station was refused, with 4 when a file is missing.
    """
    if make_keys == (enrolments is not None):
        raise Ended(
            "give either --enrolments or --make-keys: members’ keys are their own, or made here.",
            ExitCode.USAGE,
        )
    from tallydesk.device.instance import only_run
    from tallydesk.device.issue_folder import IssueFolder

    election = _election(definition, policy, forms or definition.parent)
    people = _stations(stations, roster, election)
    opened = opened_root(root, passphrase_files)
    folder = IssueFolder(out)
    folder.open()
    with only_run(out):
        read = (
            None
            if enrolments is None
            else read_folder(enrolments, [each.commission for each in people], opened.key.point)
        )
        outcomes = _issue(people, election, opened, read, folder)
        code = _told(outcomes, read, len(people), as_json=as_json)
        folder.keep_definition(election.definition.id, election.file)
        if trust_serial is not None and code == ExitCode.FINE:
            _trust(opened, trust_serial, out, election)
    return code


def _election(definition: Path, policy: Path, forms: Path) -> Election:
    from tallydesk.authority.election import read_election
    from tallydesk.authority.policy_file import PolicyMistakes, read_policy
    from tallydesk.cli.kind import DEFINITION, refuse_other
    from tallydesk.cli.named_file import Named, read_small
    from tallydesk.cli.station_package import forms_for
    from tallydesk.cli.validation import unusable
    from tallydesk.election.definition_file import DefinitionMistakes
    from tallydesk.protocol.cbor import CborError
    from tallydesk.signing.packing import PackingError

    data = read_small(definition, "definition")
    refuse_other(str(definition), data, DEFINITION)
    beside = Named(definition.stem, data, forms / definition.name)
    try:
        general = read_policy(read_small(policy, "policy"), policy.stem)
    except PolicyMistakes as found:
        raise unusable(str(policy), found) from found
    try:
        with ending(ExitCode.BAD_INPUT, CborError, PackingError):
            return read_election(data, forms_for(beside), general, definition.stem)
    except DefinitionMistakes as found:
        raise unusable(str(definition), found) from found


def _stations(stations: Path, roster: Path, election: Election) -> tuple[RosterStation, ...]:
    from tallydesk.authority.roster import RosterMistakes, read_roster

    try:
        return read_roster(read_table(stations), read_table(roster), election)
    except RosterMistakes as found:
        raise told_mistakes(found) from found


def _issue(
    people: tuple[RosterStation, ...],
    election: Election,
    root: Root,
    read: Enrolments | None,
    folder: IssueFolder,
) -> Iterator[Outcome]:
    from tallydesk.authority.issue_run import issue_all
    from tallydesk.device.chance import OsChance

    return issue_all(people, election, root, read, folder, OsChance().octets)


def _told(
    outcomes: Iterator[Outcome], read: Enrolments | None, stations: int, *, as_json: bool
) -> ExitCode:
    counts: Counter[str] = Counter()
    progress = Progress(sys.stderr, stations)
    named: set[str] = set()
    try:
        for outcome in outcomes:
            counts[outcome.state] += 1
            named.add(outcome.station)
            if as_json or outcome.reasons:
                progress.clear()
                _say_outcome(outcome, as_json=as_json)
            progress.advance(1)
    finally:
        progress.clear()
    stray = [each for each in read.trouble if each.station not in named] if read else []
    for each in stray:
        if as_json:
            said = {"station": each.station or None, "state": "stray", "reasons": [str(each)]}
            click.echo(json.dumps(said, ensure_ascii=False))
        else:
            click.echo(str(each))
    summary = {state: counts[state] for state in ("issued", "before", "refused")}
    if as_json:
        click.echo(json.dumps({"stations": stations, **summary, "stray": len(stray)}))
    else:
        click.echo(
            f"stations {stations}, issued {summary['issued']}, issued before {summary['before']}, "
            f"refused {summary['refused']}"
        )
    if counts["refused"] or stray:
        click.echo("tallydesk: mend what is named above and give the command again.", err=True)
        return ExitCode.BAD_INPUT
    return ExitCode.FINE


def _say_outcome(outcome: Outcome, *, as_json: bool) -> None:
    if as_json:
        said = {
            "station": outcome.station,
            "state": outcome.state,
            "reasons": list(outcome.reasons),
        }
        click.echo(json.dumps(said, ensure_ascii=False))
        return
    for reason in outcome.reasons:
        click.echo(f"{outcome.station}: {reason}")


def _trust(root: Root, serial: int, out: Path, election: Election) -> None:
    from tallydesk.cli.authority_trust import sign_trust

    path = out / f"{election.definition.id}-{serial}.trust"
    if path.exists():
        # A run that goes on after its end has nothing left to sign.
        click.echo(f"trust file  {path} was signed before")
    else:
        sign_trust(root, out, serial, path)
