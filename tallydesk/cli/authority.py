"""`tallydesk authority`: the election commission's side, on its own machine.

Each sub-command is a module of its own, imported when it is used.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from tallydesk.cli.ending import ExitCode, ending
from tallydesk.cli.never_over import refuse_taken, write_once
from tallydesk.cli.passphrase import hidden
from tallydesk.cli.root_option import PROMPTS

_ELSEWHERE = {
    "issue": "Issue card, package and letter for every station of a roster.",
    "recount": "Issue a package for a record that replaces another.",
    "trust": "Sign the trust file that is published before the day.",
}


class _Commands(click.Group):
    """`root` stands here, the others in modules of their own."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *_ELSEWHERE})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        command = import_module(f"tallydesk.cli.authority_{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        own = {name: each.get_short_help_str(100) for name, each in self.commands.items()}
        with formatter.section("Commands"):
            formatter.write_dl(sorted({**own, **_ELSEWHERE}.items()))


@click.group(
    name="authority",
    cls=_Commands,
    short_help="Issue packages, letters and trust files: the election authority’s side.",
)
def command() -> None:
    """Issue packages, letters and trust files: the election authority’s side.

    Everything here is signed with the root key, which opens only with the passphrases of two
    people. The files are described in resources/formats/authority-v1.md and trust-v1.md.
    """


@command.command(name="root", short_help="Make the root key, behind two people’s passphrases.")
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for root.key and root.pem; it is made when missing.",
)
@click.option(
    "--name",
    default="Election authority",
    show_default=True,
    help="The authority’s name, as viewers of PDF show it.",
)
@click.option(
    "--passphrase-file",
    "files",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file with one person’s passphrase, for scripts; given twice.",
)
def root(out: Path, name: str, files: tuple[Path, ...]) -> ExitCode:
    """Make the root key, behind two people’s passphrases.

    Each passphrase has twelve characters at least; both are needed, in the same order, each time
    the key is used. Writes root.key, to be kept in two safes, and root.pem, the certificate, to be
    published. A key that is there is never written over.
    """
    from tallydesk.authority.root import RootUnusable, new_root
    from tallydesk.device.chance import OsChance
    from tallydesk.device.clock import SystemClock
    from tallydesk.device.writing import OWNER, make_folder
    from tallydesk.signing.root_key import PassphraseRefused, root_point_of

    make_folder(out)
    refuse_taken(out / "root.key", out / "root.pem")
    passphrases = hidden(PROMPTS, files, "--passphrase-file", twice=True)
    with ending(ExitCode.FINDINGS, PassphraseRefused, RootUnusable):
        key, certificate = new_root(name, passphrases, SystemClock().now(), OsChance().octets)
    write_once({out / "root.pem": certificate})
    write_once({out / "root.key": key}, OWNER)
    click.echo(f"root key     {out / 'root.key'}")
    click.echo(f"certificate  {out / 'root.pem'}")
    click.echo(f"point        {root_point_of(key).hex()}")
    return ExitCode.FINE
