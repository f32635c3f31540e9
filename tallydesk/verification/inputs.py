"""From a file's octets to the parts of codes it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tallydesk.signing.codes import CodeError, Part, read_part, resembles_code
from tallydesk.verification.envelope import Envelope, envelope_of
from tallydesk.verification.photo import (
    PictureUnread,
    is_pdf,
    is_picture,
    texts_in_pdf,
    texts_in_picture,
)
from tallydesk.verification.report import Note

LARGEST_TEXT = 1_000_000
"""Octets of a text file with codes; a hundred codes are a tenth of that."""
LARGEST_FILE = 50_000_000
"""Octets of a PDF or picture."""


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


def parts_in(given: Input) -> Found:
    """Everything readable in an input: PDF, picture, or text with a code a line."""
    content = given.content
    if not content:
        return Found((), (Note("file-empty"),))
    if len(content) > LARGEST_FILE:
        return Found((), (Note("file-too-large", {"octets": LARGEST_FILE}),))
    try:
        if is_pdf(content):
            return _in_pdf(content)
        if is_picture(content):
            return _parts(_ours(texts_in_picture(content)), "damaged-code")
    except PictureUnread as error:
        return Found((), (Note(error.code),))
    return _in_text(content)


def _in_pdf(content: bytes) -> Found:
    envelope = envelope_of(content)
    if envelope.faults:
        # A page of a file that is not what it was proves nothing: it is not even drawn.
        return Found((), (), envelope)
    texts = (*texts_in_pdf(content), *envelope.codes)
    return replace(_parts(_ours(texts), "damaged-code"), envelope=envelope)


def _ours(texts: Iterable[str]) -> list[tuple[int, str]]:
    """What is meant to be a code of ours: a page may carry other codes too."""
    return [(0, text) for text in texts if resembles_code(text)]


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


def _parts(texts: Iterable[tuple[int, str]], fault: str) -> Found:
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
