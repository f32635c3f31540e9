"""Reads codes from pages and pictures of pages.

Sizes are capped before anything is decoded: a small file may unfold into gigabytes.
"""

from __future__ import annotations

import io
import warnings
from math import isqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

LARGEST_READ = 4_000_000
"""Pixels of the picture in which codes are looked for: a page at 200 dots an inch."""
LARGEST_UNPACKED = 150_000_000
"""Octets a picture and its grey copy may have once unpacked: 30 million pixels in colour, a page at
500 dots an inch. JPEG, which telephones make, is scaled while it unpacks."""
LONGEST_SIDE = 20_000
"""Pixels of a picture's side; what is longer and as thin is no page, and no reader takes it."""
MOST_PAGES = 24
CODES = frozenset(
    (
        "enclosures-unread",
        "pdf-broken",
        "pdf-locked",
        "pdf-too-long",
        "picture-broken",
        "picture-too-large",
    )
)
"""Why something cannot be read, by the note that says so."""
RESOLUTION = 200
"""Dots an inch at which a PDF's page is drawn."""

_PASSWORD = 4
"""FPDF_ERR_PASSWORD of PDFium's fpdfview.h."""
_POINTS_AN_INCH = 72
_OCTETS_A_PIXEL = {"1": 1, "L": 1, "P": 1, "I;16": 2}
"""As Pillow keeps pixels; in all other modes, those of three colours included, it takes four."""
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF8", b"RIFF")
_PDF = b"%PDF-"
_PDF_WITHIN = 1024


class PictureUnread(ValueError):
    """A PDF or picture that cannot be opened; `code` names the reason for the words."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def is_pdf(content: bytes) -> bool:
    """Whether `content` begins as a PDF does."""
    return _PDF in content[:_PDF_WITHIN]


def is_picture(content: bytes) -> bool:
    """Whether `content` begins as one of the picture formats does that are read here."""
    return content.startswith(_PICTURES)


def texts_in_pdf(content: bytes) -> tuple[str, ...]:
    """The texts of all QR codes on all pages.

    Raises PictureUnread `pdf-broken`, `pdf-locked`, `pdf-too-long`.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD
        raise PictureUnread("pdf-locked" if locked else "pdf-broken") from None
    try:
        if len(document) > MOST_PAGES:
            raise PictureUnread("pdf-too-long")
        texts: list[str] = []
        for number in range(len(document)):
            page = document[number]
            texts.extend(_texts_in(_drawn(page)))
            page.close()
    except pypdfium2.PdfiumError:
        raise PictureUnread("pdf-broken") from None
    finally:
        document.close()
    return tuple(texts)


def texts_in_picture(content: bytes) -> tuple[str, ...]:
    """The texts of all QR codes in a picture.

    Raises PictureUnread `picture-broken`, `picture-too-large`.
    """
    import PIL.Image

    # Pillow itself knows two sizes: one it warns of and one it refuses. Both are too large here.
    # What else it warns of is about other parts of the file than its pixels.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", PIL.Image.DecompressionBombWarning)
        try:
            with PIL.Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
                return _texts_in(_scaled(picture))
        except (PIL.Image.DecompressionBombWarning, PIL.Image.DecompressionBombError):
            raise PictureUnread("picture-too-large") from None
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            if isinstance(error, PictureUnread):
                raise
            raise PictureUnread("picture-broken") from None


def _drawn(page: PdfPage) -> Image:
    wide, high = page.get_size()
    scale = RESOLUTION / _POINTS_AN_INCH
    pixels = wide * high * scale * scale
    if pixels > LARGEST_READ:
        scale *= (LARGEST_READ / pixels) ** 0.5
    scale = min(scale, LONGEST_SIDE / max(wide, high))
    return page.render(scale=scale, grayscale=True).to_pil()


def _scaled(picture: Image) -> Image:
    wide, high = picture.size
    if max(wide, high) > LONGEST_SIDE:
        raise PictureUnread("picture-too-large")
    if wide * high > LARGEST_READ:
        # Only JPEG can be told to unpack smaller; the others stay as they are.
        factor = isqrt(wide * high // LARGEST_READ) + 1
        picture.draft("L", (wide // factor, high // factor))
    octets = _OCTETS_A_PIXEL.get(picture.mode, 4) + 1
    if picture.width * picture.height * octets > LARGEST_UNPACKED:
        raise PictureUnread("picture-too-large")
    grey = picture.convert("L")
    # The colours are not needed any more, and take four times as much as what is left.
    picture.close()
    if grey.width * grey.height > LARGEST_READ:
        shrink = (LARGEST_READ / (grey.width * grey.height)) ** 0.5
        grey.thumbnail((int(grey.width * shrink), int(grey.height * shrink)))
    return grey


def _texts_in(picture: Image) -> tuple[str, ...]:
    import zxingcpp

    found = zxingcpp.read_barcodes(
        picture,
        formats=zxingcpp.barcode_formats_from_str("QRCode"),
        text_mode=zxingcpp.TextMode.Plain,
    )
    return tuple(barcode.text for barcode in found)
