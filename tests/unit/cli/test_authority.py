"""`tallydesk authority` as a commission calls it: fifty stations, refusals, kill and resume."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tallydesk.cli.main import run
from tallydesk.signing.letter import blocks_of, secret_fits
from tallydesk.signing.sealed_package import open_package
from tallydesk.signing.trust import read_trust, trust_from
from tests.benchmarks.invented_roster import PASSPHRASES, enrolments_of, key
from tests.unit.authority.test_issuing import secret_in, text_of
from tests.unit.cli.authority_desk import Desk, RootFiles, desk_in, root_files
from tests.unit.cli.village import TALLYDESK

STRANGE = key(99).point.hex()
POINT = key(1, 0, 2).point.hex()


@pytest.fixture(scope="module")
def root() -> RootFiles:
    return root_files()


@pytest.fixture
def desk(tmp_path: Path, root: RootFiles) -> Desk:
    return desk_in(tmp_path, root, 2)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """Both streams, for a refusal that may stand on either."""
    out, err = capsys.readouterr()
    return out + err


def test_fifty_stations_are_issued_and_published(
    tmp_path: Path, root: RootFiles, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = desk_in(tmp_path, root, 50)
    assert run([*desk.issue, "--trust-serial", "1"]) == 0
    assert "stations 50, issued 50, issued before 0, refused 0\n" in capsys.readouterr().out
    trust = read_trust((desk.out / "invented-fruit-1.trust").read_bytes())
    packages = {name: open_package(octets) for name, octets in desk.packages().items()}
    assert len(packages) == 50
    assert trust.cards == frozenset(each.card.digest for each in packages.values())
    assert trust == trust_from((desk.out / "invented-fruit-1.trust").read_bytes(), b"")
    secrets = set()
    for name, package in packages.items():
        letter = (desk.out / "letters" / name).with_suffix(".pdf").read_bytes()
        secret = secret_in(letter)
        secrets.add(secret)
        assert package.signed_by(trust.root)
        assert secret_fits(secret, package.manifest.secret_salt, package.manifest.secret_check)
        assert set(blocks_of(package.digest)) <= set(text_of(letter).split())
    assert len(secrets) == 50


def test_every_sub_command_stands_in_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["authority", "--help"]) == 0
    listed = capsys.readouterr().out.partition("Commands:")[2].split()
    assert {"issue", "recount", "root", "trust"} <= set(listed)
    for name in ("issue", "recount", "root", "trust"):
        assert run(["authority", name, "--help"]) == 0
        assert f"Usage: tallydesk authority {name}" in capsys.readouterr().out
    assert run(["authority", "rule"]) == 2
    assert "No such command" in said(capsys)


def test_letters_are_for_their_owner_alone(desk: Desk) -> None:
    run(desk.issue)
    letters = desk.out / "letters"
    assert letters.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in letters.iterdir())


def test_the_same_command_again_changes_nothing(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    command = [*desk.issue, "--trust-serial", "1"]
    assert run(command) == 0
    before = {path: path.read_bytes() for path in desk.out.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert run(command) == 0
    assert "issued 0, issued before 2, refused 0" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in desk.out.rglob("*") if path.is_file()} == before


def test_a_killed_run_goes_on_without_a_second_card(tmp_path: Path, root: RootFiles) -> None:
    """Killed twice, at whatever it was doing after a first and a later word."""
    desk = desk_in(tmp_path, root, 70)
    before: dict[str, bytes] = {}
    for words in (1, 40):
        with subprocess.Popen(
            [TALLYDESK, *desk.issue, "--json"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as started:
            assert started.stdout is not None
            for _ in range(words):
                started.stdout.readline()
            started.send_signal(signal.SIGKILL)
        held = desk.packages()
        assert {name: held[name] for name in before} == before
        before = held
        assert before
    assert run(desk.issue) == 0
    packages = desk.packages()
    assert len(packages) == 70
    assert {name: packages[name] for name in before} == before
    for name, octets in packages.items():
        manifest = open_package(octets).manifest
        letter = (desk.out / "letters" / name).with_suffix(".pdf").read_bytes()
        assert secret_fits(secret_in(letter), manifest.secret_salt, manifest.secret_check)
    assert not list(desk.out.rglob(".*.part"))


def test_scripts_get_one_object_a_line(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    (desk.files.enrolments / "001-01-1.enrolment").unlink()
    (desk.files.enrolments / "stray.enrolment").write_bytes(b"hello")
    assert run([*desk.issue, "--json"]) == 3
    *outcomes, last = map(json.loads, capsys.readouterr().out.splitlines())
    states = {each["station"]: each["state"] for each in outcomes}
    assert states == {"001-01": "refused", "001-02": "issued", None: "stray"}
    assert last == {"stations": 2, "issued": 1, "before": 0, "refused": 1, "stray": 1}


def test_a_refused_station_is_issued_once_its_enrolment_is_mended(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    name, content = next(iter(enrolments_of(0)))
    path = desk.files.enrolments / name
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert run([*desk.issue, "--trust-serial", "1"]) == 3
    told = said(capsys)
    assert f"001-01: {name}: the enrolment is not signed with the keys that it names" in told
    assert list(desk.packages()) == ["001-02.tdp"]
    assert not list(desk.out.glob("*.trust"))
    path.write_bytes(content)
    assert run([*desk.issue, "--trust-serial", "1"]) == 0
    assert sorted(desk.packages()) == ["001-01.tdp", "001-02.tdp"]
    assert list(desk.out.glob("*.trust"))


def test_mistakes_of_the_tables_are_all_named_before_anything_is_issued(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, old, new in (
        (desk.files.stations, "1200", "many"),
        (desk.files.roster, ",chair", ",boss"),
    ):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert run(desk.issue) == 3
    out, err = capsys.readouterr()
    assert f"{desk.files.stations}:2: listed: “many” is no whole number" in out
    assert f"{desk.files.roster}:2: office: “boss” is no office" in out
    assert err == "tallydesk: the tables have 3 mistakes; nothing was issued.\n"
    assert not desk.out.exists()


def test_keys_made_here_lie_beside_their_slips(desk: Desk) -> None:
    rows = desk.files.roster.read_text(encoding="utf-8").splitlines()
    marked = [
        f"{rows[0]},key",
        *(f"{row},{'yes' if ',chair' in row else 'no'}" for row in rows[1:]),
    ]
    desk.files.roster.write_text("\n".join(marked), encoding="utf-8")
    assert run([*desk.issue_without, "--make-keys"]) == 0
    kept = sorted(path.name for path in (desk.out / "keys" / "001-01").iterdir())
    assert kept == ["member-01-seal.key", "member-01.key"]
    assert (desk.out / "pins" / "001-01.pdf").read_bytes().startswith(b"%PDF")
    card = open_package(desk.packages()["001-01.tdp"]).card.card
    assert card.custody == "authority"
    before = desk.packages()
    assert run([*desk.issue_without, "--make-keys"]) == 0
    assert desk.packages() == before


def no_enrolments(desk: Desk) -> None:
    for path in desk.files.enrolments.iterdir():
        path.unlink()
    desk.files.enrolments.rmdir()


def second(content: bytes) -> Callable[[Desk], object]:
    """What the second person's file holds."""
    return lambda desk: (desk.folder / "person-2.txt").write_bytes(content)


