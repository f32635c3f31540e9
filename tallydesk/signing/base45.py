"""Base45 (RFC 9285): two octets as three characters of the QR code's alphanumeric mode."""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

_BASE = len(ALPHABET)
# Two characters at a time: a page of codes is read many times a second where copies are checked.
_PAIRS = [low + high for high in ALPHABET for low in ALPHABET]
_VALUES = {spelled: value for value, spelled in enumerate(_PAIRS)}
_SINGLES = {character: value for value, character in enumerate(ALPHABET)}


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
    octets = bytearray()
    try:
        for start in range(0, len(text) - 2, 3):
            number = _VALUES[text[start : start + 2]]
            number += _SINGLES[text[start + 2]] * _BASE * _BASE
            octets += number.to_bytes(2, "big")
        if len(text) % 3:
            octets += _VALUES[text[-(len(text) % 3) :]].to_bytes(1, "big")
    except (KeyError, OverflowError):
        raise Base45Error("not the base45 of any octets") from None
    return bytes(octets)
