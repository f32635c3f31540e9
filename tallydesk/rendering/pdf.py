"""A layout drawn as a PDF: fonts embedded, text that can be taken out, the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast
from zlib import compress

from tallydesk.rendering import operators
from tallydesk.rendering.blocks import HEIGHT, WIDTH
from tallydesk.rendering.codes import CodePicture
from tallydesk.rendering.fonts import REGULAR, face
from tallydesk.rendering.ink import marks
from tallydesk.rendering.layout import Layout, protocol_layout
from tallydesk.rendering.mark import Image, Mark
from tallydesk.rendering.printed import Printed

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WATERMARK = "watermark"
DOTS = 6
"""Dots along the edge of a module, as a printer of 300 dpi draws it (`blocks.MODULE`)."""


def protocol_pdf(printed: Printed) -> bytes:
    """The protocol as a PDF, byte for byte the same for the same value.

    Raises AssetMissing for a language that paper does not speak, ValueError for a code's text
    that fits into no code.
    """
    return drawn(protocol_layout(printed))


def drawn(layout: Layout) -> bytes:
    """A layout as a PDF."""
    return drawn_marks(
        layout.title,
        layout.language,
        [tuple(marks(page)) for page in layout.pages],
        layout.watermark,
    )


def drawn_marks(
    title: str,
    language: str,
    drawing: Sequence[Sequence[Mark]],
    across: tuple[str, ...] = (),
    letters: str = "",
) -> bytes:
    """Pages of marks as a PDF, `across` standing across each.

    `letters` are embedded in any case: papers that differ in a name then share one cut of a face.
    """
    from reportlab.pdfgen.canvas import Canvas

    face()
    face(bold=True)
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        pageCompression=1,
        lang=language,
        # Else every page names Helvetica, which nobody embeds. (The stub wants a number here.)
        initialFontName=REGULAR,  # type: ignore[arg-type]
    )
    canvas.setTitle(title)
    canvas.setAuthor("tallydesk")
    canvas.setCreator("tallydesk")
    _pages(canvas, drawing, across, letters)
    canvas.save()
    return out.getvalue()


def _pages(
    canvas: Canvas, drawing: Sequence[Sequence[Mark]], across: tuple[str, ...], more: str
) -> None:
    """Grounds first, the watermark over them, everything that is read on top."""
    # ReportLab has no public way to write a page's operators or to add an image of one's own.
    inner = cast("Any", canvas)
    letters = operators.strings(inner._doc, drawing, more)  # noqa: SLF001
    if across:
        canvas.beginForm(WATERMARK, 0, 0, WIDTH, HEIGHT)
        inner._code.append(operators.watermark(across))  # noqa: SLF001
        canvas.endForm()
    for page in drawing:
        inner._code.extend(operators.grounds(page))  # noqa: SLF001
        if across:
            inner._code.append("q")  # noqa: SLF001
            canvas.doForm(WATERMARK)
            inner._code.append("Q")  # noqa: SLF001
        inner._code.extend(operators.foreground(page, letters))  # noqa: SLF001
        for mark in page:
            if isinstance(mark, Image):
                inner._code.append(f"q {operators.place(mark)}")  # noqa: SLF001
                canvas.doForm(_stored(canvas, mark.picture))
                inner._code.append("Q")  # noqa: SLF001
        canvas.showPage()


def _stored(canvas: Canvas, picture: CodePicture) -> str:
    """The name of a code's picture in the document: one bit a dot, no smoothing.

    A viewer that has to enlarge a picture smooths it, and then a reader that looks for edges
    finds none: so every module comes in the six dots of a 300 dpi printer. As vector squares a
    code would take ten times as long, and ReportLab's own way to an image goes through colours,
    24 bits a dot.
    """
    from reportlab.pdfbase.pdfdoc import PDFName, PDFStream

    bits = picture.packed(DOTS)
    name = sha256(bits).hexdigest()[:16]
    if not canvas.hasForm(name):
        stream = PDFStream(content=compress(bits, 1), filters=[])
        stream.dictionary.dict.update(
            Type=PDFName("XObject"),
            Subtype=PDFName("Image"),
            Width=picture.side * DOTS,
            Height=picture.side * DOTS,
            Filter=PDFName("FlateDecode"),
            ColorSpace=PDFName("DeviceGray"),
            BitsPerComponent=1,
        )
        cast("Any", canvas)._doc.addForm(name, stream)  # noqa: SLF001
    return name
