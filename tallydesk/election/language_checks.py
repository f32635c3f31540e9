"""Every wording of a file in every language of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from tallydesk.election.mistake import KeyPath, Margin, twice

WORDINGS = frozenset({"title", "certifies", "label", "legal", "todo", "name"})
"""The keys that hold a text in several languages."""

_LOOK_ALIKES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"az": MappingProxyType({"\u01dd": "ə", "\u04d9": "ə", "\u018e": "Ə", "\u04d8": "Ə"})}
)
"""By language: letters of other alphabets that keyboards give in the place of one of its own."""


def check_languages(table: Mapping[str, object], margin: Margin) -> None:
    """Note every wording with too few or too many languages, or with letters of another one."""
    languages = _languages(table, margin)
    for path, texts in _wordings(table, ()):
        for language, text in texts.items():
            _check_letters((*path, language), language, text, margin)
        if languages:
            for language in (each for each in languages if each not in texts):
                margin.note((*path, language), "is missing")
            for language in (each for each in texts if each not in languages):
                margin.note((*path, language), "is a language that “languages” does not name")


def _languages(table: Mapping[str, object], margin: Margin) -> list[str]:
    stated = table.get("languages")
    entries = stated if isinstance(stated, list) else []
    languages = [each for each in entries if isinstance(each, str)]
    if languages and "en" not in languages:
        margin.note(("languages",), "must name en: English is what a reader falls back on")
    places = ((("languages", place), name) for place, name in enumerate(languages))
    for path, name in twice(places):
        margin.note(path, f"names {name} a second time")
    return languages


def _wordings(
    table: Mapping[str, object], path: KeyPath
) -> Iterator[tuple[KeyPath, Mapping[str, object]]]:
    for key, value in table.items():
        if isinstance(value, dict):
            if key in WORDINGS:
                yield (*path, key), value
            else:
                yield from _wordings(value, (*path, key))
        elif isinstance(value, list):
            for place, entry in enumerate(value):
                if isinstance(entry, dict):
                    yield from _wordings(entry, (*path, key, place))


def _check_letters(path: KeyPath, language: str, text: object, margin: Margin) -> None:
    if not isinstance(text, str):
        return
    for strange, meant in _LOOK_ALIKES.get(language, {}).items():
        if strange in text:
            margin.note(
                path,
                f"contains U+{ord(strange):04X}; the letter {meant} is U+{ord(meant):04X}",
            )
