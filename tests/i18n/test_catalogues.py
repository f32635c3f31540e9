"""The catalogues of words: the same keys everywhere, and a glyph for every letter."""

from __future__ import annotations

import tomllib
from pathlib import Path
from string import Formatter

import pytest

from tallydesk.assets import LANGUAGES, resource, words
from tallydesk.rendering.fonts import face

HOME = resource("words").parent
SHOWN = (".toml", ".ts")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def literal(text: str) -> str:
    """The text without its placeholders."""
    return "".join(said for said, _, _, _ in Formatter().parse(text))


def texts(value: object) -> list[str]:
    """Every text of a parsed file."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [str(value)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things(language: str) -> None:
    """U18."""
    english = words("en")
    spoken = words(language)
    assert list(spoken) == list(english)
    for key, text in spoken.items():
        assert placeholders(text) == placeholders(english[key]), key
        assert text.strip() == text != "", key


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_no_sentence_was_left_in_english(language: str) -> None:
    same = {key for key, text in words(language).items() if text == words("en")[key]}
    assert {key for key in same if any(map(str.isalpha, literal(words(language)[key])))} == set()


@pytest.mark.parametrize(
    "path",
    sorted(each for each in HOME.rglob("*") if each.suffix in SHOWN),
    ids=lambda path: path.name,
)
def test_the_face_has_a_glyph_for_every_letter_that_is_shipped(path: Path) -> None:
    """U18."""
    raw = path.read_text(encoding="utf-8")
    shown = texts(tomllib.loads(raw)) if path.suffix == ".toml" else [raw]
    missing = {sign for text in shown for sign in text if not sign.isspace()} - set(face().widths)
    assert missing == set()
    assert {sign for text in shown for sign in text if not sign.isspace()} <= set(
        face(bold=True).widths
    )


def test_look_alikes_of_azerbaijani_letters_are_not_used() -> None:
    text = "".join(words("az").values())
    assert not set(text) & set("ǝәӘƎ")
