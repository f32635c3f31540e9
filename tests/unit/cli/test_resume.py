"""`tallydesk run --resume FILE`: the night of another laptop, and everything that is none (U24)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tallydesk.cli.main import run
from tallydesk.storage.export import lines_of
from tallydesk.storage.reading import read_entries
from tallydesk.workflow.ports import Entry
from tests.attacks.night import whole_night


@pytest.fixture
def no_window(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """The window itself is not opened; which data folder it was opened on."""
    opened: list[Path | None] = []

    def run_window(data_dir: Path | None, *_: object) -> int:
        opened.append(data_dir)
        return 0

    monkeypatch.setattr("tallydesk.app.run", run_window)
    return opened


def snapshot_of(entries: tuple[Entry, ...], folder: Path) -> Path:
    last = entries[-1]
    path = folder / f"snapshot-000-01-{last.number:04}-{last.digest.hex()[:8]}.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines_of(entries)), "utf-8")
    return path


def test_the_night_goes_on_here_and_the_same_command_may_be_given_again(
    tmp_path: Path, no_window: list[Path | None], capsys: pytest.CaptureFixture[str]
) -> None:
    entries = whole_night().entries[:120]
    data, snapshot = tmp_path / "data", snapshot_of(entries, tmp_path)
    call = ["run", "--resume", str(snapshot), "--data-dir", str(data), "--language", "en"]

    assert run(call) == 0
    there = read_entries(data / "journal.sqlite")
    assert there[:120] == entries
    assert there[120].kind == "MovedHere"
    assert capsys.readouterr() == ("", "")

    assert run(call) == 0
    assert read_entries(data / "journal.sqlite") == there
    said = "This laptop holds that night already, and 1 events more. Go on where it stopped.\n"
    assert capsys.readouterr() == ("", said)
    assert no_window == [data, data]


def test_events_that_only_this_laptop_held_are_told(
    tmp_path: Path, no_window: list[Path | None], capsys: pytest.CaptureFixture[str]
) -> None:
    entries, data = whole_night().entries, tmp_path / "data"
    for count in (100, 120):
        snapshot = snapshot_of(entries[:count], tmp_path)
        call = ["run", "--resume", str(snapshot), "--data-dir", str(data), "--language", "en"]
        assert run(call) == 0
    assert capsys.readouterr().err == (
        "1 events of this night that were only on this laptop are kept aside in the folder "
        "“earlier”.\n"
    )
    assert len(no_window) == 2
    assert list((data / "earlier").iterdir())


def cut(path: Path) -> None:
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:100]))


def change(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    lines[99] = lines[99].replace('"member": ', '"member": 1')
    path.write_text("".join(lines), "utf-8")


@pytest.mark.parametrize(
    ("spoil", "code", "said"),
    [
        (cut, 3, "lost its end: it held 120 events. Choose an older snapshot."),
        (change, 3, "does not hold from event 100 on. Choose an older snapshot."),
        (lambda path: path.write_bytes(b""), 3, "is no snapshot of a night. Choose another file."),
        (lambda path: path.write_bytes(b"\x00" * 100), 3, "is no snapshot of a night."),
        (lambda path: path.write_bytes(b"{}\n"), 3, "is no snapshot of a night."),
        (lambda path: path.unlink(), 4, "cannot be used: No such file or directory."),
    ],
    ids=["cut", "changed", "empty", "zeros", "other", "gone"],
)
def test_what_is_no_snapshot_opens_no_window_and_changes_nothing(
    tmp_path: Path,
    no_window: list[Path | None],
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path], object],
    code: int,
    said: str,
) -> None:
    snapshot = snapshot_of(whole_night().entries[:120], tmp_path)
    spoil(snapshot)
    data = tmp_path / "data"

    ended = run(["run", "--resume", str(snapshot), "--data-dir", str(data), "--language", "en"])

    out, err = capsys.readouterr()
    assert (ended, out) == (code, "")
    assert said in err
    assert err.count("\n") == 1
    assert not (data / "journal.sqlite").exists()
    assert no_window == []


def test_a_snapshot_and_a_package_contradict_each_other(
    tmp_path: Path, no_window: list[Path | None]
) -> None:
    call = ["run", "--resume", str(tmp_path / "x"), "--package", "practice"]
    assert run(call) == 2
    assert no_window == []
