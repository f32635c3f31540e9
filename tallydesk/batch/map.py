"""Which column of a table is which figure: the map between somebody's export and a form.

The format is described in resources/formats/form-v1.md, section "Maps".
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeGuard

from tallydesk.counting.typed import LARGEST_COUNT
from tallydesk.election.expression import GIVENS
from tallydesk.election.form import Form

LARGEST_MAP = 1_000_000
"""Octets. The longest map that makes sense, thousands of candidates, is well below."""

Source: TypeAlias = tuple[str, ...] | int
"""Where a figure comes from: columns that are added up, or a number that all rows share."""

_LONGEST_SHOWN = 60
_NO_DELIMITER = '"\r\n\0 '
_KEYS = ("delimiter", "id", "lines", "candidates", "lists", "givens")


class MapMistakes(ValueError):
    """A map that cannot be used. `mistakes` are sentences, all there are, in the map's order."""

    def __init__(self, name: str, mistakes: Sequence[str]) -> None:
        super().__init__(f"the map “{name}” cannot be used: {' '.join(mistakes)}")
        self.mistakes = tuple(mistakes)


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """A map as it was written. `name` is for messages.

    `id` are the columns that together name a row, joined by " / ". `lists` names the candidates
    of each list.
    """

    name: str
    delimiter: str
    id: tuple[str, ...]
    lines: Mapping[str, Source]
    candidates: Mapping[str, Source]
    lists: Mapping[str, tuple[str, ...]]
    givens: Mapping[str, Source]

    @property
    def ballot(self) -> Mapping[str, str]:
        """Each candidate with the list it stands on, "" without one."""
        lists = {each: name for name, candidates in self.lists.items() for each in candidates}
        return {candidate: lists.get(candidate, "") for candidate in self.candidates}

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that the map names, once, in the order of the map."""
        sources = (*self.lines.values(), *self.candidates.values(), *self.givens.values())
        figures = (column for source in sources if not isinstance(source, int) for column in source)
        return tuple(dict.fromkeys((*self.id, *figures)))


def read_map(data: bytes, name: str, form: Form) -> ColumnMap:
    """Read the map's file for that form. Raises MapMistakes that names all mistakes."""
    table = _table(data, name)
    mistakes: list[str] = []
    say = mistakes.append
    for key in table:
        if key not in _KEYS:
            say(f"“{key}” is not a key of a map (those are {', '.join(_KEYS)}).")
    read = ColumnMap(
        name=name,
        delimiter=_delimiter(table.get("delimiter", ","), say),
        id=_id(table.get("id", []), say),
        lines=_sources(table, "lines", say),
        candidates=_sources(table, "candidates", say),
        lists=_lists(table.get("lists", {}), say),
        givens=_sources(table, "givens", say),
    )
    mistakes.extend(_contradictions(read, form))
    # A figure that was misspelt has been named already; only an empty map maps nothing.
    if not mistakes and read.columns == read.id:
        say(
            "it maps nothing: write at least one line of the form with its column under [lines], "
            'such as "14" = "valid votes".'
        )
    if mistakes:
        raise MapMistakes(name, mistakes)
    return read


def _table(data: bytes, name: str) -> dict[str, object]:
    if len(data) > LARGEST_MAP:
        raise MapMistakes(name, [f"it is longer than {LARGEST_MAP} octets; is this a map?"])
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as trouble:
        line = data.count(b"\n", 0, trouble.start) + 1
        raise MapMistakes(name, [f"line {line} is not UTF-8; save the file as UTF-8."]) from None
    except (tomllib.TOMLDecodeError, RecursionError) as trouble:
        raise MapMistakes(name, [f"it is not TOML: {trouble}."]) from None


_Say: TypeAlias = Callable[[str], None]


def _delimiter(value: object, say: _Say) -> str:
    if not isinstance(value, str) or len(value) != 1 or value.isalnum() or value in _NO_DELIMITER:
        say(f"delimiter must be one character such as “,”, “;” or “\\t”, not {_shown(value)}.")
        return ","
    return value


def _id(value: object, say: _Say) -> tuple[str, ...]:
    columns = [value] if isinstance(value, str) else value
    if _is_texts(columns):
        return tuple(columns)
    say(f"id must be the name of a column or a list of names, not {_shown(value)}.")
    return ()


def _sources(table: Mapping[str, object], key: str, say: _Say) -> dict[str, Source]:
    section = table.get(key, {})
    if not isinstance(section, dict):
        say(f"{key} must be a table, [{key}], not {_shown(section)}.")
        return {}
    sources: dict[str, Source] = {}
    for name, value in section.items():
        columns = [value] if isinstance(value, str) else value
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_COUNT:
            sources[name] = value
        elif _is_texts(columns) and columns:
            sources[name] = tuple(columns)
        else:
            say(
                f"{key}.{name} must be a column, a list of columns to add up, or a whole number "
                f"from 0 to {LARGEST_COUNT}, not {_shown(value)}."
            )
    return sources


def _lists(value: object, say: _Say) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        say(f"lists must be a table, [lists], not {_shown(value)}.")
        return {}
    lists: dict[str, tuple[str, ...]] = {}
    for name, candidates in value.items():
        if _is_texts(candidates):
            lists[name] = tuple(candidates)
        else:
            say(f"lists.{name} must be a list of candidates' ids, not {_shown(candidates)}.")
    return lists


def _is_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(each, str) and each for each in value)


def _contradictions(read: ColumnMap, form: Form) -> Iterator[str]:
    lines = {line.id for line in form.lines}
    for line in read.lines:
        if line not in lines:
            yield f"lines.{line}: the form “{form.name}” has no line “{line}”."
    for given in read.givens:
        if given not in GIVENS:
            yield f"givens.{given}: there are only {', '.join(GIVENS)}."
    held: dict[str, str] = {}
    for name, candidates in read.lists.items():
        for candidate in candidates:
            if held.setdefault(candidate, name) != name:
                yield f"lists.{name}: “{candidate}” stands on the list “{held[candidate]}” already."
            if candidate not in read.candidates:
                yield f"lists.{name}: “{candidate}” does not stand under [candidates]."
    yield from _used_twice(read)


def _used_twice(read: ColumnMap) -> Iterator[str]:
    """One column that is two figures is a slip; a column inside two sums may be meant."""
    whole: Counter[str] = Counter()
    for name, source in (*read.lines.items(), *read.candidates.items(), *read.givens.items()):
        if isinstance(source, int):
            continue
        for column, times in Counter(source).items():
            if times > 1:
                yield f"“{name}” adds the column “{column}” up {times} times."
        if len(source) == 1:
            whole[source[0]] += 1
    for column, times in whole.items():
        if times > 1:
            yield (
                f"the column “{column}” stands for {times} figures: a column is one figure; "
                "leave out the lines that the table does not say."
            )


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
