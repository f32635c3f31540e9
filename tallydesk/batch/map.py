"""Which column of a table is which figure: the map between somebody's export and a form.

The format is described in resources/formats/form-v1.md, section "Maps".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, TypeGuard

from tallydesk.counting.typed import LARGEST_COUNT
from tallydesk.election.expression import GIVENS
from tallydesk.election.form import Form, counted_lists
from tallydesk.election.mistake import KeyPath, Margin, Mistakes
from tallydesk.election.toml_source import UnreadableError, open_source

FORMAT = 1
"""The version of the format that this program reads."""

Source: TypeAlias = tuple[str, ...] | int
"""Where a figure comes from: columns that are added up, or a number that all rows share."""

_LONGEST_SHOWN = 60
_NO_DELIMITER = '"\r\n\0 '
_KEYS = ("format", "delimiter", "id", "shared", "lines", "candidates", "lists", "givens")


class MapMistakes(Mistakes):
    """A map that cannot be used, with everything that is wrong in it."""

    what = "map"


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """A map as it was written. `name` is for messages.

    `id` are the columns that together name a row, joined by " / ". `lists` names the candidates
    of each list. `shared` are the columns that stand for more than one figure.
    """

    name: str
    delimiter: str
    id: tuple[str, ...]
    lines: Mapping[str, Source]
    candidates: Mapping[str, Source]
    lists: Mapping[str, tuple[str, ...]]
    givens: Mapping[str, Source]
    shared: tuple[str, ...] = ()

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
    try:
        source = open_source(data)
    except UnreadableError as error:
        raise MapMistakes(name, (error.mistake,)) from error
    margin = Margin(source.lines)
    read = _Reader(source.table, margin).read(name)
    for path, sentence in _contradictions(read, form):
        margin.note(path, sentence)
    # A figure that was misspelt has been named already; only an empty map maps nothing.
    if not margin.mistakes and read.columns == read.id:
        margin.note(
            ("lines",),
            "the map maps nothing: write at least one line of the form with its column under "
            '[lines], such as "14" = "valid votes"',
        )
    if margin.mistakes:
        raise MapMistakes(name, margin.mistakes)
    return read


class _Reader:
    """Reads the keys of a map; what cannot be read is noted and left out."""

    def __init__(self, table: Mapping[str, object], margin: Margin) -> None:
        self._table = table
        self._note = margin.note

    def read(self, name: str) -> ColumnMap:
        for key in self._table:
            if key not in _KEYS:
                self._note((key,), f"is not a key of a map; those are {', '.join(_KEYS)}")
        version = self._table.get("format")
        if version != FORMAT or isinstance(version, bool):
            self._note(("format",), f"must be {FORMAT}")
        return ColumnMap(
            name=name,
            delimiter=self._delimiter(),
            id=self._id(),
            lines=self._sources("lines"),
            candidates=self._sources("candidates"),
            lists=self._lists(),
            givens=self._sources("givens"),
            shared=self._shared(),
        )

    def _delimiter(self) -> str:
        value = self._table.get("delimiter", ",")
        if (
            not isinstance(value, str)
            or len(value) != 1
            or value.isalnum()
            or value in _NO_DELIMITER
        ):
            said = f"must be one character such as “,”, “;” or “\\t”, not {_shown(value)}"
            self._note(("delimiter",), said)
            return ","
        return value

    def _id(self) -> tuple[str, ...]:
        value = self._table.get("id", [])
        columns = [value] if isinstance(value, str) else value
        if _is_texts(columns):
            return tuple(columns)
        said = f"must be the name of a column or a list of names, not {_shown(value)}"
        self._note(("id",), said)
        return ()

    def _shared(self) -> tuple[str, ...]:
        value = self._table.get("shared", [])
        if _is_texts(value):
            return tuple(value)
        self._note(("shared",), f"must be a list of columns, not {_shown(value)}")
        return ()

    def _sources(self, key: str) -> dict[str, Source]:
        sources: dict[str, Source] = {}
        for name, value in self._section(key).items():
            columns = [value] if isinstance(value, str) else value
            if _is_number(value):
                sources[name] = value
            elif _is_texts(columns) and columns:
                sources[name] = tuple(columns)
            else:
                self._note(
                    (key, name),
                    "must be a column, a list of columns to add up, or a whole number from 0 to "
                    f"{LARGEST_COUNT}, not {_shown(value)}",
                )
        return sources

    def _lists(self) -> dict[str, tuple[str, ...]]:
        lists: dict[str, tuple[str, ...]] = {}
        for name, candidates in self._section("lists").items():
            if _is_texts(candidates):
                lists[name] = tuple(candidates)
            else:
                said = f"must be a list of candidates’ ids, not {_shown(candidates)}"
                self._note(("lists", name), said)
        return lists

    def _section(self, key: str) -> dict[str, object]:
        section = self._table.get(key, {})
        if isinstance(section, dict):
            return section
        self._note((key,), f"must be a table, [{key}], not {_shown(section)}")
        return {}


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_COUNT


def _is_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(each, str) and each for each in value)


def _contradictions(read: ColumnMap, form: Form) -> Iterator[tuple[KeyPath, str]]:
    lines = {line.id for line in form.lines}
    for line in read.lines:
        if line not in lines:
            yield ("lines", line), f"the form “{form.name}” has no line “{line}”"
    for given in read.givens:
        if given not in GIVENS:
            yield ("givens", given), f"there are only {', '.join(GIVENS)}"
    held: dict[str, str] = {}
    for name, candidates in read.lists.items():
        for candidate in candidates:
            if held.setdefault(candidate, name) != name:
                said = f"“{candidate}” stands on the list “{held[candidate]}” already"
                yield ("lists", name), said
            if candidate not in read.candidates:
                yield ("lists", name), f"“{candidate}” does not stand under [candidates]"
    # With candidates a list that is not named would have none, and its votes would be 0.
    for name in sorted(counted_lists(form) - read.lists.keys() if read.candidates else ()):
        said = f"the form “{form.name}” counts the list “{name}”: name its candidates, or []"
        yield ("lists", name), said
    yield from _used_twice(read)


def _used_twice(read: ColumnMap) -> Iterator[tuple[KeyPath, str]]:
    """One column that is two figures is a slip; a column inside two sums may be meant."""
    first: dict[str, str] = {}
    sections = {"lines": read.lines, "candidates": read.candidates, "givens": read.givens}
    for section, sources in sections.items():
        for name, source in sources.items():
            if isinstance(source, int):
                continue
            for column, times in Counter(source).items():
                if times > 1:
                    yield (section, name), f"adds the column “{column}” up {times} times"
            key = f"{section}.{name}"
            if source[0] in read.shared:
                continue
            if len(source) == 1 and first.setdefault(source[0], key) != key:
                said = f"the column “{source[0]}” is {first[source[0]]} already"
                yield (
                    (section, name),
                    (
                        f"{said}; leave out the line that the table does not give, or name the "
                        "column under shared when it truly is both"
                    ),
                )


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
