"""`tallydesk package validate`, as a person or a script calls it."""

import json
from pathlib import Path

import pytest

from tallydesk.assets import form_bytes, package_bytes, read_bytes, toml_names
from tallydesk.cli.main import run

DEFINITION = read_bytes("definitions", "az-presidential-2024.toml").decode()


def package_in(folder: Path, text: str = "") -> Path:
    path = folder / "orchard.toml"
    path.write_text(text or package_bytes("practice").decode(), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", toml_names("packages"))
def test_a_shipped_package_has_no_mistake(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["package", "validate", name]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"{name}: contests ")
    assert out.endswith("members 6, boxes 3, mistakes 0\n")
    assert err == ""


def test_every_mistake_is_told_as_an_editor_opens_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = package_bytes("practice").decode()
    text = text.replace('constituency = "000"', 'constituency = "017"')
    path = package_in(tmp_path, text.replace("quorum = 4", "quorum = 9"))
    assert run(["package", "validate", str(path)]) == 3
    out, err = capsys.readouterr()
    first, second = out.splitlines()
    assert first.startswith(f"{path}:")
    assert "station.constituency: practice is counted in constituency 000" in first
    assert "policy.quorum: 9 signers are wanted" in second
    assert err == "tallydesk: the package “orchard” has 2 mistakes.\n"


def test_scripts_get_one_object_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = package_in(tmp_path, package_bytes("practice").decode().replace("listed =", "lasted ="))
    assert run(["package", "validate", "--json", str(path)]) == 3
    *mistakes, last = map(json.loads, capsys.readouterr().out.splitlines())
    assert {each["key"] for each in mistakes} == {"station.listed", "station.lasted"}
    nothing = dict.fromkeys(("contests", "candidates", "members", "boxes"))
    assert last == {"package": "orchard", "mistakes": 2, **nothing}


def test_a_definition_is_known_by_its_content(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = package_in(tmp_path, DEFINITION)
    assert run(["package", "validate", "--json", str(path)]) == 0
    (told,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert told == {"definition": "orchard", "mistakes": 0, "contests": 1, "candidates": 7}


def test_the_mistakes_of_a_definition_are_named_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = package_in(tmp_path, DEFINITION.replace("day = 2024-02-07", 'day = "soon"'))
    assert run(["package", "validate", str(path)]) == 3
    out, err = capsys.readouterr()
    assert ":7: day: must be a day such as 2024-02-07" in out
    assert err == "tallydesk: the definition “orchard” has 1 mistake.\n"


def test_a_form_of_ones_own_lies_beside_the_package(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = package_bytes("practice").decode()
    path = package_in(tmp_path, text.replace('form = "az-presidential-2024"', 'form = "village"'))
    assert run(["package", "validate", str(path)]) == 3
    assert "there is no village.toml beside this file" in capsys.readouterr().out
    (tmp_path / "village.toml").write_bytes(form_bytes("az-municipal"))
    assert run(["package", "validate", str(path)]) == 0


def test_a_form_is_never_sought_outside_the_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "village.toml").write_bytes(form_bytes("az-municipal"))
    (tmp_path / "below").mkdir()
    text = package_bytes("practice").decode()
    old, new = 'form = "az-presidential-2024"', 'form = "../village"'
    path = package_in(tmp_path / "below", text.replace(old, new))
    assert run(["package", "validate", str(path)]) == 3
    assert "there is no form “../village”" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("wanted", "file", "said"),
    [
        ("package", "forms/az-municipal.toml", "is a form, not a package; “tallydesk form v"),
        ("package", "forms/maps/pl2015-round2.map.toml", "is a map, not a package; “tallydesk ch"),
        ("form", "packages/practice.toml", "is a package, not a form; “tallydesk package v"),
        ("form", "definitions/az-presidential-2024.toml", "is a definition, not a form; "),
        ("form", "forms/maps/pl2015-round2.map.toml", "is a map, not a form; "),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wanted: str, file: str, said: str
) -> None:
    path = tmp_path / "file.toml"
    path.write_bytes(read_bytes(*file.split("/")))
    assert run([wanted, "validate", str(path)]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"tallydesk: “{path}” {said}")


def test_a_name_that_nothing_has_is_told_with_those_that_ship(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["package", "validate", "fruit"]) == 4
    assert capsys.readouterr().err.endswith("; shipped are practice, practice-two-contests.\n")
