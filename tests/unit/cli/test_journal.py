"""`tallydesk journal`: shows, checks, hands on and restores, and changes nothing it looks at."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from tallydesk.assets import LANGUAGES
from tallydesk.cli.main import run
from tallydesk.signing.codes import long_digest, short_digest
from tallydesk.signing.record import record_digest
from tallydesk.storage.export import lines_of
from tallydesk.storage.reading import read_entries
from tallydesk.workflow import papers
from tallydesk.workflow.happening_json import KINDS
from tests.attacks.night import Whole, attacked, rechained, whole_night
from tests.ordinary_user import ordinary_user
from tests.storage.writing import everything_in
from tests.unit.workflow.commission import PIN


@pytest.fixture(scope="module")
def whole() -> Whole:
    return whole_night()


@pytest.fixture
def journal(whole: Whole, tmp_path: Path) -> Path:
    path = tmp_path / "night" / "journal.sqlite"
    path.parent.mkdir()
    path.write_bytes(whole.file)
    return path


@pytest.fixture
def broken(whole: Whole, tmp_path: Path) -> Path:
    """A night in which somebody wrote another text into event 20."""
    folder = tmp_path / "broken"
    folder.mkdir()
    statement = "UPDATE entry SET body = '{}' WHERE number = 20"
    return attacked(whole, folder, lambda connection: connection.execute(statement))


AT_20 = "2026-10-11 19:01:20"
"""When event 20 happened, by the clock at the station."""

Said = tuple[int, str, str]
"""Exit code, standard output, standard error."""
Call = Callable[..., Said]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def called(*words: object) -> Said:
        code = run(["journal", *map(str, words)])
        out, err = capsys.readouterr()
        return code, out, err

    return called


def test_every_event_is_told_with_number_time_member_and_what_happened(
    call: Call, journal: Path, whole: Whole
) -> None:
    before = everything_in(journal.parent)
    code, out, err = call("show", journal, "--language", "en")
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert len(lines) == len(whole.entries)
    assert lines[0].split(None, 4) == [
        "1",
        "2026-10-11",
        "19:01:00",
        "nobody:",
        "Package opened, software attacked",
    ]
    assert everything_in(journal.parent) == before


def test_no_pin_and_no_secret_is_ever_told(call: Call, journal: Path, whole: Whole) -> None:
    secret = whole.session.package.station_secret
    for language in LANGUAGES:
        for more in ((), ("--json",)):
            _, out, err = call("show", journal, "--language", language, *more)
            assert secret not in out + err
            assert PIN not in out + err


def test_show_prints_an_object_a_line(call: Call, journal: Path, whole: Whole) -> None:
    code, out, _ = call("show", journal.parent, "--json", "--language", "en")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [row["number"] for row in rows] == [entry.number for entry in whole.entries]
    assert [*rows[3]] == ["number", "at", "member", "name", "kind", "what"]
    assert {row["kind"] for row in rows} <= set(KINDS)


def test_a_whole_journal_holds_and_says_what_it_cannot_show(
    call: Call, journal: Path, whole: Whole
) -> None:
    code, out, err = call("verify", journal, "--language", "en")
    head = long_digest(whole.entries[-1].digest)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        f"Events: {len(whole.entries)}. Chain and content hold; head {head}.",
        "Events cut off at the end show only against a head that was printed elsewhere.",
    ]


def typed(digest: bytes) -> str:
    """As somebody types it from paper."""
    return long_digest(digest).lower().replace(" ", "-").replace("1", "l")


@pytest.mark.parametrize("shown", [long_digest, short_digest, typed])
def test_a_printed_head_says_which_events_the_print_speaks_of(
    call: Call, journal: Path, whole: Whole, shown: Callable[[bytes], str]
) -> None:
    head = shown(whole.entries[41].digest)
    code, out, _ = call("verify", journal, "--head", head, "--language", "en")
    assert code == 0
    assert out.splitlines()[-1] == "The events up to 42 are those that the print speaks of."


def test_a_head_of_another_journal_is_no_head_of_this_one(call: Call, journal: Path) -> None:
    code, out, _ = call("verify", journal, "--head", "0000 1111 2222 3333", "--language", "en")
    assert code == 1
    assert out.splitlines()[-1] == "The print speaks of none of these events."


def test_a_broken_journal_is_named_by_its_event_and_with_the_way_on(
    call: Call, broken: Path
) -> None:
    before = everything_in(broken.parent)
    code, out, _ = call("verify", broken, "--language", "en")
    assert code == 1
    assert out.splitlines() == [
        f"Event 20 (FigureWritten; {AT_20}) is not as it was written: the text was changed.",
        "Restore the night from a copy, or open it to read only.",
    ]
    code, out, _ = call("verify", broken, "--json", "--language", "en")
    row = json.loads(out)
    assert (code, row["sound"], row["events"]) == (1, 19, 221)
    assert row["fault"] == {"number": 20, "differs": "text", "why": ""}
    code, out, err = call("show", broken, "--language", "en")
    assert (code, len(out.splitlines())) == (1, 19)
    assert "tallydesk: Event 20 (" in err
    assert everything_in(broken.parent) == before


def test_an_export_is_checked_like_the_journal_itself(
    call: Call, journal: Path, whole: Whole, tmp_path: Path
) -> None:
    out_file = tmp_path / "night.jsonl"
    assert call("export", journal, "--out", out_file) == (0, "", "")
    code, out, _ = call("export", journal)
    assert (code, out) == (0, out_file.read_text("utf-8"))
    assert call("verify", out_file, "--language", "en") == call(
        "verify", journal, "--language", "en"
    )
    lines = out_file.read_text("utf-8").splitlines(keepends=True)
    out_file.write_text("".join((*lines[:30], *lines[31:])), "utf-8")
    code, out, _ = call("verify", out_file, "--language", "en")
    assert (code, out.splitlines()[0]) == (1, "Event 31 is missing.")
    out_file.write_text("".join((*lines[:30], lines[31], lines[30], *lines[32:])), "utf-8")
    code, out, _ = call("verify", out_file, "--language", "en")
    assert (code, out.splitlines()[0]) == (
        1,
        "Event 31 was moved: it stands at number 32 now.",
    )


def test_a_journal_on_a_stick_that_cannot_be_written_is_looked_at_all_the_same(
    call: Call, whole: Whole
) -> None:
    with ordinary_user() as folder:
        path = folder / "journal.sqlite"
        path.write_bytes(whole.file)
        path.chmod(0o400)
        folder.chmod(0o500)
        assert call("verify", path)[0] == 0
        folder.chmod(0o700)


def test_triggers_that_somebody_dropped_are_named(call: Call, journal: Path) -> None:
    with closing(sqlite3.connect(journal)) as connection:
        connection.execute("DROP TRIGGER entry_stays")
    code, out, _ = call("verify", journal, "--language", "en")
    assert code == 1
    assert out.splitlines()[0] == (
        "The journal’s tables or triggers were changed by another program (entry_stays)."
    )


def test_a_copy_takes_the_broken_journals_place(
    call: Call, broken: Path, journal: Path, whole: Whole
) -> None:
    before = broken.read_bytes()
    code, out, _ = call("restore", journal, "--data-dir", broken.parent, "--language", "en")
    assert code == 0
    assert out.splitlines()[0] == "The night was restored with 221 events."
    (kept,) = (broken.parent / "earlier").glob("*-broken/journal.sqlite")
    assert out.splitlines()[1] == f"The journal from before is kept in {kept.parent}."
    assert kept.read_bytes() == before
    *entries, last = read_entries(broken)
    assert tuple(entries) == whole.entries
    assert (last.kind, last.member) == ("Restored", whole.session.night.member)
    assert call("verify", broken)[0] == 0
    code, _, err = call("restore", journal, "--data-dir", broken.parent, "--language", "en")
    assert (code, err) == (
        1,
        "tallydesk: The journal holds and stays as it is. Go on with it.\n",
    )


def test_an_older_copy_says_how_much_it_leaves_out(
    call: Call, broken: Path, journal: Path, tmp_path: Path
) -> None:
    lines = call("export", journal)[1].splitlines(keepends=True)
    copy = tmp_path / "older.jsonl"
    copy.write_text("".join(lines[:15]), "utf-8")
    code, out, _ = call("restore", copy, "--data-dir", broken.parent, "--language", "en")
    assert code == 0
    _, told, _ = call("show", broken.parent, "--language", "en")
    assert told.splitlines()[-1].endswith("Restored from a copy, 4 sound events left out")
    assert out.splitlines()[2] == "4 sound events of the old journal are not in the copy."


def test_a_copy_of_another_night_is_refused(
    call: Call, broken: Path, whole: Whole, tmp_path: Path
) -> None:
    before = broken.read_bytes()
    other = tmp_path / "other.jsonl"
    first, *rest = whole.entries[:13]
    begun = replace(first, body=first.body.replace("attacked", "another"))
    lines = lines_of(rechained((begun, *rest)))
    other.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    assert call("restore", other, "--data-dir", broken.parent, "--language", "en") == (
        1,
        "",
        f"tallydesk: The copy {other} is of another night. Choose a copy of this one.\n",
    )
    assert broken.read_bytes() == before


# --- papers -------------------------------------------------------------------------------------


def replacing(whole: Whole) -> Whole:
    """The night of a recount: its record replaces the one of the night before."""
    digest = record_digest(whole.session.night.frozen["fruit"].payload)
    order = f"""
