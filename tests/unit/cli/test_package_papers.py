"""`tallydesk package papers` (U32): what a station prints before the day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tallydesk.assets import package_bytes
from tallydesk.cli.main import run
from tests.official import authority

NAMES = ["form-fruit.pdf", "tally-fruit.pdf", "acts.pdf", "keys.pdf"]


def test_the_papers_are_saved_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "papers"
    assert run(["package", "papers", "practice", "--out", str(out)]) == 0
    told, err = capsys.readouterr()
    assert told.splitlines() == [str(out / f"PRACTICE-000-01-{name}") for name in NAMES]
    assert err == ""
    for path in told.splitlines():
        assert Path(path).read_bytes().startswith(b"%PDF")


def test_once_more_writes_nothing_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert run(["package", "papers", "practice", "--json", "--out", str(tmp_path / "o")]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[:4] == lines[4:]
    assert len(list((tmp_path / "o").iterdir())) == 4


def test_the_authoritys_package_prints_without_the_word_practice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "station.tdp"
    file.write_bytes(authority().container)
    assert run(["package", "papers", str(file), "--out", str(tmp_path / "o")]) == 0
    assert "PRACTICE" not in Path(capsys.readouterr().out.splitlines()[0]).name


def test_a_damaged_package_of_the_authority_prints_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "station.tdp"
    file.write_bytes(authority().container[:-40])
    assert run(["package", "papers", str(file), "--out", str(tmp_path / "o")]) == 3
    assert "damaged or changed" in capsys.readouterr().err
    assert not (tmp_path / "o").exists()


def test_a_package_with_a_mistake_prints_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "orchard.toml"
    text = package_bytes("practice").decode().replace("quorum = 4", "quorum = 9")
    file.write_text(text, encoding="utf-8")
    assert run(["package", "papers", str(file), "--out", str(tmp_path / "o")]) == 3
    assert "policy.quorum" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "no" / "such" / "stick"
    assert run(["package", "papers", "practice", "--out", str(out)]) == 4
    assert str(out) in capsys.readouterr().err
