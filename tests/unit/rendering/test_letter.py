"""The letter and the PIN slips: one page, large type, black alone, every letter embedded."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pypdfium2
import pytest

from tallydesk.assets import LANGUAGES, words
from tallydesk.election.definition import Office
from tallydesk.rendering.blocks import EDGE, HEIGHT, MARGIN, WIDTH
from tallydesk.rendering.fonts import face
from tallydesk.rendering.letter import (
    BLOCK,
    SECRET,
    Letter,
    PinSlips,
    letter_marks,
    letter_pdf,
    pin_slips_pdf,
)
from tallydesk.rendering.mark import Area, Ink, Stroke

LETTER = Letter(
    language="az",
    station="012-03",
    station_name="Dilarə Uydurma adına 12 nömrəli məktəb",
    election="Uydurma meyvə seçkisi",
    day=date(2026, 10, 11),
    secret="7Q4K-9XWM-2C8D-H5TB",
    blocks=("AB12", "CD34", "EF56", "7890", "GHJK", "MNPQ", "RSTV", "WWWW"),
    file="012-03.tdp",
)
SLIPS = PinSlips(
    "az", "012-03", tuple((f"Alma Uydurma {at}", "member", f"{at:08}") for at in range(9))
)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(str(page.get_textpage().get_text_range()) for page in document)
    finally:
        document.close()


def pages_of(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as read:
        return len(read.pages)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("long", [False, True], ids=["short", "long"])
@pytest.mark.parametrize("secret", [LETTER.secret, ""], ids=["secret", "first letter"])
def test_everything_stands_on_one_page_and_nothing_on_anything_else(
    language: str, secret: str, *, long: bool
) -> None:
    name = "Çox uzun adlı məktəb " * (20 if long else 1)
    letter = replace(LETTER, language=language, station_name=name, election=name, secret=secret)
    assert pages_of(letter_pdf(letter)) == 1
    marks = letter_marks(letter)
    inks = [mark for mark in marks if isinstance(mark, Ink)]
    for ink in inks:
        right = ink.x + face(ink.bold).width(ink.text, ink.size)
        assert MARGIN - 1 <= ink.x < right <= WIDTH - MARGIN + 1, ink
        assert EDGE - 1 <= ink.y - ink.size * 0.73 < ink.y <= HEIGHT - EDGE + 1, ink
    foot = max(mark.y for mark in marks if isinstance(mark, Stroke))
    above = [ink.y for ink in inks if ink.y < foot]
    assert max(above) < foot - 4


def test_the_secret_and_the_blocks_are_large() -> None:
    inks = {ink.text: ink for ink in letter_marks(LETTER) if isinstance(ink, Ink)}
    assert inks[LETTER.secret].size == SECRET
    assert inks["AB12"].size == BLOCK
    assert inks["WWWW"].size > 20
    assert [inks[str(number)].bold for number in range(1, 9)] == [True] * 8


def test_blocks_stand_beside_their_numbers() -> None:
    inks = [mark for mark in letter_marks(LETTER) if isinstance(mark, Ink)]
    frames = [mark for mark in letter_marks(LETTER) if isinstance(mark, Area)][1:]
    for number, (block, frame) in enumerate(zip(LETTER.blocks, frames, strict=True), 1):
        inside = {
            ink.text
            for ink in inks
            if frame.x <= ink.x <= frame.x + frame.width
            and frame.y <= ink.y <= frame.y + frame.height
        }
        assert inside == {str(number), block}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_says_how_to_open_in_its_language(language: str) -> None:
    text = " ".join(text_of(letter_pdf(replace(LETTER, language=language))).split())
    for key in ("secret", "blocks", "steps", "step2", "step4"):
        assert words(language)[f"letter.{key}"] in text
    assert words(language)["letter.step1"].format(file="012-03.tdp") in text
    first = " ".join(text_of(letter_pdf(replace(LETTER, language=language, secret=""))).split())
    assert words(language)["letter.secret_before"] in first
    assert LETTER.secret not in first


def test_there_is_no_grey_and_no_colour() -> None:
    marks = letter_marks(LETTER)
    assert all(mark.grey == 0 for mark in marks if isinstance(mark, Stroke))
    assert all(mark.kind == "frame" for mark in marks if isinstance(mark, Area))


def test_the_same_letter_has_the_same_octets_and_embeds_its_letters() -> None:
    assert letter_pdf(LETTER) == letter_pdf(LETTER)
    with pikepdf.open(io.BytesIO(letter_pdf(LETTER))) as read:
        fonts = [each for each in read.objects if isinstance(each, pikepdf.Dictionary)]
        files = [each for each in fonts if "/FontFile2" in each]
        assert len(files) == 2


def test_a_letter_of_another_alphabet_is_drawn_all_the_same() -> None:
    assert "Ψῆφος" in text_of(letter_pdf(replace(LETTER, station_name="Ψῆφος ქართული")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slip_holds_one_members_pin(language: str) -> None:
    offices: tuple[Office, ...] = ("chair", "secretary")
    slips = PinSlips(
        language,
        "012-03",
        tuple(zip(("Alma", "Armud"), offices, ("12345678", "00000001"), strict=True)),
    )
    text = text_of(pin_slips_pdf(slips))
    assert "1234 5678" in text
    assert "0000 0001" in text
    assert words(language)["office.chair"] in text


def test_nine_members_take_two_pages() -> None:
    assert pages_of(pin_slips_pdf(SLIPS)) == 2
    assert all(f"{at:08}"[4:] in text_of(pin_slips_pdf(SLIPS)) for at in range(9))