[[replaces]]
contest = "fruit"
version = 2
digest = "{digest.hex()}"
order = "No. 7"
reason = "A box was found."
"""
    return whole_night(b"recount", more=order)


def test_the_signed_protocols_of_a_night_are_written_once_more(
    call: Call, journal: Path, whole: Whole, tmp_path: Path
) -> None:
    code, out, err = call("papers", journal, "--out", tmp_path / "papers")

    assert (code, err) == (0, "")
    pdf, codes = (Path(line) for line in out.splitlines())
    assert pdf.read_bytes() == papers.signed_pdf(whole.session, "fruit")
    assert codes.read_text(encoding="utf-8").count("TD1PR") == 2


def test_a_protocol_that_was_replaced_says_so_and_names_the_later_record(
    call: Call, journal: Path, whole: Whole, tmp_path: Path
) -> None:
    later = replacing(whole)
    copy = tmp_path / "later.pdf"
    copy.write_bytes(papers.signed_pdf(later.session, "fruit"))

    code, out, err = call("papers", journal, "--out", tmp_path / "old", "--superseded-by", copy)

    assert (code, err) == (0, "")
    (pdf,) = (line for line in out.splitlines() if line.endswith("-superseded.pdf"))
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "ƏVƏZ EDİLİB" in text
    digest = record_digest(later.session.night.frozen["fruit"].payload)
    assert digest.hex() in "".join(text.split())


@pytest.mark.parametrize("twin", ["the same record", "no codes"])
def test_only_a_later_record_supersedes(
    call: Call, journal: Path, whole: Whole, tmp_path: Path, twin: str
) -> None:
    copy = tmp_path / "copy.txt"
    texts = [code.text for code in papers.printed_codes(whole.session, "fruit")]
    copy.write_text("hello" if twin == "no codes" else "\n".join(texts), encoding="utf-8")

    code, out, err = call("papers", journal, "--out", tmp_path / "old", "--superseded-by", copy)

    assert (code, out) == (3, "")
    assert str(copy) in err
    assert not (tmp_path / "old").exists()


def test_a_night_without_a_signature_has_no_papers(call: Call, tmp_path: Path) -> None:
    unsigned = tmp_path / "journal.sqlite"
    unsigned.write_bytes(whole_night(until="draft.fruit").file)

    code, out, err = call("papers", unsigned, "--out", tmp_path / "papers")

    assert (code, out) == (1, "")
    assert err == "Nothing in it is signed.\n"
