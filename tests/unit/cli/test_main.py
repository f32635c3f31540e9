"""The command line as a whole: what it costs, how it ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import click
import pytest

from tallydesk.cli import main
from tallydesk.cli.ending import Ended, ExitCode, ending
from tallydesk.cli.main import COMMANDS, run
from tallydesk.device.instance import InstanceRunning
from tests.unit.cli.village import CLEAN, HEADER, TALLYDESK, UNEQUAL, tallydesk, village_in

IMPORTED = """
import sys
from tallydesk.cli.main import run
code = run([*sys.argv[1:], "--help"])
heavy = sorted({name.split(".")[0] for name in sys.modules} & {"PySide6", "sqlalchemy", "alembic"})
print(heavy, file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize("arguments", [(), *((name,) for name in sorted(COMMANDS))])
def test_help_imports_neither_qt_nor_sql(arguments: tuple[str, ...]) -> None:
    """U34."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED, *arguments], capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"
    assert done.stdout.startswith(" ".join(("Usage: tallydesk", *arguments)))


def test_help_of_the_whole_imports_no_command() -> None:
    code = "import sys; from tallydesk.cli.main import run; run(['--help']); print([*sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "tallydesk.cli.main" in done.stdout
    for heavy in ("tallydesk.cli.check", "tallydesk.assets", "pydantic", "importlib.metadata"):
        assert f"'{heavy}'" not in done.stdout


def test_every_command_stands_in_the_list_with_its_own_words() -> None:
    folder = Path(main.__file__).parent
    context = click.Context(main.tallydesk)
    for name, sentence in COMMANDS.items():
        assert (folder / f"{name}.py").is_file()
        command = main.tallydesk.get_command(context, name)
        assert command is not None
        assert command.get_short_help_str(100).startswith(sentence.removesuffix("."))
        assert f"  {name}" in tallydesk("--help").out
    assert main.tallydesk.list_commands(context) == sorted(COMMANDS)


def test_the_version_is_that_of_the_package() -> None:
    said = tallydesk("--version")
    assert (said.code, said.out, said.err) == (0, f"tallydesk {version('tallydesk')}\n", "")


@pytest.mark.parametrize("arguments", [("count",), ("--colour",), ()])
def test_what_is_no_command_is_misuse(arguments: tuple[str, ...]) -> None:
    said = tallydesk(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert said.err.startswith("Usage: tallydesk [OPTIONS] COMMAND")


def test_the_module_is_the_same_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tallydesk", "--version"], capture_output=True, check=True
    )
    assert done.stdout.startswith(b"tallydesk ")


class Scripted:
    """A command of the test's own, in place of one that ships."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def does(self, body: object) -> None:
        @click.command(name="scripted")
        def command() -> object:
            return body() if callable(body) else body

        module = ModuleType("tallydesk.cli.scripted")
        vars(module)["command"] = command
        self._monkeypatch.setitem(sys.modules, module.__name__, module)
        self._monkeypatch.setitem(COMMANDS, "scripted", "Does what the test says.")

    def raises(self, trouble: BaseException) -> None:
        def body() -> NoReturn:
            raise trouble

        self.does(body)


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> Scripted:
    return Scripted(monkeypatch)


@pytest.mark.parametrize(("outcome", "code"), [(None, 0), (ExitCode.FINDINGS, 1), ("text", 0)])
def test_what_a_command_returns_is_the_exit_code(
    scripted: Scripted, outcome: object, code: int
) -> None:
    """U34."""
    scripted.does(outcome)
    assert run(["scripted"]) == code


@pytest.mark.parametrize(
    ("trouble", "code", "said"),
    [
        (Ended("the form is blue.", ExitCode.BAD_INPUT), 3, "the form is blue."),
        (FileNotFoundError(2, "No such file", "x"), 4, "“x” cannot be used: No such file"),
        (
            PermissionError(13, "Denied", "x"),
            4,
            "“x” cannot be used: Denied. Check the permissions.",
        ),
        (InstanceRunning("Go on in its window."), 4, "Go on in its window.\n"),
        (OSError("the disk left"), 4, "reading or writing failed: the disk left"),
        (OSError(), 4, "reading or writing failed: OSError"),
        (KeyboardInterrupt(), 130, "stopped."),
        (click.Abort(), 130, "stopped."),
        (
            ZeroDivisionError("no share"),
            70,
            "a fault in tallydesk itself stopped the command (ZeroDivisionError: no share).",
        ),
    ],
)
def test_whatever_happens_people_get_one_sentence(
    scripted: Scripted,
    capsys: pytest.CaptureFixture[str],
    trouble: BaseException,
    code: int,
    said: str,
) -> None:
    scripted.raises(trouble)
    assert run(["scripted"]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"tallydesk: {said}")
    assert err.count("\n") == 1


def test_a_fault_can_be_looked_at(scripted: Scripted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALLYDESK_TRACEBACK", "1")
    scripted.raises(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        run(["scripted"])


def test_exceptions_with_a_sentence_become_the_end() -> None:
    with pytest.raises(Ended, match=r"^it is torn$") as end, ending(ExitCode.BAD_INPUT, ValueError):
        raise ValueError("it is torn")
    assert end.value.code is ExitCode.BAD_INPUT


@pytest.mark.parametrize(("value", "colour"), [("1", False), ("", None)])
def test_no_color_is_obeyed(
    scripted: Scripted, monkeypatch: pytest.MonkeyPatch, value: str, *, colour: bool | None
) -> None:
    """U34."""
    monkeypatch.setenv("NO_COLOR", value)
    seen: list[bool | None] = []
    scripted.does(lambda: seen.append(click.get_current_context().color))
    run(["scripted"])
    assert seen == [colour]


def test_a_module_without_a_command_is_a_fault(
    scripted: Scripted, capsys: pytest.CaptureFixture[str]
) -> None:
    scripted.does(None)
    del sys.modules["tallydesk.cli.scripted"].command
    assert run(["scripted"]) == ExitCode.FAULT


def pipe_in(folder: Path) -> Path:
    pipe = folder / "pipe.csv"
    os.mkfifo(pipe)
    return pipe


def checking(folder: Path, table: Path, **streams: int) -> subprocess.Popen[bytes]:
    village = village_in(folder)
    arguments = [TALLYDESK, "check", str(village.form), str(table), "--map", str(village.map)]
    return subprocess.Popen(arguments, stderr=subprocess.PIPE, **streams)  # type: ignore[call-overload,no-any-return]  # the streams are numbers


@pytest.fixture
def somebody_listens() -> Iterator[None]:
    """What runs in the background ignores Ctrl-C, and so would every process it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("somebody_listens")
def test_ctrl_c_ends_in_a_word(tmp_path: Path) -> None:
    pipe = pipe_in(tmp_path)
    with checking(tmp_path, pipe, stdout=subprocess.PIPE) as process:
        with suppress(BrokenPipeError), pipe.open("wb", buffering=0) as table:
            table.write((HEADER + CLEAN).encode())
            process.send_signal(signal.SIGINT)
            # A signal in the moment before a read is heard when that read returns.
            while process.poll() is None:
                table.write(CLEAN.encode())
        out, err = process.communicate()
    assert (process.returncode, out, err) == (130, b"", b"tallydesk: stopped.\n")


def test_a_reader_that_goes_away_ends_it_silently(tmp_path: Path) -> None:
    pipe = pipe_in(tmp_path)
    with checking(tmp_path, pipe, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        with pipe.open("wb") as table:
            table.write((HEADER + UNEQUAL).encode())
        assert process.stderr.read() == b""
    assert process.returncode == ExitCode.INPUT_OUTPUT


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes streams so")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
@pytest.mark.parametrize(("name", "code"), [("az-municipal", 0), ("az-lunar", 4)])
def test_a_stream_that_the_caller_closed_changes_no_outcome(
    closed: str, name: str, code: int
) -> None:
    line = f'"$0" form validate {name} {closed}'
    done = subprocess.run(["/bin/sh", "-c", line, TALLYDESK], capture_output=True, check=False)
    assert done.returncode == code
    assert b"Traceback" not in done.stdout + done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("arguments", [("--help",), ("--version",)])
def test_a_full_disk_is_said_once(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [TALLYDESK, *arguments], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == ExitCode.INPUT_OUTPUT
    assert done.stderr == (
        b"tallydesk: reading or writing failed: No space left on device. "
        b"Make room on the disk, then try again.\n"
    )
