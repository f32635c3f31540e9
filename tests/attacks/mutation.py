"""Changes files by chance, the same ones for the same seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeAlias

Change: TypeAlias = Callable[[bytearray, Random], None]

HEADS = (b"\x00", b"\xff", b"\x7f", b"\x80", b"\x9f", b"\xbf", b"\x5a\xff\xff\xff\xff", b"\xf5")
"""Octets that some decoder takes for a beginning: of an endless array, four gigabytes, true."""
TOKENS = tuple(
    each.encode()
    for each in (
        *"[]{}\"'=,.#\n\r\t;:%/\\",
        '"""',
        "[[",
        "[" * 400,
        "a." * 400,
        "9" * 30,
        "9" * 5000,
        "-1",
        "1e999",
        "nan",
        "true",
        "1979-05-27T07:32:00Z",
        "\\u0000",
        "\\ud800",
        "\u202e",
        "\ufeff",
        "e\u0301",
        "\x00",
        "([1]+[2])*",
        "if not (" * 50,
        "votes(x)",
    )
)
"""What the readers of texts, numbers and expressions may stumble over."""


def mutated(good: bytes, chance: Random, tokens: Sequence[bytes] = HEADS) -> bytes:
    """`good` with one to eight changes; never `good` itself."""
    octets = bytearray(good)
    while octets == good:
        for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
            change = chance.choice(_CHANGES)
            change(octets, chance)
            if chance.random() < 0.2:  # one in five also meets a token
                at = _at(octets, chance)
                octets[at:at] = chance.choice(tokens)
    return bytes(octets)


def respelled(octets: bytes, chance: Random) -> bytes:
    """CBOR in which one value is spelled in a way that the format refuses."""
    items: list[tuple[int, int, int, int, int]] = []

    def item(at: int) -> int:
        start, (major, number) = at, divmod(octets[at], 32)
        at += 1
        if number > 23:
            size = 1 << number - 24
            at, number = at + size, int.from_bytes(octets[at : at + size], "big")
        head = at
        at += number if major in {2, 3} else 0
        for _ in range({4: number, 5: 2 * number}.get(major, 0)):
            at = item(at)
        items.append((major, number, start, head, at))
        return at

    item(0)
    major, number, start, head, end = chance.choice(items)
    old, body = octets[start:end], octets[head:end]
    key = octets[head : head + 1]
    new = chance.choice(
        [
            bytes([major << 5 | 27]) + number.to_bytes(8, "big") + body,  # too long a spelling
            bytes([major << 5 | 31]) + body + b"\xff",  # no length
            b"\xc1" + old,  # a tag
            old + old,
            b"",
            b"\xf5",  # true
            b"\xf9\x3c\x00",  # 1.0
            b"\x20",  # -1
            b"\x1b" + b"\xff" * 8,
            b"\x61\x00",  # a control character
            b"\x63e\xcc\x81",  # not NFC
            b"\x63\xed\xa0\x80",  # half of a pair
            b"\x5a\xff\xff\xff\xff",  # four gigabytes
            b"\x81" * 5000 + b"\x00",  # a deep hole
            bytes([major << 5 | min(number + 1, 23)]) + key + b"\x00" + body,  # a key twice
        ]
    )
    return octets[:start] + new + octets[end:]


def _at(octets: bytearray, chance: Random) -> int:
    return chance.randrange(len(octets) + 1)


def _span(octets: bytearray, chance: Random) -> slice:
    start = _at(octets, chance)
    return slice(start, start + chance.choice((1, 1, 2, 4, 16, 200)))


def _turn(octets: bytearray, chance: Random) -> None:
    if octets:
        octets[chance.randrange(len(octets))] ^= 1 << chance.randrange(8)


def _put(octets: bytearray, chance: Random) -> None:
    if octets:
        octets[chance.randrange(len(octets))] = chance.randrange(256)


def _insert(octets: bytearray, chance: Random) -> None:
    at = _at(octets, chance)
    octets[at:at] = chance.randbytes(chance.choice((1, 1, 2, 8, 100)))


def _delete(octets: bytearray, chance: Random) -> None:
    del octets[_span(octets, chance)]


def _repeat(octets: bytearray, chance: Random) -> None:
    at = _at(octets, chance)
    octets[at:at] = octets[_span(octets, chance)] * chance.choice((1, 1, 2, 50))


def _move(octets: bytearray, chance: Random) -> None:
    span = _span(octets, chance)
    moved = octets[span]
    del octets[span]
    at = _at(octets, chance)
    octets[at:at] = moved


def _blank(octets: bytearray, chance: Random) -> None:
    span = _span(octets, chance)
    octets[span] = bytes([chance.choice((0, 32, 255))]) * len(octets[span])


def _cut(octets: bytearray, chance: Random) -> None:
    del octets[_at(octets, chance) :]


def _append(octets: bytearray, chance: Random) -> None:
    octets += chance.randbytes(chance.choice((1, 1, 3, 1000)))


def _length(octets: bytearray, chance: Random) -> None:
    """Two or four octets become a huge or a small number, in either order."""
    at, size = _at(octets, chance), chance.choice((2, 4))
    number = chance.choice(
        (0, 1, 2 ** (8 * size - 1) - 1, 2 ** (8 * size) - 1, 65_536 % 2 ** (8 * size))
    )
    octets[at : at + size] = number.to_bytes(size, chance.choice(("big", "little")))


_CHANGES: tuple[Change, ...] = (
    _turn,
    _turn,
    _put,
    _put,
    _insert,
    _delete,
    _repeat,
    _move,
    _blank,
    _cut,
    _append,
    _length,
)
