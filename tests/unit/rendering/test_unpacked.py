"""A PDF taken apart: what is shown is compared, how it is written is not, and bombs stay shut."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from tallydesk.rendering.unpacked import PdfUnread, holds_files, unpacked
from tallydesk.signing.pdf_seal import seal
from tests import sealed
from tests.sealed import ISSUED, practice_pdf, saved


def changed(change: Callable[[pikepdf.Pdf], object], pdf: bytes | None = None) -> bytes:
    """The protocol after somebody did something to its objects."""
    with pikepdf.open(BytesIO(pdf or practice_pdf())) as opened:
        change(opened)
        return saved(opened)


def test_a_file_written_anew_by_another_program_shows_the_same() -> None:
    with pikepdf.open(BytesIO(practice_pdf())) as opened:
        out = BytesIO()
        # Other numbers, other packing, other tables of contents.
        mode = pikepdf.ObjectStreamMode.generate
        opened.save(out, recompress_flate=True, object_stream_mode=mode, fix_metadata_version=False)
    assert out.getvalue() != practice_pdf()
    assert unpacked(out.getvalue()) == unpacked(practice_pdf())


def test_a_seal_shows_nothing() -> None:
    made = seal(practice_pdf(), sealed.material(), ISSUED)
    assert unpacked(made) == unpacked(practice_pdf())


def test_a_file_that_nobody_changed_shows_the_same_when_it_is_saved() -> None:
    assert unpacked(changed(lambda pdf: pdf)) == unpacked(practice_pdf())


def content(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents.write(pdf.pages[0].Contents.read_bytes() + b" 0 0 9 9 re f")


def font(pdf: pikepdf.Pdf) -> None:
    fonts = pdf.pages[0].Resources.Font
    fonts["/F1+0"], fonts["/F2+0"] = fonts["/F2+0"], fonts["/F1+0"]


def widths(pdf: pikepdf.Pdf) -> None:
    next(iter(pdf.pages[0].Resources.Font.values())).Widths[5] = 1


def picture(pdf: pikepdf.Pdf) -> None:
    held = next(
        each
        for page in pdf.pages
        for each in page.Resources.get("/XObject", {}).values()
        if str(each.get("/Subtype")) == "/Image"
    )
    pixels = bytearray(held.read_bytes())
    pixels[len(pixels) // 2] ^= 1
    held.write(bytes(pixels))


def annotation(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots = pikepdf.Array(
        [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9])]
    )


def box(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].MediaBox = pikepdf.Array([0, 400, 596, 842])


def order(pdf: pikepdf.Pdf) -> None:
    pages = list(pdf.pages)
    pdf.pages[0], pdf.pages[1] = pages[1], pages[0]


def title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Another"


def layer(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array())


def action(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


@pytest.mark.parametrize(
    "change", [content, font, widths, picture, annotation, box, order, title, layer, action]
)
def test_whatever_a_reader_could_see_is_seen(change: Callable[[pikepdf.Pdf], object]) -> None:
    assert unpacked(changed(change)).shown != unpacked(practice_pdf()).shown


def visible(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots[0].Rect = pikepdf.Array([0, 0, 500, 500])


def second(pdf: pikepdf.Pdf) -> None:
    another = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text)
    pdf.pages[0].Annots.append(pdf.make_indirect(another))


def elsewhere(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Perms.DocMDP = pdf.make_indirect(pikepdf.Dictionary())


def form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm.XFA = pikepdf.String("<xfa/>")


@pytest.mark.parametrize("change", [visible, second, elsewhere, form])
def test_a_seal_of_another_shape_is_seen(change: Callable[[pikepdf.Pdf], object]) -> None:
    made = seal(practice_pdf(), sealed.material(), ISSUED)
    assert unpacked(changed(change, made)).shown != unpacked(practice_pdf()).shown


def deep_seal(pdf: pikepdf.Pdf) -> None:
    inner = pikepdf.Dictionary()
    for _ in range(9):
        inner = pikepdf.Dictionary(A=inner)
    pdf.Root.Extensions = inner


def bomb(pdf: pikepdf.Pdf) -> None:
    packed = zlib.compress(bytes(60_000_000), 9)
    held = pikepdf.Stream(pdf, packed)
    held["/Filter"] = pikepdf.Name.FlateDecode
    pdf.Root.Bomb = held


def many_streams(pdf: pikepdf.Pdf) -> None:
    packed = zlib.compress(bytes(9_000_000), 9)
    held = [pdf.make_indirect(pikepdf.Stream(pdf, packed)) for _ in range(4)]
    for each in held:
        each["/Filter"] = pikepdf.Name.FlateDecode
    pdf.Root.Bombs = pikepdf.Array(held)


def lasting(pdf: pikepdf.Pdf) -> None:
    held = pikepdf.Stream(pdf, zlib.compress(b"x") + b"hidden")
    held["/Filter"] = pikepdf.Name.FlateDecode
    pdf.Root.Odd = held


def packed_otherwise(pdf: pikepdf.Pdf) -> None:
    held = pikepdf.Stream(pdf, b"00>")
    held["/Filter"] = pikepdf.Name.ASCIIHexDecode
    pdf.Root.Odd = held


def no_deflate(pdf: pikepdf.Pdf) -> None:
    held = pikepdf.Stream(pdf, b"no such thing")
    held["/Filter"] = pikepdf.Name.FlateDecode
    pdf.Root.Odd = held


def deep(pdf: pikepdf.Pdf) -> None:
    inner = pikepdf.Array()
    for _ in range(100):
        inner = pikepdf.Array([inner])
    pdf.Root.Deep = inner


def many(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Many = pikepdf.Array([0] * 300_000)


def no_producer(pdf: pikepdf.Pdf) -> None:
    del pdf.trailer["/Info"]


def odd_files(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF = pikepdf.Array([3])


def many_objects(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Many = pikepdf.Array([pdf.make_indirect(pikepdf.Array()) for _ in range(5_001)])


def large(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Large = pikepdf.Stream(pdf, bytes(8_000_000))


def many_files(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF = pikepdf.Array([pdf.Root.AF[0]] * 101)


@pytest.mark.parametrize(
    "change",
    [
        many_objects,
        large,
        many_files,
        bomb,
        many_streams,
        lasting,
        packed_otherwise,
        no_deflate,
        deep,
        many,
        no_producer,
        odd_files,
    ],
)
def test_what_ours_never_have_is_refused(change: Callable[[pikepdf.Pdf], object]) -> None:
    with pikepdf.open(BytesIO(practice_pdf())) as opened:
        change(opened)
        out = BytesIO()
        opened.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            fix_metadata_version=False,
        )
    with pytest.raises(PdfUnread):
        unpacked(out.getvalue())


def test_a_seal_without_end_is_refused() -> None:
    made = seal(practice_pdf(), sealed.material(), ISSUED)
    with pytest.raises(PdfUnread):
        unpacked(changed(deep_seal, made))


@pytest.mark.parametrize("given", [b"", b"%PDF-1.7\n", b"%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF"])
def test_what_is_no_pdf_is_refused(given: bytes) -> None:
    with pytest.raises(PdfUnread):
        unpacked(given)


def test_a_thousand_damaged_files_raise_nothing_else() -> None:
    chance = random.Random(3)
    for _ in range(1000):
        pdf = bytearray(practice_pdf())
        for _ in range(chance.choice((1, 1, 5, 50))):
            pdf[chance.randrange(len(pdf))] = chance.randrange(256)
        try:
            unpacked(bytes(pdf[: chance.choice((len(pdf), len(pdf), chance.randrange(len(pdf))))]))
        except PdfUnread:
            continue


def test_files_are_noticed_from_outside() -> None:
    assert holds_files(practice_pdf())
    assert not holds_files(b"%PDF-1.7")
