"""A face that goes into documents: parsed once, cut and packed once for each set of letters.

Draft, protocol and copies of a night use the same letters, and cutting a face down to them is a
third of the work of a page.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast
from zlib import compress

from reportlab.pdfbase.pdfdoc import PDFArray, PDFTrueTypeFont
from reportlab.pdfbase.ttfonts import TTFont

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream


class EmbeddedFont(TTFont):
    """A TrueType font whose subsets are remembered, eight of them."""

    def __init__(self, name: str, filename: str) -> None:
        # Only the letters that a document uses, not all of ASCII: a third less to embed.
        super().__init__(name, filename, asciiReadable=0)
        cut = lru_cache(maxsize=8)(self.face.makeSubset)
        # An instance's own method, because ReportLab makes the face itself.
        vars(self.face)["makeSubset"] = lambda subset: cut(tuple(subset))

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  ReportLab's name
        """Put the subsets into the document."""
        super().addObjects(doc)
        for name, each in doc.idToObject.items():
            if name.startswith(f"fontFile:{self.face.filename}("):
                cast("PDFStream", each).filters = [_Packed()]
            elif isinstance(each, PDFTrueTypeFont):
                font = cast("Any", each)
                if isinstance(font.Widths, PDFArray):
                    # ReportLab takes octets as they are.
                    font.Widths = _array(tuple(font.Widths.sequence))


class _Packed:
    """ReportLab's filter for compressed streams, with a memory."""

    pdfname = "FlateDecode"

    def encode(self, content: bytes) -> bytes:
        """The stream as it stands in the file."""
        return _packed(content)


@lru_cache(maxsize=8)
def _packed(content: bytes) -> bytes:
    return compress(content)


@lru_cache(maxsize=8)
def _array(widths: tuple[float, ...]) -> bytes:
    return f"[{' '.join(f'{width:.7g}' for width in widths)}]".encode("ascii")
