"""Happenings as the journal keeps them: a kind and a canonical JSON body."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import get_args, get_type_hints

from tallydesk.counting.place import Place
from tallydesk.protocol.model import Stance
from tallydesk.workflow.happening import Happening


class StrangeEntry(ValueError):
    """A journal entry that this version cannot read."""


KINDS: Mapping[str, type[Happening]] = {kind.__name__: kind for kind in get_args(Happening)}


def written(happening: Happening) -> tuple[str, str]:
    """Kind and body of a happening: sorted keys, no spaces, UTF-8 as it is."""
    body = {field.name: _plain(getattr(happening, field.name)) for field in fields(happening)}
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return type(happening).__name__, text


def read(kind: str, body: str) -> Happening:
    """The happening an entry holds. Raises StrangeEntry when kind, field or type is unknown."""
    if kind not in KINDS:
        message = f"unknown kind of entry: {kind}"
        raise StrangeEntry(message)
    try:
        values = json.loads(body)
        make: Callable[..., Happening] = KINDS[kind]
        readers = _readers(kind)
        return make(**{name: readers[name](value) for name, value in values.items()})
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        message = f"an entry of kind {kind} cannot be read: {error}"
        raise StrangeEntry(message) from error


def canonical(happening: Happening, body: str) -> bool:
    """Whether `body`, which was read as `happening`, is spelled as `written` spells it.

    A field that a later version added may be missing; whatever is there has one spelling.
    """
    there = {name: _plain(getattr(happening, name)) for name in json.loads(body)}
    return body == json.dumps(there, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> object:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds")
    if isinstance(value, Place):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


@cache
def _readers(kind: str) -> Mapping[str, Callable[[object], object]]:
    hints = get_type_hints(KINDS[kind])
    return {name: _READERS.get(hint) or _one_of(*_allowed(hint)) for name, hint in hints.items()}


def _allowed(hint: object) -> tuple[object, ...]:
    """The types or values that a plain hint names: `int`, `int | None`, `Literal[1, 2]`."""
    return get_args(hint) or (hint,)


def _one_of(*allowed: object) -> Callable[[object], object]:
    """A value of exactly these types, or one of exactly these values: True is no 1 here."""
    types = {each for each in allowed if isinstance(each, type)}
    values = {(type(each), each) for each in allowed if not isinstance(each, type)}

    def read_value(value: object) -> object:
        if type(value) in types or (type(value), value) in values:
            return value
        message = f"{value!r} cannot stand there"
        raise TypeError(message)

    return read_value


def _octets(value: object) -> object:
    return bytes.fromhex(str(value))


def _moment(value: object) -> object:
    at = datetime.fromisoformat(str(value))
    if at.tzinfo is None:
        message = f"the moment {value} has no time zone"
        raise ValueError(message)
    return at


def _moment_or_none(value: object) -> object:
    return None if value is None else _moment(value)


def _place(value: object) -> object:
    return Place.parse(str(value))


def _place_or_none(value: object) -> object:
    return None if value is None else _place(value)


def _stance(value: object) -> object:
    return Stance(int(str(value)))


def _several(kind: type) -> Callable[[object], object]:
    def read_list(value: object) -> object:
        if not isinstance(value, list) or any(type(each) is not kind for each in value):
            message = f"expected a list of {kind.__name__}"
            raise TypeError(message)
        return tuple(value)

    return read_list


_READERS: Mapping[object, Callable[[object], object]] = {
    bytes: _octets,
    datetime: _moment,
    datetime | None: _moment_or_none,
    Place: _place,
    Place | None: _place_or_none,
    Stance: _stance,
    tuple[int, ...]: _several(int),
    tuple[str, ...]: _several(str),
}
