"""`tallydesk manual`: the manual page and the shells' completions, made from the commands (U34)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from tallydesk.cli.ending import ExitCode
from tallydesk.cli.main import COMPLETE, EPILOG, tallydesk
from tallydesk.version import VERSION

PAGE = "share/man/man1/tallydesk.1"
COMPLETIONS = {
    "bash": "share/bash-completion/completions/tallydesk",
    "zsh": "share/zsh/site-functions/_tallydesk",
    "fish": "share/fish/vendor_completions.d/tallydesk.fish",
}
"""Where each shell looks, below a prefix such as /usr/local or a virtual environment."""

_ENVIRONMENT = (
    ("NO_COLOR", "When it is set to anything, nothing is coloured."),
    ("LC_ALL, LC_MESSAGES, LANG", "The language of titles and messages, without --language."),
    ("TALLYDESK_TRACEBACK", "When it is set, a fault in tallydesk shows where it is."),
)


@click.command(name="manual")
@click.option(
    "--out",
    metavar="PREFIX",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder below which share/ lies, such as /usr/local.",
)
def command(out: Path) -> ExitCode:
    """Write the manual page and what shells complete by.

    Makes share/man/man1/tallydesk.1 below PREFIX and a file each for bash, zsh and fish, from the
    commands of this very version, and prints their paths. `make setup` does it for .venv, so that
    `man tallydesk` and the Tab key work wherever .venv/bin is on the PATH.
    """
    from tallydesk.device.writing import write_whole

    files = {PAGE: manual(), **{COMPLETIONS[shell]: completion(shell) for shell in COMPLETIONS}}
    for name, text in files.items():
        path = out.absolute() / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode())
        click.echo(path)
    return ExitCode.FINE


def completion(shell: str) -> str:
    """The script by which a shell asks tallydesk how a line may go on. Raises KeyError."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:
        raise KeyError(shell)
    asking = kind(tallydesk, {}, "tallydesk", COMPLETE)
    return asking.source_template % asking.source_vars()


def manual() -> str:
    """The page in troff's man macros: every command with its options."""
    context = click.Context(tallydesk, info_name="tallydesk", help_option_names=["-h", "--help"])
    lines = [
        f'.TH TALLYDESK 1 "" "tallydesk {_plain(VERSION)}" "User Commands"',
        ".SH NAME",
        f"tallydesk \\- {_first(tallydesk)}",
        ".SH SYNOPSIS",
        ".B tallydesk",
        "[OPTIONS] COMMAND [ARGS]...",
        ".SH DESCRIPTION",
        *_paragraphs(tallydesk.help or ""),
        *_options(context),
        ".SH COMMANDS",
    ]
    for each in _commands(context):
        lines += _section(each)
    lines += [".SH EXIT STATUS", *_paragraphs(EPILOG), ".SH ENVIRONMENT"]
    for name, says in _ENVIRONMENT:
        lines += [".TP", f".B {_plain(name)}", _plain(says)]
    return "\n".join(lines) + "\n"


def _commands(context: click.Context) -> Iterator[click.Context]:
    """Every command, depth first, each with the context that names it."""
    group = context.command
    if not isinstance(group, click.Group):
        return
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None:
            below = click.Context(command, info_name=name, parent=context)
            yield below
            yield from _commands(below)


def _section(context: click.Context) -> Iterator[str]:
    usage = " ".join((context.command_path, *context.command.collect_usage_pieces(context)))
    yield f'.SS "{_plain(usage)}"'
    yield from _paragraphs(context.command.help or "")
    yield from _options(context)


def _options(context: click.Context) -> Iterator[str]:
    for parameter in context.command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and "--help" not in parameter.opts:
            name, says = record
            yield ".TP"
            yield f".B {_plain(name)}"
            yield _plain(" ".join(says.split())) or "\\&"


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.strip().split("\n\n"):
        verbatim = paragraph.startswith("\b")
        lines = [line.strip() for line in paragraph.removeprefix("\b").strip().splitlines()]
        yield ".PP"
        if verbatim:
            yield ".nf"
            yield from map(_plain, lines)
            yield ".fi"
        else:
            yield _plain(" ".join(lines))


def _first(command: click.Command) -> str:
    return _plain((command.help or "").strip().partition("\n")[0].rstrip("."))


def _plain(text: str) -> str:
    """Text that troff takes as it stands."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
