"""`tallydesk form validate`, as a person or a script calls it."""

import json
from pathlib import Path

import pytest

from tallydesk.assets import form_bytes
from tallydesk.cli.main import run


def bad_form(folder: Path) -> Path:
    path = folder / "village.toml"
    text = form_bytes("az-municipal").decode()
    path.write_text(text.replace("\nverified = true", '\nverified = "yes"', 1), encoding="utf-8")
    return path


def test_a_shipped_form_has_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["form", "validate", "az-municipal"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("az-municipal: lines ")
    assert out.endswith(", mistakes 0\n")
    assert err == ""


def test_every_mistake_is_told_as_an_editor_opens_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = bad_form(tmp_path)
    assert run(["form", "validate", str(path)]) == 3
    out, err = capsys.readouterr()
    assert out.startswith(f"{path}:")
    assert out.endswith("lines[1].verified: must be true or false, without quotes\n")
    assert err == "tallydesk: the form “village” has 1 mistake.\n"


def test_scripts_get_one_object_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = bad_form(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("law =", "low ="), encoding="utf-8")
    assert run(["form", "validate", "--json", str(path)]) == 3
    *mistakes, last = map(json.loads, capsys.readouterr().out.splitlines())
    assert {each["key"] for each in mistakes} == {"law", "low", "lines[1].verified"}
    assert all(set(each) == {"line", "key", "mistake"} for each in mistakes)
    assert last == {"form": "village", "mistakes": 3, "lines": None, "relations": None}


def test_scripts_are_told_how_much_a_good_form_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["form", "validate", "--json", "pl-presidential-2015"]) == 0
    (told,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert told == {"form": "pl-presidential-2015", "mistakes": 0, "lines": 19, "relations": 12}


def test_two_mistakes_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = bad_form(tmp_path)
    path.write_text(path.read_text(encoding="utf-8") + "\n[colour]\n", encoding="utf-8")
    assert run(["form", "validate", str(path)]) == 3
    assert "has 2 mistakes." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"law = [", "the file is not TOML"),
        (b"law = '\xff'", "the file is not UTF-8"),
    ],
)
def test_what_is_no_form_at_all_gets_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    path = tmp_path / "village.toml"
    path.write_bytes(content)
    assert run(["form", "validate", str(path)]) == 3
    assert said in capsys.readouterr().out


def test_a_huge_file_is_not_read_to_its_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "village.toml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    assert run(["form", "validate", str(path)]) == 3
    assert "no form is" in capsys.readouterr().err


def test_a_missing_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["form", "validate", str(tmp_path / "none.toml")]) == 4
    assert "none.toml" in capsys.readouterr().err
