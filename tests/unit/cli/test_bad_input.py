"""Everything that people hand to the program by mistake: a sentence, a code, and nothing written.

Each case of the list of bad input goes through the command line as it is called, over real files.
"""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import PIL.Image
import pytest
from PySide6.QtWidgets import QApplication
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tallydesk.app import App
from tallydesk.assets import package_bytes
from tallydesk.cli.main import run
from tallydesk.device.data_folder import data_folder
from tallydesk.signing.practice import practice_root
from tallydesk.ui.pages.start import StartPage
from tests.first_use import tried_before
from tests.ordinary_user import ordinary_user
from tests.signed import GOOD
from tests.unit.cli.village import BAD, CLEAN, HEADER, MAP, TALLYDESK, form_of_the_page

HUNDRED_MB = 100_000_000
FORM = form_of_the_page()
PACKAGE = package_bytes("practice")
CODES = replace(GOOD, root=practice_root()).codes
RECORD = [code for code in CODES if code[4] == "R"]
(CARD,) = (code for code in CODES if code[4] == "C")

Make = Callable[[Path], None]


@dataclass(frozen=True)
class Case:
    """What is called, with `make` writing the bad file first; what has to come of it.

    `FILE` stands for the bad file, `FORM`, `MAP` and `TABLE` for good ones beside it.
    """

    call: str
    make: bytes | str | Make
    code: int
    said: str

    def prepared(self, folder: Path) -> list[str]:
        good = {"FORM": FORM, "MAP": MAP.encode(), "TABLE": (HEADER + CLEAN).encode()}
        paths = {name: folder / f"{name.lower()}.toml" for name in good}
        for name, path in paths.items():
            path.write_bytes(good[name])
        paths["FILE"] = folder / "file.toml"
        match self.make:
            case bytes():
                paths["FILE"].write_bytes(self.make)
            case str():
                paths["FILE"].write_text(self.make, encoding="utf-8")
            case make:
                make(paths["FILE"])
        return [str(paths.get(word, word)) for word in self.call.split()]


def nothing(_path: Path) -> None:
    """There is no such file."""


def folder(path: Path) -> None:
    """A folder stands where a file should."""
    path.mkdir()


def line_with(**other: object) -> str:
    """A line of an export of a journal, some of it other than it should be."""
    line = {
        "number": 1,
        "at": "2026-10-11T15:01:00.000+00:00",
        "member": 0,
        "kind": "Resumed",
        "body": "{}",
        "digest": "00" * 32,
    }
    return json.dumps({**line, **other}) + "\n"


def huge(start: bytes = b"") -> Make:
    """A file of 100 MB that takes no room on the disk."""

    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.write(start)
            file.truncate(HUNDRED_MB)

    return make


def million_rows(path: Path) -> None:
    """A million rows, of which the last cannot be read."""
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER)
        for _ in range(100):
            file.write(CLEAN * 10_000)
        file.write(BAD)


def pdf(size: tuple[float, float] = (300, 400), password: str = "") -> bytes:
    """A page without codes."""
    out = io.BytesIO()
    encrypt = StandardEncryption(password) if password else None
    canvas = Canvas(out, pagesize=size, encrypt=encrypt)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def bomb() -> bytes:
    """Some hundred octets that say of themselves that they are four hundred million pixels."""
    out = io.BytesIO()
    PIL.Image.new("RGB", (1, 1)).save(out, "BMP")
    side = (20_000).to_bytes(4, "little")
    return out.getvalue()[:18] + side + side + out.getvalue()[26:]


def lines(codes: Iterable[str]) -> str:
    return "".join(f"{code}\n" for code in codes)


def without(data: bytes, line: str) -> bytes:
    text = data.decode()
    assert line in text
    return text.replace(line, "").encode()


FORMS = "form validate FILE"
PACKAGES = "package validate FILE"
RUN = "run --package FILE --data-dir NEW"
MAPS = "check FORM TABLE --map FILE"
TABLES = "check FORM FILE --map MAP"
VERIFY = "verify FILE --practice --language en"

TEXTS: dict[str, tuple[bytes | str | Make, int, str]] = {
    "missing": (nothing, 4, "file.toml” cannot be used: No such file or directory. Check the name"),
    "folder": (folder, 4, "file.toml” cannot be used: Is a directory. Name a file in it"),
    "empty": (b"", 3, "the file is empty"),
    "100 MB": (huge(), 3, "file.toml” is longer than 1000000 octets"),
    "no TOML": ("A = [", 3, "is the file cut short?"),
    "open quote": ('A = "\n', 3, "a text is not closed with a quote on its line"),
    "not UTF-8": (b"a = 1\nb = '\xe9'", 3, "not UTF-8: octet 0xe9 at 11; save it as UTF-8"),
    "spreadsheet": (b"PK\x03\x04\xff", 3, "the file is not UTF-8"),
    "too deep": ("a = " + "[" * 5_000, 3, "too deep inside one another"),
    "huge number": (f"a = 1\nb = {'9' * 5_000}", 3, "a number has thousands of digits"),
    "unknown key": ("format = 1\ncolour = 2\n", 3, "colour: is not a key of"),
}
"""What goes wrong alike with every file that people write: forms, packages and maps."""

