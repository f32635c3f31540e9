"""Is the laptop ready (U33)? Each topic in order, to be looked at, or missing, with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from tallydesk.assets import LANGUAGES, form_bytes, package_bytes, words
from tallydesk.device.data_folder import DataFolder
from tallydesk.device.laptop import look_at_laptop
from tallydesk.preparation import ready_check
from tallydesk.rendering.ready_page import TEST_TEXT
from tallydesk.storage.last_moment import last_moment
from tallydesk.workflow.opening import PackageFile, SealedFile
from tallydesk.workflow.printer_here import PrinterHere
from tallydesk.workflow.ready import Item, Laptop, Mark, Readiness, StickHere
from tallydesk.workflow.ready_report import found, report_name, report_pdf, todo
from tests.laptop import GOOD, NOW, checked
from tests.official import authority, clock_of, played


def item(topic: str, of: Readiness) -> Item:
    return next(each for each in of.items if each.topic == topic)


@cache
def official() -> tuple[SealedFile, Laptop]:
    now = clock_of(played().session).now()
    made = authority()
    return SealedFile("012-03", made.container), replace(GOOD, now=now, trust=made.trust)


def test_a_practice_laptop_wants_a_look_at_its_package_alone() -> None:
    said = checked()
    assert [each.topic for each in said.items if each.mark != "ok"] == ["package"]
    assert item("package", said).code == "package-practice"
    assert said.ready
    assert (said.count("ok"), said.count("look"), said.count("missing")) == (7, 1, 0)


@pytest.mark.parametrize(
    ("topic", "changed", "mark", "code"),
    [
        ("printer", {"printers": ()}, "missing", "printer-none"),
        ("printer", {"printers": None}, "look", "printer-unknown"),
        ("printer", {"printers": (PrinterHere("PDF", virtual=True),)}, "look", "printer-virtual"),
        ("disk", {"free": None}, "missing", "disk-refused"),
        ("disk", {"free": 49_999_999}, "missing", "disk-full"),
        ("disk", {"free": 50_000_000}, "look", "disk-small"),
        ("disk", {"free": 500_000_000}, "ok", "disk-good"),
        ("stick", {"sticks": ()}, "look", "stick-none"),
        ("stick", {"sticks": (StickHere("S", writable=False),)}, "look", "stick-refused"),
        ("clock", {"last": NOW - timedelta(hours=1)}, "ok", "clock-after"),
        ("clock", {"last": NOW + timedelta(seconds=1)}, "missing", "clock-behind"),
        ("clock", {"journal_sound": False}, "look", "clock-journal"),
    ],
)
def test_what_is_not_in_order_is_named(
    topic: str, changed: dict[str, object], mark: Mark, code: str
) -> None:
    said = item(topic, checked(replace(GOOD, **changed)))  # type: ignore[arg-type]  # a row names its fields
    assert (said.mark, said.code) == (mark, code)


def test_an_official_package_is_checked_against_the_trust_file() -> None:
    file, laptop = official()
    said = item("package", checked(laptop, file))
    assert (said.mark, said.code) == ("ok", "package-good")
    assert said.facts["digest"] == checked(laptop, file).package.fingerprint  # type: ignore[union-attr]
    untrusted = item("package", checked(replace(laptop, trust=None), file))
    assert (untrusted.mark, untrusted.code) == ("missing", "package-untrusted")


def test_a_changed_package_is_missing_and_says_why() -> None:
    file, laptop = official()
    octets = bytearray(file.data)
    octets[len(octets) // 2] ^= 1
    said = checked(laptop, SealedFile(file.name, bytes(octets)))
    refused = item("package", said)
    assert (refused.mark, refused.code) == ("missing", "package-refused")
    assert "Do not use this package" in found(refused, words("en")) or "damaged" in found(
        refused, words("en")
    )
    assert not said.ready
    assert report_name(said).startswith("laptop-ready-")


def test_a_package_with_a_mistake_is_named() -> None:
    wrong = package_bytes("practice").replace(b"quorum = 4", b"quorum = 9")
    said = item("package", checked(GOOD, PackageFile("orchard", wrong, form_bytes)))
    assert said.code == "package-refused"
    assert "9 signers are wanted" in found(said, words("en"))


def test_keys_on_the_sticks_are_counted() -> None:
    file, laptop = official()
    none = item("keys", checked(laptop, file))
    assert (none.mark, none.code, none.facts["count"]) == ("look", "keys-some", "0")


def test_a_date_far_from_the_polls_wants_a_look() -> None:
    file, laptop = official()
    early = replace(laptop, now=laptop.now - timedelta(days=30))
    assert item("clock", checked(early, file)).code == "clock-far"


def test_a_name_without_a_letter_is_told() -> None:
    strange = package_bytes("practice").replace("Lalə Təlimova".encode(), "Lalə 你limova".encode())
    said = item("fonts", checked(GOOD, PackageFile("orchard", strange, form_bytes)))
    assert (said.mark, said.code, said.facts) == ("look", "fonts-signs", {"signs": "你"})


# --- the laptop itself ---------------------------------------------------------------------------


def test_the_laptop_is_looked_at_and_nothing_is_changed(tmp_path: Path) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()
    for number, key in enumerate(authority().keys.values()):
        (stick / f"{number}.key").write_bytes(key)
    (stick / "strange.key").write_bytes(b"no key")
    folder = DataFolder(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    laptop = look_at_laptop(folder, [stick], (), last_moment(folder.journal), NOW, "versions")
    assert sorted(tmp_path.rglob("*")) == before
    assert laptop.free is not None
    assert laptop.free > 0
    assert laptop.sticks == (StickHere(str(stick), writable=True),)
    file, trusted = official()
    said = item("keys", checked(replace(trusted, points=laptop.points), file))
    assert (said.mark, said.code) == ("ok", "keys-all")


def test_a_folder_that_is_gone_has_no_room(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "gone")
    laptop = look_at_laptop(folder, [], (), (None, True), NOW, "")
    assert laptop.free is None


def test_a_journal_that_is_none_says_nothing_of_the_clock(tmp_path: Path) -> None:
    journal = tmp_path / "journal.sqlite"
    assert last_moment(journal) == (None, True)
    journal.write_bytes(b"no journal at all")
    assert last_moment(journal) == (None, False)


def test_the_check_of_the_window_and_of_the_command_is_one(tmp_path: Path) -> None:
    check = ready_check(DataFolder(tmp_path), None, [tmp_path], lambda: None, "6.10")
    said = check("az")
    assert item("versions", said).facts["versions"].startswith("tallydesk ")
    assert "Qt 6.10" in item("versions", said).facts["versions"]
    assert item("printer", said).code == "printer-unknown"


# --- the report ----------------------------------------------------------------------------------


@contextmanager
def only_page(pdf: bytes) -> Iterator[pypdfium2.PdfPage]:
    document = pypdfium2.PdfDocument(pdf)
    (page,) = document
    yield page
    document.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_says_everything_on_one_page(language: str) -> None:
    said = checked(replace(GOOD, printers=(), sticks=()))
    spoken = words(language)
    with only_page(report_pdf(said, language)) as page:
        text = " ".join(str(page.get_textpage().get_text_range()).split())
    for each in said.items:
        assert found(each, spoken) in text
        assert todo(each, spoken) in text
        assert spoken[f"ready.mark-{each.mark}"] in text
    assert spoken["ready.some"] in text
    assert report_pdf(said, language) == report_pdf(said, language)


def test_the_report_tests_the_printer_with_a_code() -> None:
    with only_page(report_pdf(checked(), "en")) as page:
        picture = page.render(scale=300 / 72).to_pil().convert("1").convert("L")
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [TEST_TEXT]
    out = BytesIO()
    picture.save(out, "PNG")
    from tallydesk.signing.practice import practice_root
    from tallydesk.verification.inputs import Input
    from tallydesk.verification.verify import verify

    (report,) = verify([Input("page.png", out.getvalue())], practice_root=practice_root().point)
    assert report.answer == "unreadable"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_has_its_sentences(language: str) -> None:
    spoken = words(language)
    for key in spoken:
        if key.startswith("ready.") and key.endswith("-todo"):
            assert key.removesuffix("-todo") in spoken
