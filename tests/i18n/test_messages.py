"""U18: every text for people, of window and paper: complete, in its own language, short and civil.

The window's texts are in `resources/i18n`, all others in `resources/words`. That each of their
letters has a glyph is in `test_catalogues`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree as ET

import pytest

from tallydesk.assets import LANGUAGES, resource, words
from tests.architecture.reading import PRODUCT

TRANSLATED = ("az", "ru")
SAME_EVERYWHERE = {"Enter", "Alt+1, Alt+2, Alt+3", "F9", "Shift + F1"}
"""What stands on the keys themselves."""
LATIN_IN_RUSSIAN = {
    *("Alt", "Backspace", "Ctrl", "Enter", "Esc", "Shift"),
    *("PDF", "PIN", "SHA", "UTF", "dpi", "tallydesk"),
    # What is typed in a terminal, and what a folder is called.
    *("data", "dir", "earlier", "package", "practice", "trust", "verify"),
}
TABLES = {"check.rows"}
"""Names and numbers one after the other, and no sentences."""
UNCIVIL = {
    "az": r"zəhmət olmasa|xahiş olunur",
    "en": r"please|oops|sorry|invalid",
    "ru": r"пожалуйста|упс|извините|некорректн",
}
OF_VOTES = re.compile(r"\b(votes?|ballots?)\b|^Invalid$", re.IGNORECASE)
"""Invalid is what the law calls a vote, and nothing that a person typed."""
_ABBREVIATED = re.compile(r"\b(no|No|N|г|л|стр)\.|№")
_END = re.compile(r"[.!?…](?=[\s”»]|$)")


@cache
def window(language: str) -> tuple[tuple[str, str, str, str], ...]:
    """Class, source, translation, and its state ("" when it is finished)."""
    tree = ET.parse(resource("i18n", f"{language}.ts"))  # noqa: S314 - our own file
    return tuple(
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("translation", ""),
            "".join(said.get("type", "") for said in message.iterfind("translation")),
        )
        for context in tree.iterfind("context")
        for message in context.iterfind("message")
    )


def every_text(language: str) -> Iterator[tuple[str, str]]:
    """A name to find it by, and the text."""
    for owner, source, said, _ in window("az" if language == "en" else language):
        yield f"{owner}: {source}", source if language == "en" else said
    yield from words(language).items()


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name)


def literal(text: str) -> str:
    """The text without its placeholders."""
    return " ".join(said for said, _, _, _ in Formatter().parse(text))


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_in_the_window_is_unfinished(language: str) -> None:
    assert [source for _, source, said, state in window(language) if state or not said] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_sentence_of_the_window_was_left_in_english(language: str) -> None:
    """Those of the paper are in `test_catalogues`."""
    same = {source for _, source, said, _ in window(language) if said == source}
    assert {source for source in same if re.search(r"\w", literal(source))} == SAME_EVERYWHERE


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_fills_in_the_same_things(language: str) -> None:
    assert [
        source
        for _, source, said, _ in window(language)
        if placeholders(source) != placeholders(said)
    ] == []


def test_both_catalogues_of_the_window_translate_the_same_sentences() -> None:
    first, second = ([text[:2] for text in window(language)] for language in TRANSLATED)
    assert first == second


def test_every_sentence_in_the_code_is_in_the_catalogues(tmp_path: Path) -> None:
    """As `packaging/update_translations.sh` collects them, on a copy."""
    shutil.copy(resource("i18n", "az.ts"), tmp_path)
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    collect = "-silent -extensions py -locations none -no-obsolete -source-language en"
    command = [str(tool), *collect.split(), "-target-language", "az", str(PRODUCT / "ui")]
    subprocess.run([*command, "-ts", str(tmp_path / "az.ts")], check=True)
    assert (tmp_path / "az.ts").read_text("utf-8") == resource("i18n", "az.ts").read_text("utf-8")


def test_russian_is_in_cyrillic() -> None:
    latin = {
        word
        for _, text in every_text("ru")
        for word in re.findall(r"[A-Za-zÀ-ɏə]{2,}", literal(text))
    }
    assert latin == LATIN_IN_RUSSIAN


def test_azerbaijani_is_in_latin() -> None:
    assert [name for name, text in every_text("az") if re.search("[Ѐ-ӿ]", text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_has_at_most_two_sentences(language: str) -> None:
    assert {
        name
        for name, text in every_text(language)
        if len(_END.findall(_ABBREVIATED.sub("", text))) > 2
    } == TABLES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_begs_or_blames(language: str) -> None:
    uncivil = re.compile(rf"\b({UNCIVIL[language]})", re.IGNORECASE)
    assert {
        name: text
        for name, text in every_text(language)
        if uncivil.search(text) and not OF_VOTES.search(text)
    } == {}
