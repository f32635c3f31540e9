"""What a PDF holds beside what it shows: its enclosures and its seal.

The file is taken apart in the process that can be killed (`verification.child`), because it may be
anybody's; the seal's few octets are read here.
"""

from __future__ import annotations

from dataclasses import dataclass

from tallydesk.protocol import shape
from tallydesk.protocol.cbor import Item
from tallydesk.protocol.shape import ShapeError
from tallydesk.rendering.enclosures import CODES, DRAFT, RECORD
from tallydesk.rendering.unpacked import Unpacked, holds_files
from tallydesk.signing.pdf_seal import Seal, SealBroken, claims_a_seal, read_seal
from tallydesk.verification.child import STOPPED, Reader
from tallydesk.verification.photo import PictureUnread
from tallydesk.verification.report import Note
from tallydesk.verification.worker import UNPACKED_NOT


@dataclass(frozen=True, slots=True)
class Envelope:
    """A PDF as a file: `enclosed` is None for one that this program did not make.

    `faults` say why it is not what it was; then nothing else is looked at.
    """

    enclosed: Unpacked | None = None
    seal: Seal | None = None
    faults: tuple[Note, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The lines of the enclosed codes."""
        for name, content in self.enclosed.files if self.enclosed else ():
            if name == CODES:
                return tuple(content.decode("ascii", "replace").splitlines())
        return ()


def envelope_of(pdf: bytes, reader: Reader) -> Envelope:
    """What the file holds. Raises PictureUnread when reading it took too much."""
    seal = None
    if claims_a_seal(pdf):
        try:
            seal = read_seal(pdf)
        except SealBroken:
            return Envelope(faults=(Note("seal-broken"),))
    elif not holds_files(pdf):
        return Envelope()
    try:
        enclosed = _unpacked(reader.read("enclosures", pdf))
    except PictureUnread as unread:
        if unread.code != UNPACKED_NOT:
            raise
        # Others put files into a PDF too, and pack them as they like.
        ours = seal is not None or RECORD.encode() in pdf or DRAFT.encode() in pdf
        return _UNREAD if ours else Envelope()
    names = {name for name, _ in enclosed.files}
    # Nobody seals a draft.
    if RECORD not in names and (seal is not None or DRAFT not in names):
        return Envelope() if seal is None else _UNREAD
    # Half a seal would stand behind the end.
    return Envelope(enclosed, seal) if pdf.endswith(_ENDS) else _UNREAD


def _unpacked(item: Item) -> Unpacked:
    """What the reader answered. Raises PictureUnread for an answer that it never gives."""
    try:
        files, renderer, shown = shape.array(item, "enclosures", length=3)
        return Unpacked(
            tuple(_file(each) for each in shape.array(files, "files")),
            shape.octets(renderer, "renderer").decode("utf-8", "replace"),
            shape.octets(shown, "shown", length=shape.DIGEST),
        )
    except ShapeError:
        raise PictureUnread(STOPPED) from None


def _file(item: Item) -> tuple[str, bytes]:
    name, content = shape.array(item, "file", length=2)
    return shape.octets(name, "name").decode("utf-8", "replace"), shape.octets(content, "file")


_ENDS = (b"%%EOF\n", b"%%EOF\r\n", b"%%EOF")
_UNREAD = Envelope(faults=(Note("enclosures-unread"),))
