"""A layout drawn as a PDF: fonts embedded, text that can be taken out, the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from tallydesk.rendering.blocks import HEIGHT, WIDTH
from tallydesk.rendering.fonts import BOLD, REGULAR, face
from tallydesk.rendering.ink import GROUND, Area, Image, Ink, Mark, Stroke, marks
from tallydesk.rendering.layout import Layout, protocol_layout
from tallydesk.rendering.outlines import outline
from tallydesk.rendering.printed import Printed

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WATERMARK = "watermark"
WATERMARK_GREY = 0.9
WATERMARK_TILT = 55
"""Degrees: along an A4 page's diagonal."""
WATERMARK_LENGTH = 640.0
WATERMARK_LARGEST = 120.0
WATERMARK_LEADING = 150.0
HALF_CAPITAL = 0.36
"""Half the height of a capital, in ems."""
FILL_NON_ZERO = 1
FRAME = 0.6


def protocol_pdf(printed: Printed) -> bytes:
    """The protocol as a PDF, byte for byte the same for the same value.

    Raises AssetMissing for a language that paper does not speak, ValueError for a code's text
    that fits into no code.
    """
    return drawn(protocol_layout(printed))


def drawn(layout: Layout) -> bytes:
    """A layout as a PDF."""
    from reportlab.pdfgen.canvas import Canvas

    face(), face(bold=True)
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        pageCompression=1,
        lang=layout.language,
        # Else every page names Helvetica, which nobody embeds. (The stub wants a number here.)
        initialFontName=REGULAR,  # type: ignore[arg-type]
    )
    canvas.setTitle(layout.title)
    canvas.setAuthor("tallydesk")
    canvas.setSubject("")
    canvas.setCreator("tallydesk")
    if layout.watermark:
        _prepare(canvas, layout.watermark)
    for page in layout.pages:
        _page(canvas, tuple(marks(page)))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _page(canvas: Canvas, drawing: Sequence[Mark]) -> None:
    """Grounds first, the watermark over them, everything that is read on top."""
    for mark in drawing:
        if isinstance(mark, Area) and mark.kind == "ground":
            canvas.setFillGray(GROUND)
            canvas.rect(mark.x, HEIGHT - mark.y - mark.height, mark.width, mark.height, 0, 1)
    canvas.setFillGray(0)
    if canvas.hasForm(WATERMARK):
        canvas.doForm(WATERMARK)
    for mark in drawing:
        match mark:
            case Ink():
                canvas.setFont(BOLD if mark.bold else REGULAR, mark.size)
                canvas.drawString(mark.x, HEIGHT - mark.y, mark.text)
            case Stroke():
                canvas.setStrokeGray(mark.grey)
                canvas.setLineWidth(mark.weight)
                canvas.line(mark.x, HEIGHT - mark.y, mark.x_end, HEIGHT - mark.y_end)
            case Area(kind="ground"):
                pass
            case Area():
                canvas.setStrokeGray(0)
                canvas.setLineWidth(FRAME)
                canvas.setDash([3, 3] if mark.kind == "dashes" else [])
                canvas.rect(mark.x, HEIGHT - mark.y - mark.height, mark.width, mark.height)
                canvas.setDash()
            case Image():
                _image(canvas, mark)


def _prepare(canvas: Canvas, lines: tuple[str, ...]) -> None:
    """Draw the watermark once, as shapes, for every page to show."""
    canvas.beginForm(WATERMARK, 0, 0, WIDTH, HEIGHT)
    canvas.setFillGray(WATERMARK_GREY)
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(WATERMARK_TILT)
    for number, line in enumerate(lines):
        word = outline(line)
        size = min(WATERMARK_LARGEST, WATERMARK_LENGTH / word.width)
        left = -word.width * size / 2
        base = ((len(lines) - 1) / 2 - number) * WATERMARK_LEADING - size * HALF_CAPITAL
        path = canvas.beginPath()
        for shape in word.shapes:
            path.moveTo(left + shape.start[0] * size, base + shape.start[1] * size)
            for curve in shape.curves:
                x, y = left + curve.end[0] * size, base + curve.end[1] * size
                if curve.handles is None:
                    path.lineTo(x, y)
                else:
                    (a, b), (c, d) = curve.handles
                    path.curveTo(
                        left + a * size, base + b * size, left + c * size, base + d * size, x, y
                    )
            path.close()
        canvas.drawPath(path, stroke=0, fill=1, fillMode=FILL_NON_ZERO)
    canvas.endForm()


def _image(canvas: Canvas, image: Image) -> None:
    """One bit a module, no smoothing: as vector squares a code costs ten times as much."""
    from reportlab.pdfbase.pdfdoc import PDFName, PDFStream, PDFZCompress

    bits, side = image.picture.packed(), image.picture.side
    name = sha256(bits).hexdigest()[:16]
    if not canvas.hasForm(name):
        # Made here: ReportLab's own way goes through colours, 24 bits a module.
        entries: dict[str, object] = {"Type": PDFName("XObject"), "Subtype": PDFName("Image")}
        entries |= {"Width": side, "Height": side}
        entries |= {"ColorSpace": PDFName("DeviceGray"), "BitsPerComponent": 1}
        stream = PDFStream(content=bits, filters=[PDFZCompress])
        stream.dictionary.dict.update(entries)
        cast("Any", canvas)._doc.addForm(name, stream)  # noqa: SLF001  there is no public way in
    canvas.saveState()
    canvas.translate(image.x, HEIGHT - image.y - image.side)
    canvas.scale(image.side, image.side)
    canvas.doForm(name)
    canvas.restoreState()
