"""A code's text as a picture of bits, for the page and for the screen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

QUIET = 4
"""Modules of white that ISO/IEC 18004 wants on every side."""


LONG, MASK = 200, 3
"""From so many characters on the mask is fixed.

Signatures and digests in base45 look like noise under each of the eight masks; choosing the
prettiest takes 2.0 of 2.3 ms a code. A reader learns the mask from the code itself.
"""


@dataclass(frozen=True, slots=True)
class CodePicture:
    """Rows of bits, white margin included; `rows[y]` has its leftmost module in the highest bit.

    A set bit is dark. `side` is the number of modules along an edge.
    """

    side: int
    rows: tuple[int, ...]

    def dark(self, x: int, y: int) -> bool:
        """True when the module in column x, row y (from 0, from the top left) is dark."""
        return bool(self.rows[y] >> (self.side - 1 - x) & 1)

    def packed(self, dots: int = 1) -> bytes:
        """One bit a dot, `dots` dots along a module's edge, dark 0 and white 1.

        Each row is filled up to whole octets (white).
        """
        octets = (self.side + 7) // 8
        spare = octets * 8 - self.side
        white = (1 << octets * 8) - 1
        stretched = _stretched(dots)
        width = (self.side * dots + 7) // 8
        rows = ((white ^ (row << spare)).to_bytes(octets, "big") for row in self.rows)
        return b"".join(
            b"".join([stretched[octet] for octet in row])[:width] * dots for row in rows
        )


@cache
def _stretched(dots: int) -> tuple[bytes, ...]:
    """Every octet with each of its bits repeated `dots` times."""
    return tuple(
        int("".join(bit * dots for bit in f"{octet:08b}"), 2).to_bytes(dots, "big")
        for octet in range(256)
    )


@lru_cache(maxsize=64)
def code_picture(text: str, level: Literal["L", "M", "Q", "H"] = "M") -> CodePicture:
    """The QR code of a text, in the smallest version that carries it.

    Raises ValueError when it fits into no version. The writer answers with at least `level`.
    """
    import zxingcpp

    options: dict[str, object] = {"ec_level": level}
    if len(text) >= LONG:
        options["data_mask"] = MASK
    try:
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, **options)
    except ValueError as error:
        raise ValueError(f"{len(text)} characters do not fit into one code") from error
    # A picture of grey octets that lends its memory, which its types do not say.
    image = cast("bytes", code.to_image(scale=1, add_quiet_zones=False))
    pixels = memoryview(image).tobytes()
    inner = math.isqrt(len(pixels))
    blank = (0,) * QUIET
    digits = pixels.translate(_DIGITS)
    rows = (int(digits[at : at + inner], 2) << QUIET for at in range(0, len(digits), inner))
    return CodePicture(inner + 2 * QUIET, (*blank, *rows, *blank))


_DARK_BELOW = 128
_DIGITS = bytes(ord("1") if grey < _DARK_BELOW else ord("0") for grey in range(256))
