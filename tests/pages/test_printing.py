"""Printing (U31): what is shown, saved and printed is one paper; every end has a way on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tallydesk.ui import printing
from tallydesk.ui.language import Language
from tallydesk.ui.pages.copies import CopiesPage
from tallydesk.ui.print_run import PrintRun
from tallydesk.ui.printing import NotPrinted, PrintJob, document_of, page_picture
from tallydesk.ui.several_copies import advice_on
from tallydesk.workflow import papers
from tallydesk.workflow.printer_here import PrinterHere
from tests.album import night_at
from tests.pages.night import night
from tests.pages.operator import Operator
from tests.pages.printers import Jammed, LastSheet, into

STEP = "print.fruit"
WORN = 40
"""Shades of grey of 255 that the same dot may differ by, drawn once and drawn again."""


def paper() -> bytes:
    session, _ = night_at("over")
    return papers.copy_pdf(session, "fruit", 1)


def to_the_end(job: PrintJob) -> None:
    while job.step():
        pass


def printed(pdf: bytes, file: Path, parent: QObject) -> bytes:
    job = PrintJob(pdf, into(file), parent)
    to_the_end(job)
    assert job.page == job.pages
    return file.read_bytes()


def differing(first: QImage, second: QImage) -> float:
    """The share of dots, in thousandths, that differ by more than a shade."""
    assert first.size() == second.size()
    pairs = zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    return sum(abs(one - other) > WORN for one, other in pairs) * 1000 / first.sizeInBytes()


def test_the_printed_page_is_the_saved_one_and_its_codes_are_read(
    tmp_path: Path, qtbot: QtBot
) -> None:
    """Black and white at 300 dpi, as a worn printer has it (U31); figures stay legible (U30)."""
    del qtbot
    parent, pdf = QObject(), paper()
    on_paper = document_of(printed(pdf, tmp_path / "paper.pdf", parent), parent)
    saved = document_of(pdf, parent)
    assert on_paper.pageCount() == saved.pageCount()
    read: set[str] = set()
    for page in range(saved.pageCount()):
        ours = page_picture(saved, page, 100)
        theirs = page_picture(on_paper, page, 100).scaled(ours.size())
        assert differing(ours, theirs) < 60
        black = page_picture(on_paper, page).convertToFormat(QImage.Format.Format_Mono)
        dots = black.convertToFormat(QImage.Format.Format_Grayscale8)
        assert dots.save(str(tmp_path / "page.png"))
        from PIL import Image

        with Image.open(tmp_path / "page.png") as picture:
            read |= {code.text for code in zxingcpp.read_barcodes(picture)}
    session, _ = night_at("over")
    assert read == {code.text for code in papers.printed_codes(session, "fruit")}


@pytest.mark.parametrize("printer", [LastSheet, Jammed])
def test_a_printer_without_paper_stops_the_job(
    tmp_path: Path, qtbot: QtBot, printer: Callable[[Path], QPrinter]
) -> None:
    del qtbot
    parent = QObject()
    job = PrintJob(paper(), printer(tmp_path / "paper.pdf"), parent)
    with pytest.raises(NotPrinted):
        to_the_end(job)
    assert job.page <= 1


def test_a_run_can_be_stopped_between_two_pages(tmp_path: Path, qtbot: QtBot) -> None:
    pdf, parent = paper(), QObject()
    run = PrintRun(lambda: pdf, 3, lambda: into(tmp_path / "paper.pdf"), parent)
    told: list[tuple[int, int, int, int]] = []

    def stop_on_the_second_page(*now: int) -> None:
        told.append((now[0], now[1], now[2], now[3]))
        if now[2] == 2:
            run.stop()

    run.told.connect(stop_on_the_second_page)
    with qtbot.waitSignal(run.ended) as ended:
        run.start()
    assert ended.args == ["stopped", 0]
    assert [now[:3] for now in told] == [(1, 3, 1), (1, 3, 2)]
    assert not run.running


def test_a_virtual_printer_and_none_at_all_are_told() -> None:
    assert "no printer here" in advice_on(())
    assert "writes a file instead of paper" in advice_on((PrinterHere("Print to PDF", True),))
    assert advice_on((PrinterHere("HP LaserJet"),)) == ""


# --- at the window -------------------------------------------------------------------------------


def at_the_printer(
    monkeypatch: pytest.MonkeyPatch, made: Callable[[], QPrinter | None], *names: str
) -> None:
    monkeypatch.setattr(printing, "printers", lambda: tuple(map(PrinterHere, names)))
    monkeypatch.setattr(printing, "printer_for", lambda _name="": made())


def page_of(operator: Operator) -> CopiesPage:
    page = operator.window.page
    assert isinstance(page, CopiesPage)
    return page


def asks_for(operator: Operator, copies: str) -> CopiesPage:
    page = page_of(operator)
    page.several.count.box.setFocus()
    operator.types(copies)
    return page


def test_several_copies_are_numbered_registered_and_printed(
    language: Language, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    """Each has its number in the register before it leaves (U31)."""
    at_the_printer(monkeypatch, lambda: into(tmp_path / "paper.pdf"), "HP LaserJet")
    with night(language, STEP) as (operator, workplace):
        operator.types("Observers of “Açıq say”")
        page = asks_for(operator, "2")
        assert page.several.start_button.text() == "Print copies 1 to 2"
        with qtbot.waitSignal(page.several.ended, timeout=60_000):
            operator.enter()
            assert page.several.stop_button.isVisible()
            assert not page.may_go_back
        copies = workplace.session.night.copies
        assert [(each.number, each.receiver) for each in copies] == [
            (1, "Observers of “Açıq say”"),
            (2, "Observers of “Açıq say”"),
        ]
        assert "Sent to HP LaserJet: 2 copies." in operator.everything()
        assert operator.focus is operator.window.foot.continue_button
        assert page.may_go_back


def test_stop_keeps_what_was_registered(
    language: Language, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    at_the_printer(monkeypatch, lambda: into(tmp_path / "paper.pdf"), "HP LaserJet")
    with night(language, STEP) as (operator, workplace):
        page = asks_for(operator, "30")
        with qtbot.waitSignal(page.several.ended, timeout=60_000):
            operator.enter()
            qtbot.waitUntil(lambda: bool(page.several.progress.text()), timeout=30_000)
            assert page.several.progress.text().startswith("Copy 1 of 30: page ")
            operator.enter()
        assert [each.number for each in workplace.session.night.copies] == [1]
        assert "Stopped after 0 whole copies." in operator.everything()
        assert operator.focus is page.print_button
        assert page.print_button.text() == "Print copy 1"


def test_when_paper_runs_out_the_last_copy_is_printed_again(
    language: Language, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    tray: list[QPrinter] = [LastSheet(tmp_path / "one.pdf")]

    def printer() -> QPrinter:
        return tray[0]

    at_the_printer(monkeypatch, printer, "HP LaserJet")
    with night(language, STEP) as (operator, workplace):
        page = asks_for(operator, "2")
        with qtbot.waitSignal(page.several.ended, timeout=60_000):
            operator.enter()
        assert "HP LaserJet stopped after 0 whole copies." in operator.everything()
        assert operator.focus is page.print_button

        tray[0] = into(tmp_path / "two.pdf")
        operator.enter()
        assert "Sent to HP LaserJet." in operator.everything()
        assert (tmp_path / "two.pdf").exists()
        assert [each.number for each in workplace.session.night.copies] == [1]


def test_without_a_printer_several_copies_are_saved(language: Language, qtbot: QtBot) -> None:
    with night(language, STEP) as (operator, workplace):
        page = asks_for(operator, "3")
        assert page.several.start_button.text() == "Save copies 1 to 3"
        with qtbot.waitSignal(page.several.ended, timeout=60_000):
            operator.enter()
        assert [each.number for each in workplace.session.night.copies] == [1, 2, 3]


def test_how_many_is_a_number_up_to_thirty(language: Language) -> None:
    with night(language, STEP) as (operator, workplace):
        for wrong in ("0", "31", "x"):
            page = asks_for(operator, wrong)
            operator.enter()
            assert "from 1 to 30" in operator.everything()
            page.several.count.box.clear()
        assert workplace.session.night.copies == ()


def test_the_paper_is_shown_as_it_is_saved(language: Language) -> None:
    """Preview, print and saved file are the same octets (U31)."""
    with night(language, STEP) as (operator, workplace):
        operator.writes("N. N.")
        page = page_of(operator)
        page.show_button.setFocus()
        operator.enter()
        assert page.frame is not None
        assert page.frame.isVisible()
        assert operator.focus is page.frame.paper
        saved = papers.copy_pdf(workplace.session, "fruit", 1)
        assert page.frame.paper.document().pageCount() == 3
        assert vars(workplace.outbox)["files"]["PRACTICE-000-01-fruit-copy-01.pdf"] == saved


def test_the_next_printer_is_a_press_away(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_printer(monkeypatch, lambda: None, "HP LaserJet", "Canon")
    with night(language, STEP) as (operator, _):
        page = page_of(operator)
        page.several.printer_button.setFocus()
        operator.enter()
        assert page.several.printer_button.text() == "Printer: Canon"
