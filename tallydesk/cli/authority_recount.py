"""`tallydesk authority recount`: a package for a record that replaces another."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tallydesk.cli.authority_tables import read_folder, read_table, told_mistakes
from tallydesk.cli.ending import Ended, ExitCode, ending
from tallydesk.cli.root_option import opened_root, root_options

if TYPE_CHECKING:
    from tallydesk.authority.issuing import Root
    from tallydesk.authority.recount import Replaced, Signer
    from tallydesk.signing.card import Card
    from tallydesk.signing.sealed_package import SealedPackage

_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)
_REPLACES = re.compile(r"([a-z0-9][a-z0-9-]{0,47}):([1-9][0-9]{0,3}):([0-9a-f]{64})")


@click.command(name="recount")
@root_options
@click.option("--package", required=True, type=_FILE, help="The station’s package until now.")
@click.option(
    "--record",
    "records",
    multiple=True,
    type=_FILE,
    help="A copy of the record that is replaced: its PDF, a picture, or its codes as text.",
)
@click.option(
    "--replaces",
    multiple=True,
    metavar="CONTEST:VERSION:DIGEST",
    help="The same where no copy is at hand; the digest of its payload in 64 hex digits.",
)
@click.option("--order", required=True, help="The order’s number and who gave it, one line.")
@click.option("--reason", required=True, help="Why, one line.")
@click.option("--until", required=True, help="Until when, as 2024-02-11T19:00+04:00.")
@click.option("--roster", type=_FILE, help="CSV of the members who count again, where others do.")
@click.option("--enrolments", type=_FOLDER, help="Their enrolments; all of them enrol anew.")
@click.option("--out", required=True, type=_FOLDER, help="Where package and letter go.")
def command(  # noqa: PLR0913, PLR0917  # one argument for each option
    root: Path,
    passphrase_files: tuple[Path, ...],
    package: Path,
    records: tuple[Path, ...],
    replaces: tuple[str, ...],
    order: str,
    reason: str,
    until: str,
    roster: Path | None,
    enrolments: Path | None,
    out: Path,
) -> ExitCode:
    """Issue a package for a record that replaces another.

    The card gets the next serial and another end; the order, the reason and the digest of what is
    replaced stand in the package and later on the protocol. Where the members stay, their keys and
    the secret of the first letter stay too. The card counts once the next trust file names it.
    """
    from tallydesk.authority.recount import Recount, RecountRefused, recount_package
    from tallydesk.device.chance import OsChance
    from tallydesk.device.instance import only_run
    from tallydesk.device.issue_folder import IssueFolder
    from tallydesk.protocol.cbor import CborError
    from tallydesk.protocol.shape import ShapeError

    if (roster is None) != (enrolments is None):
        raise Ended("--roster and --enrolments go together.", ExitCode.USAGE)
    end = _moment(until)
    stated = [_stated(each) for each in replaces]
    former = _former(package)
    opened = opened_root(root, passphrase_files)
    read = [_read(each, former.card.card, opened) for each in records]
    signers = None
    if roster is not None and enrolments is not None:
        signers = _signers(roster, enrolments, former.card.card, opened)
    ordered = Recount(order, reason, end, (*stated, *read), signers)
    with ending(ExitCode.BAD_INPUT, CborError, ShapeError):
        try:
            issued, card = recount_package(opened, former, ordered, OsChance().octets)
        except RecountRefused as refused:
            raise Ended(f"{refused}.", ExitCode.FINDINGS) from refused
    name = f"{card.station}-{card.serial}"
    folder = IssueFolder(out)
    folder.open()
    with only_run(out):
        if folder.package(name) is not None:
            raise Ended(
                f"{name}.tdp is there already in “{out}”; a station gets one card of a serial.",
                ExitCode.FINDINGS,
            )
        folder.keep_papers("letters", {name: issued.letter})
        folder.keep_packages({name: issued.package})
    click.echo(f"package  {out / f'{name}.tdp'}")
    click.echo(f"letter   {out / 'letters' / f'{name}.pdf'}")
    click.echo("Sign the next trust file, so that its card is known.")
    return ExitCode.FINE


def _moment(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise Ended(
            f"--until {text[:40]} is no moment with its offset, as 2024-02-11T19:00+04:00.",
            ExitCode.USAGE,
        )
    return at.astimezone(UTC)


def _stated(text: str) -> Replaced:
    from tallydesk.authority.recount import Replaced

    found = _REPLACES.fullmatch(text)
    if found is None:
        raise Ended(
            f"--replaces {text[:80]} is not contest, version and 64 hex digits, with colons.",
            ExitCode.USAGE,
        )
    return Replaced(found[1], int(found[2]), bytes.fromhex(found[3]))


def _former(path: Path) -> SealedPackage:
    from tallydesk.protocol.cbor import CborError
    from tallydesk.protocol.shape import ShapeError
    from tallydesk.signing.sealed_package import LARGEST_PACKAGE, PackageUnsigned, open_package

    with path.open("rb") as file:
        content = file.read(LARGEST_PACKAGE + 1)
    try:
        return open_package(content)
    except (CborError, ShapeError, PackageUnsigned) as error:
        raise Ended(
            f"“{path}” is no package, or it is damaged ({error}).", ExitCode.BAD_INPUT
        ) from error


def _read(path: Path, card: Card, root: Root) -> Replaced:
    """What a copy of a record says of itself, once root and signatures verify."""
    from tallydesk.assets import words
    from tallydesk.authority.recount import Replaced
    from tallydesk.signing.practice import practice_root
    from tallydesk.signing.trust import Trust
    from tallydesk.verification.inputs import LARGEST_FILE, Input
    from tallydesk.verification.verify import verify

    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    (report,) = verify(
        [Input(path.name, content)],
        practice_root=practice_root().point,
        trust=Trust(root.key.point),
    )
    shown = report.shown
    if shown is None:
        why = report.reason(words("en"))
        raise Ended(f"“{path}” holds no record of this root: {why}", ExitCode.BAD_INPUT)
    if shown.station != card.station:
        raise Ended(
            f"“{path}” is of station {shown.station}, the package of {card.station}.",
            ExitCode.BAD_INPUT,
        )
    return Replaced(shown.contest, shown.version, shown.digest)


def _signers(roster: Path, enrolments: Path, card: Card, root: Root) -> tuple[Signer, ...]:
    from tallydesk.authority.enrolments import points_for
    from tallydesk.authority.recount import Signer
    from tallydesk.authority.roster import RosterMistakes, read_commission

    try:
        commission = read_commission(read_table(roster), card.constituency, card.number)
    except RosterMistakes as found:
        raise told_mistakes(found) from found
    read = read_folder(enrolments, [commission], root.key.point)
    points, own = points_for(commission, read)
    if read.trouble or own:
        for each in (*read.trouble, *own):
            click.echo(str(each))
        raise Ended("an enrolment is wrong or missing; nothing was issued.", ExitCode.BAD_INPUT)
    return tuple(
        Signer(each.name, each.office, points[each.number])
        for each in commission.members
        if each.decisive
    )
