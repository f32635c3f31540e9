# The one call made into pyzbar, which ships no types.
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from PIL.Image import Image

class ZBarSymbol(IntEnum):
    QRCODE = 64

class Rect(NamedTuple):
    left: int
    top: int
    width: int
    height: int

class Point(NamedTuple):
    x: int
    y: int

class Decoded(NamedTuple):
    data: bytes
    type: str
    rect: Rect
    polygon: list[Point]
    quality: int
    orientation: str | None

def decode(image: Image, symbols: Iterable[ZBarSymbol] | None = ...) -> list[Decoded]: ...