CASES = {
    **{
        f"{name}, {what}": Case(call, *bad)
        for name, call in {"form": FORMS, "package": PACKAGES, "run": RUN, "map": MAPS}.items()
        for what, bad in TEXTS.items()
    },
    # --- forms and packages -------------------------------------------------------------------
    "form contradicts itself": Case(
        FORMS, FORM.replace(b'id = "B"', b'id = "A"'), 3, "“A” stands above already"
    ),
    "form is a package": Case(FORMS, PACKAGE, 3, "is a package, not a form; “tallydesk package v"),
    "package is a form": Case(PACKAGES, FORM, 3, "is a form, not a package; “tallydesk form val"),
    "package lacks hours": Case(
        PACKAGES, without(PACKAGE, "closed_minutes_ago = 1\n"), 3, "closed_minutes_ago: is missing"
    ),
    "package contradicts itself": Case(
        PACKAGES, PACKAGE.replace(b"quorum = 4", b"quorum = 30"), 3, "30 signers are wanted, and 6"
    ),
    "package of a real station": Case(
        RUN, PACKAGE.replace(b'"000"', b'"017"'), 3, "practice is counted in constituency 000"
    ),
    # --- maps ---------------------------------------------------------------------------------
    "map maps nothing": Case(MAPS, "format = 1\n[lines]\n", 3, "the map maps nothing: write at"),
    "map names no line": Case(MAPS, 'format = 1\n[lines]\nZ = "papers"\n', 3, "has no line “Z”"),
    "map contradicts itself": Case(
        MAPS, MAP.replace('"papers"', '"signatures"'), 3, "the column “signatures” is lines.A alr"
    ),
    "map is a form": Case(MAPS, FORM, 3, "is a form, not a map; “tallydesk form validate”"),
    # --- tables -------------------------------------------------------------------------------
    "table missing": Case(TABLES, nothing, 4, "cannot be used: No such file or directory. Check"),
    "table is a folder": Case(TABLES, folder, 4, "cannot be used: Is a directory. Name a file"),
    "table empty": Case(TABLES, b"", 3, "is empty; the first line must name the columns"),
    "table 100 MB": Case(TABLES, huge(), 3, "goes on for more than 1000000 octets"),
    "table lacks columns": Case(
        TABLES, "village,papers\nA,1\n", 3, "lacks “signatures”, “spoiled”"
    ),
    "table, other delimiter": Case(
        TABLES, (HEADER + CLEAN).replace(",", ";"), 3, "the delimiter seems to be “;”, not “,”"
    ),
    "table without rows": Case(TABLES, HEADER, 3, "has a header and no rows below it"),
    "text in figures": Case(TABLES, HEADER + BAD, 3, "column “spoiled”: “two” is not a figure"),
    "negative": Case(TABLES, f"{HEADER}A,-9,1,1,1,1\n", 3, "line 2, column “signatures”: “-9” is"),
    "huge figure": Case(TABLES, f"{HEADER}A,{'9' * 4_000},1,1,1,1\n", 3, "is more than 9999999"),
    "table not UTF-8": Case(
        TABLES, HEADER.encode() + b"K\xf6ln,1,1,1,1,1\n", 3, "line 2 is not UTF-8; save the file"
    ),
    "table UTF-16": Case(TABLES, HEADER.encode("utf-16"), 3, "is UTF-16; save it as CSV in UTF-8"),
    "table is a spreadsheet": Case(TABLES, b"PK\x03\x04", 3, "is a spreadsheet or another archive"),
    "table cut short": Case(TABLES, HEADER + CLEAN[:-5], 3, "5 cells where the header has 6"),
    "million rows": Case(TABLES, million_rows, 3, "Row 1000001: line 1000002, column “spoiled”"),
    # --- what is to be verified ---------------------------------------------------------------
    "copy missing": Case(VERIFY, nothing, 4, "No such file or directory. Check its name"),
    "copy is a folder": Case(VERIFY, folder, 4, "it cannot be opened: Is a directory"),
    "copy empty": Case(VERIFY, b"", 3, "The file is empty"),
    "copy 100 MB": Case(VERIFY, huge(), 3, "longer than 50000000 octets"),
    "PDF 100 MB": Case(VERIFY, huge(b"%PDF-1.7\n"), 3, "longer than 50000000 octets"),
    "copy not UTF-8": Case(VERIFY, "Köln".encode("latin-1"), 3, "nor a text in UTF-8"),
    "code cut in half": Case(
        VERIFY, lines([CODES[0][:176], *CODES[1:]]), 3, "Line 1 holds no whole code; it begins “T"
    ),
    "code cut where it still reads": Case(
        VERIFY, lines([CODES[0][:175], *CODES[1:]]), 1, "changed or is cut short: its parts do not"
    ),
    "part missing": Case(VERIFY, lines(CODES[1:]), 3, "part 1 of 2 is missing"),
    "card without record": Case(VERIFY, CARD, 3, "It holds no record, and belongs to none that"),
    "record without card": Case(VERIFY, lines(RECORD), 3, "The station’s card is missing"),
    "PDF without codes": Case(VERIFY, pdf(), 3, "There is no code of this program in it"),
    "PDF cut short": Case(VERIFY, pdf()[:200], 3, "The PDF is cut short or damaged"),
    "PDF with a password": Case(
        VERIFY, pdf(password="plums"), 3, "The PDF asks for a password. Save a copy without one"
    ),
    "PDF like a thread": Case(VERIFY, pdf(size=(1, 1e6)), 3, "There is no code of this program"),
    "picture bomb": Case(VERIFY, bomb(), 3, "The picture is too large; take it with fewer pixels"),
    "picture cut short": Case(VERIFY, b"\x89PNG\r\n\x1a\n\0", 3, "The picture is cut short or dam"),
    "trust is no key": Case(
        "verify TABLE --trust FILE", b"hello", 3, "root key or certificate in PEM"
    ),
    "trust 100 MB": Case("verify TABLE --trust FILE", huge(), 3, "which no trust file is"),
    # --- journals and exports -----------------------------------------------------------------
    "journal: nothing there": Case("journal show FILE", nothing, 4, "No such file or directory"),
    "journal: a folder without one": Case("journal verify FILE", folder, 4, "No such file or dir"),
    "journal: empty": Case("journal show FILE", b"", 3, "is cut short: it is empty"),
    "journal: a letter": Case("journal verify FILE", "Dear all,\n", 3, "it is no database"),
    "journal: cut": Case("journal show FILE", b"SQLite format 3\0", 3, "is cut short"),
    "journal: 100 MB": Case("journal export FILE", huge(b"SQLite format 3\0"), 3, "not a journal"),
    "export: 100 MB": Case("journal verify FILE", huge(b"{"), 3, "is not a journal"),
    "export: no JSON": Case("journal verify FILE", "{\n", 3, "line 1 is no event of a journal: it"),
    "export: other keys": Case("journal show FILE", "{}\n", 3, "its keys are not number, at, mem"),
    "export: a flag": Case("journal show FILE", line_with(number=True), 3, "“number” is of"),
    "export: local time": Case(
        "journal show FILE", line_with(at="2026-10-11T15:01"), 3, "no moment"
    ),
    "export: digest": Case("journal show FILE", line_with(digest="00"), 3, "64 hexadecimal digits"),
    "export: deep": Case("journal show FILE", "{" + "[" * 100_000, 3, "it is not JSON in UTF-8"),
    "export: no night": Case("journal verify FILE", line_with(), 1, "Event 1 ("),
    "head: too short": Case("journal verify FILE --head 7Q4K", nothing, 2, "is no journal head"),
    "head: a U": Case("journal verify FILE --head 7U4K7U4K7U4K7U4K", nothing, 2, "is no journal h"),
    "copy: nothing there": Case("journal restore FILE --data-dir .", nothing, 4, "No such file"),
    "copy: no folder": Case("journal restore FILE --data-dir x", nothing, 4, "there is no folder"),
    # --- names --------------------------------------------------------------------------------
    "no such form": Case("form validate az-lunar", nothing, 4, "shipped are az-municipal, az-pr"),
    "no such package": Case("run --package lunar", nothing, 4, "shipped are practice, practice-t"),
    "no such map": Case("check FORM TABLE --map lunar", nothing, 4, "shipped are az-2012-shape, p"),
    "data folder is a file": Case("run --data-dir FILE", b"", 2, "is a file"),
    "folder of the demonstration is a file": Case("demo --out FILE", b"", 2, "is a file"),
    "folder below a file": Case("demo --out FILE/x", b"", 4, "Not a directory. A part of the path"),
}


