"""The printed codes: octets as text parts, each small enough for a QR code that photographs well.

A part reads `TD1PR1/2:7Q4K9XWM2C8DH5TB` and base45: format, purpose, kind, part n of m, 80 bits
of the SHA-256 of all octets. Every character is one of the QR code's alphanumeric mode.
"""

from __future__ import annotations

import re
from base64 import b32encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice, product
from typing import Literal, NamedTuple, TypeAlias, cast

from tallydesk.election.definition import Purpose
from tallydesk.protocol.shape import DIGEST
from tallydesk.signing.base45 import Base45Error, decode45, encode45

CodeKind = Literal["R", "C", "S", "B", "D"]
"""Record, card, contest sheet, before-opening slip, draft: a record's payload before any PIN."""

KINDS: tuple[CodeKind, ...] = ("R", "C", "S", "B", "D")

MARK = "TD1"
LARGEST_PART: Mapping[CodeKind, int] = {"R": 574, "B": 574, "C": 970, "S": 970, "D": 970}
"""Characters of a part: version 18 at level Q holds 574, version 20 at level M 970
(ISO/IEC 18004, table 7). To version 18 at Q thirty of thirty simulated photographs were read."""
MOST_PARTS = 35
"""A part's number is one character, 1 to 9 and A to Z. Paper should carry far fewer; a contest
sheet of 300 candidates travels in a text file."""

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LETTERED = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", _CROCKFORD)
_SHORT, _LONG = 16, 32
_LETTERS: Mapping[Purpose, str] = {"practice": "P", "official": "O"}
_PURPOSES: Mapping[str, Purpose] = {letter: purpose for purpose, letter in _LETTERS.items()}
_HEAD = len("TD1PR1/2:") + _SHORT
_NUMBERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PART = re.compile(
    rf"{MARK}([PO])([RCSBD])([1-9A-Z])/([1-9A-Z]):([{_CROCKFORD}]{{{_SHORT}}})(.+)",
    re.DOTALL,
)
_RESEMBLES = re.compile(rf"{MARK}|.{{4,6}}[1-9A-Z]/[1-9A-Z]:[{_CROCKFORD}]{{{_SHORT}}}", re.DOTALL)
_MOST_TRIED = 64
"""Combinations of contradicting parts that are tried before a set is given up."""


class CodeError(ValueError):
    """A text is no part of a code, or octets are too long for one."""


class Heading(NamedTuple):
    """What all parts of one code have in common; `digest` is sixteen characters."""

    purpose: Purpose
    kind: CodeKind
    digest: str


class Part(NamedTuple):
    """One part: number `n` of `of`, and its octets."""

    heading: Heading
    n: int
    of: int
    octets: bytes


class Whole(NamedTuple):
    """All parts of a code, joined; the octets hash to the digest that every part names."""

    heading: Heading
    octets: bytes


@dataclass(frozen=True, slots=True)
class Incomplete:
    """Parts that were not there, by number."""

    heading: Heading
    missing: tuple[int, ...]
    of: int


@dataclass(frozen=True, slots=True)
class Broken:
    """Every part is there and they do not belong together: something was changed."""

    heading: Heading


Joined: TypeAlias = Whole | Incomplete | Broken


