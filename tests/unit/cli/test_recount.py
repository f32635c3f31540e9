"""`tallydesk authority recount`, from the copy of a record or from its digest."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from tallydesk.assets import package_bytes
from tallydesk.cli.main import run
from tallydesk.signing.root_key import make_root
from tallydesk.signing.sealed_package import open_package
from tests.benchmarks.invented_roster import PASSPHRASES, files_in
from tests.builders import CONTEST
from tests.fakes import CountingChance
from tests.signed import OFFICIAL, SLIP, Copy
from tests.unit.cli.authority_desk import Desk, desk_in, root_files
from tests.unit.cli.test_authority import said

DIGEST = "ab" * 32


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two stations, issued once."""
    ready = desk_in(tmp_path_factory.mktemp("issued"), root_files(), 2)
    assert run(ready.issue) == 0
    return ready.folder


@pytest.fixture
def desk(tmp_path: Path, issued: Path) -> Desk:
    folder = tmp_path / "desk"
    shutil.copytree(issued, folder)
    return Desk(folder, files_in(folder))


def recount(desk: Desk, *more: str, until: str = "2026-10-15T19:00+04:00") -> list[str]:
    return [
        "authority",
        "recount",
        *desk.root,
        *("--package", str(desk.out / "001-01.tdp"), "--out", str(desk.out)),
        *("--order", "No. 12", "--reason", "Two lines were exchanged", "--until", until),
        *more,
    ]


def replaced(desk: Desk) -> list[dict[str, object]]:
    package = open_package((desk.out / "001-01-2.tdp").read_bytes())
    assert package.card.card.serial == 2
    found: list[dict[str, object]] = tomllib.loads(package.package.decode())["replaces"]
    return found


def test_a_digest_is_enough(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    command = recount(desk, "--replaces", f"fruit:1:{DIGEST}")
    assert run(command) == 0
    assert [each["digest"] for each in replaced(desk)] == [DIGEST]
    assert (desk.out / "letters" / "001-01-2.pdf").is_file()
    held = desk.packages()
    assert run(command) == 1
    assert "001-01-2.tdp is there already" in said(capsys)
    assert desk.packages() == held
    assert run(desk.trust(1)) == 0
    assert "cards 3" in said(capsys)


def copy_of(desk: Desk, copy: Copy) -> str:
    """A copy's codes as a text file, signed below this desk's root."""
    path = desk.folder / "codes.txt"
    path.write_text("".join(f"{code}\n" for code in copy.codes), encoding="utf-8")
    return str(path)


def of_this_root(number: str) -> Copy:
    """A signed record of a station, below the desk's root; its contest is called otherwise."""
    root = make_root(PASSPHRASES, CountingChance().octets).unlocked
    copy = replace(OFFICIAL.with_card(constituency="001", number=number), root=root)
    slip = replace(SLIP, purpose="official", constituency="001", number=number)
    return replace(copy, slip=slip)


@pytest.mark.parametrize(
    ("number", "code", "told"),
    [
        ("", 3, "holds no record of this root"),
        ("02", 3, "is of station 001-02, the package of 001-01"),
        # Everything was read from the copy, down to the contest that this package lacks.
        ("01", 1, f"the package has no contest “{CONTEST.id}”; it has fruit"),
    ],
    ids=["another root", "another station", "another contest"],
)
def test_a_copy_says_itself_what_it_is(
    desk: Desk, capsys: pytest.CaptureFixture[str], number: str, code: int, told: str
) -> None:
    copy = of_this_root(number) if number else OFFICIAL
    assert run(recount(desk, "--record", copy_of(desk, copy))) == code
    assert told in said(capsys)


@pytest.mark.parametrize(
    ("more", "until", "code", "told"),
    [
        ([], "2026-10-15T19:00+04:00", 1, "names the record that it replaces"),
        (["--replaces", "fruit"], "2026-10-15T19:00+04:00", 2, "is not contest, version and 64"),
        (
            ["--replaces", f"nuts:1:{DIGEST}"],
            "2026-10-15T19:00+04:00",
            1,
            "no contest “nuts”; it has fruit",
        ),
        (["--replaces", f"fruit:1:{DIGEST}"], "tomorrow", 2, "is no moment with its offset"),
        (["--replaces", f"fruit:1:{DIGEST}"], "2026-10-15T19:00", 2, "is no moment with"),
        (["--replaces", f"fruit:1:{DIGEST}"], "2026-10-11T09:00+04:00", 1, "after the close"),
        (["--roster", "x"], "2026-10-15T19:00+04:00", 2, "go together"),
        (["--record", "nowhere"], "2026-10-15T19:00+04:00", 4, "nowhere"),
    ],
)
def test_an_order_that_nobody_could_follow_is_named(
    desk: Desk,
    capsys: pytest.CaptureFixture[str],
    more: list[str],
    until: str,
    code: int,
    told: str,
) -> None:
    assert run(recount(desk, *more, until=until)) == code
    assert told in said(capsys)
    assert not (desk.out / "001-01-2.tdp").exists()


def test_a_package_that_is_none_is_named(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    (desk.out / "001-01.tdp").write_bytes(package_bytes("practice"))
    assert run(recount(desk, "--replaces", f"fruit:1:{DIGEST}")) == 3
    assert "is no package, or it is damaged" in said(capsys)


def test_others_count_again_with_keys_of_their_own(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    more = ["--replaces", f"fruit:1:{DIGEST}", "--roster", str(desk.files.roster)]
    folder = desk.folder / "new"
    folder.mkdir()
    assert run([*recount(desk, *more), "--enrolments", str(folder)]) == 3
    assert "Alma Təlimova has no enrolment" in said(capsys)
    for path in desk.files.enrolments.glob("001-01-*"):
        (folder / path.name).write_bytes(path.read_bytes())
    assert run([*recount(desk, *more), "--enrolments", str(folder)]) == 0
    old, new = (
        open_package(desk.packages()[name]).manifest for name in ("001-01.tdp", "001-01-2.tdp")
    )
    assert old.secret_check != new.secret_check
    wrong = desk.folder / "wrong.csv"
    wrong.write_text("constituency,number,name,office\n", encoding="utf-8")
    more[-1] = str(wrong)
    assert run([*recount(desk, *more), "--enrolments", str(folder)]) == 3
    assert "nobody is a member of station 001-01" in said(capsys)