def contents(where: Path) -> dict[str, str]:
    """Every file and folder below, with what it holds; of what is large, only its length."""
    held: dict[str, str] = {}
    for path in sorted(where.rglob("*")):
        size = path.stat().st_size
        small = path.is_file() and size < HUNDRED_MB // 10
        held[str(path)] = sha256(path.read_bytes()).hexdigest() if small else str(size)
    return held


@pytest.mark.parametrize("name", CASES)
def test_bad_input_gets_a_sentence_and_leaves_no_trace(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """U34."""
    case = CASES[name]
    monkeypatch.chdir(tmp_path)
    call = case.prepared(tmp_path)
    before = contents(tmp_path)

    code = run([word.replace("FILE/", f"{tmp_path}/file.toml/") for word in call])

    out, err = capsys.readouterr()
    assert case.said in out + err
    assert code == case.code
    assert "Traceback" not in out + err
    assert contents(tmp_path) == before


# --- journals ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def night(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The journal of a night that has begun."""
    folder = tried_before(tmp_path_factory.mktemp("night"))
    app = App(qapp, folder, "en")
    app.window.page.go_on()
    app.close()
    return folder.journal.read_bytes()


def flipped(journal: bytes) -> bytes:
    place = journal.index(b"Practice election")
    return journal[:place] + b"X" + journal[place + 1 :]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda journal: journal[: len(journal) // 2], "was damaged or changed by another program"),
        (lambda journal: journal[:50], "was damaged or changed by another program"),
        (lambda _: b"", "was damaged or changed by another program"),
        (lambda _: b"hello\n" * 100, "is not a journal of tallydesk. Move it away"),
        (lambda journal: journal[:68] + b"abcd" + journal[72:], "is not a journal of tallydesk"),
        (lambda journal: journal[:63] + b"\x63" + journal[64:], "was written by a newer tallydesk"),
    ],
    ids=["half", "50 octets", "empty", "a text", "another program's", "newer"],
)
def test_a_bad_journal_is_told_and_left_as_it_is(
    qapp: QApplication,
    tmp_path: Path,
    night: bytes,
    spoil: Callable[[bytes], bytes],
    said: str,
) -> None:
    folder = data_folder(tmp_path)
    folder.journal.write_bytes(spoil(night))
    app = App(qapp, folder, "en")

    app.window.page.go_on()

    page = app.window.page
    assert isinstance(page, StartPage)
    assert said in page.summary.sentences[0]
    assert str(folder.journal) in page.summary.sentences[0]
    app.close()
    assert folder.journal.read_bytes() == spoil(night)
    assert {path.name for path in tmp_path.iterdir()} <= {"journal.sqlite", "tallydesk.lock"}


