"""The manual page and the shells' completions come from the commands themselves (U34)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tallydesk.cli.main import COMMANDS, run, tallydesk
from tallydesk.cli.manual import COMPLETIONS, PAGE, completion, manual
from tests.unit.cli.village import TALLYDESK

HIDDEN = ("pin", "secret", "passphrase")


def every_command(context: click.Context | None = None) -> Iterator[click.Context]:
    above = context or click.Context(tallydesk, info_name="tallydesk")
    if isinstance(above.command, click.Group):
        for name in above.command.list_commands(above):
            command = above.command.get_command(above, name)
            assert command is not None
            below = click.Context(command, info_name=name, parent=above)
            yield below
            yield from every_command(below)


def test_the_manual_names_every_command_and_every_option() -> None:
    page = manual()
    for context in every_command():
        said = context.command_path.replace("-", "\\-")
        assert f'.SS "{said}' in page
        for parameter in context.command.params:
            for name in parameter.opts if isinstance(parameter, click.Option) else ():
                assert name.replace("-", "\\-") in page
    assert "70 a fault in tallydesk" in page
    assert "NO_COLOR" in page


@pytest.mark.skipif(shutil.which("man") is None, reason="no man on this machine")
def test_man_shows_the_page_without_a_complaint(tmp_path: Path) -> None:
    page = tmp_path / "tallydesk.1"
    page.write_text(manual(), encoding="utf-8")
    said = subprocess.run(
        ["man", "--warnings", "-l", str(page)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "MANPAGER": "cat", "LC_ALL": "C.UTF-8", "MANWIDTH": "100"},
    )
    assert said.stderr == ""
    assert "tallydesk package papers" in said.stdout


def test_everything_lies_where_man_and_shells_look(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["manual", "--out", str(tmp_path)]) == 0
    made = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert made == [tmp_path / name for name in (PAGE, *COMPLETIONS.values())]
    assert all(path.stat().st_size for path in made)


@pytest.mark.parametrize("shell", COMPLETIONS)
def test_a_shell_asks_by_the_variable_that_is_answered(shell: str) -> None:
    assert f"_TALLYDESK_COMPLETE={shell}_complete" in completion(shell)


def completed(*words: str) -> list[str]:
    environment = {
        **os.environ,
        "_TALLYDESK_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(("tallydesk", *words)),
        "COMP_CWORD": str(len(words)),
    }
    said = subprocess.run([TALLYDESK], capture_output=True, text=True, check=True, env=environment)
    assert said.stderr == ""
    return [line.partition(",")[2] for line in said.stdout.splitlines()]


def test_the_tab_key_goes_on_with_commands_and_options() -> None:
    assert set(completed("")) == set(COMMANDS)
    assert completed("package", "pa") == ["papers"]
    assert "--out" in completed("package", "papers", "practice", "--o")


def test_bash_takes_the_script() -> None:
    bash = shutil.which("bash")
    if bash is None or sys.platform == "win32":
        pytest.skip("no bash on this machine")
    subprocess.run([bash, "-n"], input=completion("bash"), text=True, check=True)


def test_no_secret_is_ever_an_argument() -> None:
    """What stands on a command line is seen by everybody on the machine (U34)."""
    for context in every_command():
        for parameter in context.command.params:
            names = [name.strip("-") for name in parameter.opts]
            if any(word in name.split("-") for name in names for word in HIDDEN):
                assert isinstance(parameter, click.Option)
                is_file = all(name.endswith("-file") for name in names)
                assert parameter.is_flag or is_file, (context.command_path, names)


def test_nothing_is_coloured() -> None:
    """`NO_COLOR` is respected by never colouring at all (U34)."""
    for forced in ({"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}):
        said = subprocess.run(
            [TALLYDESK, "package", "validate", "nowhere"],
            capture_output=True,
            check=False,
            env={**os.environ, **forced},
        )
        assert said.returncode == 4
        assert b"\x1b[" not in said.stdout + said.stderr
