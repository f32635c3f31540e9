"""From a file's octets to the parts of codes it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tallydesk.protocol import shape
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.codes import CodeError, Part, read_part, resembles_code
from tallydesk.verification.child import STOPPED, Reader, shared
from tallydesk.verification.envelope import Envelope, envelope_of
from tallydesk.verification.photo import PictureUnread, is_pdf, is_picture
from tallydesk.verification.report import Note
from tallydesk.verification.worker import JobName

LARGEST_TEXT = 1_000_000
"""Octets of a text file with codes; a hundred codes are a tenth of that."""
LARGEST_FILE = 50_000_000
"""Octets of a PDF or picture."""
MOST_CODES = 128
"""Parts of codes in one input. Whatever compares each with each stays small; a protocol with a
contest sheet of 300 candidates has half as many."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file as it was given: `name` is only repeated, never opened."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """The parts of codes in one input, and why others could not be read.

    `envelope` is what a PDF holds beside its pages, None for anything else.
    """

    parts: tuple[Part, ...]
    faults: tuple[Note, ...]
    envelope: Envelope | None = None


def parts_in(given: Input, reader: Reader | None = None) -> Found:
    """Everything readable in an input: PDF, picture, or text with a code a line.

    PDFs and pictures are read by `reader`, if none is given in the program's child process.
    """
    content = given.content
    if not content:
        return Found((), (Note("file-empty"),))
    if len(content) > LARGEST_FILE:
        return Found((), (Note("file-too-large", {"octets": LARGEST_FILE}),))
    try:
        if is_pdf(content):
            return _in_pdf(content, reader or shared())
        if is_picture(content):
            return _parts(_on_paper("picture", content, reader or shared()), "damaged-code")
    except PictureUnread as error:
        return Found((), (Note(error.code),))
    return _in_text(content)


def _in_pdf(content: bytes, reader: Reader) -> Found:
    envelope = envelope_of(content, reader)
    if envelope.faults:
        # A page of a file that is not what it was proves nothing: it is not even drawn.
        return Found((), (), envelope)
    drawn = _on_paper("pdf", content, reader)
    enclosed = _ours(envelope.codes)
    return replace(_parts([*drawn, *enclosed], "damaged-code"), envelope=envelope)


def _ours(texts: Iterable[str]) -> list[tuple[int, str]]:
    """What is meant to be a code of ours: a page may carry other codes too."""
    return [(0, text) for text in texts if resembles_code(text)]


def _on_paper(job: JobName, content: bytes, reader: Reader) -> list[tuple[int, str]]:
    """The codes that a page or picture shows."""
    try:
        found = [
            shape.octets(each, "code") for each in shape.array(reader.read(job, content), "codes")
        ]
    except ShapeError:
        raise PictureUnread(STOPPED) from None
    return _ours(each.decode("utf-8", "replace") for each in found)


def _in_text(content: bytes) -> Found:
    if len(content) > LARGEST_TEXT:
        return Found((), (Note("file-too-large", {"octets": LARGEST_TEXT}),))
    try:
        # Some editors put a byte order mark in front, and end lines in two characters.
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Found((), (Note("not-text"),))
    lines = text.replace("\r\n", "\n").split("\n")
    return _parts([(number, line) for number, line in enumerate(lines, 1) if line], "damaged-line")


def _parts(texts: Sequence[tuple[int, str]], fault: str) -> Found:
    if len(texts) > MOST_CODES:
        return Found((), (Note("too-many-codes", {"most": MOST_CODES}),))
    parts: list[Part] = []
    faults: list[Note] = []
    for number, text in texts:
        try:
            parts.append(read_part(text))
        except CodeError:
            faults.append(Note(fault, {"line": number, "text": text[:24]}))
    if not parts and not faults:
        faults.append(Note("no-codes"))
    return Found(tuple(parts), tuple(faults))