def test_a_changed_letter_is_named_by_its_event(
    qapp: QApplication, tmp_path: Path, night: bytes
) -> None:
    folder = data_folder(tmp_path)
    folder.journal.write_bytes(flipped(night))
    app = App(qapp, folder, "en")

    app.window.page.go_on()

    page = app.window.page
    assert isinstance(page, StartPage)
    assert page.summary.sentences[0].startswith("Event 1 (Package opened, software ")
    app.close()
    assert folder.journal.read_bytes() == flipped(night)


# --- the system says no ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("form validate HERE/locked.toml", "cannot be used: Permission denied. Check the permiss"),
        ("package validate HERE/locked.toml", "cannot be used: Permission denied. Check the perm"),
        ("verify HERE/locked.toml --language en", "Permission denied. Check its name and whether"),
        ("demo --out HERE/locked", "cannot be used: Permission denied. Check the permissions"),
        ("demo --out HERE/locked/new", "cannot be used: Permission denied. Check the permissions"),
        ("run --data-dir HERE/locked", "cannot be written. Choose another folder with --data-dir"),
        ("run --data-dir HERE/locked/new", "it cannot be made (Permission denied). Choose anothe"),
    ],
)
def test_what_is_locked_is_told(call: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with ordinary_user() as here:
        (here / "locked.toml").touch(0o000)
        (here / "locked").mkdir(0o555)
        code = run(call.replace("HERE", str(here)).split())
        assert list((here / "locked").iterdir()) == []
    out, err = capsys.readouterr()
    assert code == 4
    assert said in out + err
    assert "Traceback" not in out + err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("call", ["package validate practice", "form validate az-municipal --json"])
def test_an_answer_that_does_not_fit_on_the_disk_is_no_success(call: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [TALLYDESK, *call.split()], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 4
    assert done.stderr.startswith(b"tallydesk: reading or writing failed: No space left on device.")


def test_what_goes_to_a_file_has_no_colour() -> None:
    done = subprocess.run(
        [TALLYDESK, "form", "validate", "az-lunar"],
        env={"NO_COLOR": "1", "PATH": "", "FORCE_COLOR": "1"},
        capture_output=True,
        check=False,
    )
    assert b"\x1b" not in done.stdout + done.stderr
