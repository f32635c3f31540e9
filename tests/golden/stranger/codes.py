"""From lines to joined octets, written from resources/formats/record-v1.md alone (section 2)."""

import re
from hashlib import sha256
from itertools import product
from typing import TypeAlias

Heading: TypeAlias = tuple[str, str, str]
Part: TypeAlias = tuple[int, int, bytes]
Parts: TypeAlias = dict[Heading, list[Part]]

BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE = re.compile(rf"TD1([PO])([RCSB])([1-9A-Z])/([1-9A-Z]):([{CROCKFORD}]{{16}})([{BASE45}]+)")


class Unfit(Exception):
    """An input cannot be used; the answer is the argument."""


def need(truth: object, answer: str = "unreadable") -> None:
    if not truth:
        raise Unfit(answer)


def base45(text: str) -> bytes:
    out = b""
    for at in range(0, len(text), 3):
        group = text[at : at + 3]
        number = sum(BASE45.index(char) * 45**place for place, char in enumerate(group))
        need(len(group) > 1 and number < 256 ** (len(group) - 1))
        out += number.to_bytes(len(group) - 1, "big")
    return out


def crockford(digest: bytes, count: int) -> str:
    number = int.from_bytes(digest, "big") >> (len(digest) * 8 - count * 5)
    return "".join(CROCKFORD[number >> 5 * place & 31] for place in reversed(range(count)))


def parts_of(text: str) -> tuple[Parts, bool]:
    """The parts in a text with a code a line, and whether some line is damaged."""
    parts: Parts = {}
    damaged = False
    for line in filter(None, text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")):
        match = CODE.fullmatch(line)
        if match is None or match[3] > match[4]:
            damaged = True
            continue
        try:
            part = (int(match[3], 36), int(match[4], 36), base45(match[6]))
        except Unfit:
            damaged = True
            continue
        parts.setdefault((match[1], match[2], match[5]), []).append(part)
    return parts, damaged


def joined(heading: Heading, own: list[Part], others: list[Part]) -> bytes:
    need(len({of for _, of, _ in own}) == 1, "altered")
    need(len({n for n, _, _ in own}) == len(set(own)), "altered")
    of, mine = own[0][1], {n: {octets} for n, _, octets in own}
    choices = [
        mine.get(n) or {octets for k, m, octets in others if (k, m) == (n, of)}
        for n in range(1, of + 1)
    ]
    need(all(choices))
    for chosen in product(*choices):
        octets = b"".join(chosen)
        if crockford(sha256(octets).digest(), 16) == heading[2]:
            return octets
    raise Unfit("altered")
