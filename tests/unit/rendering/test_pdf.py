"""The PDF read back by other programs: pypdf, pdfium, Poppler, two decoders of codes."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from pyzbar import pyzbar

from tallydesk.protocol.words import in_words
from tallydesk.rendering.pdf import DOTS, protocol_pdf
from tallydesk.rendering.printed import Status
from tests import paper

DPI = 150


@cache
def pdf(language: str, count: int = 7, status: Status = "signed") -> bytes:
    return protocol_pdf(paper.printed(language, count=count, status=status))


@cache
def pictures(document: bytes) -> tuple[Image.Image, ...]:
    with pypdfium2.PdfDocument(document) as opened:
        return tuple(page.render(scale=DPI / 72, grayscale=True).to_pil() for page in opened)


def poppler(program: str, document: bytes, folder: Path, *options: str) -> str:
    path = folder / "protocol.pdf"
    path.write_bytes(document)
    output = "-" if program == "pdftotext" else ""
    command = [program, *options, str(path), *filter(None, [output])]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("language", ["az", "en", "ru"])
@pytest.mark.parametrize("count", [7, 300])
def test_every_figure_is_found_with_its_words_beside_it(
    language: str, count: int, tmp_path: Path
) -> None:
    """Figures and words (U13) in text that can be taken out (U30)."""
    text = poppler("pdftotext", pdf(language, count), tmp_path, "-layout")
    printed = paper.printed(language, count=count)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    numbered = dict(printed.protocol.lines) | {
        str(number): printed.protocol.votes[each.id]
        for number, each in enumerate(printed.contest.candidates, 1)
        if number > 16
    }
    for number, figure in numbered.items():
        row = next(
            line for line in lines if line.startswith(f"{number} ") and f" {figure} " in line
        )
        assert row.endswith(f" {figure} {in_words(figure, language)}")
    together = " ".join(text.split())
    for figure in (*printed.protocol.lines.values(), *printed.protocol.votes.values()):
        assert f" {figure} {in_words(figure, language)} " in together


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_all_codes_are_read_by_two_decoders_from_a_raster_of_150_dpi(language: str) -> None:
    """U30."""
    assert _decoded(pictures(pdf(language))) == _expected()


@pytest.mark.parametrize("dpi", ["100", "150", "300"])
def test_all_codes_are_read_by_two_decoders_from_what_poppler_draws(
    dpi: str, tmp_path: Path
) -> None:
    path = tmp_path / "protocol.pdf"
    path.write_bytes(pdf("az"))
    command = ["pdftoppm", "-r", dpi, "-gray", str(path), str(tmp_path / "page")]
    subprocess.run(command, check=True)
    drawn = [Image.open(each) for each in tmp_path.glob("page*.pgm")]
    assert _decoded(drawn) == _expected()


def _expected() -> tuple[set[str], set[str]]:
    texts = {code.text for code in paper.codes()}
    return texts, texts


def _decoded(drawn: Iterable[Image.Image]) -> tuple[set[str], set[str]]:
    """What zxing-cpp and what zbar find on the pages."""
    by_zxing: set[str] = set()
    by_zbar: set[str] = set()
    for picture in drawn:
        by_zxing |= {code.text for code in zxingcpp.read_barcodes(picture)}
        by_zbar |= {
            found.data.decode() for found in pyzbar.decode(picture, [pyzbar.ZBarSymbol.QRCODE])
        }
    return by_zxing, by_zbar


def test_codes_are_images_of_one_bit_with_modules_of_half_a_millimetre() -> None:
    pages = PdfReader(BytesIO(pdf("az"))).pages
    images = [
        image
        for page in pages
        for image in _images(page["/Resources"])  # type: ignore[arg-type]
    ]
    assert len(images) == 4
    for image in images:
        assert _number(image["/BitsPerComponent"]) == 1
        assert str(image["/ColorSpace"]) == "/DeviceGray"
    content = pages[-1].get_contents()
    assert content is not None
    scaled = [
        float(line.split()[1])
        for line in content.get_data().decode("latin-1").splitlines()
        if line.startswith("q ") and line.endswith(" cm")
    ]
    widths = [_number(image["/Width"]) // DOTS for image in images]
    for side, modules in zip(sorted(scaled), sorted(widths), strict=True):
        assert side / (modules / DOTS) / 72 * 25.4 >= 0.5


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _images(resources: DictionaryObject) -> Iterator[DictionaryObject]:
    for each in resources.get("/XObject", {}).values():
        drawn = each.get_object()
        if drawn["/Subtype"] == "/Image":
            yield drawn


def test_the_same_value_gives_the_same_bytes_and_another_value_others() -> None:
    """Byte-identical when made again (U30)."""
    first = protocol_pdf(paper.printed("az"))
    assert first == protocol_pdf(paper.printed("az"))
    assert first != protocol_pdf(paper.printed("az", variance=True))


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_every_font_is_embedded(language: str, tmp_path: Path) -> None:
    """No viewer puts its own letters in their place (U30)."""
    table = poppler("pdffonts", pdf(language), tmp_path).splitlines()[2:]
    assert {line.split()[0].split("+")[-1] for line in table} == {"DejaVuSans", "DejaVuSans-Bold"}
    for line in table:
        embedded, subset, unicode = line.split()[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes")


@pytest.mark.parametrize(
    ("language", "title"),
    [("az", "Yekun protokolu"), ("en", "Results protocol"), ("ru", "Итоговый протокол")],
)
def test_the_document_says_its_title_and_language(language: str, title: str) -> None:
    reader = PdfReader(BytesIO(pdf(language)))
    assert reader.metadata is not None
    assert (reader.metadata.title or "").startswith(f"{title} · ")
    assert str(reader.root_object["/Lang"]) == language


def test_the_number_of_pages_grows_with_the_candidates() -> None:
    assert len(PdfReader(BytesIO(pdf("az"))).pages) == 3
    assert 8 <= len(PdfReader(BytesIO(pdf("az", 300))).pages) <= 12


@pytest.mark.parametrize("status", ["draft", "signed"])
def test_a_light_grey_word_lies_across_every_page_and_none_across_an_official_one(
    status: Status,
) -> None:
    for picture in pictures(pdf("az", 300, status)):
        assert _tinted(picture) > 0.015  # codes and figures hide some of it
    official = protocol_pdf(paper.printed("az", official=True))
    for picture in pictures(official):
        assert _tinted(picture) < 0.002  # the edges of letters


def _tinted(picture: Image.Image) -> float:
    """The share of dots in the watermark's grey, nine tenths of white."""
    return picture.histogram()[230] / (picture.width * picture.height)


