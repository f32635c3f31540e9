"""`tallydesk pin`: another PIN for the keys on one's own stick."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tallydesk.cli.ending import Ended, ExitCode
from tallydesk.cli.passphrase import hidden

_FILE = click.Path(dir_okay=False, path_type=Path)
_CODES = {
    "key-files-missing": ExitCode.INPUT_OUTPUT,
    "stick-missing": ExitCode.INPUT_OUTPUT,
}
_LEFT = {"closed": "neither PIN opens it", "damaged": "it is damaged, or no key"}


@click.command(name="pin")
@click.option(
    "--on",
    "stick",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the member’s own stick.",
)
@click.option(
    "--secret",
    "with_secret",
    is_flag=True,
    help="Ask for the station secret too: the authority made the key, or it was at its station.",
)
@click.option(
    "--pin-file",
    "pin_files",
    multiple=True,
    type=_FILE,
    help="Files with the old PIN and the new one, in this order, for scripts.",
)
@click.option(
    "--secret-file", "secret_files", multiple=True, type=_FILE, help="A file with the secret."
)
def command(
    stick: Path, pin_files: tuple[Path, ...], secret_files: tuple[Path, ...], *, with_secret: bool
) -> ExitCode:
    """Change the PIN of one’s own key on a stick, and of the seal key beside it.

    Asks for the old PIN and twice for a new one of eight digits or more, unseen. Key and point stay
    the same, so nothing has to be handed in. A copy of the stick made before still has the old PIN.
    """
    from tallydesk.assets import words
    from tallydesk.device.chance import OsChance
    from tallydesk.device.own_stick import change_pins_on
    from tallydesk.workflow.another_pin import NewPin
    from tallydesk.workflow.refusal import RefusedError

    if not stick.is_dir():
        raise Ended(
            f"the folder “{stick}” is not there. Put the stick in and name its folder.",
            ExitCode.INPUT_OUTPUT,
        )
    old, new = _pins(pin_files)
    secret = ""
    if with_secret or secret_files:
        (secret,) = hidden(["Station secret"], secret_files, "--secret-file", twice=False)
    try:
        changed = change_pins_on(stick, NewPin(old, new, new), secret, OsChance().octets)
    except RefusedError as refused:
        said = words("en")[f"refusal.{refused.code}"].format(**refused.facts)
        raise Ended(said, _CODES.get(refused.code, ExitCode.FINDINGS)) from refused
    for name in changed.sealed:
        click.echo(f"changed   {stick / name}")
    for name in changed.before:
        click.echo(f"before    {stick / name}")
    for name, why in changed.left.items():
        click.echo(f"left      {stick / name} ({_LEFT[why]})")
    return ExitCode.FINE


def _pins(files: Sequence[Path]) -> list[str]:
    """The old PIN and the new one; the new one is typed twice."""
    if files:
        return hidden(["Old PIN", "New PIN"], files, "--pin-file", twice=False)
    return [
        *hidden(["Old PIN"], (), "--pin-file", twice=False),
        *hidden(["New PIN, eight digits or more"], (), "--pin-file", twice=True),
    ]
