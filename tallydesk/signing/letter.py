"""What is printed in a station's sealed letter: the secret of 80 bits, and blocks of a digest.

The secret is typed at opening and never written to a disk. With it a stolen stick is of no use:
it keys the members' key files. The blocks prove that the package on the laptop is the one that the
authority printed the letter for.
"""

from __future__ import annotations

import re
from hashlib import sha256
from hmac import compare_digest

from tallydesk.signing.codes import long_digest

SECRET = 10
"""Octets of a station secret: 80 bits."""

BLOCKS = 8
"""Blocks of four characters, 20 bits each, numbered from 1: the first 160 bits of the digest."""

_PURPOSE = b"tallydesk/secret/1"
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUP = 4
_CHECK = 16
_ALIKE = str.maketrans("OIL", "011")
_WRITTEN = re.compile(rf"[{_LETTERS}]{{16}}")


def new_secret(chance: bytes) -> str:
    """A station secret from ten random octets: four groups of four, as `7Q4K-9XWM-2C8D-H5TB`."""
    if len(chance) != SECRET:
        raise ValueError(f"a station secret is made from {SECRET} octets, not {len(chance)}")
    number = int.from_bytes(chance, "big")
    text = "".join(_LETTERS[(number >> (5 * place)) & 31] for place in reversed(range(16)))
    return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def as_typed(text: str) -> str:
    """What somebody typed without groups, in capitals, with 0 for O and 1 for I and L.

    Crockford's base32 leaves those letters out because people mistake them.
    """
    return re.sub(r"[\s-]", "", text).upper().translate(_ALIKE)


def looks_like_secret(text: str) -> bool:
    """Whether it has the shape of a station secret: sixteen of its characters."""
    return _WRITTEN.fullmatch(as_typed(text)) is not None


def secret_check(secret: str, salt: bytes) -> bytes:
    """What a package keeps to tell a typing mistake: 16 octets, of no use for guessing 80 bits."""
    return sha256(_PURPOSE + salt + as_typed(secret).encode()).digest()[:_CHECK]


def secret_fits(secret: str, salt: bytes, check: bytes) -> bool:
    """Whether this is the station's secret."""
    return compare_digest(secret_check(secret, salt), check)


def blocks_of(package_digest: bytes) -> tuple[str, ...]:
    """The eight blocks in the letter for a package with this digest (32 octets)."""
    return tuple(long_digest(package_digest).split())


def block_fits(typed: str, number: int, package_digest: bytes) -> bool:
    """Whether somebody typed block `number`, from 1. Raises IndexError beyond the last."""
    if not 1 <= number <= BLOCKS:
        raise IndexError(f"there is no block {number}")
    return compare_digest(as_typed(typed).encode(), blocks_of(package_digest)[number - 1].encode())


def blocks_asked(chance: bytes) -> tuple[int, int]:
    """Two different block numbers in ascending order, from eight random octets.

    Chosen by chance at opening: whoever forges a package cannot know for which two it must fit.
    """
    pair = int.from_bytes(chance, "big") % (BLOCKS * (BLOCKS - 1) // 2)
    pairs = [(one, other) for one in range(1, BLOCKS) for other in range(one + 1, BLOCKS + 1)]
    return pairs[pair]
