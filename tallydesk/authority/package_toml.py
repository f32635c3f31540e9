"""Tables written as TOML, so that a station's package is a file that people can read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml_of(table: Mapping[str, object]) -> str:
    """The file of a table: values first, then tables, then arrays of tables, in their order.

    Texts, whole numbers, booleans, days, moments, arrays of those, tables, arrays of tables.
    """
    return "\n".join(_lines(table, ())) + "\n"


def _lines(table: Mapping[str, object], path: tuple[str, ...]) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            if _is_texts(value):
                # In several languages they read best beside one another: name.az, name.en.
                yield from (
                    f"{_key(key)}.{_key(sub)} = {_value(text)}" for sub, text in value.items()
                )
        elif not _is_tables(value):
            yield f"{_key(key)} = {_value(value)}"
    for key, value in table.items():
        inner = (*path, key)
        name = ".".join(map(_key, inner))
        if isinstance(value, list) and _is_tables(value):
            for each in value:
                yield from ("", f"[[{name}]]", *_lines(each, inner))
        elif isinstance(value, Mapping) and not _is_texts(value):
            yield from ("", f"[{name}]", *_lines(value, inner))


def _is_texts(table: Mapping[str, object]) -> bool:
    return bool(table) and all(isinstance(each, str) for each in table.values())


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _value(key)


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            # A basic string of TOML is escaped as one of JSON, and JSON leaves out one control.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case datetime() | date():
            return value.isoformat()
        case list() | tuple():
            return f"[{', '.join(map(_value, value))}]"
        case _:
            raise TypeError(f"{type(value).__name__} is nothing that a package says")
