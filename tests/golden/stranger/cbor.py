"""Narrow CBOR, written from resources/formats/record-v1.md alone (section 3)."""

import re
import unicodedata
from typing import Any, TypeAlias

from tests.golden.stranger.codes import need

Item: TypeAlias = Any
"""Whatever was decoded; its shape is asked for where it is used."""

BANNED = re.compile(
    "[\0-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)


def encode(value: Item) -> bytes:
    def head(major: int, number: int) -> bytes:
        if number < 24:
            return bytes([major << 5 | number])
        size = next(size for size in range(4) if number < 256 ** (1 << size))
        return bytes([major << 5 | 24 + size]) + number.to_bytes(1 << size, "big")

    if isinstance(value, int):
        return head(0, value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    if isinstance(value, dict):
        return head(5, len(value)) + b"".join(encode(k) + encode(value[k]) for k in sorted(value))
    return head(4, len(value)) + b"".join(map(encode, value))


def decode(octets: bytes) -> Item:
    """One value; it must be what that value encodes to: shortest, sorted, nothing left over."""
    at = 0

    def take(count: int) -> bytes:
        nonlocal at
        at += count
        need(at <= len(octets))
        return octets[at - count : at]

    def item(room: int) -> Item:
        major, number = divmod(take(1)[0], 32)
        need(major in {0, 2, 3, 4, 5} and number < 27)
        if number > 23:
            number = int.from_bytes(take(1 << number - 24), "big")
        if major == 0:
            return number
        if major == 2:
            return take(number)
        if major == 3:
            text = take(number).decode(errors="replace")
            need(unicodedata.is_normalized("NFC", text) and not BANNED.search(text))
            return text
        need(room and number <= len(octets))
        if major == 4:
            return [item(room - 1) for _ in range(number)]
        pairs = [(item(room - 1), item(room - 1)) for _ in range(number)]
        need(all(isinstance(key, int) for key, _ in pairs))
        return dict(pairs)

    read = item(8)
    need(len(octets) <= 65536 and encode(read) == octets)
    return read
