"""Which build this is, and whose licences it stands on (U36)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tallydesk.device.software import build_of, look_at_software, parts_of


@pytest.fixture
def program(tmp_path: Path) -> Path:
    code, resources = tmp_path / "code", tmp_path / "resources"
    (code / "rules").mkdir(parents=True)
    (code / "rules" / "balance.py").write_text("5 = 6 + 7")
    resources.mkdir()
    (resources / "az.toml").write_text("bəli")
    return tmp_path


def build(program: Path) -> str:
    return build_of(program / "code", program / "resources")


def test_the_same_files_are_the_same_build_wherever_they_lie(program: Path, tmp_path: Path) -> None:
    other = tmp_path / "another laptop"
    for part in ("code", "resources"):
        shutil.copytree(program / part, other / part)
    (other / "resources" / "az.qm").write_bytes(b"compiled from az.ts")
    assert build(other) == build(program)
    assert len(build(program)) == 16


def test_a_changed_or_a_further_file_is_another_build(program: Path) -> None:
    before = build(program)
    (program / "code" / "rules" / "balance.py").write_text("5 = 6 - 7")
    changed = build(program)
    (program / "code" / "stranger.py").write_text("")
    assert len({before, changed, build(program)}) == 3


def test_every_licence_beneath_has_a_name() -> None:
    software = look_at_software("6.10", "3.45")
    assert software.licence == "Apache-2.0"
    named = {part.name: part.licence for part in software.parts}
    assert all(named.values())
    assert {"Python", "SQLite", "SQLAlchemy", "cryptography"} <= set(named)
    # What those need in turn is beneath, too.
    assert "cffi" in named


def test_what_is_not_installed_has_no_parts() -> None:
    assert parts_of("no-such-distribution") == ()
