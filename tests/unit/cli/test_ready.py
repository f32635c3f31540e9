"""`tallydesk ready` (U33), as whoever prepares a laptop calls it: each in a process of its own."""

from __future__ import annotations

import json
from pathlib import Path

from tests.official import authority
from tests.unit.cli.village import tallydesk


def test_topics_are_told_with_what_to_do(tmp_path: Path) -> None:
    said = tallydesk(
        "ready", "--data-dir", tmp_path / "data", "--keys", tmp_path, "--language", "en"
    )
    lines = said.out.splitlines()
    assert any(line.startswith("! Package: Only practice opens here") for line in lines)
    assert any(line.startswith("✓ Members’ keys") for line in lines)
    assert "  For an official night start with the authority’s package." in lines
    assert said.code in (0, 1)
    assert ("Everything" in said.err) == (said.code == 0)


def test_scripts_get_one_object_a_line_and_the_report_is_saved(tmp_path: Path) -> None:
    said = tallydesk(
        *("ready", "--json", "--data-dir", tmp_path / "data", "--keys", tmp_path),
        *("--out", tmp_path / "out"),
    )
    *items, last = map(json.loads, said.out.splitlines())
    topics = ["package", "keys", "fonts", "printer", "disk", "stick", "clock", "versions"]
    assert [each["topic"] for each in items] == topics
    assert {each["mark"] for each in items} <= {"ok", "look", "missing"}
    assert last["ok"] + last["look"] + last["missing"] == len(topics)
    assert last["ready"] == (last["missing"] == 0) == (said.code == 0)
    assert Path(last["report"]).read_bytes().startswith(b"%PDF")
    assert said.err == ""


def test_a_damaged_package_is_in_the_report_and_not_ready(tmp_path: Path) -> None:
    file = tmp_path / "012-03.tdp"
    file.write_bytes(authority().container[:-9])
    said = tallydesk(
        *("ready", "--json", "--package", file, "--data-dir", tmp_path / "data"),
        *("--keys", tmp_path),
    )
    assert said.code == 1
    first = json.loads(said.out.splitlines()[0])
    assert (first["mark"], first["code"]) == ("missing", "package-refused")


def test_a_package_that_is_not_there_is_named(tmp_path: Path) -> None:
    said = tallydesk("ready", "--package", "nowhere", "--data-dir", tmp_path)
    assert (said.code, said.out) == (4, "")
    assert "“nowhere”" in said.err