def code_texts(kind: CodeKind, octets: bytes, purpose: Purpose) -> tuple[str, ...]:
    """The parts of a code, of nearly equal length, each at most `LARGEST_PART[kind]` characters.

    Raises CodeError when more than `MOST_PARTS` would be needed, or for no octets at all.
    """
    most = (LARGEST_PART[kind] - _HEAD) // 3 * 2
    count = -(-len(octets) // most)
    if not 1 <= count <= MOST_PARTS:
        raise CodeError(f"{len(octets)} octets do not fit into 1 to {MOST_PARTS} codes")
    # Even, so that no part but the last ends in half a pair.
    step = -(-len(octets) // count)
    step += step % 2
    digest = _crockford(sha256(octets).digest(), _SHORT)
    head = f"{MARK}{_LETTERS[purpose]}{kind}"
    return tuple(
        f"{head}{_NUMBERS[n]}/{_NUMBERS[count]}:{digest}{encode45(octets[start : start + step])}"
        for n, start in enumerate(range(0, len(octets), step), 1)
    )


def resembles_code(text: str) -> bool:
    """Whether a text is meant to be a code of ours, damaged ones included.

    Prefix or structure is enough: no single changed character hides a code.
    """
    return _RESEMBLES.match(text) is not None


def read_part(text: str) -> Part:
    """One part, read strictly. Raises CodeError."""
    found = _PART.fullmatch(text)
    if found is None:
        raise CodeError("this is no code of this program, or its beginning was damaged")
    purpose, kind, first, second, digest, tail = found.groups()
    n, of = _NUMBERS.index(first), _NUMBERS.index(second)
    if n > of:
        raise CodeError(f"a code says that it is part {n} of {of}")
    try:
        octets = decode45(tail)
    except Base45Error:
        raise CodeError("a code was damaged or cut") from None
    return Part(
        Heading(_PURPOSES[purpose], cast("CodeKind", kind), digest), int(n), int(of), octets
    )


def pool(parts: Iterable[Part]) -> Mapping[Heading, tuple[Part, ...]]:
    """Parts by what they belong to, in order of first appearance, each part once."""
    found: dict[Heading, dict[Part, None]] = {}
    for part in parts:
        found.setdefault(part.heading, {})[part] = None
    return {heading: tuple(each) for heading, each in found.items()}


def join(heading: Heading, own: Iterable[Part], others: Iterable[Part] = ()) -> Joined:
    """The code that `own` parts and, where some are missing, `others` of the same heading make.

    Of contradicting parts among the others those are taken that make the digest come true;
    contradicting own ones are Broken.
    """
    held = tuple(dict.fromkeys(own))
    mine = {part.n: part for part in held}
    if len({part.of for part in held}) > 1 or len(mine) != len(held):
        return Broken(heading)
    rest = tuple(part for part in dict.fromkeys(others) if part.n not in mine)
    sizes = {part.of for part in held} or {part.of for part in rest}
    results = [_join_sized(heading, (*held, *rest), of) for of in sorted(sizes)]
    return min(results, key=lambda result: (Whole, Broken, Incomplete).index(type(result)))


def short_digest(digest: bytes) -> str:
    """The first 80 bits of a SHA-256 (32 octets) as people read them: `7Q4K 9XWM 2C8D H5TB`."""
    return _in_fours(_crockford(digest, _SHORT))


def long_digest(digest: bytes) -> str:
    """The first 160 bits of a SHA-256 (32 octets), in eight groups of four."""
    return _in_fours(_crockford(digest, _LONG))


def _join_sized(heading: Heading, parts: tuple[Part, ...], of: int) -> Joined:
    spellings = [
        [part.octets for part in parts if part.n == n and part.of == of] for n in range(1, of + 1)
    ]
    missing = tuple(n for n, found in enumerate(spellings, 1) if not found)
    if missing:
        return Incomplete(heading, missing, of)
    for chosen in islice(product(*spellings), _MOST_TRIED):
        octets = b"".join(chosen)
        if _crockford(sha256(octets).digest(), _SHORT) == heading.digest:
            return Whole(heading, octets)
    return Broken(heading)


def _crockford(digest: bytes, characters: int) -> str:
    if len(digest) != DIGEST:
        raise ValueError(f"a SHA-256 has {DIGEST} octets, not {len(digest)}")
    # Base32 of the first octets, 80 or 160 bits without a rest, in Crockford's letters.
    return b32encode(digest[: characters * 5 // 8]).decode("ascii").translate(_LETTERED)


def _in_fours(text: str) -> str:
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))
