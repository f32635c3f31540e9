"""`tallydesk verify` as people and scripts call it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
)

from tallydesk.assets import words
from tallydesk.cli.main import run
from tallydesk.signing.keys import Unlocked
from tallydesk.signing.practice import practice_root
from tests.signed import GOOD, OFFICIAL, Copy

PRACTICE = replace(GOOD, root=practice_root())
AUTHORITY = ec.derive_private_key(77, ec.SECP256R1())


def written(folder: Path, copy: Copy, name: str = "codes.txt") -> str:
    path = folder / name
    path.write_text("".join(f"{code}\n" for code in copy.codes), encoding="utf-8")
    return str(path)


def trust(folder: Path, key: ec.EllipticCurvePublicKey) -> str:
    path = folder / "authority.pem"
    path.write_bytes(key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return str(path)


def rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_practice_protocol_is_fine_with_practice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, PRACTICE)
    assert run(["verify", path, "--practice", "--json", "--language", "en"]) == 0
    (row,) = rows(capsys)
    assert row["input"] == path
    assert row["answer"] == "valid-practice"
    assert row["station"] == "000-01"
    assert row["contest"] == "pear"
    assert row["figures"] == dict(
        zip(["3", "5", "8", "6", "12", "13", "14", "15"], GOOD.payload.lines, strict=True)
    )
    assert row["votes"] == {"a": 50, "b": 38}
    assert row["names"] == {"a": "Anjou", "b": "Bosc"}
    assert row["stances"] == [
        {"name": "Ada", "office": "chair", "stance": "signs"},
        {"name": "Ben", "office": "deputy", "stance": "signs_with_opinion"},
        {"name": "Cem", "office": "secretary", "stance": "signs"},
        {"name": "Dan", "office": "member", "stance": "signs_on_paper"},
        {"name": "Eva", "office": "member", "stance": "refuses"},
        {"name": "Fidan", "office": "member", "stance": "absent"},
    ]
    assert "not that the ballots were counted right" in str(row["reason"])


def test_a_practice_protocol_is_not_fine_without_practice(tmp_path: Path) -> None:
    assert run(["verify", written(tmp_path, PRACTICE), "--json"]) == 1


def test_an_official_protocol_is_valid_under_its_authority(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = replace(OFFICIAL, root=Unlocked(77))
    path, pem = written(tmp_path, copy), trust(tmp_path, AUTHORITY.public_key())
    assert run(["verify", path, "--trust", pem, "--json"]) == 0
    assert run(["verify", path, "--json"]) == 1
    assert [row["answer"] for row in rows(capsys)] == ["valid", "unknown-root"]


def test_a_practice_protocol_beside_an_authority_needs_practice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, pem = written(tmp_path, PRACTICE), trust(tmp_path, AUTHORITY.public_key())
    assert run(["verify", path, "--trust", pem, "--json"]) == 1
    assert run(["verify", path, "--trust", pem, "--practice", "--json"]) == 0
    assert [row["answer"] for row in rows(capsys)] == ["wrong-purpose", "valid-practice"]


def test_one_object_an_input_in_order_and_the_highest_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = written(tmp_path, PRACTICE)
    bad = tmp_path / "bad.txt"
    bad.write_text("hello\n", encoding="utf-8")
    assert run(["verify", good, str(bad), "--practice", "--json"]) == 3
    assert [row["answer"] for row in rows(capsys)] == ["valid-practice", "unreadable"]
    missing = str(tmp_path / "missing.pdf")
    assert run(["verify", str(bad), missing, good, "--practice", "--json"]) == 4
    read = rows(capsys)
    assert [row["input"] for row in read] == [str(bad), missing, good]
    assert [row["answer"] for row in read] == ["unreadable", "unreadable", "valid-practice"]
    assert [row["figures"] != {} for row in read] == [False, False, True]


def test_a_folder_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", str(tmp_path), "--json"]) == 4
    assert rows(capsys)[0]["answer"] == "unreadable"


def test_a_forged_protocol_shows_no_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["verify", written(tmp_path, GOOD), "--practice", "--json"]) == 1
    (row,) = rows(capsys)
    assert row["answer"] == "unknown-root"
    assert row["station"] == row["contest"] == row["digest"] == ""
    assert row["figures"] == row["votes"] == row["names"] == {}
    assert row["stances"] == row["variances"] == []


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_people_get_sentences_and_always_the_limit_of_a_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    path = written(tmp_path, PRACTICE)
    assert run(["verify", path, "--practice", "--language", language]) == 0
    said = capsys.readouterr().out
    assert words(language)["answer.valid-practice.title"] in said
    assert words(language)["answer.proof"] in said
    assert "Anjou" in said
    assert "50" in said
    assert run(["verify", written(tmp_path, GOOD), "--language", language]) == 1
    said = capsys.readouterr().out
    assert words(language)["answer.unknown-root.todo"] in said
    assert words(language)["answer.proof"] in said
    assert "Anjou" not in said


@pytest.mark.parametrize("content", [b"", b"hello", b"\xff" * 100, b"\xa0"])
def test_a_trust_file_of_another_kind_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    pem = tmp_path / "trust"
    pem.write_bytes(content)
    assert run(["verify", written(tmp_path, PRACTICE), "--trust", str(pem)]) == 3
    heard = capsys.readouterr()
    assert "root key or certificate in PEM" in heard.err
    assert heard.out == ""


def test_the_practice_root_is_no_authority(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), practice_root().point)
    pem = trust(tmp_path, root)
    assert run(["verify", written(tmp_path, PRACTICE), "--trust", pem]) == 3
    assert "everybody has its private key" in capsys.readouterr().err


def test_a_missing_trust_file_is_an_input_that_is_missing(tmp_path: Path) -> None:
    path = written(tmp_path, PRACTICE)
    assert run(["verify", path, "--trust", str(tmp_path / "none.pem")]) == 4


def test_without_a_path_there_is_nothing_to_verify() -> None:
    assert run(["verify"]) == 2
