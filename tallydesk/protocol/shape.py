"""Takes decoded values apart and refuses every shape but the one that is documented."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime, timedelta

from tallydesk.protocol.cbor import Item

DIGEST = 32
"""Octets of a SHA-256."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NONE: frozenset[int] = frozenset()


class ShapeError(ValueError):
    """A value is not what the format says; the sentence names the field."""


def number(item: Item, field: str, *, most: int | None = None, least: int = 0) -> int:
    """A whole number from `least` to `most`. Raises ShapeError."""
    if not isinstance(item, int):
        raise ShapeError(f"{field}: a whole number is expected")
    if item < least or (most is not None and item > most):
        raise ShapeError(f"{field}: {item} is out of range")
    return item


def octets(item: Item, field: str, *, length: int | None = None) -> bytes:
    """A byte string, of exactly `length` octets when given. Raises ShapeError."""
    if not isinstance(item, bytes):
        raise ShapeError(f"{field}: octets are expected")
    if length is not None and len(item) != length:
        raise ShapeError(f"{field}: {length} octets are expected, there are {len(item)}")
    return item


def text(item: Item, field: str) -> str:
    """A text. Raises ShapeError."""
    if not isinstance(item, str):
        raise ShapeError(f"{field}: a text is expected")
    return item


def utf8(item: Item, field: str) -> str:
    """A text that stands as octets, so that nothing in it is refused. Raises ShapeError."""
    try:
        return octets(item, field).decode()
    except UnicodeDecodeError:
        raise ShapeError(f"{field}: the octets are no UTF-8") from None


def array(item: Item, field: str, *, length: int | None = None) -> tuple[Item, ...]:
    """An array, of exactly `length` elements when given. Raises ShapeError."""
    if not isinstance(item, tuple):
        raise ShapeError(f"{field}: an array is expected")
    if length is not None and len(item) != length:
        raise ShapeError(f"{field}: {length} elements are expected, there are {len(item)}")
    return item


def keyed(
    item: Item, field: str, required: AbstractSet[int], optional: AbstractSet[int] = _NONE
) -> Mapping[int, Item]:
    """A map with exactly these keys. Raises ShapeError naming keys that miss or are unknown."""
    if not isinstance(item, Mapping):
        raise ShapeError(f"{field}: a map is expected")
    missing = sorted(required - item.keys())
    unknown = sorted(item.keys() - required - optional)
    if missing or unknown:
        raise ShapeError(f"{field}: keys missing {missing}, keys unknown {unknown}")
    return item


def moment(item: Item, field: str) -> datetime:
    """A moment in UTC from whole seconds since 1970. Raises ShapeError."""
    return _EPOCH + timedelta(seconds=number(item, field))


def seconds(at: datetime) -> int:
    """Whole seconds since 1970 of an aware moment; parts of a second are dropped.

    Raises TypeError for a moment without time zone: it would be a different one elsewhere.
    """
    return (at - _EPOCH) // timedelta(seconds=1)
