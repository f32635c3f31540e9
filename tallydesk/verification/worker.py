"""Reads foreign files in a process of its own, which may be killed: PDFs and pictures.

Started by `verification.child`, with which it speaks in octets. On standard input, for each file:
one octet for the job, four for the length, the file. On standard output: one octet when it is
ready, then for each file four octets for the length and an answer in the small CBOR, `{0: what was
read}` or `{1: a note's code}`. Whatever else goes wrong ends the process: that is its answer.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from tallydesk.protocol.cbor import Item, encode
from tallydesk.rendering.unpacked import PdfUnread, make_ready, unpacked
from tallydesk.verification.photo import PictureUnread, texts_in_pdf, texts_in_picture

READY = b"\x01"
LENGTH = 4
"""Octets in which a length is written, big-endian."""
LARGEST_ANSWER = 8_388_608
"""Octets of an answer; a hundred codes are a hundredth of that."""
MOST_MEMORY = 200_000_000
"""Octets of memory that reading may take beyond what the libraries hold when they start."""
READ, NOT_READ = 0, 1
OF_IT = 0.9
"""Of the seconds that a file may take; the rest is for its end, and for saying so."""

UNPACKED_NOT = "enclosures-unread"
"""The note on a PDF whose enclosures cannot be read."""

JobName = Literal["pdf", "picture", "enclosures"]


@dataclass(frozen=True, slots=True)
class Job:
    """One way to read a foreign file, and the seconds of processor time that it may take.

    `read` is a pure function. It raises PictureUnread for what it can name.
    """

    read: Callable[[bytes], Item]
    seconds: int


def _codes_in_pdf(content: bytes) -> Item:
    return _as_octets(texts_in_pdf(content))


def _codes_in_picture(content: bytes) -> Item:
    return _as_octets(texts_in_picture(content))


def _enclosed(content: bytes) -> Item:
    try:
        read = unpacked(content)
    except PdfUnread:
        raise PictureUnread(UNPACKED_NOT) from None
    files = tuple((name.encode("utf-8", "surrogatepass"), file) for name, file in read.files)
    return files, read.renderer.encode("utf-8", "surrogatepass"), read.shown


def _as_octets(texts: tuple[str, ...]) -> Item:
    # Somebody else's code may say what the small CBOR's texts must not.
    return tuple(text.encode("utf-8", "surrogatepass") for text in texts)


JOBS: Mapping[JobName, Job] = {
    "pdf": Job(_codes_in_pdf, seconds=1),
    "picture": Job(_codes_in_picture, seconds=2),
    "enclosures": Job(_enclosed, seconds=1),
}


def main() -> int:
    """Serve until there is no more input; 0."""
    _load()
    confine()
    given, taken = sys.stdin.buffer, sys.stdout.buffer
    taken.write(READY)
    taken.flush()
    serve(given, taken)
    return 0


def serve(given: BinaryIO, taken: BinaryIO) -> None:
    """Answer one file after the other, until `given` ends."""
    jobs = tuple(JOBS.values())
    while len(head := given.read(1 + LENGTH)) == 1 + LENGTH:
        job = jobs[head[0]]
        content = given.read(int.from_bytes(head[1:], "big"))
        stopwatch(job.seconds)
        answer = _answer(job, content)
        stopwatch(0)
        del content
        taken.write(len(answer).to_bytes(LENGTH, "big") + answer)
        taken.flush()


def confine(statm: Path = Path("/proc/self/statm")) -> None:
    """Let this process take no more than MOST_MEMORY from here on, and write no file.

    Where the system cannot do that, only the clock of the process that started this one is left.
    `statm` is where Linux says how much is taken already.
    """
    try:
        import resource
    except ImportError:
        return
    bounds = {resource.RLIMIT_CORE: 0, resource.RLIMIT_FSIZE: 0}
    try:
        pages = int(statm.read_text(encoding="ascii").split()[0])
    except OSError:
        pass
    else:
        bounds[resource.RLIMIT_AS] = pages * resource.getpagesize() + MOST_MEMORY
    for kind, most in bounds.items():
        resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))


def stopwatch(seconds: int) -> None:
    """End this process once it has used so much processor time; 0 stops the watch.

    Processor time, and not the clock's: a laptop that is busy elsewhere reads more slowly.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds * OF_IT)


def _answer(job: Job, content: bytes) -> bytes:
    try:
        return encode({READ: job.read(content)}, most=LARGEST_ANSWER)
    except PictureUnread as error:
        return encode({NOT_READ: error.code})


def _load() -> None:
    """Everything that reading needs, so that starting is not counted as reading."""
    import PIL.Image
    import pypdfium2
    import zxingcpp

    PIL.Image.init()
    make_ready()
    del pypdfium2, zxingcpp
