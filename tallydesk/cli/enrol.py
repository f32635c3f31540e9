"""`tallydesk enrol`: a member makes their own key, on their own stick."""

from __future__ import annotations

import re
from pathlib import Path

import click

from tallydesk.cli.ending import Ended, ExitCode, ending
from tallydesk.cli.never_over import refuse_taken, write_once
from tallydesk.cli.passphrase import hidden

_STATION = re.compile(r"([0-9]{1,6})-([0-9]{1,6})")


@click.command(name="enrol")
@click.option("--station", required=True, metavar="012-03", help="Constituency and station.")
@click.option("--name", required=True, help="The member’s name, as the authority’s roster has it.")
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the member’s own stick.",
)
@click.option("--seal", is_flag=True, help="Make a seal key too; chair and deputy need one.")
@click.option(
    "--pin-file",
    "pin_files",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file with the PIN, for scripts.",
)
def command(
    station: str, name: str, out: Path, pin_files: tuple[Path, ...], *, seal: bool
) -> ExitCode:
    """Make one’s own key on a stick, and the enrolment for the authority.

    Asks for a PIN of eight digits or more, twice, unseen. The key stays on the stick; the file
    that ends in .enrolment goes to the authority, which certifies the key. A key that is there is
    never written over.
    """
    found = _STATION.fullmatch(station)
    if found is None:
        raise Ended(
            f"“{station[:40]}” is no station; write constituency and number, as 012-03.",
            ExitCode.USAGE,
        )
    from tallydesk.authority.member_key import NameRefused, member_files
    from tallydesk.device.chance import OsChance
    from tallydesk.device.clock import SystemClock
    from tallydesk.device.writing import OWNER
    from tallydesk.signing.keys import PinRefused

    if not out.is_dir():
        raise Ended(
            f"the folder “{out}” is not there. Put the stick in and name its folder.",
            ExitCode.INPUT_OUTPUT,
        )
    (pin,) = hidden(["PIN, eight digits or more"], pin_files, "--pin-file", twice=True)
    try:
        with ending(ExitCode.FINDINGS, PinRefused):
            files = member_files(
                found[1],
                found[2],
                name,
                pin,
                seal=seal,
                made=SystemClock().now(),
                octets=OsChance().octets,
            )
    except NameRefused as refused:
        raise Ended(str(refused), ExitCode.USAGE) from refused
    refuse_taken(*(out / key for key in files.keys), out / files.enrolment_name)
    write_once({out / key: content for key, content in files.keys.items()}, OWNER)
    write_once({out / files.enrolment_name: files.enrolment})
    for key in files.keys:
        click.echo(f"keep      {out / key}")
    click.echo(f"hand in   {out / files.enrolment_name}")
    click.echo(f"point     {files.point.hex()}")
    click.echo("The key stays on this stick with you; nobody else needs it or its PIN.")
    click.echo("Copy the enrolment for the authority; it holds no secret.")
    click.echo("Note the point: it names the key, should the stick be lost.")
    return ExitCode.FINE
