"""Base45 (RFC 9285): two octets as three characters of the QR code's alphanumeric mode."""

from __future__ import annotations

from collections.abc import Iterator

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

_BASE = len(ALPHABET)
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_OCTET = 0x100


class Base45Error(ValueError):
    """The text is not what encoding its octets gives."""


def encode45(octets: bytes) -> str:
    """The text for `octets`."""
    return "".join(_characters(octets))


def decode45(text: str) -> bytes:
    """The octets that `text` spells; raises Base45Error unless encoding them gives it back."""
    try:
        octets = b"".join(_octets([_VALUES[character] for character in text]))
    except (KeyError, OverflowError):
        raise Base45Error("characters that base45 does not have, or in the wrong order") from None
    if encode45(octets) != text:
        raise Base45Error("not the base45 of any octets")
    return octets


def _characters(octets: bytes) -> Iterator[str]:
    for start in range(0, len(octets), 2):
        pair = octets[start : start + 2]
        number = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            number, digit = divmod(number, _BASE)
            yield ALPHABET[digit]


def _octets(digits: list[int]) -> Iterator[bytes]:
    for start in range(0, len(digits), 3):
        group = digits[start : start + 3]
        number = sum(digit * _BASE**power for power, digit in enumerate(group))
        yield number.to_bytes(max(len(group) - 1, 1), "big")
