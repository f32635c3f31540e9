"""What files may hold codes, and what is said of those that hold none."""

import io
import warnings
from collections.abc import Sequence

import PIL.Image
import pytest
import zxingcpp
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tallydesk.assets import words
from tallydesk.signing.codes import KINDS, LARGEST_PART
from tallydesk.verification import photo
from tallydesk.verification.child import InThisProcess
from tallydesk.verification.inputs import LARGEST_FILE, LARGEST_TEXT, Input, parts_in
from tests.signed import GOOD, report, reports, texts

LEVELS = {"R": "Q", "B": "Q", "C": "M", "S": "M", "D": "M"}


def code_picture(text: str, scale: int = 4) -> PIL.Image.Image:
    made = zxingcpp.create_barcode(
        text, zxingcpp.BarcodeFormat.QRCode, ec_level=LEVELS.get(text[4:5], "M")
    )
    return PIL.Image.fromarray(made.to_image(scale=scale))


def page(codes: Sequence[str], scale: int = 4) -> PIL.Image.Image:
    """All codes one below the other on white."""
    pictures = [code_picture(text, scale) for text in codes]
    wide = max(each.width for each in pictures) + 40
    sheet = PIL.Image.new("L", (wide, sum(each.height + 40 for each in pictures)), 255)
    at = 20
    for each in pictures:
        sheet.paste(each, (20, at))
        at += each.height + 40
    return sheet


def saved(picture: PIL.Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def codes_of(given: Input) -> list[str]:
    return [note.code for note in parts_in(given, InThisProcess()).faults]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP", "PDF"])
def test_codes_are_read_from_every_kind_of_file(kind: str) -> None:
    given = Input(f"page.{kind}", saved(page(GOOD.codes), kind))
    assert report(given).answer == "valid-practice"


def test_pages_of_a_pdf_are_read_one_after_the_other() -> None:
    pages = [page([code]) for code in GOOD.codes]
    pdf = saved(pages[0], "PDF", save_all=True, append_images=pages[1:])
    assert report(Input("protocol.pdf", pdf)).answer == "valid-practice"


def test_a_pdf_and_a_text_complete_each_other() -> None:
    pdf = Input("page1.pdf", saved(page(GOOD.codes[:1]), "PDF"))
    assert [each.answer for each in reports(pdf, texts(GOOD.codes[1:]))] == ["valid-practice"] * 2


def test_a_large_photograph_is_read_smaller() -> None:
    jpeg = saved(page(GOOD.codes, scale=14), "JPEG", quality=60)
    assert PIL.Image.open(io.BytesIO(jpeg)).size[1] > 5_000
    assert report(Input("photo.jpg", jpeg)).answer == "valid-practice"
    assert codes_of(Input("photo.jpg", jpeg)) == []
    png = saved(page(GOOD.codes, scale=11), "PNG")
    assert report(Input("photo.png", png)).answer == "valid-practice"
    assert codes_of(Input("photo.png", png)) == []


def test_a_turned_photograph_is_read() -> None:
    turned = page(GOOD.codes).rotate(90, expand=True).convert("RGB")
    assert report(Input("photo.png", saved(turned, "PNG"))).answer == "valid-practice"


def test_a_huge_page_is_drawn_smaller() -> None:
    wide = page(GOOD.codes, scale=4)
    pdf = saved(wide, "PDF", resolution=10)
    assert report(Input("poster.pdf", pdf)).answer == "valid-practice"


def test_codes_of_others_on_the_page_are_left_alone() -> None:
    both = page([*GOOD.codes, "https://example.org/booklet/000123"])
    assert report(Input("page.png", saved(both, "PNG"))).answer == "valid-practice"


def test_a_damaged_code_on_a_page_is_not_left_alone() -> None:
    hidden = [f"X{code[1:]}" if code[4] == "B" else code for code in GOOD.codes]
    given = report(Input("page.png", saved(page(hidden), "PNG")))
    assert given.answer == "unreadable"
    assert [note.code for note in given.notes] == ["damaged-code"]
    assert "XD1PB1/1:" in given.reason(words("en"))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"\n\n", "no-codes"),
        (b"\x00\xff\xfe", "not-text"),
        (b"%PDF-1.7 and nothing more", "pdf-broken"),
        (b"%PDF-", "pdf-broken"),
        (b"\x89PNG\r\n\x1a\nbroken", "picture-broken"),
        (b"BM", "picture-broken"),
        (b"RIFF", "picture-broken"),
        (saved(PIL.Image.new("L", (200, 200), 255), "PNG")[:60], "picture-broken"),
        (saved(PIL.Image.new("L", (200, 200), 255), "PNG"), "no-codes"),
        (saved(PIL.Image.new("L", (200, 200), 255), "PDF"), "no-codes"),
        (b"A" * (LARGEST_TEXT + 1), "file-too-large"),
        (bytes(LARGEST_FILE + 1), "file-too-large"),
    ],
)
def test_files_without_codes_say_why(content: bytes, code: str) -> None:
    assert codes_of(Input("file", content)) == [code]
    assert report(Input("file", content)).answer == "unreadable"


