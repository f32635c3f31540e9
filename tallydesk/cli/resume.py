"""`tallydesk run --resume FILE`: the night of another laptop goes on here."""

from __future__ import annotations

from pathlib import Path

import click

from tallydesk.assets import words
from tallydesk.cli.ending import Ended, ExitCode


def go_on_from_snapshot(data_dir: Path | None, snapshot: Path, language: str) -> None:
    """Bring the night in `snapshot` to this laptop.

    A night that is here already, as far or further, simply goes on: the same command may be given
    again. Raises Ended, and OSError for a file that cannot be read.
    """
    from tallydesk.device.data_folder import data_folder
    from tallydesk.election.mistake import Mistakes
    from tallydesk.laptop import go_on_from, no_snapshot
    from tallydesk.storage.export import ExportUnreadable
    from tallydesk.workflow.refusal import RefusedError

    spoken = words(language)
    # Before the data folder is made: a slip of the pen leaves no trace there.
    with snapshot.open("rb"):
        folder = data_folder(data_dir)
    try:
        moved = go_on_from(folder, snapshot)
    except RefusedError as refused:
        said = spoken[f"refusal.{refused.code}"].format(**refused.facts)
        if refused.code == "snapshot-here":
            click.echo(said, err=True)
            return
        raise Ended(said, ExitCode.BAD_INPUT) from refused
    except Mistakes as mistakes:
        said = spoken["journal.package-strange"].format(mistake=mistakes.mistakes[0])
        raise Ended(said, ExitCode.BAD_INPUT) from mistakes
    except (ExportUnreadable, OSError) as refused:
        if isinstance(refused, OSError) and not no_snapshot(refused, snapshot):
            raise
        said = spoken["snapshot.unreadable"].format(name=snapshot.name)
        raise Ended(said, ExitCode.BAD_INPUT) from refused
    if moved.left_out:
        click.echo(spoken["snapshot.left-out"].format(count=moved.left_out), err=True)
