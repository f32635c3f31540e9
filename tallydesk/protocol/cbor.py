"""The small CBOR in which everything signed is written: one value, exactly one spelling.

RFC 8949, narrowed. Unsigned integers below 2^32, byte strings, NFC text without control or
direction characters, arrays, maps with unsigned keys. One tag, outermost only. No negative
numbers, no fractions, no true, false or null, no indefinite lengths. Shortest form, sorted keys,
nothing after the end.
Described for strangers in resources/formats/record-v1.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import TypeAlias

Item: TypeAlias = "int | bytes | str | tuple[Item, ...] | Mapping[int, Item]"
"""What the profile can say. A tuple is an array."""

LARGEST_NUMBER = 2**32 - 1
LARGEST_OCTETS = 65_536
"""Nothing that is signed in a polling station comes near; a longer input is not read at all."""
DEEPEST = 8
"""Arrays and maps inside one another; a record has four."""

_UNSIGNED, _NEGATIVE, _OCTETS, _TEXT, _ARRAY, _MAP, _TAG = range(7)
_WIDE = 24
"""From here on a number stands in octets of its own behind the first."""
_WIDTHS = {24: 1, 25: 2, 26: 4}
_INDEFINITE = 31
_SMALLEST = {24: 24, 25: 0x100, 26: 0x10000}
_REFUSED = {
    _NEGATIVE: "a negative number is not allowed",
    _TAG: "a tag is not allowed here",
    7: "true, false, null, fractions and other simple values are not allowed",
}

# Fixed ranges and not Unicode's categories, which grow from year to year: two verifiers of
# different age must agree. Controls, soft hyphen, zero width and direction marks, separators,
# invisible operators, byte order mark, annotations, tags.
_FORBIDDEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


class CborError(ValueError):
    """The octets, or the value, are outside the profile. `offset` counts octets from 0."""

    def __init__(self, reason: str, offset: int | None = None) -> None:
        self.reason = reason
        self.offset = offset
        super().__init__(reason if offset is None else f"at octet {offset}: {reason}")


def encode(item: Item, *, most: int = LARGEST_OCTETS) -> bytes:
    """The one spelling of `item`, in `most` octets at most.

    Raises CborError for anything the profile cannot say.
    """
    octets = b"".join(_parts(item, 1))
    if len(octets) > most:
        raise CborError(f"longer than {most} octets")
    return octets


def encode_tagged(tag: int, item: Item, *, most: int = LARGEST_OCTETS) -> bytes:
    """The same with a tag in front."""
    return _head(_TAG, tag) + encode(item, most=most)


def encode_octets(octets: bytes) -> bytes:
    """The spelling of a byte string, of any length."""
    return _head(_OCTETS, len(octets)) + octets


def decode(octets: bytes, *, most: int = LARGEST_OCTETS) -> Item:
    """The value that `octets` spell, `most` of them at most.

    Raises CborError, with offset, for any other spelling.
    """
    return _decode_from(octets, 0, most)


def decode_tagged(tag: int, octets: bytes, *, most: int = LARGEST_OCTETS) -> Item:
    """The value behind exactly this tag. Raises CborError."""
    head = _head(_TAG, tag)
    if not octets.startswith(head):
        raise CborError(f"tag {tag} is missing", 0)
    return _decode_from(octets, len(head), most)


def text_fault(text: str) -> str | None:
    """Why the profile refuses a text, None when it does not."""
    if text.isascii() and text.isprintable():
        return None
    found = _FORBIDDEN.search(text)
    if found is not None:
        return f"the character U+{ord(found[0]):04X} is not allowed in a text"
    if not unicodedata.is_normalized("NFC", text):
        return "the text is not in normal form NFC"
    return None


def _head(major: int, number: int) -> bytes:
    first = major << 5
    if number < _SMALLEST[24]:
        return bytes((first | number,))
    if number < _SMALLEST[25]:
        return bytes((first | 24, number))
    if number < _SMALLEST[26]:
        return bytes((first | 25,)) + number.to_bytes(2, "big")
    return bytes((first | 26,)) + number.to_bytes(4, "big")


def _parts(item: Item, depth: int) -> Iterator[bytes]:
    if isinstance(item, int):
        yield _head(_UNSIGNED, _number(item))
    elif isinstance(item, bytes):
        yield _head(_OCTETS, len(item))
        yield item
    elif isinstance(item, str):
        yield _text(item)
    elif depth > DEEPEST:
        raise CborError(f"more than {DEEPEST} levels deep")
    elif isinstance(item, tuple):
        yield _head(_ARRAY, len(item))
        for each in item:
            yield from _parts(each, depth + 1)
    elif isinstance(item, Mapping):
        yield _head(_MAP, len(item))
        for key in sorted(item):
            yield _head(_UNSIGNED, _number(key))
            yield from _parts(item[key], depth + 1)
    else:
        raise CborError(f"{type(item).__name__} is not allowed")


def _number(number: int) -> int:
    # True is an int in Python and 1 in arithmetic; as a vote it is neither.
    if isinstance(number, bool) or not isinstance(number, int):
        raise CborError(f"{type(number).__name__} is not a whole number")
    if not 0 <= number <= LARGEST_NUMBER:
        raise CborError(f"{number} is not between 0 and {LARGEST_NUMBER}")
    return number


def _text(text: str) -> bytes:
    fault = text_fault(text)
    if fault is not None:
        raise CborError(fault)
    try:
        octets = text.encode("utf-8")
    except UnicodeEncodeError:
        raise CborError("half a surrogate pair is not a character") from None
    return _head(_TEXT, len(octets)) + octets


def _decode_from(octets: bytes, start: int, most: int) -> Item:
    if len(octets) > most:
        raise CborError(f"longer than {most} octets", most)
    reader = _Reader(octets, start)
    item = reader.item(1)
    if reader.at != len(octets):
        raise CborError(f"{len(octets) - reader.at} octets too many", reader.at)
    return item


class _Reader:
    """Walks once over the octets; `at` is the next one."""

    def __init__(self, octets: bytes, at: int) -> None:
        self.octets = octets
        self.at = at

    def item(self, depth: int) -> Item:
        start = self.at
        major, number = self._head()
        if major == _OCTETS:
            return self._take(number)
        if major == _TEXT:
            return self._text(number)
        if major == _UNSIGNED:
            return number
        if major not in (_ARRAY, _MAP):
            raise CborError(_REFUSED[major], start)
        if depth > DEEPEST:
            raise CborError(f"more than {DEEPEST} levels deep", start)
        # Every element is an octet at least: a huge count is refused before anything is built.
        if number * (major - _TEXT) > len(self.octets) - self.at:
            raise CborError(f"cut off: {number} elements announced", start)
        return self._array(number, depth) if major == _ARRAY else self._map(number, depth)

    def _array(self, count: int, depth: int) -> tuple[Item, ...]:
        octets, most, found = self.octets, len(self.octets), list[Item]()
        for _ in range(count):
            # Most of what is signed are small numbers, each one octet.
            if self.at < most and octets[self.at] < _WIDE:
                found.append(octets[self.at])
                self.at += 1
            else:
                found.append(self.item(depth + 1))
        return tuple(found)

    def _head(self) -> tuple[int, int]:
        start = self.at
        if start >= len(self.octets):
            raise CborError("cut off: 1 octets missing", start)
        first = self.octets[start]
        self.at = start + 1
        major, low = first >> 5, first & 0x1F
        if low < _WIDE or major in _REFUSED:
            return major, low
        if low not in _WIDTHS:
            kind = "no length given" if low == _INDEFINITE else f"a number above {LARGEST_NUMBER}"
            raise CborError(f"{kind} (0x{first:02x})", start)
        number = int.from_bytes(self._take(_WIDTHS[low]), "big")
        if number < _SMALLEST[low]:
            raise CborError(f"{number} is not written in its shortest form", start)
        return major, number

    def _take(self, count: int) -> bytes:
        end = self.at + count
        if end > len(self.octets):
            raise CborError(f"cut off: {end - len(self.octets)} octets missing", self.at)
        taken = self.octets[self.at : end]
        self.at = end
        return taken

    def _text(self, count: int) -> str:
        start = self.at
        try:
            text = self._take(count).decode("utf-8")
        except UnicodeDecodeError as error:
            raise CborError("not UTF-8", start + error.start) from None
        fault = text_fault(text)
        if fault is not None:
            raise CborError(fault, start)
        return text

    def _map(self, count: int, depth: int) -> Mapping[int, Item]:
        octets, most, found = self.octets, len(self.octets), dict[int, Item]()
        last = -1
        for _ in range(count):
            start = self.at
            major, key = self._head()
            if major != _UNSIGNED:
                raise CborError("a key is not a whole number", start)
            if key <= last:
                raise CborError(f"key {key} is not in order, or stands twice", start)
            last = key
            if self.at < most and octets[self.at] < _WIDE:
                found[key] = octets[self.at]
                self.at += 1
            else:
                found[key] = self.item(depth + 1)
        return found
