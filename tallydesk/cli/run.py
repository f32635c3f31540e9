"""`tallydesk run`: the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tallydesk.cli.ending import Ended, ExitCode, of_system
from tallydesk.cli.language import language_option
from tallydesk.cli.laptop_options import data_dir_option, keys_option
from tallydesk.cli.station_package import SEALED, forms_for, plain_package

if TYPE_CHECKING:
    from tallydesk.signing.trust import Trust
    from tallydesk.workflow.opening import PackageFile, SealedFile

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Variables of which Qt needs one on Linux; without any it would end the process hard."""


@click.command(name="run")
@click.option(
    "--practice",
    is_flag=True,
    help="Count an invented election, as without --package.",
)
@data_dir_option
@click.option(
    "--package",
    metavar="FILE",
    help="The package that a new night counts: a path, or a shipped one's name; else “practice”. "
    "One that ends in .tdp is the authority's.",
)
@click.option(
    "--trust",
    "trust_path",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The authority's trust file; it is kept in the data folder from then on.",
)
@keys_option
@click.option(
    "--backup",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="The stick to which a snapshot goes after every closed stage; else the first that is in.",
)
@click.option(
    "--resume",
    "snapshot",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A snapshot of a night that goes on on this laptop; an earlier night here is kept whole.",
)
@language_option
def command(
    data_dir: Path | None,
    package: str | None,
    trust_path: Path | None,
    sticks: tuple[Path, ...],
    backup: Path | None,
    snapshot: Path | None,
    language: str,
    *,
    practice: bool,
) -> ExitCode:
    """Open the window and count a night, with the keyboard alone.

    The window starts where the last one stopped. A package with mistakes opens none: they are
    named as `tallydesk package validate` names them, and the command exits with 3. An official
    package opens only when the authority of the trust file signed it and published its card; a
    trust file of another authority, or an older one, never takes the place of the one installed.
    With --resume the night of another laptop goes on here from its snapshot.
    """
    if snapshot is not None and package is not None:
        raise click.UsageError("--resume and --package contradict each other.")
    if practice and package is not None and package.endswith(SEALED):
        raise click.UsageError("--practice and a package of the authority contradict each other.")
    trust = _installed(data_dir, trust_path, language) if trust_path else None
    package_file: PackageFile | SealedFile | None = None
    if package is not None:
        sealed = package.endswith(SEALED)
        package_file = _official(package, trust, data_dir, language) if sealed else _usable(package)
    if sys.platform.startswith("linux") and not any(map(os.environ.get, DISPLAYS)):
        raise Ended(
            "the window needs a display and there is none here. "
            "`tallydesk demo --out DIR` goes through a night without one.",
            ExitCode.INPUT_OUTPUT,
        )
    if snapshot is not None:
        from tallydesk.cli.resume import go_on_from_snapshot

        go_on_from_snapshot(data_dir, snapshot, language)
    try:
        from tallydesk.app import run
    except ImportError as error:
        raise Ended(
            f"the window needs Qt and a system library of it is missing ({error}). "
            "`make setup` installs what is missing.",
            ExitCode.INPUT_OUTPUT,
        ) from error
    try:
        code = run(data_dir, language, package_file, sticks, backup)
    except OSError as error:
        raise Ended(of_system(error), ExitCode.INPUT_OUTPUT) from error
    if code == ExitCode.STOPPED:
        raise KeyboardInterrupt
    return ExitCode(code)


def _installed(data_dir: Path | None, path: Path | None, language: str) -> Trust:
    """The trust that counts, kept in the data folder. Raises Ended, or OSError for a path."""
    from tallydesk.cli.named_file import read_small
    from tallydesk.device.data_folder import data_folder
    from tallydesk.device.writing import OWNER, write_whole
    from tallydesk.signing.practice import practice_root
    from tallydesk.signing.trust import LARGEST_TRUST
    from tallydesk.workflow.trusting import trusted

    folder = data_folder(data_dir)
    kept = folder.trust.read_bytes() if folder.trust.exists() else None
    given = read_small(path, "trust file", LARGEST_TRUST) if path is not None else None
    with _told(language):
        trust, content = trusted(kept, given, practice_root().point)
    if content != kept:
        write_whole(folder.trust, content, OWNER)
    return trust


def _official(
    argument: str, trust: Trust | None, data_dir: Path | None, language: str
) -> SealedFile:
    """An official package that opens. Raises Ended, or OSError for a path."""
    from tallydesk.cli.named_file import read_small
    from tallydesk.signing.sealed_package import LARGEST_PACKAGE
    from tallydesk.workflow.official import checked, opened
    from tallydesk.workflow.opening import SealedFile

    path = Path(argument)
    data = read_small(path, "package", LARGEST_PACKAGE)
    counts = trust or _installed(data_dir, None, language)
    with _told(language):
        checked(opened(data), counts, datetime.now(UTC))
    return SealedFile(path.name.removesuffix(SEALED), data)


@contextmanager
def _told(language: str) -> Iterator[None]:
    """A refusal of the workflow as the end of the command, in its own sentence."""
    from tallydesk.assets import words
    from tallydesk.workflow.refusal import RefusedError

    try:
        yield
    except RefusedError as refused:
        said = words(language)[f"refusal.{refused.code}"].format(**refused.facts)
        raise Ended(said, ExitCode.BAD_INPUT) from refused


def _usable(argument: str) -> PackageFile:
    """A package that a night can be opened with. Raises Ended, or OSError for a path."""
    from tallydesk.workflow.opening import PackageFile

    named, _ = plain_package(argument)
    return PackageFile(named.name, named.data, forms_for(named))