def test_a_pdf_of_too_many_pages_is_no_protocol() -> None:
    blank = PIL.Image.new("L", (20, 20), 255)
    for pages, codes in (
        (photo.MOST_PAGES, ["no-codes"]),
        (photo.MOST_PAGES + 1, ["pdf-too-long"]),
    ):
        pdf = saved(blank, "PDF", save_all=True, append_images=[blank] * (pages - 1))
        assert codes_of(Input("book.pdf", pdf)) == codes


def test_a_pdf_whose_pages_cannot_be_drawn_is_broken() -> None:
    pdf = saved(PIL.Image.new("L", (20, 20), 255), "PDF")
    assert codes_of(Input("cut.pdf", pdf.replace(b"/Type /Page\n", b"/Type /Pagf\n"))) in (
        ["pdf-broken"],
        ["no-codes"],
    )


def test_a_pdf_with_a_password_is_told_from_a_broken_one() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("plums", canPrint=0))
    canvas.showPage()
    canvas.save()
    assert codes_of(Input("locked.pdf", out.getvalue())) == ["pdf-locked"]


def test_a_page_like_a_thread_is_drawn_without_filling_the_memory() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(1, 1_000_000))
    canvas.showPage()
    canvas.save()
    assert codes_of(Input("thread.pdf", out.getvalue())) == ["no-codes"]


@pytest.mark.parametrize(
    ("side", "code"),
    [
        (photo.LONGEST_SIDE - 1, "no-codes"),
        (photo.LONGEST_SIDE, "no-codes"),
        (photo.LONGEST_SIDE + 1, "picture-too-large"),
        (100_000, "picture-too-large"),
    ],
)
def test_a_picture_has_two_sides(side: int, code: str) -> None:
    thread = saved(PIL.Image.new("L", (side, 1), 255), "PNG")
    assert codes_of(Input("thread.png", thread)) == [code]


def test_what_a_picture_says_about_itself_warns_nobody() -> None:
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        codes_of(Input("torn.tif", b"II*\x00\x08\x00\x00\x00" + bytes(range(90))))
    assert warned == []


@pytest.mark.parametrize("size", [(9_000, 9_000), (12_000, 12_000), (20_000, 20_000)])
def test_a_picture_that_unfolds_too_far_is_not_unfolded(size: tuple[int, int]) -> None:
    """A bomb: some kilobytes of file, gigabytes of pixels. Written by hand, it has no pixels."""
    small = saved(PIL.Image.new("RGB", (1, 1)), "BMP")
    bomb = small[:18] + size[0].to_bytes(4, "little") + size[1].to_bytes(4, "little") + small[26:]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert codes_of(Input("bomb.bmp", bomb)) == ["picture-too-large"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\n\n", ""])
def test_text_files_of_every_editor_are_read(ending: str) -> None:
    joint = ending or "\n"
    text = joint.join(GOOD.codes) + ending
    assert report(Input("codes.txt", text.encode())).answer == "valid-practice"
    assert report(Input("codes.txt", text.encode("utf-8-sig"))).answer == "valid-practice"


@pytest.mark.parametrize("line", ["hello", " ", "# note", GOOD.codes[0] + " ", " " + GOOD.codes[0]])
def test_any_other_line_is_named(line: str) -> None:
    given = report([*GOOD.codes, line])
    assert given.answer == "unreadable"
    assert f"Line {len(GOOD.codes) + 1} holds no whole code" in given.reason(words("en"))


def test_levels_of_the_printed_codes_are_those_of_the_parts() -> None:
    assert set(LEVELS) == set(KINDS) == set(LARGEST_PART)
