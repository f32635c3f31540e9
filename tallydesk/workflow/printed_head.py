"""Comparing a journal with a head that was printed elsewhere: on a slip, in a record."""

from __future__ import annotations

from collections.abc import Sequence

from tallydesk.signing.codes import long_digest
from tallydesk.workflow.chain import GENESIS
from tallydesk.workflow.ports import Entry

SHORT, LONG = 16, 32
"""Letters of 80 and of 160 bits."""

_LETTERS = frozenset("0123456789ABCDEFGHJKMNPQRSTVWXYZ")


class NoHead(ValueError):
    """A text is no printed head."""


def read_head(text: str) -> str:
    """The letters of a printed head, of 80 or 160 bits, as people type them. Raises NoHead."""
    letters = "".join(text.split()).replace("-", "").upper().translate(str.maketrans("OIL", "011"))
    if len(letters) not in {SHORT, LONG} or not _LETTERS.issuperset(letters):
        raise NoHead(f"“{text}” is no journal head; it has four or eight groups of four letters")
    return letters


def spoken_of(entries: Sequence[Entry], head: str) -> int | None:
    """The number of the last event that a print with this head speaks of, 0 for none yet.

    `head` is what `read_head` gave. None when the print speaks of another journal, or of entries
    that were changed or cut off.
    """
    for number, digest in ((0, GENESIS), *((each.number, each.digest) for each in entries)):
        if long_digest(digest).replace(" ", "").startswith(head):
            return number
    return None