def test_a_draft_and_a_practice_print_say_what_they_are_on_every_page() -> None:
    """U29."""
    for page in PdfReader(BytesIO(pdf("en", 300, "draft"))).pages:
        assert "DRAFT · TƏLİM · PRACTICE · УЧЕБНЫЙ" in page.extract_text()
    for page in PdfReader(BytesIO(pdf("en", 300))).pages:
        text = page.extract_text()
        assert "TƏLİM · PRACTICE · УЧЕБНЫЙ" in text
        assert "DRAFT" not in text


def test_the_word_across_the_page_does_not_stand_between_the_figures(tmp_path: Path) -> None:
    text = poppler("pdftotext", pdf("en"), tmp_path)
    assert not [line for line in text.splitlines() if len(line) == 1 and line.isupper()]


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_nothing_is_darker_than_a_tenth_behind_text(language: str) -> None:
    """U31."""
    for page in PdfReader(BytesIO(pdf(language))).pages:
        content = page.get_contents()
        assert content is not None
        greys = {
            float(line.split()[0])
            for line in content.get_data().decode("latin-1").splitlines()
            if line.endswith(" g")
        }
        assert all(grey == 0 or grey >= 0.9 for grey in greys)


def test_a_word_of_many_shapes_has_no_text_in_it() -> None:
    form = next(
        drawn
        for each in PdfReader(BytesIO(pdf("ru"))).pages[0]["/Resources"]["/XObject"].values()  # type: ignore[index]
        if (drawn := each.get_object())["/Subtype"] == "/Form"
    )
    assert b"Tj" not in form.get_data()


def test_more_letters_than_one_subset_holds_are_still_all_there(tmp_path: Path) -> None:
    letters = [
        chr(code) for code in (*range(0xC0, 0x250), *range(0x391, 0x3C9)) if chr(code).isalpha()
    ]
    words = " ".join("".join(letters[at : at + 12]) for at in range(0, len(letters), 12))
    text = poppler("pdftotext", protocol_pdf(paper.printed("az", remark=words)), tmp_path, "-raw")
    assert len(letters) > 400
    assert all(word in text for word in words.split())
