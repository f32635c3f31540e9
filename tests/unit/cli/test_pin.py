"""`tallydesk pin`: another PIN for the keys on a stick, and none lost on the way."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tallydesk.cli.main import run
from tallydesk.device.own_stick import change_pins_on
from tallydesk.signing.keys import WrongPin, make_key, point_of, unlock
from tallydesk.workflow.another_pin import NewPin
from tests.fakes import CountingChance
from tests.unit.cli.village import TALLYDESK

OLD, NEW = "24681357", "135724680"
SECRET = "7Q4K-9XWM-2C8D-H5T0"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A chair's stick: the key, the seal key, and somebody's enrolment."""
    folder = tmp_path / "stick"
    folder.mkdir()
    octets = CountingChance().octets
    for name in ("012-03-Ada.key", "012-03-Ada-seal.key"):
        (folder / name).write_bytes(make_key(OLD, "", octets).file)
    (folder / "012-03-Ada.enrolment").write_bytes(b"enrolment")
    return folder


def change(stick: Path, *more: str, old: str = OLD, new: str = NEW) -> list[str]:
    files = []
    for name, pin in (("old", old), ("new", new)):
        file = stick.parent / f"{name}.txt"
        file.write_text(f"{pin}\n", encoding="utf-8")
        files += ["--pin-file", str(file)]
    return ["pin", "--on", str(stick), *files, *more]


def keys(stick: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in stick.glob("*.key")}


def test_key_and_seal_key_open_with_the_new_pin_alone_and_are_the_same_keys(
    stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = keys(stick)
    assert run(change(stick)) == 0
    after = keys(stick)
    assert {name: point_of(file) for name, file in after.items()} == {
        name: point_of(file) for name, file in before.items()
    }
    for name, file in after.items():
        assert unlock(file, NEW, "").point == point_of(before[name])
        with pytest.raises(WrongPin):
            unlock(file, OLD, "")
        assert (stick / name).stat().st_mode & 0o077 == 0
    out = capsys.readouterr().out
    assert out.count("changed   ") == 2
    assert OLD not in out
    assert sorted(path.name for path in stick.iterdir()) == [
        "012-03-Ada-seal.key",
        "012-03-Ada.enrolment",
        "012-03-Ada.key",
    ]


def test_whoever_was_stopped_between_two_keys_does_the_same_again(
    stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (seal,) = stick.glob("*-seal.key")
    half = seal.read_bytes()
    assert run(change(stick)) == 0
    seal.write_bytes(half)
    (stick / ".0123456789abcdef.part").write_bytes(b"half a key")
    capsys.readouterr()

    assert run(change(stick)) == 0

    out = capsys.readouterr().out
    assert f"changed   {seal}\n" in out
    assert f"before    {stick / '012-03-Ada.key'}\n" in out
    assert all(opens(file, NEW) for file in keys(stick).values())
    assert not list(stick.glob(".*"))


DIES = """
import os, signal, sys
from pathlib import Path
from tallydesk.cli.main import run

put, left = Path.replace, int(sys.argv[1])

def replace(draft, path):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    moved = put(draft, path)
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return moved

Path.replace = replace
run(sys.argv[2:])
"""
"""Ends itself before or after the first or second key takes its place."""


@pytest.mark.parametrize("moment", [1, 2, 3, 4])
def test_whenever_the_process_is_killed_each_key_opens_with_one_of_the_two_pins(
    stick: Path, moment: int
) -> None:
    points = {name: point_of(file) for name, file in keys(stick).items()}
    died = subprocess.run(
        [sys.executable, "-c", DIES, str(moment), *change(stick)], check=False, capture_output=True
    )
    assert died.returncode == -signal.SIGKILL
    for name, file in keys(stick).items():
        assert point_of(file) == points[name]
        assert opens(file, OLD) is not opens(file, NEW)
    assert run(change(stick)) == 0
    assert all(opens(file, NEW) for file in keys(stick).values())
    assert not list(stick.glob(".*"))


def opens(file: bytes, pin: str) -> bool:
    try:
        unlock(file, pin, "")
    except WrongPin:
        return False
    return True


def test_a_key_of_the_authority_wants_the_station_secret_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    key = stick / "member-01.key"
    key.write_bytes(make_key(OLD, SECRET, CountingChance().octets).file)
    before = key.read_bytes()
    assert run(change(stick)) == 1
    assert "This PIN opens no key there." in capsys.readouterr().err
    assert key.read_bytes() == before

    secret = tmp_path / "secret.txt"
    secret.write_text(f"{SECRET.lower()}\n", encoding="utf-8")
    assert run(change(stick, "--secret-file", str(secret))) == 0
    assert unlock(key.read_bytes(), NEW, SECRET).point == point_of(before)
    assert SECRET not in capsys.readouterr().out


def test_keys_of_somebody_else_and_damaged_ones_are_named_and_left(
    stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = make_key("99999999", "", CountingChance(77).octets).file
    (stick / "other.key").write_bytes(other)
    (stick / "rotten.key").write_bytes(b"no key")
    assert run(change(stick)) == 0
    out = capsys.readouterr().out
    assert f"left      {stick / 'other.key'} (neither PIN opens it)\n" in out
    assert f"left      {stick / 'rotten.key'} (it is damaged, or no key)\n" in out
    assert keys(stick)["other.key"] == other
    assert keys(stick)["rotten.key"] == b"no key"


@pytest.mark.parametrize(
    ("old", "new", "code", "told"),
    [
        ("11111111", NEW, 1, "This PIN opens no key there."),
        (OLD, "1234567", 1, "A PIN has eight digits or more"),
        (OLD, OLD, 1, "The new PIN is the old one."),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_changed(
    stick: Path,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    code: int,
    told: str,
) -> None:
    before = keys(stick)
    assert run(change(stick, old=old, new=new)) == code
    assert told in capsys.readouterr().err
    assert keys(stick) == before


def test_a_stick_that_is_not_there_or_has_no_key_is_told(
    stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = change(stick)
    assert run([f"{word}-gone" if word == str(stick) else word for word in words]) == 4
    assert "is not there. Put the stick in and name its folder" in capsys.readouterr().err
    for key in stick.glob("*.key"):
        key.unlink()
    assert run(words) == 4
    assert "There is no key file in" in capsys.readouterr().err
    assert run(words[:-2]) == 2
    assert "--pin-file is given 1 times; 2 are needed" in capsys.readouterr().err


def test_the_pins_are_typed_unseen_and_the_new_one_twice(stick: Path) -> None:
    ours, theirs = pty.openpty()
    started = subprocess.Popen(
        [TALLYDESK, "pin", "--on", str(stick)], stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    shown = b""
    for awaited, answer in ((b"Old PIN", OLD), (b"New PIN", NEW), (b"epeat", NEW)):
        while awaited not in shown:
            shown += os.read(ours, 1024)
        os.write(ours, answer.encode() + b"\n")
    try:
        while more := os.read(ours, 1024):
            shown += more
    except OSError:
        pass  # what the system says when the other side has ended
    assert started.wait() == 0
    assert OLD.encode() not in shown
    assert NEW.encode() not in shown
    assert all(opens(file, NEW) for file in keys(stick).values())


def test_a_full_stick_keeps_the_old_key(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keys(stick)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="the disk is full"):
        change_pins_on(stick, NewPin(OLD, NEW, NEW), "", CountingChance().octets)
    assert keys(stick) == before
    assert not list(stick.glob(".*"))
