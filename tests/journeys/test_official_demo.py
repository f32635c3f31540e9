"""`tallydesk demo --throwaway-authority`: the official path on files, checked by a stranger."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from cryptography import x509

from tallydesk.assets import LANGUAGES, words
from tallydesk.cli.main import run
from tallydesk.signing.codes import code_texts
from tallydesk.signing.letter import new_secret
from tallydesk.signing.record import read_record
from tallydesk.signing.trust import read_trust
from tallydesk.storage.reading import read_entries
from tallydesk.training import throwaway


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], list[str]]:
    """The folder, what was said of it, and every secret that was drawn."""
    out = tmp_path_factory.mktemp("official")
    secrets: list[str] = []
    patch = pytest.MonkeyPatch()

    def noted(chance: bytes) -> str:
        secrets.append(new_secret(chance))
        return secrets[-1]

    patch.setattr(throwaway, "new_secret", noted)
    said: list[str] = []
    patch.setattr("click.echo", lambda text, **_: said.append(text))
    assert run(["demo", "--throwaway-authority", "--out", str(out), "--json"]) == 0
    patch.undo()
    return out, json.loads(said[-1]), secrets


def verified(
    capsys: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, list[dict[str, object]]]:
    capsys.readouterr()
    code = run(["verify", "--json", "--language", "en", *arguments])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_it_names_trust_file_and_root_and_the_pdf_is_valid_with_either(
    played: tuple[Path, dict[str, str], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    out, said, _ = played
    assert list(said) == ["pdf", "codes", "journal", "answer", "trust", "root"]
    assert said["answer"] == "valid"
    assert "PRACTICE" not in said["pdf"]
    pem = (out / said["root"]).read_bytes()
    assert x509.load_pem_x509_certificate(pem).subject.rfc4514_string().startswith("CN=Throwaway")
    for name in ("trust", "root"):
        pdf, trust = str(out / said["pdf"]), str(out / said[name])
        code, (row,) = verified(capsys, pdf, "--trust", trust)
        assert (code, row["answer"]) == (0, "valid")
    code, (row,) = verified(capsys, str(out / said["pdf"]))
    assert (code, row["answer"]) == (1, "unknown-root")


def test_no_secret_is_anywhere_on_the_disk_and_no_key_is_left_on_a_stick(
    played: tuple[Path, dict[str, str], list[str]],
) -> None:
    out, _, secrets = played
    (secret,) = secrets
    for path in (each for each in out.rglob("*") if each.is_file()):
        content = path.read_bytes()
        assert secret.encode() not in content
        assert secret.replace("-", "").encode() not in content
    assert not list(out.rglob("*.key"))


def test_every_event_names_the_member_at_the_desk(
    played: tuple[Path, dict[str, str], list[str]],
) -> None:
    out, said, _ = played
    entries = read_entries(out / said["journal"])
    seated = next(entry.number for entry in entries if entry.kind == "AttendanceTaken")
    assert all(entry.member for entry in entries if entry.number > seated)
    first, second = (
        {entry.member for entry in entries if entry.kind == "FigureWritten" and which in entry.body}
        for which in ('"entry":1', '"entry":2')
    )
    assert first
    assert second


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_is_told_in_every_language_and_never_among_the_figures(
    played: tuple[Path, dict[str, str], list[str]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    language: str,
) -> None:
    out, said, _ = played
    trust = str(out / said["trust"])
    draft = tmp_path / "draft.txt"
    draft.write_text("\n".join(code_texts("D", payload_in(out), "official")), encoding="utf-8")
    code, (row,) = verified(capsys, str(draft), "--trust", trust)
    assert (code, row["answer"], row["figures"], row["votes"]) == (3, "unreadable", {}, {})
    assert isinstance(row["draft"], dict)
    assert list(row["draft"]["figures"].values())[0] == 1419  # noqa: RUF015  # the first line
    assert len(row["draft"]["digest"].replace(" ", "")) == 32

    run(["verify", str(draft), "--trust", trust, "--language", language])
    shown = capsys.readouterr().out
    assert words(language)["answer.because.draft"] in shown
    assert words(language)["answer.draft"] in shown
    assert row["draft"]["digest"] in shown


def payload_in(out: Path) -> bytes:
    sealed = next(e for e in read_entries(out / "demo.sqlite") if e.kind == "RecordSealed")
    return read_record(bytes.fromhex(json.loads(sealed.body)["record"])).octets


# --- tallydesk run ------------------------------------------------------------------------------


def test_run_installs_the_first_trust_file_and_refuses_a_package_of_anybody_else(
    played: tuple[Path, dict[str, str], list[str]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out, said, _ = played
    opened: list[object] = []

    def window(*given: object) -> int:
        opened.append(given)
        return 0

    monkeypatch.setattr("tallydesk.app.run", window)
    here = ["--data-dir", str(tmp_path / "data"), "--language", "en"]
    package = ["--package", str(out / "demo.tdp")]

    assert run(["run", *package, *here]) == 3
    assert "No trust file is installed here." in capsys.readouterr().err
    assert run(["run", *package, "--trust", str(out / said["trust"]), *here]) == 0
    assert (tmp_path / "data" / "authority.trust").read_bytes() == (
        out / said["trust"]
    ).read_bytes()
    assert run(["run", *package, "--keys", str(out), *here]) == 0
    assert len(opened) == 2

    other = tmp_path / "other"
    shutil.copytree(out, other)
    container = (other / "demo.tdp").read_bytes()
    (other / "demo.tdp").write_bytes(container[:2000] + b"\x00" + container[2001:])
    assert run(["run", "--package", str(other / "demo.tdp"), *here]) == 3
    assert "was damaged or changed" in capsys.readouterr().err
    assert run(["run", *package, "--trust", str(out / said["root"]), *here]) == 3
    assert "names the authority’s root alone" in capsys.readouterr().err
    assert run(["run", "--practice", *package, *here]) == 2


def test_the_trust_file_of_the_demonstration_lists_its_one_card(
    played: tuple[Path, dict[str, str], list[str]],
) -> None:
    out, said, _ = played
    trust = read_trust((out / said["trust"]).read_bytes())
    assert trust.cards is not None
    assert len(trust.cards) == 1
    assert list(trust.files) == ["forms/az-presidential-2024.toml"]
