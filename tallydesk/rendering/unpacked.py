"""A PDF taken apart again: the files in it, and one digest over everything that it shows.

Reads foreign files, so it stays a function from octets to a frozen value, without memory and with
caps, that may run in a process of its own.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object, Pdf, Stream

LARGEST_PDF = 8_000_000
"""Octets of a file; one with 300 candidates has a fiftieth of that."""
MOST_OBJECTS = 5_000
LARGEST_TABLE = 4_000_000
"""Octets of a table of contents once unpacked, which qpdf itself does."""
LARGEST_STREAM = 20_000_000
"""Octets of all streams together once unpacked; a protocol of 300 candidates has half a million."""
MOST_VALUES = 200_000
"""Numbers, names, texts, lists and tables of a document; a protocol has some three thousand."""
MOST_FILES = 100
DEEPEST = 40

_HOLDS_FILES = b"/EmbeddedFiles"
_PACKING = frozenset(("/Length", "/Filter", "/DecodeParms"))


class PdfUnread(ValueError):
    """A PDF that cannot be taken apart, or has something in it that ours never have."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files in a document by name, in order; its renderer; what it shows, 32 octets.

    Two documents with the same `shown` show the same: pages, fonts, pictures, boxes, metadata and
    files are equal once decoded, whatever their numbers, order and packing. A seal of the shape
    that `signing.pdf_seal` makes is left out of it.
    """

    files: tuple[tuple[str, bytes], ...]
    renderer: str
    shown: bytes


def holds_files(content: bytes) -> bool:
    """Whether a PDF has files in it, as far as can be told without opening it."""
    return _HOLDS_FILES in content


def unpacked(content: bytes) -> Unpacked:
    """Take a PDF apart. Raises PdfUnread."""
    import pikepdf
    from pikepdf.settings import set_qpdf_limits

    if len(content) > LARGEST_PDF or content.count(b" obj") > MOST_OBJECTS:
        raise PdfUnread("there is more in this file than in any protocol")
    set_qpdf_limits(flate_max_memory=LARGEST_TABLE, max_stream_filters=1)
    try:
        with pikepdf.open(
            BytesIO(content),
            suppress_warnings=True,
            attempt_recovery=False,
            inherit_page_attributes=False,
        ) as pdf:
            read = _read(pdf)
            if pdf.get_warnings():
                raise PdfUnread("the file is not put together as a PDF should be")
            return read
    except (
        pikepdf.PdfError,
        zlib.error,
        ArithmeticError,
        AttributeError,
        LookupError,
        RuntimeError,
        TypeError,
        ValueError,
    ) as error:
        raise PdfUnread(str(error)) from None


def _read(pdf: Pdf) -> Unpacked:
    reading = _Reading(pdf)
    _take_off_seal(pdf)
    files = tuple(reading.files())
    producer = str(pdf.docinfo["/Producer"])
    return Unpacked(files, producer, reading.shown())


class _Reading:
    """Walks once over everything that can be reached from the trailer."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._numbers: dict[tuple[int, int], int] = {}
        self._values = 0
        self._room = LARGEST_STREAM

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The attached files, in the order in which the document lists them."""
        root: Any = self._pdf.Root
        listed = root.AF if "/AF" in root else ()
        if len(listed) > MOST_FILES:
            raise PdfUnread("there are more files in this one than in any protocol")
        for each in listed:
            yield str(each.UF), self._decoded(each.EF.F)

    def shown(self) -> bytes:
        """SHA-256 over root and information, spelled in one way."""
        self._room = LARGEST_STREAM
        trailer: Any = self._pdf.trailer
        spelled = sha256()
        for part in self._spelled(trailer.Root, 0):
            spelled.update(part)
        for part in self._spelled(trailer.Info, 0):
            spelled.update(part)
        return spelled.digest()

    def _spelled(self, value: object, depth: int) -> Iterator[bytes]:
        """One value: references by the order in which they are met, streams by their contents."""
        from pikepdf import Array, Dictionary, Name, Object, Stream, String

        self._values += 1
        if self._values > MOST_VALUES or depth > DEEPEST:
            raise PdfUnread("there is more in this file than in any protocol")
        if isinstance(value, Object) and value.is_indirect:
            met = self._numbers.get(value.objgen)
            if met is not None:
                yield b"@%d;" % met
                return
            self._numbers[value.objgen] = len(self._numbers)
        match value:
            case Stream():
                digest = sha256(self._decoded(value)).digest()
                yield b"stream:" + digest
                yield from self._table(value.stream_dict, depth, _PACKING)
            case Dictionary():
                yield from self._table(value, depth, frozenset())
            case Array():
                yield b"[%d:" % len(value)
                for each in value:
                    yield from self._spelled(each, depth + 1)
            case Name():
                yield _counted(b"/", str(value).encode())
            case String():
                yield _counted(b"(", bytes(value))
            case _:
                yield _counted(type(value).__name__.encode(), str(value).encode())

    def _table(self, table: Dictionary, depth: int, without: frozenset[str]) -> Iterator[bytes]:
        keys = sorted(set(table.keys()) - without)
        yield b"{%d:" % len(keys)
        for key in keys:
            yield _counted(b"/", key.encode())
            yield from self._spelled(table[key], depth + 1)

    def _decoded(self, stream: Stream) -> bytes:
        """A stream unpacked; ours know one way of packing, and none of its options."""
        table: Any = stream.stream_dict
        packing = table.get("/Filter")
        names = [] if packing is None else [str(each) for each in _listed(packing)]
        if names not in ([], ["/FlateDecode"]) or "/DecodeParms" in table or "/F" in table:
            raise PdfUnread("a stream is packed in a way that is not ours")
        packed = stream.read_raw_bytes()
        content = packed
        if names:
            opener = zlib.decompressobj()
            content = opener.decompress(packed, self._room)
            # Readers differ over what follows the end, or what has none.
            if not opener.eof or opener.unused_data.strip(b"\r\n"):
                raise PdfUnread("a stream is longer than any protocol's, or does not end")
        self._room -= len(content)
        if self._room <= 0:
            raise PdfUnread("there is more in this file than in any protocol")
        return content


def _counted(mark: bytes, octets: bytes) -> bytes:
    return b"%s%d:%s" % (mark, len(octets), octets)


def _listed(value: Object) -> list[Object]:
    from pikepdf import Array

    return list(value) if isinstance(value, Array) else [value]


def _take_off_seal(pdf: Pdf) -> None:
    """Take a seal out of the document when it has exactly the shape of ours.

    One of another shape stays, and then the document shows something that a page made again does
    not. Container, ranges and moment are for `signing.pdf_seal`.
    """
    root: Any = pdf.Root
    first: Any = pdf.pages[0].obj
    if "/Perms" not in root or "/AcroForm" not in root or "/Annots" not in first:
        return
    field: Any = first.Annots[0]
    value: Any = field.V
    joined = (
        _same(root.Perms.DocMDP, value)
        and _same(root.AcroForm.Fields[0], field)
        and _same(field.P, first)
    )
    found = {
        "/AcroForm": _plain(root.AcroForm, ("/Fields",)),
        "/Annots": len(first.Annots),
        "/Extensions": _plain(root.Extensions),
        "/Fields": len(root.AcroForm.Fields),
        "/Perms": _plain(root.Perms, ("/DocMDP",)),
        "field": _plain(field, ("/P", "/V")),
        "value": _plain(value, ("/ByteRange", "/Contents", "/M")),
    }
    if joined and found == _SEAL:
        del root["/AcroForm"], root["/Perms"], root["/Extensions"], first["/Annots"]


def _same(one: Object, other: Object) -> bool:
    return one.is_indirect and one.objgen == other.objgen


def _plain(value: object, without: tuple[str, ...] = (), depth: int = 0) -> object:
    """A small part of a document as plain Python, references followed."""
    from pikepdf import Array, Dictionary, Name, String

    if depth > _SEAL_DEPTH:
        raise PdfUnread("the seal is not of the shape that is made here")
    match value:
        case Dictionary():
            kept = ((key, each) for key, each in value.items() if key not in without)
            return {key: _plain(each, (), depth + 1) for key, each in kept}
        case Array():
            return [_plain(each, (), depth + 1) for each in value]
        case Name() | String():
            return str(value)
        case _:
            return value


_SEAL_DEPTH = 6
_SEAL: dict[str, object] = {
    "/AcroForm": {"/SigFlags": 3},
    "/Annots": 1,
    "/Extensions": {
        "/ESIC": {
            "/Type": "/DeveloperExtensions",
            "/BaseVersion": "/1.7",
            "/ExtensionLevel": 1,
        }
    },
    "/Fields": 1,
    "/Perms": {},
    "field": {
        "/FT": "/Sig",
        "/T": "Seal",
        "/Type": "/Annot",
        "/Subtype": "/Widget",
        "/F": 132,
        "/Rect": [0, 0, 0, 0],
    },
    "value": {
        "/Type": "/Sig",
        "/Filter": "/Adobe.PPKLite",
        "/SubFilter": "/ETSI.CAdES.detached",
        "/Reference": [
            {
                "/Type": "/SigRef",
                "/TransformMethod": "/DocMDP",
                "/TransformParams": {"/Type": "/TransformParams", "/V": "/1.2", "/P": 1},
            }
        ],
    },
}
"""What a seal adds to a document: an invisible field, its value, and nothing to be seen."""
