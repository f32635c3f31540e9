"""`tallydesk enrol`: a member's own key on their own stick, and nothing written over."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest

from tallydesk.cli.main import run
from tallydesk.signing.enrolment import read_enrolment
from tallydesk.signing.keys import WrongPin, point_of, unlock
from tests.unit.cli.village import TALLYDESK

PIN = "20261011"
NAME = "Bənövşə Sınaqçı"


def enrol(folder: Path, *more: str, pin: str = PIN, name: str = NAME) -> list[str]:
    file = folder / "pin.txt"
    file.write_text(f"{pin}\n", encoding="utf-8")
    stick = folder / "stick"
    stick.mkdir(exist_ok=True)
    words = ["enrol", "--station", "012-03", "--name", name, "--out", str(stick)]
    return [*words, "--pin-file", str(file), *more]


def test_the_key_stays_and_the_enrolment_goes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(enrol(tmp_path)) == 0
    stick = tmp_path / "stick"
    key, enrolment = sorted(stick.iterdir(), key=lambda path: path.suffix, reverse=True)
    assert (key.name, enrolment.suffix) == ("012-03-Bənövşə-Sınaqçı.key", ".enrolment")
    asked = read_enrolment(enrolment.read_bytes())
    assert (asked.constituency, asked.number, asked.name) == ("012", "03", NAME)
    assert asked.point == unlock(key.read_bytes(), PIN, "").point
    assert asked.seal_point is None
    assert key.stat().st_mode & 0o077 == 0
    out = capsys.readouterr().out
    assert f"keep      {key}\n" in out
    assert f"hand in   {enrolment}\n" in out
    assert f"point     {asked.point.hex()}\n" in out
    with pytest.raises(WrongPin):
        unlock(key.read_bytes(), PIN + "0", "")


def test_a_chair_gets_a_seal_key_too(tmp_path: Path) -> None:
    assert run(enrol(tmp_path, "--seal")) == 0
    (sealing,) = (tmp_path / "stick").glob("*-seal.key")
    (enrolment,) = (tmp_path / "stick").glob("*.enrolment")
    asked = read_enrolment(enrolment.read_bytes())
    assert asked.seal_point == point_of(sealing.read_bytes()) != asked.point


@pytest.mark.parametrize("held", [".key", "-seal.key", ".enrolment"])
def test_a_key_is_never_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], held: str
) -> None:
    command = enrol(tmp_path, "--seal")
    path = tmp_path / "stick" / f"012-03-Bənövşə-Sınaqçı{held}"
    path.write_bytes(b"somebody's key")
    assert run(command) == 1
    assert "is there already and is never written over" in capsys.readouterr().err
    assert path.read_bytes() == b"somebody's key"
    assert list((tmp_path / "stick").iterdir()) == [path]


@pytest.mark.parametrize(
    ("pin", "name", "code", "told"),
    [
        ("1234567", NAME, 1, "a PIN has eight digits or more"),
        ("12345678x", NAME, 1, "a PIN has eight digits or more"),
        (PIN, "", 2, "is no name for a card"),
        (PIN, "...", 2, "is no name for a card"),
        (PIN, " Ada", 2, "is no name for a card"),
        (PIN, "x" * 101, 2, "is no name for a card"),
        (PIN, "Ada\u202e", 2, "is no name for a card"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    pin: str,
    name: str,
    code: int,
    told: str,
) -> None:
    assert run(enrol(tmp_path, pin=pin, name=name)) == code
    assert told in capsys.readouterr().err
    assert list((tmp_path / "stick").iterdir()) == []


def test_station_and_stick_are_checked_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = enrol(tmp_path)
    assert run(["012/03" if word == "012-03" else word for word in words]) == 2
    assert "is no station; write constituency and number, as 012-03" in capsys.readouterr().err
    assert run([f"{word}-gone" if word.endswith("stick") else word for word in words]) == 4
    assert "is not there. Put the stick in and name its folder" in capsys.readouterr().err


def test_a_pin_is_typed_twice_and_never_shown(tmp_path: Path) -> None:
    """U34."""
    command = enrol(tmp_path)
    typed = [word for word in command if word not in ("--pin-file", str(tmp_path / "pin.txt"))]
    ours, theirs = pty.openpty()
    started = subprocess.Popen([TALLYDESK, *typed], stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    for awaited, answer in ((b"PIN, eight digits", PIN), (b"epeat", PIN)):
        while awaited not in shown:
            shown += os.read(ours, 1024)
        os.write(ours, answer.encode() + b"\n")
    try:
        while more := os.read(ours, 1024):
            shown += more
    except OSError:
        pass  # what the system says when the other side has ended
    assert started.wait() == 0
    assert PIN.encode() not in shown
    assert list((tmp_path / "stick").glob("*.key"))
