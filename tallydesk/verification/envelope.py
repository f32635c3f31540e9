"""What a PDF holds beside what it shows: its enclosures and its seal.

A function from octets to a frozen value, because it reads foreign files: it may run in a process
that can be killed.
"""

from __future__ import annotations

from dataclasses import dataclass

from tallydesk.rendering.enclosures import CODES, RECORD
from tallydesk.rendering.unpacked import PdfUnread, Unpacked, holds_files, unpacked
from tallydesk.signing.pdf_seal import Seal, SealBroken, claims_a_seal, read_seal
from tallydesk.verification.report import Note


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


def envelope_of(pdf: bytes) -> Envelope:
    """What the file holds; never raises for what is in it."""
    seal = None
    if claims_a_seal(pdf):
        try:
            seal = read_seal(pdf)
        except SealBroken:
            return Envelope(faults=(Note("seal-broken"),))
    elif not holds_files(pdf):
        return Envelope()
    try:
        enclosed = unpacked(pdf)
    except PdfUnread:
        # Others put files into a PDF too, and pack them as they like.
        ours = seal is not None or RECORD.encode() in pdf
        return _UNREAD if ours else Envelope()
    if all(name != RECORD for name, _ in enclosed.files):
        return Envelope() if seal is None else _UNREAD
    # Half a seal would stand behind the end.
    return Envelope(enclosed, seal) if pdf.endswith(_ENDS) else _UNREAD


_ENDS = (b"%%EOF\n", b"%%EOF\r\n", b"%%EOF")
_UNREAD = Envelope(faults=(Note("enclosures-unread"),))
