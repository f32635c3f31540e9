"""The before-opening slip, read as rows and read back from its PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from tallydesk.election.definition import Contest
from tallydesk.rendering.blocks import FactRow, FigureRow, Heading
from tallydesk.rendering.printed import PrintedCode, PrintedSlip
from tallydesk.rendering.slip import slip_layout, slip_pdf
from tests import paper

CODE = "TD1PB/1/1/0123456789ABCDEF"


def slip(language: str = "en", *, second: bool = False, official: bool = False) -> PrintedSlip:
    printed = paper.printed(language)
    contests: tuple[Contest, ...] = (printed.contest,)
    if second:
        title = paper.said("İlin tərəvəzi", "Vegetable of the year", "Овощ года")
        contests += (replace(printed.contest, id="vegetable", title=title),)
    definition = replace(printed.package.definition, contests=contests)
    purpose = "official" if official else "practice"
    return PrintedSlip(
        package=replace(
            printed.package,
            definition=definition,
            purpose="official" if purpose == "official" else "practice",
        ),
        figures={each.id: printed.protocol.lines for each in contests},
        at=datetime(2024, 2, 7, 15, 50, tzinfo=UTC),
        journal_head="0123 4567",
        language=language,
        codes=(PrintedCode("slip", CODE),),
    )


def test_the_slip_holds_the_lines_of_the_before_stage_and_no_other() -> None:
    numbers = [row.number for row in slip_layout(slip()).blocks if isinstance(row, FigureRow)]
    assert sorted(numbers) == sorted(["1", "1a", "1b", "2", "3", "5", "6", "8", "9", "16"])


def test_lines_of_the_station_stand_once_and_each_contest_has_its_own() -> None:
    layout = slip_layout(slip(second=True))
    titles = [" ".join(block.title) for block in layout.blocks if isinstance(block, Heading)]
    assert titles[:3] == [
        "Before the boxes are opened",
        "Fruit of the year",
        "Vegetable of the year",
    ]
    numbers = [row.number for row in layout.blocks if isinstance(row, FigureRow)]
    assert numbers.count("1a") == 1
    assert numbers.count("3") == 2


def test_a_contest_without_figures_keeps_its_lines_blank() -> None:
    empty = replace(slip(), figures={})
    assert {row.figure for row in slip_layout(empty).blocks if isinstance(row, FigureRow)} == {""}


@pytest.mark.parametrize(
    ("language", "at"),
    [
        ("az", "7 fevral 2024, 19:50"),
        ("en", "7 February 2024, 19:50"),
        ("ru", "7 февраля 2024 года, 19:50"),
    ],
)
def test_the_slip_says_when_and_carries_its_code(language: str, at: str) -> None:
    document = slip_pdf(slip(language))
    assert document == slip_pdf(slip(language))
    fact = next(block for block in slip_layout(slip(language)).blocks if isinstance(block, FactRow))
    assert " ".join(fact.facts[0].lines) == at
    pages = PdfReader(BytesIO(document)).pages
    text = " ".join(page.extract_text() for page in pages)
    assert "0123 4567" in text
    assert "1412" in text
    with pypdfium2.PdfDocument(document) as opened:
        found = [
            code.text
            for page in opened
            for code in zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())
        ]
    assert found == [CODE]


def test_practice_is_said_and_official_is_not_called_practice() -> None:
    assert slip_layout(slip()).watermark == ("PRACTICE",)
    official = slip_layout(slip(official=True))
    assert official.watermark == ()
    assert "PRACTICE" not in repr(official)


def test_without_a_code_there_is_no_heading_for_one() -> None:
    layout = slip_layout(replace(slip(), codes=()))
    assert "Codes" not in [
        " ".join(block.title) for block in layout.blocks if isinstance(block, Heading)
    ]
