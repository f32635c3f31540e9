"""Files made to cost more than they weigh: small on disk, endless or enormous once opened."""

from __future__ import annotations

import zlib


def pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1, of which the first is the catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object, packed."""
    packed = zlib.compress(content, 9)
    head = b"<< /Length %d /Filter /FlateDecode %s >>" % (len(packed), entries)
    return head + b"\nstream\n" + packed + b"\nendstream"


def page(content: bytes, *others: bytes, resources: bytes = b"") -> bytes:
    """A PDF of one page that draws `content`; `others` are objects from number 5 on."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] /Contents 4 0 R "
            b"/Resources << %s >> >>" % resources,
            stream(content),
            *others,
        ]
    )


def branching_pdf() -> bytes:
    """Twelve drawings, each of which draws the next one eight times over."""
    deep, many = 12, 8
    drawings = [
        stream(
            b"/F Do " * many,
            b"/Type /XObject /Subtype /Form /BBox [0 0 500 500] "
            b"/Resources << /XObject << /F %d 0 R >> >>" % number,
        )
        for number in range(6, 5 + deep)
    ]
    last = stream(b"0 0 499 499 re f " * 50, b"/Type /XObject /Subtype /Form /BBox [0 0 500 500]")
    return page(b"/F Do", *drawings, last, resources=b"/XObject << /F 5 0 R >>")


def endless_pdf() -> bytes:
    """A large picture, drawn again and again in other places."""
    side, times = 10_000, 1_000
    drawn = b"".join(b"q 400 0 %d 400 %d %d cm /F Do Q " % (n, n, n) for n in range(times))
    picture = stream(
        bytes(side * side // 8),
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 1 "
        b"/ColorSpace /DeviceGray /Interpolate true" % (side, side),
    )
    return page(drawn, picture, resources=b"/XObject << /F 5 0 R >>")


def swelling_pdf() -> bytes:
    """A page whose drawing unpacks to 260 million octets."""
    return page(b" " * 260_000_000)


def huge_jpeg_header(wide: int, high: int) -> bytes:
    """A progressive JPEG of which only the size is there: a decoder makes room for all of it."""
    frame = b"\xff\xc2\x00\x11\x08" + high.to_bytes(2, "big") + wide.to_bytes(2, "big")
    frame += b"\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00"
    tables = b"\xff\xdb\x00\x43\x00" + b"\x01" * 64
    huffman = b"\xff\xc4\x00\x14\x00\x01" + bytes(15) + b"\x00"
    scan = b"\xff\xda\x00\x0c\x03\x01\x00\x02\x00\x03\x00\x00\x00\x00"
    return b"\xff\xd8" + tables + frame + huffman + scan + bytes(2000) + b"\xff\xd9"
