"""The command line: finds the command that is asked for and says in one sentence how it ended.

A command's module is imported when the command is used, so that `tallydesk --help` costs little
more than click itself. A new command is one line in `COMMANDS`, its module `tallydesk/cli/NAME.py`
with a click command in the attribute `command`. A command returns an `ExitCode`, or None for
`FINE`, and ends early by raising `Ended`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from tallydesk.cli.ending import Ended, ExitCode, of_system
from tallydesk.version import VERSION

COMMANDS = {
    "authority": "Issue packages, letters and trust files: the election authority’s side.",
    "check": "Check the figures of many protocols against a form.",
    "demo": "Go through a whole practice night without a window.",
    "enrol": "Make one’s own key on a stick, and the enrolment for the authority.",
    "form": "Look at a results form, or name its mistakes.",
    "journal": "Show, check, hand on or restore the journal of a night.",
    "manual": "Write the manual page and what shells complete by.",
    "package": "Look at an election package, or save its blank papers.",
    "pin": "Change the PIN of one’s own key on a stick.",
    "ready": "Say whether this laptop is ready for the night.",
    "run": "Open the window.",
    "verify": "Check signed protocols: PDFs, pictures of pages, texts of codes.",
}
"""The commands with the sentence that stands in the list of commands."""

COMPLETE = "_TALLYDESK_COMPLETE"
"""The variable by which a shell asks how a line may go on (U34); `tallydesk manual` sets it up."""

EPILOG = (
    "\b\n"
    "Exit codes: 0 fine, 1 findings or refused, 2 usage, 3 bad or unsigned input,\n"
    "4 input or output failed, 70 a fault in tallydesk, 130 stopped with Ctrl-C."
)


class Commands(click.Group):
    """The commands of `COMMANDS`, each imported when it is first asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in alphabetical order."""
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None when there is none."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        command = import_module(f"tallydesk.cli.{cmd_name}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"tallydesk.cli.{cmd_name}.command is no click command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


def _say_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  # click hands it over by position
    if not wanted:
        return
    click.echo(f"tallydesk {VERSION}")
    ctx.exit()


@click.group(
    cls=Commands,
    name="tallydesk",
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_say_version,
    help="Print the version and stop.",
)
@click.pass_context
def tallydesk(ctx: click.Context) -> None:
    """Count a polling station's ballots, check the figures, sign the protocol.

    Data goes to standard output, messages to standard error.
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def run(arguments: Sequence[str]) -> int:
    """Run one command line; returns the exit code and lets no exception out."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        # What we print is UTF-8 wherever we run: a redirected stream on Windows is not by itself.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    asked = os.environ.get(COMPLETE)
    code = _completed(asked) if asked else _code_of(arguments)
    try:
        sys.stdout.flush()
    except OSError as trouble:
        _close_output()
        if not isinstance(trouble, BrokenPipeError) and code != ExitCode.INPUT_OUTPUT:
            _ended_by(trouble).show()
        return ExitCode.INPUT_OUTPUT
    return code


def _completed(asked: str) -> int:
    from click.shell_completion import shell_complete

    return shell_complete(tallydesk, {}, "tallydesk", COMPLETE, asked)


def _open_closed_streams() -> None:
    """Where the caller closed a stream, or a windowed build has none, words go nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, os.fdopen(nowhere, "w", encoding="utf-8"))


def _code_of(arguments: Sequence[str]) -> int:
    try:
        with tallydesk.make_context("tallydesk", list(arguments)) as ctx:
            outcome = tallydesk.invoke(ctx)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as misuse:
        misuse.show()
        return misuse.exit_code
    except BrokenPipeError:
        # The reader of our output went away, as `head` does: nobody is left to be told.
        return ExitCode.INPUT_OUTPUT
    except (Exception, KeyboardInterrupt) as trouble:  # noqa: BLE001  # the last door: people get a sentence
        ended = _ended_by(trouble)
        ended.show()
        return ended.code
    return outcome if isinstance(outcome, int) else ExitCode.FINE


def _close_output() -> None:
    """What is still in the buffer goes nowhere, so that Python does not try again as it closes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _ended_by(trouble: BaseException) -> Ended:
    if isinstance(trouble, Ended):
        return trouble
    if isinstance(trouble, (KeyboardInterrupt, click.Abort)):
        return Ended("stopped.", ExitCode.STOPPED)
    if isinstance(trouble, OSError):
        return Ended(of_system(trouble), ExitCode.INPUT_OUTPUT)
    if os.environ.get("TALLYDESK_TRACEBACK"):
        raise trouble
    return Ended(
        f"a fault in tallydesk itself stopped the command ({type(trouble).__name__}: {trouble}). "
        "Your files are as they were; TALLYDESK_TRACEBACK=1 shows where it is, for a report.",
        ExitCode.FAULT,
    )