SPOILT: dict[str, tuple[Callable[[Desk], object], int, str]] = {
    "policy": (lambda desk: desk.files.policy.write_text("x"), 3, "policy.toml"),
    "definition": (lambda desk: desk.files.definition.write_text("x"), 3, "fruit.toml"),
    "a definition for a policy": (
        lambda desk: desk.files.policy.write_bytes(desk.files.definition.read_bytes()),
        3,
        "policy.toml",
    ),
    "a policy for a definition": (
        lambda desk: desk.files.definition.write_bytes(desk.files.policy.read_bytes()),
        3,
        "fruit.toml",
    ),
    "no policy": (lambda desk: desk.files.policy.unlink(), 4, "policy.toml"),
    "no stations": (lambda desk: desk.files.stations.unlink(), 4, "stations.csv"),
    "no enrolments": (no_enrolments, 4, "enrolments"),
    "no root": (lambda desk: (desk.folder / "root.key").unlink(), 4, "root.key"),
    "no certificate": (lambda desk: (desk.folder / "root.pem").unlink(), 4, "root.pem"),
    "another certificate": (
        lambda desk: (desk.folder / "root.pem").write_bytes(b"-----BEGIN CERTIFICATE-----\n"),
        3,
        "the certificate is damaged, or it belongs to another root",
    ),
    "a damaged root": (
        lambda desk: (desk.folder / "root.key").write_bytes(b"hello"),
        3,
        "this is no root key, or it is damaged",
    ),
    "a wrong passphrase": (
        second("bağda açılan son bənövşə\n".encode()),
        1,
        "the two passphrases do not open this root key",
    ),
    "a short passphrase": (second(b"short\n"), 1, "passphrase 2 has 5 characters; it needs 12"),
    "two lines": (second(b"one\ntwo\n"), 3, "is not one line of text in UTF-8"),
    "octets": (second(b"\xff" * 20), 3, "is not one line of text in UTF-8"),
    "a book": (second(b"a" * 5000), 3, "is not one line of text in UTF-8"),
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_bad_input_is_named(desk: Desk, capsys: pytest.CaptureFixture[str], spoilt: str) -> None:
    spoil, code, told = SPOILT[spoilt]
    spoil(desk)
    assert run(desk.issue) == code
    assert told in said(capsys)
    assert desk.packages() == {}


@pytest.mark.parametrize("more", [[], ["--make-keys", "--enrolments", "."]])
def test_keys_are_the_members_own_or_made_here(
    desk: Desk, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    assert run([*desk.issue_without, *more]) == 2
    assert "give either --enrolments or --make-keys" in said(capsys)


def test_passphrases_never_stand_among_the_arguments(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """U34."""
    assert run([*desk.issue[:4], *desk.issue[8:]]) == 2
    assert "there is no terminal to type on unseen; give --passphrase-file instead" in said(capsys)
    assert run([*desk.issue, "--passphrase-file", str(desk.folder / "person-1.txt")]) == 2
    assert "--passphrase-file is given 3 times; 2 are needed" in said(capsys)


def test_two_runs_at_once_are_one_too_many(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    from tallydesk.device.instance import only_run

    desk.out.mkdir()
    with only_run(desk.out):
        assert run(desk.issue) == 4
    assert "another run of this command writes into" in said(capsys)


def test_a_root_is_made_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = []
    for number, passphrase in enumerate(PASSPHRASES):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"{passphrase}\r\n", encoding="utf-8")
        files += ["--passphrase-file", str(path)]
    command = ["authority", "root", "--out", str(tmp_path / "root"), *files]
    assert run(command) == 0
    made = (tmp_path / "root" / "root.key").read_bytes()
    pem = (tmp_path / "root" / "root.pem").read_bytes()
    assert trust_from(pem, b"").root.hex() in capsys.readouterr().out
    assert (tmp_path / "root" / "root.key").stat().st_mode & 0o077 == 0
    assert run(command) == 1
    assert "is there already and is never written over" in said(capsys)
    assert (tmp_path / "root" / "root.key").read_bytes() == made
    for more in (["--name", ""], ["--name", "ə" * 33]):
        elsewhere = ["authority", "root", "--out", str(tmp_path / "other"), *files, *more]
        assert run(elsewhere) == 1
        assert "has one to 64 octets" in said(capsys)


def test_the_next_trust_file_revokes_and_accepts(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    run(desk.issue)
    assert run(desk.trust(1)) == 0
    capsys.readouterr()
    more = ["--previous", str(desk.folder / "trust-1"), "--accept", "ab" * 32]
    assert run(desk.trust(2, *more, "--revoke", f"{POINT}@2026-10-11T20:00+04:00")) == 0
    digest = capsys.readouterr().out.splitlines()[-1]
    assert len(digest.removeprefix("digest").split()) == 8
    first, second = (
        read_trust((desk.folder / f"trust-{serial}").read_bytes()) for serial in (1, 2)
    )
    assert first.cards == second.cards
    assert second.accepted == frozenset({b"\xab" * 32})
    assert [at.isoformat() for at in second.revoked.values()] == ["2026-10-11T16:00:00+00:00"]
    assert run(desk.trust(2)) == 1
    assert "is never written over" in said(capsys)


@pytest.mark.parametrize(
    ("more", "code", "told"),
    [
        (["--revoke", "hello"], 2, "is not a point of 66 hex digits"),
        (["--revoke", f"{POINT}@2026-10-11T20:00"], 2, "is not a point of 66 hex digits"),
        (["--revoke", f"{STRANGE}@2026-10-11T20:00+04:00"], 3, "no card in this folder has"),
        (["--accept", "ab"], 2, "is not the SHA-256 of a record"),
        (["--previous", "FILE"], 3, ""),
        (["--previous", "nowhere"], 4, "nowhere"),
    ],
)
def test_what_no_trust_file_can_say_is_refused(
    desk: Desk, capsys: pytest.CaptureFixture[str], more: list[str], code: int, told: str
) -> None:
    run(desk.issue)
    words = [str(desk.files.policy) if word == "FILE" else word for word in more]
    assert run(desk.trust(1, *words)) == code
    assert told in said(capsys)
    assert not (desk.folder / "trust-1").exists()


def test_a_strange_package_in_the_folder_stops_the_trust_file(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    run(desk.issue)
    (desk.out / "strange.tdp").write_bytes(b"hello")
    assert run(desk.trust(1)) == 3
    out, err = capsys.readouterr()
    assert "strange.tdp: is no package, or it is damaged" in out
    assert err == "tallydesk: no trust file was signed; mend what is named above.\n"
