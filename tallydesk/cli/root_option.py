"""The options that open the root key, the same for each command that signs with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from tallydesk.cli.ending import Ended, ExitCode, ending
from tallydesk.cli.named_file import read_small
from tallydesk.cli.passphrase import hidden

if TYPE_CHECKING:
    from tallydesk.authority.issuing import Root

PROMPTS = ("Passphrase of the first person", "Passphrase of the second person")

_Command = TypeVar("_Command", bound=Callable[..., object])


def root_options(command: _Command) -> _Command:
    """`--root` and `--passphrase-file`, handed on as `root` and `passphrase_files`."""
    with_files = click.option(
        "--passphrase-file",
        "passphrase_files",
        multiple=True,
        type=click.Path(dir_okay=False, path_type=Path),
        help="A file with one person’s passphrase, for scripts; given twice, in order.",
    )(command)
    return click.option(
        "--root",
        required=True,
        type=click.Path(dir_okay=False, path_type=Path),
        help="The root key; its certificate root.pem lies beside it.",
    )(with_files)


def opened_root(root: Path, passphrase_files: Sequence[Path]) -> Root:
    """The root key, opened with what two people type. Raises Ended, OSError."""
    from tallydesk.authority.root import RootUnusable, open_root
    from tallydesk.signing.root_key import (
        PassphraseRefused,
        RootKeyDamaged,
        WrongPassphrases,
        root_point_of,
    )

    file = read_small(root, "root key")
    certificate = read_small(root.with_suffix(".pem"), "certificate")
    with ending(ExitCode.BAD_INPUT, RootKeyDamaged):
        root_point_of(file)
    passphrases = hidden(PROMPTS, passphrase_files, "--passphrase-file", twice=False)
    try:
        with ending(ExitCode.BAD_INPUT, RootKeyDamaged, RootUnusable):
            return open_root(file, certificate, passphrases)
    except (WrongPassphrases, PassphraseRefused) as refused:
        raise Ended(f"{refused}.", ExitCode.FINDINGS) from refused
