"""`tallydesk authority trust`: the trust file that is published before the day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tallydesk.cli.ending import Ended, ExitCode, ending
from tallydesk.cli.never_over import refuse_taken, write_once
from tallydesk.cli.root_option import opened_root, root_options

if TYPE_CHECKING:
    from tallydesk.authority.issuing import Root
    from tallydesk.authority.roster import File
    from tallydesk.authority.trust_file import Additions

_POINT = re.compile(r"0[23][0-9a-f]{64}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(name="trust")
@root_options
@click.option(
    "--packages",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder with all packages that were issued.",
)
@click.option("--serial", required=True, type=click.IntRange(1, 2**32 - 1), help="From 1, rising.")
@click.option("--out", required=True, type=_FILE, help="The trust file; never written over.")
@click.option(
    "--revoke",
    "revoked",
    multiple=True,
    metavar="POINT@TIME",
    help="A lost key, which counts for nothing: 66 hex digits, and since when, as "
    "2024-02-07T20:00+04:00.",
)
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar="DIGEST",
    help="A record that counts despite a revoked key: the SHA-256 of its payload, 64 hex digits.",
)
@click.option("--previous", type=_FILE, help="The trust file before this one; all of it stays.")
def command(
    root: Path,
    passphrase_files: tuple[Path, ...],
    packages: Path,
    serial: int,
    out: Path,
    revoked: tuple[str, ...],
    accepted: tuple[str, ...],
    previous: Path | None,
) -> ExitCode:
    """Sign the trust file that is published before the day.

    It names every station's card, the forms and the definition, the keys that no longer count, and
    the records accepted all the same. Prints its 160 bits, to be published on paper as well.
    """
    additions = _additions(revoked, accepted)
    opened = opened_root(root, passphrase_files)
    sign_trust(opened, packages, serial, out, additions, previous)
    return ExitCode.FINE


def sign_trust(
    root: Root,
    packages: Path,
    serial: int,
    out: Path,
    additions: Additions | None = None,
    previous: Path | None = None,
) -> None:
    """Write the trust file of a folder of packages, and print what it is called.

    Raises Ended, OSError.
    """
    from tallydesk.authority.trust_file import Additions, TrustRefused, next_trust
    from tallydesk.device.clock import SystemClock
    from tallydesk.protocol.cbor import CborError
    from tallydesk.protocol.shape import ShapeError
    from tallydesk.signing.codes import long_digest
    from tallydesk.signing.sealed_package import LARGEST_PACKAGE
    from tallydesk.signing.trust import (
        LARGEST_TRUST,
        TrustUnsigned,
        read_trust,
        trust_digest,
    )

    refuse_taken(out)
    before = None
    if previous is not None:
        with ending(ExitCode.BAD_INPUT, CborError, ShapeError, TrustUnsigned):
            before = read_trust(_read(previous, LARGEST_TRUST))
    try:
        made = next_trust(
            root.key,
            serial,
            SystemClock().now(),
            _files(packages, ".tdp", LARGEST_PACKAGE),
            _files(packages / "definitions", ".toml", LARGEST_PACKAGE),
            additions or Additions({}, frozenset()),
            before,
        )
    except TrustRefused as refused:
        for reason in refused.reasons:
            click.echo(reason)
        raise Ended(
            "no trust file was signed; mend what is named above.", ExitCode.BAD_INPUT
        ) from refused
    write_once({out: made})
    cards = len(read_trust(made).cards or ())
    click.echo(f"trust file  {out}")
    click.echo(f"serial      {serial}, cards {cards}")
    click.echo(f"digest      {long_digest(trust_digest(made))}")


def _files(folder: Path, suffix: str, most: int) -> Iterator[File]:
    from tallydesk.authority.roster import File

    if suffix == ".toml" and not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.suffix == suffix:
            yield File(path.name, _read(path, most))


def _read(path: Path, most: int) -> bytes:
    """A file, cut an octet above what any of its kind has: its reader refuses it then."""
    with path.open("rb") as file:
        return file.read(most + 512)


def _additions(revoked: Sequence[str], accepted: Sequence[str]) -> Additions:
    from tallydesk.authority.trust_file import Additions

    since: dict[bytes, datetime] = {}
    for each in revoked:
        point, _, moment = each.partition("@")
        try:
            at = datetime.fromisoformat(moment)
        except ValueError:
            at = None
        if not _POINT.fullmatch(point) or at is None or at.tzinfo is None:
            raise Ended(
                f"--revoke {each[:80]} is not a point of 66 hex digits, @ and a moment with its "
                "offset such as 2024-02-07T20:00+04:00.",
                ExitCode.USAGE,
            )
        since[bytes.fromhex(point)] = at.astimezone(UTC)
    for each in accepted:
        if not _DIGEST.fullmatch(each):
            raise Ended(
                f"--accept {each[:80]} is not the SHA-256 of a record, 64 hex digits.",
                ExitCode.USAGE,
            )
    return Additions(since, frozenset(map(bytes.fromhex, accepted)))
