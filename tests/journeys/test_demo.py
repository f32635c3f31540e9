"""`tallydesk demo`: one whole night on files, read back with other people's programs."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pyzbar import pyzbar

from tallydesk.assets import read_bytes
from tallydesk.cli.main import run
from tallydesk.protocol.words import in_words
from tallydesk.training.scenario import Scenario, read_scenario


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration, played once."""
    out = tmp_path_factory.mktemp("demo")
    assert run(["demo", "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return read_scenario(read_bytes("scenarios", "demo.toml"))


@pytest.fixture(scope="module")
def pages(folder: Path) -> tuple[Path, ...]:
    """The protocol as a scanner at 150 dpi sees it."""
    subprocess.run(
        ["pdftoppm", "-r", "150", "-gray", "-png", pdf_in(folder), folder / "page"],
        check=True,
    )
    return tuple(sorted(folder.glob("page-*.png")))


def pdf_in(folder: Path) -> Path:
    (pdf,) = folder.glob("*-copy-01.pdf")
    return pdf


def codes_in(folder: Path) -> Path:
    (codes,) = folder.glob("*-codes.txt")
    return codes


def verified(capsys: pytest.CaptureFixture[str], *paths: Path) -> list[dict[str, object]]:
    capsys.readouterr()
    run(["verify", "--practice", "--json", *map(str, paths)])
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_json_names_the_files_relative_to_the_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["demo", "--out", str(tmp_path / "new"), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert list(said) == ["pdf", "codes", "journal", "answer"]
    assert said["answer"] == "valid-practice"
    for name in ("pdf", "codes", "journal"):
        assert (tmp_path / "new" / said[name]).is_file()
    parts = (tmp_path / "new" / said["codes"]).read_text(encoding="utf-8").splitlines()
    assert [part[:5] for part in parts] == ["TD1PR", "TD1PR", "TD1PC", "TD1PS"]


def test_the_clock_is_fixed_so_the_papers_are_the_same_octet_for_octet(
    folder: Path, tmp_path: Path
) -> None:
    assert run(["demo", "--out", str(tmp_path)]) == 0
    for name in (pdf_in(folder).name, codes_in(folder).name):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_a_second_demonstration_takes_the_place_of_the_first(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert run(["demo", "--out", str(tmp_path)]) == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert run(["demo", "--out", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_poppler_finds_every_figure_and_its_words(folder: Path, scenario: Scenario) -> None:
    text = subprocess.run(
        ["pdftotext", "-layout", pdf_in(folder), "-"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    rows = [" ".join(row.split()) for row in text.splitlines()]
    paper = scenario.contest["fruit"]
    figures = {**scenario.station, **paper.lines, "12": 18, "13": 640 + 375, "A1": 18}
    for line, count in figures.items():
        words = in_words(count, "az")
        assert any(
            row.startswith(f"{line} ") and row.endswith(f" {count} {words}") for row in rows
        ), f"line {line}: {count} {words}"
    for votes in paper.votes.values():
        assert any(row.endswith(f" {votes} {in_words(votes, 'az')}") for row in rows)


def test_two_decoders_read_every_code_from_a_scan(folder: Path, pages: tuple[Path, ...]) -> None:
    printed = set(codes_in(folder).read_text(encoding="utf-8").splitlines())
    by_zxing: set[str] = set()
    by_zbar: set[str] = set()
    for page in pages:
        with Image.open(page) as picture:
            by_zxing |= {found.text for found in zxingcpp.read_barcodes(picture)}
            by_zbar |= {found.data.decode() for found in pyzbar.decode(picture)}
    assert by_zxing == printed
    assert by_zbar == printed


def test_pdf_scan_and_texts_all_verify_and_show_the_same_figures(
    folder: Path,
    pages: tuple[Path, ...],
    scenario: Scenario,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for given in (pdf_in(folder), codes_in(folder), pages[-1]):
        (report,) = verified(capsys, given)
        assert report["answer"] == "valid-practice", given
        assert report["votes"] == scenario.contest["fruit"].votes


def test_practice_is_not_enough_where_a_real_protocol_is_asked_for(folder: Path) -> None:
    assert run(["verify", str(pdf_in(folder))]) == 1
    assert run(["verify", "--practice", str(pdf_in(folder))]) == 0


def test_no_changed_character_of_any_code_is_ever_valid(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sample here; every character, with several others in its place, in the verifier's tests."""
    texts = codes_in(folder).read_text(encoding="utf-8").splitlines()
    changed = tmp_path / "changed.txt"
    for number, text in enumerate(texts):
        for at in range(number, len(text), 97):
            other = "A" if text[at] != "A" else "B"
            twin = [*texts[:number], text[:at] + other + text[at + 1 :], *texts[number + 1 :]]
            changed.write_text("\n".join(twin), encoding="utf-8")
            (report,) = verified(capsys, changed)
            assert not str(report["answer"]).startswith("valid"), (number, at)


def test_the_slip_and_the_protocol_belong_together(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (slip,) = folder.glob("*-slip.pdf")
    reports = verified(capsys, pdf_in(folder), slip)
    assert [report["answer"] for report in reports] == ["valid-practice"] * 2


def test_a_folder_that_cannot_be_written_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run(["demo", "--out", str(tmp_path / "file" / "deeper")]) == 4
    assert "cannot be used" in capsys.readouterr().err
