"""A drawn page as PDF/A-3b (ISO 19005-3): metadata, colour profile, and files attached to it.

The same value gives the same octets: the only date is the one handed in, the identifier comes
from the contents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Literal
from xml.sax.saxutils import escape

from tallydesk.assets import read_bytes
from tallydesk.version import VERSION

if TYPE_CHECKING:
    from pikepdf import Array, Object, Pdf

Relation = Literal["Source", "Data", "Supplement"]
"""What an attached file is to the page: what it was made from, its figures, an addition."""

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>tallydesk</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>tallydesk</xmp:CreatorTool>
<xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the document. `kind` is its media type."""

    name: str
    content: bytes
    kind: str
    relation: Relation


@cache
def renderer() -> str:
    """The programs that a page's look depends on, each with its version.

    It stands in the metadata as the producer: who makes a page again to compare it must use the
    same ones.
    """
    from importlib.metadata import version

    beneath = ("reportlab", "zxing-cpp", "num2words")
    each = (f"{name} {version(name)}" for name in beneath)
    return ", ".join((f"tallydesk {VERSION}", *each))


def archived(page: bytes, at: datetime, attachments: Sequence[Attachment] = ()) -> bytes:
    """The drawn PDF as PDF/A-3b with the files attached, in the order given.

    `at` (UTC, whole seconds) is the only date in it. `pikepdf.pdfa` finds nothing to object to in
    the result.
    """
    import pikepdf

    with pikepdf.open(BytesIO(page)) as pdf:
        title = str(pdf.docinfo["/Title"])
        _describe(pdf, title, at)
        for each in pdf.pages:
            # ReportLab writes an empty transition, which PDF/A does not know.
            del each["/Trans"]
        pdf.Root["/OutputIntents"] = _output_intent(pdf)
        if attachments:
            _attach(pdf, attachments, at)
        out = BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            min_version="1.7",
            preserve_pdfa=True,
            fix_metadata_version=False,
        )
    return out.getvalue()


def _describe(pdf: Pdf, title: str, at: datetime) -> None:
    """Metadata as XMP, and the same in the old dictionary, which must not say anything else."""
    from pikepdf import Dictionary, Name, Stream, String

    moment = f"D:{at:%Y%m%d%H%M%S}+00'00'"
    pdf.trailer["/Info"] = pdf.make_indirect(
        Dictionary(
            Title=String(title),
            Author=String("tallydesk"),
            Creator=String("tallydesk"),
            Producer=String(renderer()),
            CreationDate=String(moment),
            ModDate=String(moment),
        )
    )
    packet = _PACKET.format(
        title=escape(title), at=f"{at:%Y-%m-%dT%H:%M:%S}+00:00", producer=escape(renderer())
    )
    metadata = Stream(pdf, packet.encode())
    metadata["/Type"], metadata["/Subtype"] = Name("/Metadata"), Name("/XML")
    pdf.Root["/Metadata"] = metadata


def _output_intent(pdf: Pdf) -> Array:
    from pikepdf import Array, Dictionary, Name, Stream, String

    profile = Stream(pdf, read_bytes("colour", "srgb.icc"))
    profile["/N"] = 3
    intent = Dictionary(
        Type=Name("/OutputIntent"),
        S=Name("/GTS_PDFA1"),
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC 61966-2-1"),
        DestOutputProfile=profile,
    )
    return Array([pdf.make_indirect(intent)])


def _attach(pdf: Pdf, attachments: Sequence[Attachment], at: datetime) -> None:
    """The files by name, and each beside the document as something that belongs to it."""
    from pikepdf import Array, Dictionary, String

    files = {each.name: _file(pdf, each, at) for each in attachments}
    pdf.Root["/AF"] = Array(list(files.values()))
    pairs: list[Object] = []
    for name in sorted(files):
        pairs += [String(name), files[name]]
    pdf.Root["/Names"] = Dictionary(EmbeddedFiles=Dictionary(Names=Array(pairs)))


def _file(pdf: Pdf, attachment: Attachment, at: datetime) -> Object:
    from pikepdf import Dictionary, Name, Stream, String

    held = Stream(pdf, attachment.content)
    held["/Type"] = Name("/EmbeddedFile")
    held["/Subtype"] = Name(f"/{attachment.kind}")
    moment = String(f"D:{at:%Y%m%d%H%M%S}+00'00'")
    held["/Params"] = Dictionary(Size=len(attachment.content), ModDate=moment)
    return pdf.make_indirect(
        Dictionary(
            Type=Name("/Filespec"),
            F=String(attachment.name),
            UF=String(attachment.name),
            AFRelationship=Name(f"/{attachment.relation}"),
            EF=Dictionary(F=held, UF=held),
        )
    )
