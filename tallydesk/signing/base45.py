"""Base45 (RFC 9285): two octets as three characters of the QR code's alphanumeric mode."""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

_BASE = len(ALPHABET)
# Two characters at a time: a page of codes is read many times a second where copies are checked.
_PAIRS = [low + high for high in ALPHABET for low in ALPHABET]
_NONE, _LARGEST = 255, 255
_TABLE = bytes(
    ALPHABET.index(chr(octet)) if chr(octet) in ALPHABET else _NONE for octet in range(256)
)
"""The value of each character of the alphabet."""


class Base45Error(ValueError):
    """The text is not what encoding any octets gives."""


def encode45(octets: bytes) -> str:
    """The text for `octets`."""
    spelled = []
    for start in range(0, len(octets) - 1, 2):
        high, low = divmod(octets[start] << 8 | octets[start + 1], _BASE * _BASE)
        spelled.append(_PAIRS[low] + ALPHABET[high])
    if len(octets) % 2:
        spelled.append(_PAIRS[octets[-1]])
    return "".join(spelled)


def decode45(text: str) -> bytes:
    """The octets that `text` spells. Raises Base45Error for what no octets are encoded as.

    Three characters stand for one number below 2^16, or two for one below 2^8, and no two groups
    for the same: what is read here is what encoding gives, with no other spelling beside it.
    """
    # All groups at once, each in four octets of one large number: no group reaches into the next.
    values = text.encode("ascii", "replace").translate(_TABLE)
    whole = len(values) // 3
    low, middle, high = (_in_fours(values[place : 3 * whole : 3]) for place in range(3))
    numbers = (low + middle * _BASE + high * _BASE * _BASE).to_bytes(4 * whole, "big")
    rest = [value * _BASE**place for place, value in enumerate(values[3 * whole :])]
    if _NONE in values or any(numbers[1::4]) or len(rest) == 1 or sum(rest) > _LARGEST:
        raise Base45Error("not the base45 of any octets")
    octets = bytearray(2 * whole)
    octets[::2], octets[1::2] = numbers[2::4], numbers[3::4]
    return bytes(octets) + (bytes((sum(rest),)) if rest else b"")


def _in_fours(values: bytes) -> int:
    spread = bytearray(4 * len(values))
    spread[3::4] = values
    return int.from_bytes(spread, "big")
